import { answerText } from '../../dialogs/text/answer-text';
import { EMPTY_FILTER, EMPTY_MEMORY, type Question } from '../../src/core/model/question';
import { respondTo } from '../../src/core/respond';
import { containing, objectLike, textLike } from '../matchers';
import { conversing, createChat } from './chat';
import { realKnowledge } from './knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('what a conversation leaves unsaid', () => {
  it.each([
    [
      ['top 5 des financements', 'et par coût complet ?'],
      { kind: 'list', sort: { field: 'cost' }, total: 5, projects: containing(['pilat']) },
    ],
    [
      ['les cinq plus gros financements', 'trie-les par coût'],
      { kind: 'list', sort: { field: 'cost' }, projects: ['identite-numerique'] },
    ],
    [
      ['combien de projets du numérique ?', 'et de la santé ?', 'les deux réunis'],
      { kind: 'aggregate', operation: 'count', value: 60 },
    ],
    [
      ["gmbi c'est quoi", 'et foncier innovant', 'côté coût complet, lequel est le pire des deux'],
      { kind: 'compare', field: 'cost', projects: ['gmbi', 'foncier-innovant'] },
    ],
    [['Quels projets de la DGFiP ont un coût total inconnu ?'], { kind: 'list', filter: { unknown: ['cost'] } }],
    [
      ['projets avec plus de 10 M€ de financement et moins de 50 M€ de coût'],
      {
        filter: {
          amounts: [
            { field: 'funding', min: 10 },
            { field: 'cost', max: 50 },
          ],
        },
      },
    ],
    [
      ['projets IA', 'combien ont un financement connu ?', 'et ceux sans ?'],
      { filter: { known: [], unknown: ['funding'], topics: [{ themes: ['intelligence-artificielle'] }] } },
    ],
    [['compare Mentor et Géoplateforme', 'liste tous les projets'], { kind: 'list', total: knowledge.projects.length }],
    [
      ['Quels projets concernent le logement ?', 'lequel a reçu le plus ?', 'et parmi tous les projets ?'],
      { kind: 'aggregate', operation: 'max', field: 'funding', value: 35 },
    ],
    [
      ['projets de fiscalité par coût, du plus élevé au plus faible', "dans l'autre sens"],
      { kind: 'list', sort: { field: 'cost', direction: 'ascending' } },
    ],
    [['projets de la douane', 'trie par date'], { kind: 'list', sort: { field: 'date' }, total: 3 }],
    [
      ['projets sur le handicap', 'et sur la prison', 'les deux listes ensemble'],
      { kind: 'list', projects: containing(['plateforme-handicap', 'inserre', 'numerique-en-detention']) },
    ],
    [['projets en cours'], { kind: 'list', show: containing(['status']) }],
    [
      ['Projets de la Justice', 'seulement 2021', 'et le reste ?'],
      { kind: 'list', filter: { years: [], except: { projects: ['procedure-penale-numerique'] } } },
    ],
    [
      ['Aide totale des projets de 2019 ?', 'et de 2020 ?', 'la différence ?'],
      { kind: 'aggregate', operation: 'sum', groupBy: 'asked', groups: containing([objectLike({ id: '2019' })]) },
    ],
    [
      ['Histologe, aide du fonds ?', 'Trackdéchets ?', 'DossierFacile ?', 'additionne'],
      { kind: 'aggregate', operation: 'sum', value: 2.35, counted: 3 },
    ],
    [
      ['trois plus grosses aides', 'et les autres de plus de 20 M€ ?'],
      { kind: 'list', total: 4, filter: { amounts: [{ min: 20 }] } },
    ],
    [
      [
        'combien de lauréats en 2020 dans la base',
        "et l'année d'avant ?",
        "les deux ensemble, ça fait combien d'aide ?",
      ],
      { kind: 'aggregate', operation: 'sum', field: 'funding', total: 12 },
    ],
    [
      ['La plus petite aide de 2020 ?', 'hormis celle-là ?'],
      { kind: 'aggregate', operation: 'min', value: 1, projects: ['resorption-bidonvilles'] },
    ],
    [
      ["Projets d'IA", "dans l'emploi", "enlève l'emploi et ajoute la fiscalité"],
      { kind: 'list', filter: { topics: [{ themes: ['intelligence-artificielle'] }, { themes: ['fiscalite'] }] } },
    ],
    [
      ['Quelle part des dossiers a été retenue en 2018 ?', "et l'année suivante ?"],
      { kind: 'programme', facts: ['taux-selection-2019'] },
    ],
    [['Résultats du premier appel ?', 'et le suivant ?'], { kind: 'programme', facts: ['appel2'] }],
    [['Résultats du deuxième appel ?', "et celui d'avant ?"], { kind: 'programme', facts: ['appel1'] }],
    [['Bilan de la première session de 2019 ?', 'la seconde ?'], { kind: 'programme', facts: ['appel3-session2'] }],
    [
      ["Qu'est-ce que le FTAP 2 ?", 'combien devait-il faire économiser ?'],
      { kind: 'programme', facts: ['ftap2-economies-visees'] },
    ],
    [
      ['projets dont les économies sont publiées', 'seulement au-dessus de 4 M€'],
      { kind: 'list', filter: { amounts: [{ field: 'savings', min: 4 }] } },
    ],
    [
      ['les quatre plus petites aides', 'la plus petite des quatre, à qui sert-elle ?'],
      { kind: 'fact', project: 'enfants-du-spectacle', field: 'beneficiaries' },
    ],
    [
      ['Quels projets la douane porte-t-elle ?', 'le 3D, son coût ?', "et l'autre, celui des ports ?"],
      { kind: 'fact', project: 'france-sesame', field: 'cost' },
    ],
    [
      ['total des coûts de PILAT et ROCSP', 'non, PILAT et GMBI'],
      { kind: 'aggregate', operation: 'sum', value: 160.7, counted: 2 },
    ],
    [
      ['Projets de la Justice', "lesquels n'ont pas d'aide publiée ?", 'et ceux qui en ont une ?'],
      { kind: 'list', filter: { known: ['funding'], unknown: [] } },
    ],
    [
      ['Justice projects', 'which have no published grant?', 'and those that do?'],
      { kind: 'list', filter: { known: ['funding'], unknown: [] } },
    ],
    [
      ['Combien de projets ont un coût publié ?', "et l'aide ?"],
      { kind: 'aggregate', operation: 'count', value: 31, outOf: 68 },
    ],
    [
      ['Combien de projets de la base depuis 2019, non, depuis 2023 ?'],
      { kind: 'aggregate', operation: 'count', value: 8 },
    ],
    [['Calypso, non, Archipel, quel coût ?'], { kind: 'fact', project: 'inrap-archipel', field: 'cost' }],
    [
      ["vous me sortez tout ce qui touche à l'agriculture ?"],
      { kind: 'list', filter: { topics: [{ themes: ['agriculture'] }], except: { topics: [] } } },
    ],
    [['les projets de lIGN'], { kind: 'list', filter: { carriers: ['ign'] } }],
    [['Combien de projets du numérique ?'], { kind: 'aggregate', operation: 'count', outOf: 68 }],
    [
      ['Projets retenus en 2021', 'le second, celui des fouilles, quel coût ?'],
      { kind: 'fact', field: 'cost', project: 'inrap-archipel' },
    ],
    [
      ["Combien de projets entre 5 et 10 M€ d'aide ?", 'et au-dessus de 10 ?'],
      { kind: 'aggregate', filter: { amounts: [{ min: 10, max: null }] } },
    ],
    [['Quels projets en 2023 sur le logement ?', "enlève l'année"], { kind: 'list', filter: { years: [] } }],
    [['Quels projets en 2019 ?', "et l'année suivante ?"], { kind: 'list', filter: { years: [2020] } }],
    [
      ['Projets sur le logement', 'trie-les par coût'],
      { kind: 'list', sort: { field: 'cost', direction: 'descending' } },
    ],
    [
      ['Projets sur le logement', "lesquels n'ont pas de montant publié ?"],
      { kind: 'list', filter: { unknown: ['funding'], topics: [{ themes: ['logement'] }] } },
    ],
    [
      ['Combien de projets ont eu plus de dix millions du fonds ?', 'et plus de vingt-cinq millions ?'],
      { kind: 'aggregate', operation: 'count', value: 4 },
    ],
    [
      ['Combien de projets ont eu plus de dix millions du fonds ?', 'et plus de vingt-cinq ?'],
      { kind: 'aggregate', operation: 'count', value: 4 },
    ],
    [
      ['Quels projets coûtent plus de 50 M€ ?', 'monte le seuil à cent'],
      { kind: 'list', filter: { amounts: [{ field: 'cost', min: 100, max: null }] } },
    ],
    [
      ['les 3 plus petites aides', "et à l'inverse les 3 plus grosses"],
      { kind: 'list', total: 3, filter: { among: null }, sort: { field: 'funding', direction: 'descending' } },
    ],
    [
      ["Quel projet présente l'aide la plus élevée ?", "Et si l'on raisonne en coût complet ?"],
      { kind: 'aggregate', operation: 'max', field: 'cost', value: 123.5 },
    ],
    [
      ["projets du ministère de l'Intérieur", "et l'écologie ?"],
      { kind: 'list', filter: { carriers: [], topics: [{ themes: ['environnement'] }] } },
    ],
    [
      ['projets annoncés en 2019', 'juste ceux de la santé', 'sans limite de date'],
      { kind: 'list', filter: { years: [], topics: [{ themes: ['sante'] }] } },
    ],
    [
      ['projets en Bretagne', 'et la Justice ?'],
      { kind: 'list', verdict: 'limits-lifted', filter: { territories: [] } },
    ],
    [
      ['projets en Bretagne', 'seulement la Justice'],
      { kind: 'list', total: 0, verdict: null, filter: { territories: ['bretagne'] } },
    ],
    [
      ['Les trois coûts complets les plus élevés ?', 'Et les trois suivants ?'],
      { kind: 'list', projects: ['lidar-hd', 'identite-numerique', 'portail-commun-recouvrement'] },
    ],
    [
      ['GMBI c’est quoi', 'compare le coût avec Foncier innovant'],
      { kind: 'compare', field: 'cost', projects: ['gmbi', 'foncier-innovant'] },
    ],
    [['top 3 des aides', 'compare le 2 et le 3'], { kind: 'compare', projects: ['health-data-hub', 'si-pac'] }],
    [
      ["quels projets ont reçu entre un et trois millions d'euros ?"],
      { kind: 'list', filter: { amounts: [{ field: 'funding', min: 1, max: 3 }] } },
    ],
    [
      ['Quels sont les projets du ministère de la Justice ?', "Celui avec l'archivage m'intéresse le plus. Son coût ?"],
      { kind: 'fact', project: 'projae-axone', field: 'cost' },
    ],
    [
      [
        'how much pour le Health Data Hub',
        'OCS GE ?',
        'et Archipel ?',
        "go back to the first, c'est pour qui au fond ?",
      ],
      { kind: 'fact', project: 'health-data-hub', field: 'beneficiaries' },
    ],
    // What limits already, and is taken out, limits no more.
    [
      ['projets de la DGFiP sur le cadastre', 'enlève le cadastre'],
      { kind: 'list', filter: { topics: [], carriers: ['dgfip'], except: { topics: [] } } },
    ],
    [
      ['projets de plus de 50 M€ de coût à la DGFiP', 'retire ce plafond de 50'],
      { kind: 'list', filter: { amounts: [], carriers: ['dgfip'] } },
    ],
    // One amount ruled out for another: the same bound.
    [
      ['projets de plus de 10 M€ de coût', "je me suis trompé : d'aide, pas de coût"],
      { kind: 'list', filter: { amounts: [{ field: 'funding', min: 10 }] } },
    ],
    [
      ["projets de plus de 20 M€ d'aide", 'non, mettez trente plutôt'],
      { kind: 'list', filter: { amounts: [{ field: 'funding', min: 30 }] } },
    ],
    [
      ['projets de la justice', 'ne garde que la prison'],
      { kind: 'list', projects: containing(['numerique-en-detention']), filter: { except: { topics: [] } } },
    ],
    [['les projets sans économies publiées'], { kind: 'list', filter: { known: [], unknown: ['savings'] } }],
    [
      ['combien de projets sans coût connu ?'],
      { kind: 'aggregate', operation: 'count', filter: { unknown: ['cost'] } },
    ],
    [['les projets de la douane', 'seulement ceux de 2023'], { kind: 'list', total: 0, filter: { years: [2023] } }],
    [
      ['Mentor', 'les 4 plus gros coûts', 'et le 3e, il a reçu combien ?'],
      { kind: 'fact', project: 'intelligence-emploi' },
    ],
    [
      ['Hors PILAT et hors Intelligence emploi, quel est le coût le plus élevé ?'],
      { kind: 'aggregate', operation: 'max', projects: ['procedure-penale-numerique'] },
    ],
    [
      ['Pour combien de projets le coût est-il connu ?'],
      { kind: 'aggregate', operation: 'count', filter: { known: ['cost'], unknown: [] } },
    ],
    [['le - cher de tous'], { kind: 'aggregate', operation: 'min' }],
    [
      ['Bonjour, je travaille en préfecture. Vos projets sur le logement ?'],
      { kind: 'list', filter: { carriers: [], topics: [{ themes: ['logement'] }] } },
    ],
    [['compare HIPE et Mentor', 'non, HIPE et PILAT'], { kind: 'compare', projects: ['hipe', 'pilat'] }],
    // The day is not published: the call tells the year.
    [
      ['SI PAC, combien ?', 'quelle année déjà ?'],
      { kind: 'fact', project: 'si-pac', field: 'date', isPublished: false, also: [{ field: 'call' }] },
    ],
    [['les 3 projets les plus chers'], { kind: 'list', total: 3, filter: { amounts: [] } }],
    [
      ['Total des aides de la Justice, je suis attendu dans 10 min'],
      { kind: 'aggregate', operation: 'sum', filter: { amounts: [] } },
    ],
    [
      ['Géoplateforme plus LiDAR HD, coût complet cumulé'],
      { kind: 'aggregate', operation: 'sum', field: 'cost', value: 81.5 },
    ],
    [
      ['Projets lauréats de 2018', 'et quel montant en tout ?'],
      { kind: 'aggregate', operation: 'sum', field: 'funding', total: 24 },
    ],
    [
      ['Moyenne des financements du fonds', 'et la médiane ?'],
      { kind: 'aggregate', operation: 'median', field: 'funding', value: 5.4 },
    ],
    [
      ['Combien le fonds a-t-il donné à la Géoplateforme ?', 'pardon, je voulais dire LiDAR HD'],
      { kind: 'fact', project: 'lidar-hd', field: 'funding' },
    ],
    [
      ['Combien a reçu le cloud de l’État ?', 'et le dossier météo ?'],
      { kind: 'fact', project: 'previsions-meteorologiques', field: 'funding', isPublished: false },
    ],
    [
      ['Combien doit faire économiser Mentor ?', 'et Géoplateforme ?', 'compare les deux'],
      { kind: 'compare', projects: containing(['mentor', 'geoplateforme']), field: 'savings', difference: null },
    ],
    [['Combien a reçu Mentor ?', "d'où ça vient ?"], { kind: 'fact', project: 'mentor', field: 'sources' }],
    [
      ['financement de France Cloud ?', 'et FranceConnect Plateforme ?', 'ok merci', 'total des deux ?'],
      { kind: 'aggregate', operation: 'sum', field: 'funding', value: 43.6 },
    ],
    [
      ['combien a reçu la procédure pénale numérique ?', 'et Archipel ?', 'moyenne des deux ?'],
      { kind: 'aggregate', operation: 'average', value: 12.575 },
    ],
    [
      ['les 5 projets avec le coût total le plus élevé', 'les deux premiers seulement'],
      { kind: 'list', projects: ['pilat', 'procedure-penale-numerique'] },
    ],
    [
      ['un outil pour suivre les bidonvilles ?', 'combien du FTAP ?'],
      { kind: 'fact', project: 'resorption-bidonvilles', field: 'funding' },
    ],
  ])('%j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });
});

