import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { createVocabulary } from '../../../src/core/search/vocabulary';
import { realKnowledge, realLanguage, realRecords } from '../knowledge';
import { maskPersonalData } from '../../../src/core/language/mask-personal-data';

const language = realLanguage();
const vocabulary = createVocabulary(['mentor', 'pierre', 'dgfip', 'martin', 'projet', 'achats'], language);
const knows = (folded: string): boolean => vocabulary.knows(folded);
const mask = (text: string, isKnownWord: (folded: string) => boolean = () => false): string =>
  maskPersonalData(text, { ...language, isKnownWord });

describe('what says who somebody is', () => {
  it.each([
    ['écrivez à jean.dupont@finances.gouv.fr, merci', 'écrivez à [e-mail], merci'],
    ['Mon mail : Jean-Luc_M+test@sous.domaine.interieur.gouv.fr.', 'Mon mail : [e-mail].'],
    ['a.b@c.fr;d.e@f.fr', '[e-mail];[e-mail]'],
    ['jean.dupont (at) finances.gouv.fr', '[e-mail]'],
    ['jean.dupont[at]finances.gouv.fr svp', '[e-mail] svp'],
    ['jean.dupont arobase gmail.com', '[e-mail]'],
    ['jean point dupont arobase finances point gouv point fr', '[e-mail]'],
    ['jean.dupont at gmail.com', '[e-mail]'],
    ['dupont @ finances.gouv.fr', '[e-mail]'],
    ['jean.dupont@dgfip', '[e-mail]'],
    ['hélène@orange.fr', '[e-mail]'],
  ])('masks the address in "%s"', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['06 12 34 56 78', '[téléphone]'],
    ['06.12.34.56.78', '[téléphone]'],
    ['06-12-34-56-78', '[téléphone]'],
    ['06/12/34/56/78', '[téléphone]'],
    ['06\u00a012\u202f34 56 78', '[téléphone]'],
    ['0612345678', '[téléphone]'],
    ['0612 34 56 78 ou 01 42 34 56 78', '[téléphone] ou [téléphone]'],
    ['06 12345678', '[téléphone]'],
    ['06 123 456 78', '[téléphone]'],
    ['(0)6 12 34 56 78', '[téléphone]'],
    ['appelez le (06 12 34 56 78)', 'appelez le ([téléphone])'],
    ['+33 6 12 34 56 78', '[téléphone]'],
    ['+33612345678', '[téléphone]'],
    ['+33 (0)6 12 34 56 78', '[téléphone]'],
    ['+33(0)612345678', '[téléphone]'],
    ['(+33) 6 12 34 56 78', '[téléphone]'],
    ['0033 6 12 34 56 78', '[téléphone]'],
    ['00 33 6 12 34 56 78', '[téléphone]'],
    ['0033612345678', '[téléphone]'],
    ['33 6 12 34 56 78', '[téléphone]'],
    ['+44 7911 123456', '[téléphone]'],
    ['+352 621 123 456', '[téléphone]'],
    ['+1 (202) 555-0143', '[téléphone]'],
    ['00352621123456', '[téléphone]'],
    ['tél:0612345678/0712345678', 'tél:[téléphone]/[téléphone]'],
    ['06 12 34 56 78 07 12 34 56 78', '[téléphone] [téléphone]'],
    ['budget de 2 M€, rappelez au 06 12 34 56 78 avant 2026', 'budget de 2 M€, rappelez au [téléphone] avant 2026'],
    ['en 2024 06 12 34 56 78', 'en 2024 [téléphone]'],
    ['06123456789', '[téléphone]'],
  ])('masks the telephone number in "%s"', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['1850578006084', '[NIR]'],
    ['185057800608436', '[NIR]'],
    ['1 85 05 78 006 084 36', '[NIR]'],
    ['2.85.03.2A.004.123.45', '[NIR]'],
    ['n° 2 85 03 2b 004 123', 'n° [NIR]'],
    ['285032A00412345', '[NIR]'],
    ['1 85 05 78 006 084 06 12 34 56 78', '[NIR] [téléphone]'],
    ['FR76 3000 6000 0112 3456 7890 189', '[IBAN]'],
    ['FR7630006000011234567890189', '[IBAN]'],
    ['IBAN : fr76 3000 6000 0112 3456 7890 189 merci bien', 'IBAN : [IBAN] merci bien'],
    ['FR14 2004 1010 0505 0001 3M02 607 (clé fausse)', '[IBAN] (clé fausse)'],
    ['DE89 3704 0044 0532 0130 00', '[IBAN]'],
    ['GB29 NWBK 6016 1331 9268 19', '[IBAN]'],
    ['BE68539007547034', '[IBAN]'],
  ])('masks the number of the person or account in "%s"', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    ['je suis Jean Dupont', 'je suis [nom]'],
    ['Bonjour, je suis Jean-Pierre DUPONT de la DGFiP', 'Bonjour, je suis [nom] de la DGFiP'],
    ['je suis Marie de La Fontaine, adjointe', 'je suis [nom], adjointe'],
    ["Je m'appelle Le Goff", "Je m'appelle [nom]"],
    ['je m’appelle sophie durand et je cherche un projet', 'je m’appelle [nom] et je cherche un projet'],
    ['je suis jean dupont de Lyon', 'je suis [nom] de Lyon'],
    ['je suis dupont', 'je suis [nom]'],
    ['je suis bien Jean Dupont', 'je suis bien [nom]'],
    ['jsuis kevin', 'jsuis [nom]'],
    ['JE SUIS JEAN DUPONT', 'JE SUIS [nom]'],
    ['je suis Pierre', 'je suis [nom]'],
    ['je suis Pierre Martin', 'je suis [nom]'],
    ['mon nom est Dupont', 'mon nom est [nom]'],
    ["moi c'est Paul", "moi c'est [nom]"],
    ['moi, c’est paul', 'moi, c’est [nom]'],
    ['signé Jean Dupont', 'signé [nom]'],
    ['signé : dupont', 'signé : [nom]'],
    ['Merci.\nCordialement,\nJean Dupont\nDirecteur', 'Merci.\nCordialement,\n[nom]\nDirecteur'],
    ['Cordialement, J. Dupont', 'Cordialement, [nom]'],
    ['Bien cordialement Zébulon Tartempion', 'Bien cordialement [nom]'],
    ['cordialement, tartempion', 'cordialement, [nom]'],
    ['I am John Smith', 'I am [nom]'],
    ["Hi, I'm John and I need help", "Hi, I'm [nom] and I need help"],
    ['my name is john smith', 'my name is [nom]'],
    ['this is John Smith speaking', 'this is [nom] speaking'],
    ['le dossier de M. Dupont', 'le dossier de M. [nom]'],
    ['Mme Durand et Monsieur Jean Petit', 'Mme [nom] et Monsieur [nom]'],
    ['demandez à mme durand', 'demandez à mme [nom]'],
    ['le Dr Knock a dit', 'le Dr [nom] a dit'],
    ['M. de Villepin et Mme de La Fontaine', 'M. [nom] et Mme [nom]'],
    ["je suis Mme d'Ornano", 'je suis Mme [nom]'],
    ['je suis Nguye\u0302n Van Anh', 'je suis [nom]'],
  ])('masks the announced name in "%s"', (text, masked) => {
    expect(mask(text, knows)).toBe(masked);
  });

  it.each([
    ['le projet de Sophie Durand avance ?', 'le projet de [nom] avance ?'],
    ['Zoé Tartempion demande la suite', '[nom] demande la suite'],
    ['vu avec Jean-Pierre Le Goff hier', 'vu avec [nom] hier'],
    ['d’après Marie de La Tour, oui', 'd’après [nom], oui'],
    ['l’avis d’Anne-Marie DURAND', 'l’avis d’[nom]'],
    ['Pierre Martin, de la DGFiP', '[nom], de la DGFiP'],
    ['DURAND Sophie (bureau 12)', '[nom] (bureau 12)'],
    ['voir LE GOFF Sophie et Jean PETIT', 'voir LE [nom] et [nom]'],
    ['QUI EST SOPHIE DURAND', 'QUI EST [nom]'],
  ])('masks the name in "%s", which nothing but a first name announces', (text, masked) => {
    expect(mask(text, knows)).toBe(masked);
  });
});

