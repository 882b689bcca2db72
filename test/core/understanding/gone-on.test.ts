import { readQuestion } from '../../../src/core/understanding/reading';
import { containing } from '../../matchers';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('the last question, gone on from', () => {
  it.each([
    ['its least keeps the least', ['le plus petit montant de 2018', 'de 2020 ?'], { operation: 'min', value: 0.2 }],
    [
      'a total loses the project that is taken out',
      ['Combien font les subventions de LiDAR HD, OCS GE et Géoplateforme ensemble ?', 'enlève la Géoplateforme'],
      { operation: 'sum', value: 32.5 },
    ],
    [
      'what goes is taken out of the set that held it, not of the one spoken of since',
      ['total des aides des projets logement', 'pourquoi rien pour GMBI ?', 'et sans EXPLOC, ça fait combien ?'],
      { operation: 'sum', field: 'funding', value: 2.75 },
    ],
    [
      'a part of a total, then the total without it',
      [
        'projets DGFiP avec un coût publié',
        'le total de ces sept',
        'PILAT, quelle part de ce total ?',
        'et si l’on retire PILAT, que reste-t-il ?',
      ],
      { operation: 'sum', field: 'cost', value: 197.08 },
    ],
    [
      'those added up are told by their dates',
      ['total des aides de Histologe, EXPLOC et DossierFacile', 'date d’annonce de ces 3 projets'],
      { kind: 'list', show: ['date'], total: 3 },
    ],
    [
      'the latest takes the place of the greatest',
      ['projets logement', 'lequel a reçu le plus ?', 'et le dernier annoncé, c’est lequel ?'],
      { kind: 'fact', project: 'histologe' },
    ],
    [
      'those of a ranking that are of a ministry are counted',
      ['top 6 des projets', 'dans ce top 6, combien sont pour la Justice ?'],
      { operation: 'count', value: 2 },
    ],
    [
      'what comes next is asked after a word of surprise',
      ['quel projet a reçu le plus ?', 'ah ouais, et les 5 suivants ?'],
      { kind: 'list', total: 5 },
    ],
    [
      'a top is of all, after those behind the first',
      ['quel projet a reçu le plus ?', 'et les 5 suivants ?', 'non je voulais un top 6'],
      { kind: 'list', total: 6, projects: containing(['inserre']) },
    ],
    [
      'what was taken out comes back',
      ['projets du ministère de la justice', 'sans les prisons', 'et avec les prisons'],
      { kind: 'list', total: 7 },
    ],
    [
      'a part of the set before it is not set beside it',
      ['les projets de 2018', 'seulement le deuxième appel', 'additionne ce que le fonds a mis dans ceux-là'],
      { operation: 'sum', value: 25.3 },
    ],
    [
      'two sets differ, though both together were asked since',
      ['aide totale des projets santé', 'et justice', 'les deux', 'la différence'],
      { groupBy: 'asked', value: 57.9 },
    ],
    [
      'a session is one of the call of the year that was asked',
      ['projets annoncés en 2019', 'seulement la session 2', 'et ceux de la session 1'],
      { kind: 'list', projects: ['easi-lab', 'surveillance-maritime-ia'] },
    ],
    [
      'those spoken of one by one are asked for another field',
      ['résume histologe', 'et le décrochage scolaire', 'quand ont-ils été annoncés tous les deux ?'],
      { kind: 'compare', projects: containing(['histologe', 'decrochage-scolaire']), field: 'date' },
    ],
    [
      'a bound of another amount, said after a refusal, takes the place of the last one',
      ['projets de plus de 10 M€ de coût', "non, dont l'aide dépasse 6 M€"],
      { kind: 'list', total: 15, filter: { amounts: [{ field: 'funding', min: 6 }] } },
    ],
    [
      'a body takes the place of a body, and leaves the theme',
      ['projets IA de l’Intérieur', 'et de la DGFiP ?'],
      { kind: 'list', projects: ['e-contact-assistant-virtuel', 'foncier-innovant'] },
    ],
    [
      'what may be a body or a theme is a body in the place of one',
      ['les projets de la DGFiP', 'pardon, je voulais la Justice'],
      { kind: 'list', total: 7, filter: { carriers: ['ministere-justice'], topics: [] } },
    ],
    [
      'a theme that is little but the body goes with it',
      ['projets finances publiques (DGFiP)', 'non, plutôt la douane'],
      { kind: 'list', total: 3 },
    ],
    [
      'a number behind an article alone is a call too',
      ['2e appel', 'et le 3 ?'],
      { kind: 'list', filter: { calls: [{ number: 3 }] } },
    ],
    [
      'a number alone is the call that takes the place of the last one',
      ['2e appel', 'et le 5 ?'],
      { kind: 'list', filter: { calls: [{ number: 5 }] } },
    ],
    [
      'the least of all are asked after the greatest',
      ['les trois aides les plus élevées ?', 'et les trois plus faibles ?'],
      { kind: 'list', projects: ['enfants-du-spectacle', 'dossierfacile', 'trackdechets'] },
    ],
    [
      'a body takes the place of a place where it carries nothing',
      ['projets en Occitanie', 'et à la DGFiP ?'],
      { kind: 'list', total: 11 },
    ],
    [
      'one subject is put in the place of another',
      ["Projets d'IA", "dans l'emploi", "mets la fiscalité à la place de l'emploi"],
      { filter: { topics: [{ themes: ['intelligence-artificielle'] }, { themes: ['fiscalite'] }] } },
    ],
    [
      'what stands before a word that excepts is ruled out',
      ['Coût cumulé des projets portés par la DGFiP, PILAT excepté ?'],
      { operation: 'sum', value: 197.08 },
    ],
    [
      'a number that no project reaches in millions is of euros',
      ["projets de moins d'un million d'aide", 'ah non moins de 500 000'],
      { total: 1, projects: ['enfants-du-spectacle'] },
    ],
    [
      'who wins a comparison is gone on to',
      ['gmbi ou rocsp, lequel coûte le moins ?', 'qui porte le gagnant ?'],
      { kind: 'fact', project: 'gmbi', field: 'carrier' },
    ],
    [
      'who came first of two wins a comparison of dates',
      ['histologe et exploc, lequel a été retenu en premier ?', "combien d'aide a-t-il eu ?"],
      { kind: 'fact', project: 'prevention-impayes-locatifs', field: 'funding' },
    ],
    [
      'one compared gives way to another',
      ['LiDAR HD ou Géoplateforme, lequel coûte le plus ?', 'et si on met OCS GE à la place du LiDAR ?'],
      { kind: 'compare', projects: containing(['geoplateforme', 'ocs-ge']) },
    ],
    [
      'the oldest comes first where the words say so',
      ['les projets portés par le ministère de la Justice', 'du plus ancien au plus récent'],
      { sort: { field: 'date', direction: 'ascending' } },
    ],
    [
      'an average is one of those that are left',
      ['aide moyenne des lauréats de juillet 2023 ?', 'sans celui de l’urbanisme ?'],
      { operation: 'average' },
    ],
    [
      'the call that a project is of is asked of',
      ['Mentor a été retenu à quel appel ?', 'il y a eu combien de lauréats à cet appel ?'],
      { kind: 'programme', facts: ['appel2'] },
    ],
  ])('%s: %j', (_, turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('tells two figures of a project of the next one', () => {
    const answer = converse(['quelle part du coût de LiDAR HD vient du fonds ?', 'et pour OCS GE ?']);

    expect(answer).toMatchObject({ kind: 'fact', project: 'ocs-ge' });
    const fields = answer?.kind === 'fact' ? [answer.field, ...answer.also.map(({ field }) => field)] : [];
    expect(fields.toSorted()).toEqual(['cost', 'funding']);
  });

  it('on the fund goes from year to year', () => {
    const turns = ['combien le fonds a-t-il payé en 2019 ?', "et l'année d'après ?", "et celle d'après ?"];

    for (const length of [2, 3])
      expect(converse(turns.slice(0, length))).toMatchObject({ kind: 'programme', facts: ['execution-annuelle'] });
  });
});

it.each(["À combien s'élèvera l'enveloppe du fonds en 2031 ?", 'budget du fonds en 2009 ?'])(
  'no fact on the fund answers for years that none tells of: %s',
  (question) => {
    expect(converse([question])).toMatchObject({ kind: 'unknown' });
  },
);

it('only what is said of the money must be known', () => {
  expect(converse(['Pour combien de projets la part payée par le fonds est-elle connue ?'])).toMatchObject({
    value: 31,
  });
});

describe('what is theirs', () => {
  it.each([[['nos projets ?']], [['je suis à la Hadopi', 'nos projets ?']], [['combien de projets chez nous ?']]])(
    'is asked for where nobody has said whose: %j',
    (turns) => {
      expect(converse(turns)).toMatchObject({ kind: 'unknown', reason: 'whose' });
    },
  );

  it('is known by the subject within the name of a trade', () => {
    const turns = ['Je suis contrôleur des douanes', 'nos projets ?'];

    expect(converse(turns)).toMatchObject({
      kind: 'list',
      projects: containing(['trois-d-douane', 'france-sesame']),
    });
  });

  it('is counted of the ministry of who asks', () => {
    const turns = ['Bonjour, greffière, ministère de la Justice', 'combien de projets pour mon ministère ?'];

    expect(converse(turns)).toMatchObject({ operation: 'count', filter: { carriers: ['ministere-justice'] } });
  });
});

describe('a number', () => {
  it.each(['moins de 1,5', "let's say under 1.5 instead", '3,5 M€'])('with decimals counts nothing: %s', (text) => {
    expect(readQuestion(text, knowledge).count).toBeNull();
  });
});

it('is English by its own words, whatever its elisions', () => {
  expect(readQuestion("Let's say under 1.5 instead", knowledge).locale).toBe('en');
});

it('lists more projects than stand side by side, and leaves none out', () => {
  const turns = ['compare les porteurs de Mentor, PILAT, CFVR, Calypso, Histologe et LiDAR HD'];

  expect(converse(turns)).toMatchObject({ kind: 'list', total: 6, show: ['carrier'] });
});

describe('a bare name after a list', () => {
  it('is not left out of it where nothing was', () => {
    expect(converse(['projets DGFiP sans coût publié', 'et FICOBA 3 ?'])).toMatchObject({ project: 'ficoba-3' });
    expect(converse(['projets DGFiP sans coût publié', 'et FICOBA 3 ? il a un coût ?'])).toMatchObject({
      kind: 'fact',
      project: 'ficoba-3',
      field: 'cost',
    });
  });

  it('is left out as well where something was', () => {
    expect(converse(['projets justice', 'sans InSERRE', 'et PPN ?'])).toMatchObject({ total: 7 });
  });
});

it.each([
  [
    ['quels projets ont plus de vingt millions du fonds', 'et combien ça fait les sept'],
    { operation: 'sum', value: 191.54 },
  ],
  [['quels projets ont plus de vingt millions du fonds', 'combien sont-ils ?'], { operation: 'count', value: 7 }],
])('adds up those that are counted in words, and counts them where that is asked: %j', (turns, answer) => {
  expect(converse(turns)).toMatchObject(answer);
});

it('leaves the project spoken of for what is asked on something else', () => {
  const turns = ['parle-moi d’EXPLOC', 'c’est bien, mais j’aurais aimé quelque chose sur les sans-abri'];

  expect(converse(turns)).toMatchObject({ kind: 'list', total: 1 });
  expect(converse(['combien de sources avez-vous lues en tout ?'])).toMatchObject({ act: 'sources-freshness' });
});

it.each([
  [['combien de projets logement ?', 'en euros']],
  [['combien de projets logement ?', 'non, en euros']],
  [['projets logement', 'combien', 'non en euros']],
])('tells in money what was counted: %j', (turns) => {
  expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'funding', value: 4.75 });
});