describe('sets beside each other', () => {
  it('tells which ministry has more projects', () => {
    const answer = converse(["Qui a le plus de projets, la Justice ou l'Intérieur ?"]);

    expect(answer).toMatchObject({ kind: 'aggregate', operation: 'count' });
    expect(answer?.kind === 'aggregate' && answer.groups.map(({ id, size }) => [id, size])).toEqual(
      containing([['ministere-justice', 7]]),
    );
  });

  it('ranks years, and names the first', () => {
    expect(converse(['Quelle année compte le plus de projets ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      value: 24,
    });
  });

  it.each(['Quel est le projet le plus important ?'])(
    'takes the size of a project for what it costs: %s',
    (question) => {
      expect(converse([question])).toMatchObject({ operation: 'max', field: 'cost', projects: ['pilat'] });
    },
  );

  it('measures the gap between the greatest and the least', () => {
    expect(converse(["L'écart entre la plus grosse dotation du fonds et la plus petite"])).toMatchObject({
      kind: 'compare',
      field: 'funding',
      difference: 34.8,
    });
  });

  it('says what share of the base has a published figure', () => {
    expect(converse(['Quelle proportion de vos projets a une dotation du fonds connue ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'count',
      value: 31,
      outOf: 68,
    });
  });
});

describe('how to apply, which no source tells', () => {
  it.each([
    'comment candidater ?',
    'À qui m’adresser pour déposer un dossier ?',
    'Mon projet peut-il être financé ?',
    'How do I apply to the fund?',
  ])('is said, whatever the words: %s', (question) => {
    expect(converse([question])).toMatchObject({ kind: 'unknown', reason: 'applying' });
  });

  it.each([
    ['Quelle était la date limite de dépôt en 2020 ?', 'programme'],
    ['Quels critères pour candidater ?', 'programme'],
  ])('is not what another question asks: %s', (question, kind) => {
    expect(converse([question])).not.toMatchObject({ reason: 'applying' });
    expect(converse([question])).toMatchObject({ kind });
  });
});

describe('a body that is known and carries nothing', () => {
  it.each([
    ['projets du ministère des Armées', 'ministere-armees'],
    ['combien de projets portés par le CNRS ?', 'cnrs'],
    ['je suis à la DGAC', 'dgac'],
  ])('is told to have none: %s', (question, body) => {
    expect(converse([question])).toMatchObject({ total: 0, filter: { carriers: [body] } });
  });
});

describe('what nothing explains', () => {
  it.each(['projets portés par la SNCB', 'combien de projets de la Hadopi ?', 'projets à la clinique Zorglub'])(
    'says whose, and is no reason to tell of all: %s',
    (question) => {
      expect(converse([question])).toMatchObject({ kind: 'unknown', reason: 'no-such-project' });
    },
  );

  it.each([
    [['projets sur la méthanisation'], 'méthanisation'],
    [['projets sur la cryptomonnaie'], 'cryptomonnaie'],
    [['projets santé', 'projets sur les éléphants'], 'éléphants'],
    [['projets handicap', 'et sur la natation ?'], 'natation'],
    [['projets de la douane', 'projets sur la pêche'], 'pêche'],
    [['gîtes'], 'gîtes'],
  ])('is said not to be found, and not answered by the last list: %j', (turns, name) => {
    expect(converse(turns)).toMatchObject({ kind: 'unknown', name });
  });

  it.each(['xyzzy', 'moulin', 'asdfghjkl'])('is no greeting: %s', (noise) => {
    expect(converse([noise])).toMatchObject({ kind: 'unknown' });
  });
});

describe('what no record answers', () => {
  it.each([
    ['Quels sont les lauréats du Fonds vert en Bourgogne-Franche-Comté ?'],
    ['Qui a gagné le huitième appel à projets ?'],
    ["Combien d'habitants en Bretagne ?"],
    ["J'ai oublié mon mot de passe Mentor, vous pouvez le réinitialiser ?"],
    ['Combien a coûté le projet Zéphyrus de capteurs sur les éoliennes ?'],
  ])('%s', (question) => {
    expect(converse([question])).toMatchObject({ kind: 'unknown' });
  });
});

describe('several projects spoken of together', () => {
  const HOUSING = { fr: 'Quels projets concernent le logement ?', en: 'Which projects are about housing?' };
  const shown = createChat(knowledge).say(HOUSING.fr);
  const ids = shown.kind === 'list' ? shown.projects : [];

  it('are more than are set against one another', () => {
    expect(ids.length).toBeGreaterThan(5);
  });

  it.each([
    ['fr', 'qui les porte ?', 'carrier'],
    ['fr', 'et leurs porteurs ?', 'carrier'],
    ['fr', 'où en sont-ils ?', 'status'],
    ['en', 'who runs them?', 'carrier'],
    ['en', 'what is their status?', 'status'],
    ['en', 'what are their expected savings?', 'savings'],
  ] as const)('each has its line (%s): %s', (locale, question, field) => {
    expect(converse([HOUSING[locale], question], locale)).toMatchObject({
      kind: 'list',
      show: [field],
      total: ids.length,
      projects: containing(ids),
    });
  });

  it.each([
    ['fr', 'combien ont-ils reçu ?', 'sum', 'funding'],
    ['fr', 'combien coûtent-ils au total ?', 'sum', 'cost'],
    ['fr', 'combien coûtent-ils ensemble ?', 'sum', 'cost'],
    ['fr', 'combien ont-ils reçu en moyenne ?', 'average', 'funding'],
    ['en', 'how much do they cost in total?', 'sum', 'cost'],
  ] as const)('are computed over, and no others (%s): %s', (locale, question, operation, field) => {
    expect(converse([HOUSING[locale], question], locale)).toMatchObject({
      kind: 'aggregate',
      operation,
      field,
      total: ids.length,
      filter: { topics: [{ themes: ['logement'] }] },
    });
  });

  it.each([
    ['fr', 'combien sont-ils ?'],
    ['en', 'how many are they?'],
  ] as const)('are counted (%s): %s', (locale, question) => {
    expect(converse([HOUSING[locale], question], locale)).toMatchObject({ operation: 'count', value: ids.length });
  });

  it('are not meant by a question on the fund', () => {
    expect(converse([HOUSING.fr, 'comment sont choisis les lauréats ?'])).toMatchObject({ kind: 'programme' });
  });
});

describe('calls for projects', () => {
  const lastCall = [...knowledge.calls].sort((a, b) => (b.announced ?? '').localeCompare(a.announced ?? ''))[0];
  const [lastName = ''] = lastCall?.label.split(',') ?? [];

  it.each([
    ['fr', "C'est quand le dernier appel ?", `C'est quand le ${lastName} ?`],
    ['fr', 'Quel est le dernier appel à projets ?', `Quel est le ${lastName} ?`],
    ['en', 'What is the last call for projects?', `What is ${lastName}?`],
  ] as const)('the last one is the one announced last (%s): %s', (locale, question, byName) => {
    const named = converse([byName], locale);
    const [fact = ''] = named?.kind === 'programme' ? named.facts : [];

    expect(fact).not.toBe('');
    expect(converse([question], locale)).toMatchObject({ kind: 'programme', facts: containing([fact]) });
  });

  it.each([
    ["Le premier appel, c'était quoi ?", 'appel1'],
    ['et le deuxième appel ?', 'appel2'],
  ])('one asked for by its number: %s', (question, fact) => {
    expect(converse([question])).toMatchObject({ kind: 'programme', facts: containing([fact]) });
  });
});

describe('a ranking', () => {
  it('goes on', () => {
    expect(converse(['Quel projet coûte le plus cher ?', 'et le deuxième ?'])).toMatchObject({
      kind: 'fact',
      project: 'procedure-penale-numerique',
      field: 'cost',
    });
  });
});

describe('the order of the announcements', () => {
  const OLDEST_FIRST: Question = {
    kind: 'list',
    filter: EMPTY_FILTER,
    sort: { field: 'date', direction: 'ascending' },
    limit: null,
    found: [],
    show: [],
  };

  it('never begins with a project of which only the year is known', () => {
    const { answer } = respondTo(OLDEST_FIRST, 'fr', EMPTY_MEMORY, knowledge);
    const [first = ''] = answer.kind === 'list' ? answer.projects : [];

    expect(knowledge.projectById.get(first)?.call.announced).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('what the base can be asked by', () => {
  it.each([['fr', 'liste des porteurs', 'carrier']] as const)(
    'is told with the number of projects (%s): %s',
    (locale, question, groupBy) => {
      expect(converse([question], locale)).toMatchObject({ kind: 'aggregate', operation: 'count', groupBy });
    },
  );
});

describe('overseas France', () => {
  it.each([
    ['fr', 'Projets outre-mer'],
    ['en', 'overseas projects'],
  ] as const)('is its five regions (%s)', (locale, question) => {
    expect(converse([question], locale)).toMatchObject({
      kind: 'list',
      filter: {
        topics: [],
        territories: containing(['guadeloupe', 'martinique', 'guyane', 'la-reunion', 'mayotte']),
      },
    });
  });
});

describe('a list without a project', () => {
  it.each([['ça en fait combien ?'], ['combien sont-ils ?'], ['lequel coûte le plus ?']])(
    'stays without one: %s',
    (question) => {
      expect(converse(['Projets en Normandie', question])).toMatchObject({
        kind: 'aggregate',
        total: 0,
        projects: [],
        filter: { territories: ['normandie'] },
      });
    },
  );
});

describe('the other end of an amount', () => {
  it('takes the place of one on the same side', () => {
    expect(converse(['Projets dont le coût dépasse 20 M€', 'et plus de 50'])).toMatchObject({
      filter: { amounts: [{ field: 'cost', min: 50, max: null }] },
    });
  });
});

describe('the number of all projects', () => {
  it.each([['Combien de projets as-tu en stock ?'], ['How many projects do you hold records for?']])(
    'is told when the base is meant: %s',
    (question) => {
      expect(converse([question])).toMatchObject({ operation: 'count', value: knowledge.projects.length });
    },
  );
});

describe('a problem told without any word of the title', () => {
  it.each([
    ['My car got towed last night and nobody can tell me which pound it is in. Any project for that?', 'si-fourrieres'],
    [
      "Mon ex-mari n'a pas le droit de m'approcher mais j'ai peur, il y a un dispositif ?",
      'bracelet-anti-rapprochement',
    ],
    ['On vit à six dans une cabane au bord du périphérique, quelqu’un suit ça ?', 'resorption-bidonvilles'],
    [
      "Madame, Monsieur, maire d'une commune rurale, je reçois encore en papier les demandes de véranda. Je souhaiterais savoir quel projet doit mettre ces autorisations en ligne. Veuillez agréer mes salutations.",
      'demat-ads',
    ],
  ])('%s', (question, project) => {
    const answer = converse([question], /[A-Z]y car/.test(question) ? 'en' : 'fr');
    const found = answer?.kind === 'fact' ? [answer.project] : answer && 'projects' in answer ? answer.projects : [];

    expect(found[0]).toBe(project);
  });
});

describe('what is ruled out', () => {
  it('gives way to what is meant instead', () => {
    expect(converse(['projets de la Justice', 'non pas la Justice, la douane'])).toMatchObject({
      kind: 'list',
      filter: { topics: [], carriers: ['dgddi'] },
    });
  });
});

describe('the set that was spoken of', () => {
  it.each([
    [['projets sur le logement', 'et en Bretagne ?'], { territories: ['bretagne'] }],
    [['projects on housing', 'and in Brittany?'], { territories: ['bretagne'] }],
  ])('keeps its subject beside a new place: %j', (turns, filter) => {
    expect(converse(turns)).toMatchObject({ filter: { topics: [{ themes: ['logement'] }], ...filter } });
  });

  it.each([
    [['projets de la DGFiP', 'combien en tout ?', 'le plus cher ?'], 'pilat'],
    [
      ['Which projects use artificial intelligence?', 'how much did they get in total?', 'which one got the most?'],
      'health-data-hub',
    ],
  ])('is still all of it after a sum or an extreme: %j', (turns, project) => {
    const whole = converse(turns.slice(0, 1));
    const size = whole && 'projects' in whole ? whole.projects.length : 0;
    const answer = converse(turns);

    expect(answer && 'projects' in answer ? answer.projects[0] : null).toBe(project);
    expect(answer).toMatchObject({ kind: 'aggregate', total: size });
  });

  it.each([
    [['projets dont le financement dépasse 20 M€', 'leur coût total ?', "lesquels n'ont pas de coût connu ?"]],
    [['combien de projets ont reçu plus de 20 M€ ?', "lesquels n'ont pas de coût connu ?"]],
  ])('is limited by what is not known: %j', (turns) => {
    expect(converse(turns)).toMatchObject({
      kind: 'list',
      filter: { amounts: [{ field: 'funding', min: 20 }], unknown: ['cost'] },
    });
  });

  it.each([
    ['fr', ['Combien de projets de la DGFiP coûtent plus de 30 M€ ?', 'lesquels ?']],
    ['en', ['How many DGFiP projects cost more than 30 million?', 'which ones?']],
  ] as const)('is listed after its number or its sum (%s): %j', (locale, turns) => {
    expect(converse(turns, locale)).toMatchObject({ kind: 'list', total: 5, filter: { carriers: ['dgfip'] } });
  });

  it('is gone back to as it was, with no limit that nobody said', () => {
    expect(converse(['projets de la douane', '3D, coût', 'bon. reviens à la liste'])).toMatchObject({
      kind: 'list',
      filter: { ...EMPTY_FILTER, carriers: ['dgddi'] },
    });
  });

  it('has one that its description tells, whatever place is said beside it', () => {
    const turns = ['les projets pour les prisons', 'le premier, non, celui avec les tablettes, il en est où'];

    expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'numerique-en-detention', field: 'status' });
  });

  it('tells of each how far it is, since no record says that one is finished', () => {
    expect(converse(['projets de la douane', 'lesquels sont terminés'])).toMatchObject({
      kind: 'list',
      total: 3,
      show: ['status'],
    });
  });

  it('is both of two asked one after the other, though one of them is empty', () => {
    expect(converse(['la DINUM porte quoi', 'et la DITP', 'combien d’aide à elles deux'])).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      total: 3,
    });
  });

  it('is the whole base where one project alone was spoken of', () => {
    expect(converse(['Health Data Hub subvention', 'c’est le plus aidé ?'])).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      projects: ['inserre'],
      total: 68,
    });
  });

  it('is measured by what the fund gave when nothing else is said', () => {
    expect(converse(['projets du 2e appel', 'et le plus petit ?'])).toMatchObject({
      operation: 'min',
      field: 'funding',
      filter: { calls: [{ number: 2 }] },
    });
  });
});

