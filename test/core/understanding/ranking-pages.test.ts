import { containing } from '../../matchers';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('a stretch of the ranking on the table', () => {
  it.each([
    [['classement par financement', 'les projets 11 à 15'], 10, 5],
    [['top 10 des coûts', 'du 4e au 7e seulement'], 3, 4],
    [['classement par financement', 'du 21e au 25e du classement'], 20, 5],
    [['qui a reçu le plus', 'et les 4 suivants'], 1, 4],
    [['lequel a reçu le plus', 'c’est quoi InSERRE', 'et après elle, les 3 suivants'], 1, 3],
    [['qui a reçu le plus', 'donne-moi le 2e, 3e et 4e'], 1, 3],
    [['classement par financement', 'les derniers'], 21, 10],
  ] as const)('is told by its places: %j', (turns, from, total) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', total, stretch: { from } });
  });

  it('is none of sums, of years, of calls or of one place', () => {
    expect(converse(['classement par financement', 'entre 5 et 10 M€'])).not.toHaveProperty('stretch');
    expect(converse(['projets de 2018 à 2020'])).not.toHaveProperty('stretch');
    expect(converse(['projets de plus de 10 M€', 'de 20 à 30'])).not.toHaveProperty('stretch');
    expect(converse(['qui a reçu le plus', 'et juste après ?'])).toMatchObject({ project: 'health-data-hub' });
  });
});

describe('an order by date', () => {
  it.each([
    [['quel est le projet le plus récent ?', 'et le deuxième ?']],
    [['les trois plus récents', 'le deuxième, c’est quoi ?']],
    [['most recent project?', 'the second most recent?']],
  ])('goes on beyond those that were told: %j', (turns) => {
    expect(converse(turns)).toMatchObject({ project: 'compl-alim' });
  });

  it('goes back in time from the latest', () => {
    expect(converse(['quel est le projet le plus récent ?', 'et celui d’avant ?'])).toMatchObject({
      projects: ['compl-alim'],
    });
  });
});

it('goes on with a ranking after the total of what was told of it', () => {
  const turns = ['les 10 projets les plus chers', 'leur total ?'];
  expect(converse([...turns, 'et les 3 suivants ?'])).toMatchObject({
    kind: 'list',
    projects: ['demat-ads', 'cfvr', 'foncier-innovant'],
  });
});

it.each(['liste des projets par ordre alphabétique', 'la liste des projets, triée par ordre alphabétique'])(
  'is in the order of names where that is asked first: %s',
  (text) => {
    const answer = converse([text]);
    expect(answer).toMatchObject({ kind: 'list', total: 68 });
    expect(answer?.kind === 'list' && answer.projects.slice(0, 2)).toEqual(['trois-d-douane', 'chatbot-interieur']);
  },
);

describe('the parts of the base, asked first', () => {
  it.each([
    ['C’est quoi les thèmes ?', 'theme'],
    ['vous avez quoi comme thèmes', 'theme'],
    ['tous les ministères', 'ministry'],
    ['lead ministries?', 'ministry'],
    ['quels organismes ?', 'carrier'],
  ])('are told with their projects: %s', (text, groupBy) => {
    expect(converse([text])).toMatchObject({ kind: 'aggregate', operation: 'count', groupBy, value: 68 });
  });

  it('are those of a project after one, and of no fund', () => {
    expect(converse(['Mentor', 'quels sont les thèmes ?'])).toMatchObject({ kind: 'fact', field: 'themes' });
    expect(converse(['quels sont les thèmes prioritaires du fonds ?'])).not.toMatchObject({ groupBy: 'theme' });
  });
});

it('tells what the costs leave without the fund, of those with both amounts, between the two totals', () => {
  expect(converse(['total des financements', 'et les coûts ?', 'la différence ?'])).toMatchObject({
    kind: 'list',
    sort: { field: 'rest' },
    total: 9,
  });
  expect(converse(['total des coûts de la DGFiP', 'et de la Justice ?', 'la différence ?'])).toMatchObject({
    kind: 'aggregate',
    groupBy: 'asked',
  });
});

describe('a part that is ranked itself', () => {
  it.each([
    ['le plus gros ministère ?', 'ministry', 'max'],
    ['le ministère le plus aidé ?', 'ministry', 'max'],
    ['quelle est la plus grosse année du fonds ?', 'year', 'max'],
    ['quel est le plus gros appel à projets ?', 'call', 'max'],
    ['quel est le plus petit ministère ?', 'ministry', 'min'],
  ])('%s', (text, groupBy, operation) => {
    expect(converse([text])).toMatchObject({ kind: 'aggregate', field: 'funding', groupBy, operation });
  });

  it('is none where it only says whose projects are', () => {
    expect(converse(['le plus gros projet du ministère de la Justice ?'])).toMatchObject({
      projects: ['inserre'],
      groupBy: null,
    });
    expect(converse(['le projet du ministère le plus cher ?'])).toMatchObject({ projects: ['pilat'], groupBy: null });
  });
});

it.each(['quels sont les derniers lauréats ?', 'les projets les plus récents'])(
  'begins with the latest: %s',
  (text) => {
    expect(converse([text])).toMatchObject({ sort: { field: 'date', direction: 'descending' } });
  },
);

