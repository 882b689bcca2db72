import { type DataFileName, parseRecords } from '../../../src/core/loading/parse';
import { dataProblemText } from '../../../src/messages/data-problem-text';
import { dataTexts, realRecords } from '../knowledge';
import { textWith } from '../../matchers';

/** The messages for the real data with one file changed. */
function messagesWith(file: DataFileName, change: (text: string) => string): readonly string[] {
  const texts = dataTexts();
  const parsed = parseRecords({ ...texts, [file]: change(texts[file]) });
  return 'problems' in parsed ? parsed.problems.map(dataProblemText) : [];
}

describe('the knowledge base', () => {
  it('holds every project, programme fact and call', () => {
    const { projects, facts, calls } = realRecords();

    expect([projects.length, facts.length, calls.length]).toEqual([68, 90, 10]);
  });

  it('has at least one source for each record, and a label in both languages for each theme', () => {
    const { projects, facts, calls, themes } = realRecords();

    for (const { sources } of [...projects, ...facts, ...calls]) expect(sources.length).toBeGreaterThan(0);
    for (const { label } of themes) expect([label.fr, label.en].every((text) => text.length > 1)).toBe(true);
  });

  it('answers on the fund by sentences that stand alone, whatever the question was', () => {
    const leaning = /^(oui|non|il|elle|ils|elles|c'est|parce|par|yes|no|it|they|because|through)\b/iu;
    const answers = realRecords().facts.flatMap(({ answerFr, answerEn }) => [answerFr, answerEn]);

    expect(answers.filter((answer) => leaning.test(answer))).toEqual([]);
  });

  it('has two levels of themes and no more', () => {
    const { themes } = realRecords();
    const parents = new Map(themes.map(({ id, parent }) => [id, parent]));

    for (const { parent } of themes) if (parent !== null) expect(parents.get(parent)).toBeNull();
  });
});

describe('a mistake in a data file', () => {
  it('is told with file, place, what was found and how to mend it', () => {
    const messages = messagesWith('projects.json', (text) =>
      text.replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": "5,4"'),
    );

    expect(messages).toEqual([
      'data/projects.json, ligne 42, fiche « mentor » : projects[0].ftapFundingMEUR : attendu : un nombre ; trouvé : "5,4" (écrivez 5.4, sans guillemets, avec un point)',
    ]);
  });

  it('is told together with all the others', () => {
    const messages = messagesWith('projects.json', (text) =>
      text
        .replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": "5,4"')
        .replace('"confidence": "high"', '"confidence": "sûr"')
        .replace('"otherNames": [', '"autresNoms": ['),
    );

    expect(messages).toHaveLength(4);
    expect(messages.join('\n')).toContain('projects[0].autresNoms : champ inconnu');
    expect(messages.join('\n')).toContain('projects[0].otherNames : champ absent');
    expect(messages.join('\n')).toContain('"high" | "medium" | "low"');
  });

  it.each([
    [
      'an id that does not exist',
      (text: string) => text.replace('"formation"', '"formations-inexistantes"'),
      'data/projects.json, ligne 34, fiche « mentor » : projects[0].themes[0] : identifiant inconnu : "formations-inexistantes" (il doit exister dans data/themes.json',
    ],
    [
      'a note in French alone',
      (text: string) => text.replace('"carrierNoteEn": "La Gazette', '"carrierNoteEn": null, "x": "La Gazette'),
      'projects[0].carrierNoteEn : valeur refusée : null (attendu : le même texte en anglais s’il y en a un en français, sinon null)',
    ],
    [
      'a status in English alone',
      (text: string) => text.replace('"statusEn": null', '"statusEn": "Over."'),
      '.statusEn : valeur refusée : "Over."',
    ],
    [
      'a side of a disagreement in French alone',
      (text: string) => text.replace('"valueAEn": "planned', '"valueAEn": null, "x": "planned'),
      'fiche « geoplateforme » : projects[3].conflicts[0].valueAEn : valeur refusée : null',
    ],
    [
      'an id used twice',
      (text: string) => text.replace('"id": "bfc-accueil-mutualise"', '"id": "mentor"'),
      'identifiant déjà pris : "mentor"',
    ],
    [
      'a comma too many',
      (text: string) => text.replace('"id": "mentor",', '"id": "mentor",,'),
      'data/projects.json, ligne 13 : ce n’est pas du JSON lisible, colonne 22 : un nom de champ entre guillemets est attendu, ou une virgule est de trop',
    ],
    [
      'a comma that lacks',
      (text: string) => text.replace('"id": "mentor",', '"id": "mentor"'),
      'data/projects.json, ligne 14 : ce n’est pas du JSON lisible, colonne 7 : une virgule manque avant cet endroit',
    ],
    [
      'a comma after the last',
      (text: string) => text.replace('"otherNames": ["Mentor"]', '"otherNames": ["Mentor",]'),
      'une valeur est attendue, ou une virgule est de trop',
    ],
    [
      'a file that was cut',
      (text: string) => text.slice(0, text.indexOf('"ftapFundingMEUR"')),
      'ligne 42 : ce n’est pas du JSON lisible, colonne 7 : le fichier s’arrête là, il semble coupé',
    ],
    [
      'a line break within a text',
      (text: string) => text.replace('"Mentor"', '"Men\ntor"'),
      'un guillemet fermant manque, ou le texte passe à la ligne',
    ],
    [
      'accents of another encoding',
      (text: string) => new TextDecoder().decode(Buffer.from(text, 'latin1')),
      'data/projects.json, ligne 4 : ce fichier n’est pas en UTF-8 : on dirait du Windows-1252',
    ],
    [
      'the encoding of a Windows editor',
      (text: string) => new TextDecoder().decode(Buffer.from(`\uFEFF${text}`, 'utf16le')),
      'data/projects.json, ligne 1 : ce fichier n’est pas en UTF-8 : on dirait du UTF-16',
    ],
    [
      'an address that is none',
      (text: string) => text.replace('"url": "https://frenchweb.fr', '"url": "javascript:alert(1)//frenchweb.fr'),
      'sources[1].url : valeur refusée',
    ],
    [
      'a date that is none',
      (text: string) => text.replace('"announced": "2018-11-12"', '"announced": "12/11/2018"'),
      'call.announced : valeur refusée : "12/11/2018" (attendu : une date écrite AAAA-MM-JJ, AAAA-MM ou AAAA)',
    ],
    [
      'a day that is in no calendar',
      (text: string) => text.replace('"announced": "2018-11-12"', '"announced": "2018-02-30"'),
      'call.announced : valeur refusée : "2018-02-30" (attendu : un jour qui existe)',
    ],
    [
      'euros that would pass for millions',
      (text: string) => text.replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": 5400000'),
      'ftapFundingMEUR : valeur refusée : 5400000 (les montants sont en millions d’euros : celui-ci semble en euros ou en milliers d’euros ; pour 5400000 euros, écrivez 5.4)',
    ],
    [
      'nought for an amount that nobody gives',
      (text: string) => text.replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": 0'),
      'ftapFundingMEUR : valeur refusée : 0 (attendu : un montant positif en millions d’euros, ou null)',
    ],
    [
      'a key that stands twice, where the last would have won',
      (text: string) => text.replace('"ftapFundingMEUR": 5.4,', '"ftapFundingMEUR": 5.4,\n      "ftapFundingMEUR": 7,'),
      'data/projects.json, ligne 43, fiche « mentor » : projects[0].ftapFundingMEUR : « ftapFundingMEUR » est écrit deux fois dans la même fiche, d’abord ligne 42',
    ],
    [
      'a key that stands twice, once by its codes',
      (text: string) => text.replace('"id": "mentor",', '"id": "mentor", "\\u0069d": "autre",'),
      '« id » est écrit deux fois',
    ],
    [
      'a count that nobody has to type any more',
      (text: string) => text.replace('"compiled": null', '"compiled": null, "count": 66'),
      'meta.count : champ inconnu',
    ],
    [
      'a field that a source cannot back',
      (text: string) => text.replace('"backs": [', '"backs": ["montant", '),
      'sources[0].backs[0] : valeur refusée : "montant" (attendu : "summary" | "savings" | "funding"',
    ],
    [
      'a disagreement about no field',
      (text: string) => text.replace(/"about": \[[^\]]*\]/, '"about": []'),
      'conflicts[0].about',
    ],
  ])('names %s', (_what, change, expected) => {
    expect(messagesWith('projects.json', change).join('\n')).toContain(expected);
  });

  it('names the themes that stand above themselves', () => {
    const messages = messagesWith('themes.json', (text) =>
      text.replace(/("id": "logement",\s+"parent": )null/u, '$1"habitat-indigne"'),
    );

    expect(messages).toHaveLength(2);
    expect(messages.join('\n')).toMatch(
      /fiche « logement » : themes\[\d+\]\.parent : valeur refusée : "habitat-indigne"/u,
    );
  });

  it.each([
    [
      'figure',
      (text: string) => text.replace('"figure": "savingsMEUR"', '"figure": "savings"'),
      'tellsTotal[0].figure',
    ],
    [
      'source',
      (text: string) => text.replace('"source": "Cour des comptes', '"source": "La Cour des comptes'),
      'tellsTotal[0].source',
    ],
  ])('names the %s that a figure of the whole fund lacks', (_what, change, expected) => {
    expect(messagesWith('programme.json', change).join('\n')).toContain(expected);
  });

  it('reads UTF-8 with its mark, lines of Windows as well', () => {
    expect(messagesWith('projects.json', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it('has no reference looked for in a file that could not be read, and all others told in one pass', () => {
    const texts = dataTexts();
    const parsed = parseRecords({
      ...texts,
      'themes.json': texts['themes.json'].slice(0, -3),
      'projects.json': texts['projects.json']
        .replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": "5,4"')
        .replace('"carrierIds": ["ministere-action-comptes-publics"', '"carrierIds": ["ministere-inconnu"'),
    });

    expect('problems' in parsed && parsed.problems.map(dataProblemText)).toEqual([
      textWith('projects[0].ftapFundingMEUR : attendu : un nombre'),
      textWith('projects[0].carrierIds[0] : identifiant inconnu : "ministere-inconnu"'),
      textWith('data/themes.json'),
    ]);
  });

  it('names a file that is not there', () => {
    const parsed = parseRecords({ ...dataTexts(), 'themes.json': null });

    expect('problems' in parsed && parsed.problems.map(dataProblemText)).toEqual([
      textWith('data/themes.json : fichier introuvable'),
    ]);
  });
});