describe('a word or two after a project', () => {
  it.each([
    ['Mentor', "c'est rentable ?", 'savings'],
    ['HIPE', 'qui ?', 'carrier'],
    ['InSERRE', 'où ?', 'territory'],
  ])('asks on: %s, %s', (project, question, field) => {
    expect(converse([project, question])).toMatchObject({ kind: 'fact', field });
  });

  it('tells what it cost or what the fund gave, where only a sum is asked', () => {
    expect(converse(['Mentor', 'combien ?'])).toMatchObject({
      kind: 'fact',
      project: 'mentor',
      field: textLike(/cost|funding/),
    });
  });

  it('counts after a list', () => {
    expect(converse(['projets sur les données', 'combien ?'])).toMatchObject({
      operation: 'count',
      value: 11,
      filter: { topics: [{ themes: ['donnees'] }] },
    });
  });

  it.each([
    [
      ['quel est le projet DGFiP le moins cher ?', 'et le plus cher ?', 'la différence ?'],
      'cost',
      ['datalake-dgfip', 'pilat'],
    ],
    [['coût de LiDAR HD', 'et OCS GE ?', "l'écart ?"], 'cost', ['lidar-hd', 'ocs-ge']],
  ])('sets the last two beside each other: %j', (turns, field, projects) => {
    expect(converse(turns)).toMatchObject({ kind: 'compare', field, projects: containing(projects) });
  });

  it('tells where each stands when none is known to be further on', () => {
    expect(converse(['compare Mentor et Géoplateforme', 'lequel est le plus avancé ?'])).toMatchObject({
      kind: 'compare',
      field: 'status',
      projects: ['mentor', 'geoplateforme'],
    });
  });
});