describe('a mean or a median that was told', () => {
  it.each([
    [['montant moyen des aides', 'combien de projets au-dessus de la moyenne ?'], 11],
    [['coût moyen des projets', 'combien sont au-dessus ?'], 8],
    [['financement médian', 'combien en dessous de cette médiane ?'], 15],
    [['average funding per project', 'how many are above the average?'], 11],
  ] as const)('bounds those that are counted: %j', (turns, value) => {
    expect(converse(turns)).toMatchObject({ operation: 'count', value });
  });

  it('bounds a list as well, and nothing where no more is compared', () => {
    expect(converse(['montant moyen des aides', 'lesquels dépassent cette moyenne ?'])).toMatchObject({
      kind: 'list',
      total: 11,
    });
    expect(converse(['Le projet moyen coûte combien ?'])).toMatchObject({ operation: 'average' });
    expect(converse(['montant moyen des projets de plus de 10 M€'])).toMatchObject({ operation: 'average' });
  });

  it('is made anew without the first ones', () => {
    expect(converse(['moyenne des aides', 'sans les 3 plus gros'])).toMatchObject({
      operation: 'average',
      counted: 28,
    });
    expect(converse(['les 3 plus gros financements sans InSERRE'])).toMatchObject({ kind: 'list', total: 3 });
  });
});

describe('an amount beside the others', () => {
  it.each([
    ['c’est beaucoup par rapport aux autres projets ?'],
    ['c’est beaucoup ?'],
    ['il se situe où dans le classement ?'],
  ])('is told with its rank, and leaves the project on the table: %s', (message) => {
    const turns = ['combien a reçu OCS GE', message];
    expect(converse(turns)).toMatchObject({ projects: ['ocs-ge'], shareOfAll: { rank: { place: 11 } } });
    expect(converse([...turns, 'et le coût ?'])).toMatchObject({ kind: 'fact', project: 'ocs-ge', field: 'cost' });
  });

  it('is no rank of thanks, nor of a message that asks for something else', () => {
    expect(converse(['combien a reçu OCS GE', 'merci beaucoup'])).toMatchObject({ kind: 'smalltalk' });
    expect(converse(['combien a reçu OCS GE', 'c’est beaucoup, pour faire quoi exactement'])).toMatchObject({
      kind: 'fact',
    });
  });

  it.each([
    [['les 5 plus gros financements', 'leur total ?', 'quelle part des 700 M€ ?'], 700],
    [['les 4 plus gros financements', 'leur part dans les 700 M€ ?'], 700],
    [['projets du 4e appel', 'part du 4e appel dans les 252'], 252],
  ] as const)('is a part of the sum that is said: %j', (turns, totalMEUR) => {
    expect(converse(turns)).toMatchObject({
      operation: 'sum',
      verdict: null,
      shareOfAll: { totalMEUR, published: 0, asked: 'part' },
    });
  });

  it('is a part of the set that so many were of', () => {
    const turns = [
      'projets de plus de 10 M€',
      'parmi ceux-là combien sont à la Justice',
      'leur part dans le total de ces 11',
    ];
    expect(converse(turns)).toMatchObject({ shareOfAll: { totalMEUR: 254.24, published: 11 } });
  });
});

describe('parts that were told', () => {
  const table = 'aides par ministère';

  it('are set side by side, added up, or cut after the first by their places', () => {
    expect(converse([table, 'quel écart entre le premier et le deuxième ?'])).toMatchObject({
      groupBy: 'asked',
      value: 39.3,
    });
    expect(converse([table, 'quelle part ces trois premiers représentent-ils du total ?'])).toMatchObject({
      value: 170.4,
      shareOfAll: { asked: 'part' },
    });
    expect(converse([table, 'total par ministère, les 5 premiers'])).toHaveProperty('groups.length', 5);
  });

  it('make of a name that may be a body one of them', () => {
    expect(converse([table, 'quelle part pour la justice ?'])).toMatchObject({
      filter: { carriers: ['ministere-justice'], topics: [] },
    });
  });
});

describe('the others, so many', () => {
  it.each([
    [['les 10 plus gros financements', 'lesquels sont à la Justice', 'et les 8 autres, quel total'], 8],
    [['projets sécurité', 'sans les fourrières', 'parmi ceux-là, ceux de l’Intérieur', 'les deux autres c’est qui'], 2],
    [['lutte contre la fraude : quels projets', 'ceux-là avec leur coût', 'et les deux autres'], 2],
  ] as const)('are what the set of just so many more leaves: %j', (turns, total) => {
    expect(converse(turns)).toMatchObject({ total });
  });

  it('are those besides the one spoken of', () => {
    const turns = [
      'projets du ministère du Travail',
      'Enfants du spectacle c’est quoi',
      'je voulais les 3 autres projets du travail',
    ];
    expect(converse(turns)).toMatchObject({
      kind: 'list',
      projects: containing(['code-du-travail-numerique', 'inserjeunes', 'decrochage-scolaire']),
    });
  });
});

describe('the first ones of a ranking, more than were shown', () => {
  const PAGES = ['les 5 plus gros financements', 'les 5 suivants'];

  it.each([
    [[...PAGES, 'total des 10 premiers ?'], 243.24],
    [['les 5 plus gros financements', 'tot. des 10 premiers ?'], 243.24],
    [['les 5 plus gros financements', 'la somme des 3 premiers ?'], 93.84],
  ])('are added up: %j', (turns, value) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', value });
  });

  it.each([
    [['les 10 plus gros financements', 'leur total ?', 'et le reste ?'], 79.9],
    [['les 10 plus gros financements', 'leur total ?', 'et les 21 autres ?'], 79.9],
    [['projets justice', 'leur financement total ?', 'et le reste ?'], 235.24],
  ])('leave the others to be added up: %j', (turns, value) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', value });
  });
});