describe('what says nothing of a person', () => {
  it.each([
    'les années 2018 2019 2020 2021',
    'de 2018-2019 à 2020-2021',
    '1 234 567 890 €',
    '10 000 000 000',
    '10 000 000 000 000',
    '1 023 000 000 000 €',
    '+ 20 000 000 €',
    '+33 000 000 €',
    '+30 000 000',
    '1000+20000000',
    '0,612345678',
    '0.612345678',
    'SIRET 362 521 879 00034',
    'SIRET 36252187900034',
    'SIREN 005 520 135',
    'SIRET 005 520 135 00012',
    'le 01/02/2024 10:30',
    'le 01.02.2024 10.30',
    '06.12.24 10.30.45',
    '2026-11-24T10:15:00Z',
    'projet 2018-0612345678',
    '75001 75002 69003',
    'les départements 01, 02, 03, 04, 05',
    '2,3 M€ sur 4 ans puis 12 M. Ensuite',
    'projet n° 123456789',
    'AB12 lots of words here and there with 12 34 56',
    'look at impots.gouv.fr',
    'on 16 January 2020 at code.travail.gouv.fr',
    'voir @impots.gouv.fr',
    '3 pommes @ 2 €',
    'je suis préfet',
    'je suis Préfet de la Sarthe',
    'je suis à la rue',
    'je suis agent de la DGFiP',
    'Je suis DGFiP',
    'je suis en Occitanie',
    'je suis chercheuse au CNRS',
    "je suis d'accord",
    "je suis l'adjointe du maire",
    'je suis intéressé par les achats',
    'je suis Mentor depuis 2019',
    'je suis sous-préfet',
    'je suis un particulier',
    'je suis bien content',
    'je suis également intéressé',
    'je suis Directeur Général des services',
    'I am Deputy Director',
    'je suis fonctionnaire territorial',
    'I am looking for projects',
    "I'm interested in housing",
    'I am a civil servant',
    'I AM LOOKING FOR PROJECTS',
    'JE SUIS EN OCCITANIE',
    'this is about housing',
    'un accord signé avec la Ville',
    'un contrat signé électroniquement',
    'Cordialement',
    'Cordialement, et merci',
    'Bonjour Monsieur le Préfet',
    'Bonjour Madame, Quels projets pour le logement ?',
    'Bonjour Monsieur Je voudrais savoir',
    'Madame Combien de projets ?',
    "moi c'est pour savoir",
    "comment je m'appelle ?",
    'Bonjour Sophie, quels projets ?',
    'sophie durand',
    'Jade, Mentor et Histologe',
    'Claude et Pix',
    'Sophie Le projet avance',
    'MERCI Sophie',
    'DGFIP Sophie',
    'SOPHIE QUELS PROJETS',
    'Saint-Denis de La Rose',
    'à Saint Etienne Métropole',
    'Pierre-Quentin, Jean-Pierre',
    '',
    ' ',
  ])('leaves "%s"', (text) => {
    expect(mask(text, knows)).toBe(text);
  });

  it.each([
    'je suis préfet',
    'je suis agent de la DGFiP',
    'je suis à la rue',
    'je suis en Occitanie',
    'I am looking for',
  ])('leaves "%s" without knowing the words of the base', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('the base', () => {
  const { projects, themes, organisations, territories, beneficiaries } = realRecords();
  const names = projects.flatMap(({ name, otherNames }) => [name, ...otherNames]);
  const base = realKnowledge();
  const inTheBase = (folded: string): boolean => base.vocabulary.knows(folded);

  it('names no project, theme, body, place or public by what is masked', () => {
    const texts = [...names, ...textsIn([themes, organisations, territories, beneficiaries])];
    expect(texts.length).toBeGreaterThan(5_000);
    const asked = texts.flatMap((text) => [text, `Que fait ${text} ?`]);

    expect(asked.filter((text) => mask(text, inTheBase) !== text)).toEqual([]);
  });

  it('has its names left when two stand side by side', () => {
    const pairs = names.flatMap((name, index) => [
      `${name} ${names[index + 1] ?? 'Mentor'}`,
      `Comparer ${name} Mentor`,
    ]);

    expect(pairs.filter((text) => mask(text, inTheBase) !== text)).toEqual([]);
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const PARTS = [
  ...[
    'je suis ',
    "je m'appelle ",
    'I am ',
    'this is ',
    'speaking',
    'Cordialement,\n',
    'signé ',
    'M. ',
    'Mme ',
    'JE SUIS ',
  ],
  ...[
    'Jean ',
    'Dupont',
    'dupont ',
    'de La ',
    'X',
    'préfet ',
    'mon nom est ',
    'J.',
    ' ',
    '\n',
    '-',
    "'",
    '.',
    ',',
    '/',
    '(',
    ')',
    '[nom]',
  ],
  ...[
    '06 12 34 56 78',
    '0612345678',
    '+33',
    '0033',
    ' 6',
    '(0)',
    '12',
    ' 34',
    '1850578006084',
    ' 2A',
    '362 521 879 00034',
    '€',
    '+',
    '352 621',
    '000',
  ],
  ...[
    'jean.dupont@x.fr',
    '@',
    ' at ',
    '(at)',
    ' arobase ',
    ' point ',
    'gouv.fr',
    'a',
    'FR76',
    ' 3000 6000 0112 3456 7890 189',
    'GB29 NWBK',
    '[téléphone]',
  ],
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fc.constantFrom(...PARTS), { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  it('once masked comes back unchanged, and is never more than twice as long', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = mask(text);
        expect(mask(masked)).toBe(masked);
        expect(masked.length).toBeLessThanOrEqual(2 * text.length);
      }),
      { numRuns: 3000 },
    );
  });

  it('without digits, signs, first names or announcing words is left as it is', () => {
    const words = fc.constantFrom(
      'Mentor',
      'Dupont',
      'projet',
      'achats,',
      'Bercy',
      'et',
      'la',
      'rue.',
      'préfet',
      'éà',
      '\n',
      'DGFiP',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        expect(mask(text)).toBe(text);
      }),
    );
  });

  it('holds no trace of a telephone number, an address or a name put anywhere in it', () => {
    const secrets = fc.constantFrom(
      '06 12 34 56 78',
      '+33 6 12 34 56 78',
      'zeb.tartempion@x.fr',
      "je m'appelle Tartempion",
    );
    const before = fc.constantFrom(
      '',
      'Budget 2024 : 1 234 567 € ',
      'projet Mentor, ',
      'merci\n',
      'Cordialement, ',
      '(urgent) ',
    );
    const after = fc.constantFrom(
      '',
      '.',
      ' en 2024',
      ', SIRET 362 521 879 00034',
      '\nCordialement',
      ' et 1 234 567 €',
      ')',
    );
    fc.assert(
      fc.property(before, secrets, after, (before, secret, after) => {
        expect(mask(`${before}${secret}${after}`)).not.toMatch(/12 34 56|artempion/);
      }),
    );
  });
});

describe('a text made to be slow', () => {
  /** A time that grows as the length makes of it some tenths of a second, one that grows as the square minutes. */
  const SIZE = 300_000;
  const DEADLINE_MS = 20_000;

  it.each(
    [
      ...[
        'a',
        '1',
        '0 ',
        '0 1 ',
        '0 0 1 ',
        '+0 0 1 ',
        '06 ',
        '061 ',
        '1 85 05 78 ',
        'a@',
        '@',
        'a ',
        'A ',
        'ab12',
        'FR76 ',
        'je suis ',
        'je suis Jean ',
        'M. ',
        'Jean de la ',
        'Jean-',
        'DUPONT Jean-A ',
        'this is ',
      ],
      ...[
        'a at ',
        'a(at)',
        'a arobase a point ',
        '+1',
        '+33 ',
        '00',
        '.',
        '((((',
        ' ',
        'je suis jean.dupont@x.fr 06 12 34 56 78 ',
        "je m'",
        'é\u0301',
        'X.',
        'je-',
        "d'",
        '+352 62 ',
      ],
    ].map((part) => [part]),
  )('of "%s" repeated comes to an end', (part) => {
    const text = part.repeat(Math.ceil(SIZE / part.length)).slice(0, SIZE);

    // No clock can stop what never gives way but this one.
    expect(() => {
      runInNewContext('mask()', { mask: () => mask(text) }, { timeout: DEADLINE_MS });
    }).not.toThrow();
  });
});