describe('the parts of a set', () => {
  it.each([
    ['fr', 'quels organismes portent des projets de logement ?', 'carrier', { topics: [{ themes: ['logement'] }] }],
    ['en', 'which ministries have projects on housing?', 'ministry', { topics: [{ themes: ['logement'] }] }],
    ['fr', 'quels porteurs en 2020 ?', 'carrier', { years: [2020] }],
    ['fr', 'quels appels ont retenu des projets de la DGFiP ?', 'call', { carriers: ['dgfip'] }],
    ['fr', 'Combien de projets par région ?', 'territory', {}],
    ['fr', 'combien de porteurs différents ?', 'carrier', {}],
  ] as const)('are counted within its limits (%s): %s', (locale, question, groupBy, filter) => {
    expect(converse([question], locale)).toMatchObject({ kind: 'aggregate', operation: 'count', groupBy, filter });
  });

  it.each([['en', 'which ministry received the most funding?', 'max']] as const)(
    'are measured by the money that is asked for (%s): %s',
    (locale, question, operation) => {
      expect(converse([question], locale)).toMatchObject({
        operation,
        field: 'funding',
        groupBy: 'ministry',
        total: 68,
      });
    },
  );

  it('are told by the auditors where the fund did little', () => {
    expect(converse(['quels secteurs sont peu aidés par le fonds ?'])).toMatchObject({
      kind: 'programme',
      facts: ['secteurs-peu-aides'],
    });
  });
});

describe('what no field of a record holds', () => {
  it.each([['fr', 'Quel est le prestataire de Trackdéchets ?']] as const)(
    'is said not to be recorded, and no other fact is told (%s): %s',
    (locale, question) => {
      expect(converse([question], locale)).toMatchObject({ kind: 'unknown', reason: 'not-recorded' });
    },
  );

  it.each([
    ['Beauvau a quels projets en cours ?', { kind: 'list' }],
    ['le projet Archipel est-il terminé ?', { kind: 'fact', field: 'status' }],
    ['projets contre les voitures abandonnées', { kind: 'list' }],
  ])('is not what other questions ask: %s', (question, expected) => {
    expect(converse([question])).toMatchObject(expected);
  });
});

describe('a set that is limited by', () => {
  it.each([
    ['quels projets ont été annoncés en 2021 et portés par la DGFiP ?', { carriers: ['dgfip'], years: [2021] }],
    ["projets de l'IGN de 2018 sur la justice", { carriers: ['ign'], years: [2018] }],
    ['projets de la Justice sur le logement', { carriers: ['ministere-justice'] }],
    ['projets à plus de 100M', { amounts: [{ field: 'funding', min: 100 }] }],
  ])('what no project meets is empty, not another set: %s', (question, filter) => {
    expect(converse([question])).toMatchObject({ kind: 'list', total: 0, filter });
  });

  it.each([
    ['fr', 'top 3 coût', { kind: 'list', sort: { field: 'cost' }, total: 3 }],
    ['fr', 'total des financements', { operation: 'sum', field: 'funding', total: 68 }],
    ['en', 'What is the average grant?', { operation: 'average', field: 'funding' }],
    ['fr', 'combien de projets FTAP 2 ?', { operation: 'count', filter: { calls: [{ scheme: 'ftap2' }] } }],
    ['fr', 'plus de projets en 2018 ou en 2020 ?', { operation: 'count', groupBy: 'asked' }],
    [
      'fr',
      "2019 vs 2021 en total d'aide",
      { operation: 'sum', groupBy: textLike(/asked|year/), filter: { years: [2019, 2021] } },
    ],
    ['fr', 'année avec le plus de projets', { operation: 'max', groupBy: 'year' }],
    ['fr', 'combien de projets sous le million du fonds ?', { operation: 'count', value: 4 }],
    ['fr', "combien de projets à moins d'un demi million d'aide", { operation: 'count', value: 1 }],
    ['fr', 'nombre de projets à plus de quatre cent mille euros du fonds', { filter: { amounts: [{ min: 0.4 }] } }],
    ['en', 'How many grants exceed twelve million euros?', { operation: 'count', value: 10 }],
    [
      'fr',
      "projets de l'enseignement sup, combien ?",
      { filter: { topics: [{ themes: ['enseignement-superieur'] }] } },
    ],
  ] as const)('few words is computed over (%s): %s', (locale, question, expected) => {
    expect(converse([question], locale)).toMatchObject(expected);
  });

  it.each([
    'Des projets sur la prison ? Ma nièce habite à Grenoble.',
    'Ma nièce habite à Grenoble, vous avez des projets sur la prison ?',
  ])('what is told beside the request limits nothing: %s', (question) => {
    expect(converse([question])).toMatchObject({ kind: 'list', total: 2, filter: { territories: [] } });
  });

  it('what is dearer is compared by cost', () => {
    expect(converse(['LiDAR HD est-il plus cher que OCS GE ?'])).toMatchObject({ kind: 'compare', field: 'cost' });
  });
});

describe('a doubt about the last answer', () => {
  it.each(["d'où ça sort ?", 'de quand date ce chiffre ?'])(
    'is met with the sources of the project: %s',
    (question) => {
      expect(converse(['Combien a reçu LiDAR HD ?', question])).toMatchObject({
        kind: 'fact',
        project: 'lidar-hd',
        field: 'sources',
      });
    },
  );

  it.each([
    ['total des financements', 'comment tu calcules ça ?'],
    ['Combien a reçu LiDAR HD ?', 'how do you know that?'],
    ['projets logement', 'pk resorption bidonvilles est dedans'],
  ])('is met with how the answer was reached: %s, %s', (first, question) => {
    expect(converse([first, question])).toMatchObject({ why: { isAsked: true, isDoubted: false } });
  });

  it.each([
    ['Combien a reçu LiDAR HD ?', "c'est fiable ?"],
    ['Combien a reçu LiDAR HD ?', "t'es sûr ?"],
    ['Combien a reçu LiDAR HD ?', 'je ne te crois pas'],
    ['total des financements', "c'est sûr ?"],
    ['projets de la santé', 'sources ?'],
    ['Que reproche la Cour des comptes au FTAP ?', 'elle date de quand, cette évaluation ?'],
    ['combien d’économies le fonds a-t-il rapporté ?', 'de quand date ce chiffre ?'],
    ['which project got the most?', 'where does that figure come from?'],
  ])('is met with what backs the answer: %s, %s', (first, question) => {
    expect(converse([first, question])).toMatchObject({ why: { isAsked: true, isDoubted: true } });
  });
});

describe('an example', () => {
  it.each([
    ['en', 'give me a random project'],
    ['en', 'show me an example'],
    ['fr', 'donne-moi un exemple de projet'],
  ] as const)('is a project that much is known of (%s): %s', (locale, question) => {
    const answer = converse([question], locale);
    const project = knowledge.projectById.get(answer?.kind === 'fact' ? answer.project : '');

    expect(answer).toMatchObject({ kind: 'fact', field: 'summary' });
    expect(project?.ftapFundingMEUR).not.toBeNull();
    expect(project?.expectedSavings.amountMEUR).not.toBeNull();
  });
});

describe('a word typed wrong', () => {
  it('is the name of a project before it is another word as near', () => {
    expect(converse(['économies mentro'])).toMatchObject({ kind: 'fact', project: 'mentor', field: 'savings' });
  });

  it('is a place that lacks its last letter', () => {
    expect(converse(['bretagn'])).toMatchObject({ kind: 'list', filter: { territories: ['bretagne'] } });
  });
});

describe('going on from a set', () => {
  it('still leaves out what was left out', () => {
    expect(converse(["projets sur l'emploi", 'sauf Intelligence emploi', 'le total des aides'])).toMatchObject({
      operation: 'sum',
      total: 6,
      filter: { except: { projects: ['intelligence-emploi'] } },
    });
  });

  it.each([
    [['DGFiP', 'combien de projets'], { operation: 'count', value: 11 }],
    [['DGFiP', 'leur coût moyen'], { operation: 'average', field: 'cost', total: 11 }],
    [['projets sur la santé', 'la moyenne ?'], { operation: 'average', field: 'funding', total: 3 }],
    [['quels projets ont un coût connu ?', 'le plus bas ?'], { operation: 'min', field: 'cost' }],
  ])('computes over it by a word or two: %j', (turns, expected) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', ...expected });
  });

  it.each([
    [['projets annoncés en 2018', 'par ministère'], 'ministry', 24],
    [['projets annoncés en 2018', 'et par thème ?'], 'theme', 24],
  ])('splits it, and no other: %j', (turns, groupBy, total) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'count', groupBy, total });
  });

  it('moves both ends of an amount', () => {
    expect(converse(['projets entre 5 et 10 millions', 'et entre 10 et 20 ?'])).toMatchObject({
      filter: { amounts: [{ field: 'funding', min: 10, max: 20 }] },
    });
  });

  it('goes down a ranking', () => {
    expect(converse(['Quel projet est le moins cher ?', 'et le deuxième ?'])).toMatchObject({
      kind: 'fact',
      project: 'numerique-en-detention',
      field: 'cost',
    });
  });
});

describe('what is asked in so many words', () => {
  it.each([
    [
      'fr',
      'Quels sont les projets les plus coûteux ?',
      { kind: 'list', sort: { field: 'cost', direction: 'descending' } },
    ],
    ['fr', 'les projets les moins coûteux', { kind: 'list', sort: { field: 'cost', direction: 'ascending' } }],
    ['fr', 'projets avec des économies', { kind: 'list', total: 7, filter: { known: ['savings'] } }],
    ['en', 'list the projects with savings', { kind: 'list', filter: { known: ['savings'] } }],
    ['fr', 'projets dgifp', { kind: 'list', filter: { carriers: ['dgfip'] } }],
  ] as const)('is answered so (%s): %s', (locale, question, expected) => {
    expect(converse([question], locale)).toMatchObject(expected);
  });

  it('is answered so in the middle of a letter', () => {
    const letter =
      "Chère équipe, j'ai lu votre fiche sur le Health Data Hub. Pourriez-vous m'indiquer à quelle date il a été créé ? Merci";

    const answer = converse([letter]);

    expect(answer).toMatchObject({ kind: 'fact', project: 'health-data-hub' });
    expect(answer && answerText(answer, knowledge)).toMatch(/30\snovembre 2019/u);
  });
});

describe('two limits beside each other', () => {
  it.each([
    [
      'fr',
      'projets de plus de 10 et moins de 30 millions',
      [
        { field: 'funding', min: 10, max: null },
        { field: 'funding', min: null, max: 30 },
      ],
    ],
  ] as const)('both hold, each of its own amount (%s): %s', (locale, question, amounts) => {
    expect(converse([question], locale)).toMatchObject({ kind: 'list', filter: { amounts } });
  });

  it('are two bodies, though one is a subject too', () => {
    const filter = { topics: [], carriers: containing(['ministere-justice', 'ministere-interieur']) };

    expect(converse(['projets de la Justice ou de l\u2019Intérieur'])).toMatchObject({ filter });
  });
});

describe('two totals', () => {
  it('are set side by side when one of the two is asked for', () => {
    expect(
      converse(['total des aides du ministère de la Justice', 'et de l’Intérieur', 'lequel des deux a le plus ?']),
    ).toMatchObject({
      kind: 'aggregate',
      operation: 'max',
      field: 'funding',
      groups: [{ id: 'ministere-justice' }, { id: 'ministere-interieur' }],
    });
  });
});

describe('sets asked for one after another', () => {
  it.each([
    [['projets de santé', 'et de justice', 'ceux qui sont dans les deux'], ['equipements-medecine-legale']],
    [['projets du Grand Est', 'projets des Hauts-de-France', 'communs aux deux ?'], ['inserre']],
    [['Which projects are about customs?', 'And fraud?', 'which ones are in both lists?'], ['trois-d-douane']],
    [['projets culture', 'projets de la douane', 'lesquels sont dans les deux listes ?'], []],
  ])('have in common what each of them holds: %j', (turns, projects) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', projects });
  });

  it.each([
    [['projets santé', 'et agriculture', 'moyenne de l’aide de chaque groupe'], 'average', ['sante', 'agriculture']],
    [['projets d’IA', 'et données ouvertes', 'lequel des deux groupes a reçu le plus ?'], 'max', undefined],
    [
      ['aide des projets de santé', 'et culture', 'et agriculture', 'lequel des trois thèmes a le moins ?'],
      'min',
      undefined,
    ],
  ])('stand side by side, each with its own figure: %j', (turns, operation, ids) => {
    const answer = converse(turns);

    expect(answer).toMatchObject({ kind: 'aggregate', groupBy: 'asked', operation });
    if (ids !== undefined) expect(answer).toMatchObject({ groups: containing(ids.map((id) => objectLike({ id }))) });
  });

  it.each([
    [['compare la santé et la culture en nombre', 'et l’agriculture ?'], 'count'],
    [['total des aides aux projets de santé', 'et culture', 'compare', 'et l’agriculture ?'], 'sum'],
  ])('are joined by one more that is said: %j', (turns, operation) => {
    expect(converse(turns)).toMatchObject({
      operation,
      groups: containing(
        ['sante', 'culture', 'agriculture'].map((id) =>
          objectLike({ id, size: { sante: 3, culture: 2, agriculture: 3 }[id] }),
        ),
      ),
    });
  });

  it('are added up by their number, however many they are', () => {
    const turns = ['aide de France Cloud', 'et de FranceConnect Plateforme', 'et Mentor', 'les trois ensemble'];

    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', value: 49 });
  });

  it('are counted together where they were counted', () => {
    expect(converse(['combien de projets sur l’emploi ?', 'et sur la fiscalité ?', 'soit au total ?'])).toMatchObject({
      operation: 'count',
      value: 18,
    });
  });
});

describe('a limit alone', () => {
  it.each([
    [
      ['total des aides aux projets de santé', 'à ceux de la culture ?'],
      { kind: 'aggregate', operation: 'sum', value: 2.95 },
    ],
    [['combien de projets à la DGFiP ?', 'et la douane'], { kind: 'aggregate', operation: 'count' }],
  ])('asks for the same number again: %j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it.each([
    [
      ['quel projet a le plus reçu du fonds ?', 'il est où ?', 'et parmi ceux du logement ?'],
      'prevention-impayes-locatifs',
    ],
    [['le projet le mieux doté du premier appel ?', 'et du deuxième ?'], 'parcours-flexible-licence'],
  ])('asks who comes first again: %j', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'max', projects: [project] });
  });

  it('that nothing explains is not answered by the last set', () => {
    expect(converse(['projets de la justice', 'combien en tout ?', 'et télérecours ?'])).toMatchObject({
      kind: 'unknown',
      name: 'télérecours',
    });
  });

  it('that is ruled out of another one does not rule out itself', () => {
    expect(
      converse(['projets fiscalité', 'projets fraude', 'les projets fiscalité sans ceux sur la fraude']),
    ).toMatchObject({ filter: { topics: [{ themes: ['fiscalite'] }], except: { topics: [objectLike({})] } } });
  });
});

describe('the last question of a set', () => {
  it.each([
    [['aide moyenne des projets logement', 'et parmi tous les projets ?'], { operation: 'average', total: 68 }],
    [['quel projet de lutte contre la fraude coûte le moins ?', 'et dans toute la base ?'], { value: 1.3 }],
    [
      ['top 3 des aides de la Justice', 'maintenant parmi tous les projets'],
      { projects: ['inserre', 'health-data-hub', 'si-pac'] },
    ],
    [['combien de projets logement dont l’aide est connue ?', 'et sur toute la base ?'], { value: 31 }],
  ])('is asked of all that is held: %j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('is turned round', () => {
    expect(converse(['quel projet a reçu le plus ?', 'et à l’inverse ?'])).toMatchObject({
      operation: 'min',
      value: 0.2,
    });
  });
});

describe('a project of a ministry', () => {
  it('is asked for, not the ministry', () => {
    expect(converse(['quel projet du ministère de l’Intérieur a reçu le plus ?'])).toMatchObject({
      operation: 'max',
      groupBy: null,
      projects: ['identite-numerique'],
    });
  });
});

it('who somebody of theirs works for limits nothing', () => {
  const message = 'Combien de projets sur le logement, à peu près ? ma sœur travaille chez un bailleur';
  const plain = converse(['Combien de projets sur le logement ?']);

  expect(plain).toMatchObject({ kind: 'aggregate', operation: 'count' });
  expect(converse([message])).toMatchObject({ value: plain?.kind === 'aggregate' ? plain.value : NaN });
});

describe('a fact on the fund', () => {
  it.each([
    ['Quels sont les résultats du 4e appel', ['appel4']],
    ['Combien de lauréats au 4e appel ?', ['appel4']],
    ['Combien de lauréats au 3e appel ?', ['appel3-session1', 'appel3-session2']],
  ])('is on the call that is named, of both its sessions: %s', (question, facts) => {
    expect(converse([question])).toMatchObject({ kind: 'programme', facts });
  });

  it('is not told again of a project that it does not name', () => {
    expect(converse(['Qui pilote le FTAP ?', 'et Mentor ?'])).toMatchObject({ kind: 'fact', project: 'mentor' });
  });
});

describe('the call that a fact told is of', () => {
  it('is the set that follows', () => {
    expect(converse(['que s’est-il passé au premier appel ?', 'dans cet appel, lesquels avez-vous ?'])).toMatchObject({
      kind: 'list',
      filter: { calls: [{ number: 1 }] },
    });
  });
});

describe('those without a published figure', () => {
  it.each([
    ['vire ceux sans financement publié', { known: ['funding'], unknown: [] }],
    ['ceux sans financement publié', { known: [], unknown: ['funding'] }],
  ])('go, or stay alone, as is said: « %s »', (said, filter) => {
    expect(converse(['projets de l’IA', said])).toMatchObject({ kind: 'list', filter });
  });
});

describe('what a reading must not be taken for', () => {
  it.each([
    ['InSERRE, quelle mesure ?', 'inserre'],
    ['Combien a reçu Calypso, pardon, je voulais dire Archipel ?', 'inrap-archipel'],
  ])('is two projects, when one is meant: %s', (question, project) => {
    expect(converse([question])).toMatchObject({ kind: 'fact', project });
  });

  it('is the opposite of what is asked, when « sortez » wants them told', () => {
    expect(converse(['sortez les projets de l’IGN'])).toMatchObject({ kind: 'list', filter: { carriers: ['ign'] } });
  });

  it('is an amount of two projects, when what links them is asked', () => {
    expect(converse(["C'est quoi le lien entre PILAT et CFVR ?"])).toMatchObject({ kind: 'compare', field: null });
  });
});

describe('projects meant by what they do, among others', () => {
  it.each([
    [
      ['Histologe plus les bidonvilles, aide totale des deux ?'],
      { kind: 'aggregate', operation: 'sum', value: 2.25, counted: 2 },
    ],
    [
      ['GMBI, ROCSP et le portail commun de recouvrement : total des coûts'],
      { kind: 'aggregate', operation: 'sum', field: 'cost', value: 135.71 },
    ],
    [
      ['Additionne les aides de Mentor, du Code du travail numérique et du décrochage scolaire'],
      { kind: 'aggregate', operation: 'sum', field: 'funding', value: 10.1 },
    ],
    [
      ['Quels projets de la Justice ?', 'enlève le bracelet'],
      { kind: 'list', filter: { except: { projects: ['bracelet-anti-rapprochement'] } } },
    ],
    [
      ['Compare les aides d’Histologe et de DossierFacile', 'ajoute celui des bidonvilles'],
      { kind: 'compare', projects: containing(['histologe', 'dossierfacile', 'resorption-bidonvilles']) },
    ],
  ])('%j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });
});

describe('one put in the place of another', () => {
  it.each([
    [
      ['Additionne l’aide de Mentor et celle de la Géoplateforme', 'remplace Mentor par Histologe'],
      { kind: 'aggregate', operation: 'sum', filter: { among: ['geoplateforme', 'histologe'] } },
    ],
    [
      ['Compare les aides de Mentor et de PILAT', 'remplace Mentor par InSERRE'],
      { kind: 'compare', projects: containing(['pilat', 'inserre']) },
    ],
    [
      ['Quels projets en Grand Est ?', 'remplace Grand Est par Occitanie'],
      { kind: 'list', filter: { territories: ['occitanie'] } },
    ],
    [['projets en Normandie', 'au niveau national alors ?'], { kind: 'list', filter: { territories: ['france'] } }],
    [
      ['Moyenne des aides des projets de 2019 ?', 'laisse tomber 2019, prends 2023'],
      { kind: 'aggregate', operation: 'average', filter: { years: [2023] } },
    ],
    [
      ['Projets de coût compris entre 20 et 30 M€', 'élargis jusqu’à 40 M€'],
      { kind: 'list', filter: { amounts: [{ field: 'cost', min: 20, max: 40 }] } },
    ],
    [
      ['les trois plus grosses aides', 'enlève le premier'],
      { kind: 'list', filter: { among: ['health-data-hub', 'si-pac'] } },
    ],
  ])('%j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });
});

describe('another subject after a comparison', () => {
  it.each([
    ['total des aides de la Justice', { kind: 'aggregate', operation: 'sum', value: 87.9 }],
    [
      'projets sur le logement',
      { kind: 'list', total: 7, filter: { among: null, topics: [{ themes: ['logement'] }] } },
    ],
  ])('is not one of those compared: %s', (question, expected) => {
    expect(converse(['Compare Mentor et PILAT', question])).toMatchObject(expected);
    expect(converse(['Compare les aides de Trackdéchets et du bracelet anti-rapprochement', question])).toMatchObject(
      expected,
    );
  });

  it('is not one of those whose aids were being compared', () => {
    const before = 'Compare les aides de Trackdéchets et du bracelet anti-rapprochement';
    const ofJustice = { kind: 'list', filter: { among: null, carriers: ['ministere-justice'] } };
    for (const compared of ['Compare Mentor et PILAT', before])
      expect(converse([compared, 'projets de la Justice'])).toMatchObject(ofJustice);
  });
});

describe('a place in a ranking', () => {
  it.each([
    [
      ['Quel est le deuxième projet le plus cher ?'],
      { kind: 'fact', project: 'procedure-penale-numerique', field: 'cost' },
    ],
    [['Les cinq plus petites aides'], { kind: 'list', sort: { field: 'funding', direction: 'ascending' }, total: 5 }],
    [
      ['Quels projets coûtent plus que LiDAR HD ?'],
      { kind: 'list', total: 3, filter: { amounts: [{ field: 'cost', min: 60 }] } },
    ],
    [
      ['Combien de projets par région ?', 'laquelle en a le plus ?'],
      { kind: 'aggregate', operation: 'max', groupBy: 'territory' },
    ],
    [
      ['Combien de projets ont une aide entre dix et vingt millions ?'],
      { kind: 'aggregate', operation: 'count', filter: { amounts: [{ field: 'funding', min: 10, max: 20 }] } },
    ],
    [
      ['Des projets à plus de septante millions de coût ?'],
      { kind: 'list', filter: { amounts: [{ field: 'cost', min: 70 }] } },
    ],
  ])('%j', (turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });
});

describe('what else its carrier has', () => {
  it('leaves out the project itself', () => {
    const answer = converse(['SI Fourrières, c’est quoi ?', 'le même ministère en a d’autres ?']);

    expect(answer).toMatchObject({ kind: 'list', filter: { carriers: ['ministere-interieur'] } });
    expect(answer?.kind === 'list' && answer.projects.includes('si-fourrieres')).toBe(false);
  });
});

describe('a part of the whole', () => {
  it('says what a sum is of all that is published', () => {
    const answer = converse(['Total des aides aux projets de la Justice ?']);

    expect(answer).toMatchObject({ kind: 'aggregate', operation: 'sum', shareOfAll: { totalMEUR: 323.14 } });
    expect(answer && answerText(answer, knowledge)).toMatch(/% du total des 31\smontants publiés/u);
  });

  it('says how many times one amount holds another', () => {
    const answer = converse(['Compare les aides de Trackdéchets et du bracelet anti-rapprochement']);

    expect(answer && answerText(answer, knowledge)).toMatch(/14,5\sfois moins/u);
  });
});

describe('who asks', () => {
  it.each([
    [["Bonjour, j'habite Toulouse", 'Il y a des choses financées dans ma région ?'], { territories: ['occitanie'] }],
    [
      ['Je travaille à la DGFiP', 'Quels projets porte mon ministère ?'],
      { carriers: ['ministeres-economiques-financiers'] },
    ],
    [['Je suis à la Dihal', 'Combien coûte Mentor ?', 'Et nos projets ?'], { carriers: ['dihal'] }],
    [
      ['Je suis de Nouvelle-Aquitaine', 'Combien coûte Mentor ?', 'Et les projets de ma région ?'],
      { territories: ['nouvelle-aquitaine'] },
    ],
  ])('is remembered where what is theirs is asked for: %j', (turns, filter) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', filter });
  });

  it('is limited by what is said besides', () => {
    const answer = converse(['Je travaille à la DGFiP', 'Chez nous, quels projets sur l’intelligence artificielle ?']);

    expect(answer).toMatchObject({ kind: 'list', filter: { carriers: ['dgfip'] } });
    expect(answer?.kind === 'list' && answer.filter.topics).toHaveLength(1);
  });

  it('is forgotten when the conversation is', () => {
    const chat = createChat(knowledge);
    chat.say('Je suis à la Dihal');
    chat.say('laisse tomber');

    expect(chat.say('Nos projets ?')).not.toMatchObject({ filter: { carriers: ['dihal'] } });
  });

  it('does not limit what is asked for without it', () => {
    expect(converse(["Bonjour, j'habite Toulouse", 'Donne-nous les projets sur le logement'])).toMatchObject({
      filter: { territories: [] },
    });
  });
});

describe('sets put beside each other', () => {
  it.each([
    [
      ['Le logement ou la culture, qui a reçu le plus ?', 'Et en moyenne ?'],
      { operation: 'average', groupBy: 'asked' },
    ],
    [
      ['Combien de projets en 2018 ?', 'Et en 2020 ?', 'Quelle année a le plus reçu ?'],
      { operation: 'max', groupBy: 'year', filter: EMPTY_FILTER },
    ],
    [
      ['Combien de projets pour la justice ?', 'Et pour l’agriculture ?', 'Et l’écart ?'],
      { groupBy: 'asked', value: 6 },
    ],
  ])('%j', (turns, expected) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', ...expected });
  });

  it('hold what is on both at once, and not what is on one of them', () => {
    expect(converse(['Quels projets touchent à la fois la santé et la justice ?'])).toMatchObject({
      kind: 'list',
      projects: ['equipements-medecine-legale'],
    });
  });
});

describe('what is ruled out', () => {
  it('goes from a comparison for what is said in its place', () => {
    expect(converse(['Quel est le coût de PILAT et de GMBI ?', 'je voulais ROCSP, pas GMBI'])).toMatchObject({
      kind: 'compare',
      field: 'cost',
      projects: ['pilat', 'rocsp'],
    });
  });
});

describe('a theme taken out of a set', () => {
  it('goes with all of its projects', () => {
    const answer = converse(['Projets DGFiP', 'sans l’IA']);

    expect(answer).toMatchObject({ kind: 'list', total: 9 });
  });
});

describe('a part of the project spoken of', () => {
  it('is the set that is counted', () => {
    expect(
      converse(['Qui porte la procédure pénale numérique ?', 'Et ce ministère porte combien de projets ?']),
    ).toMatchObject({
      kind: 'aggregate',
      operation: 'count',
      filter: { carriers: ['ministere-justice'] },
    });
  });
});
