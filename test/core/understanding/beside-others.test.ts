import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('the rank of one project', () => {
  it.each([
    [['Mentor, combien du fonds ?', 'c’est le combientième en montant d’aide ?'], 'mentor', 'funding', 16],
    [['quel est le rang de PILAT en coût ?'], 'pilat', 'cost', 1],
    [['3e appel session 2', 'InSERRE, son rang parmi tous les projets ?'], 'inserre', 'funding', 1],
  ])('is told of its amount among all that are published: %j', (turns, project, field, place) => {
    expect(converse(turns)).toMatchObject({
      kind: 'aggregate',
      operation: 'sum',
      field,
      projects: [project],
      shareOfAll: { rank: { place, isTied: false } },
    });
  });

  it('is none of amounts of unlike kinds: those that may be compared are told in their order', () => {
    expect(converse(['Quelles économies pour Mentor ?', 'c’est le combientième ?'])).toMatchObject({
      kind: 'list',
      sort: { field: 'savings', direction: 'descending' },
    });
  });

  it('is none of one amount alone', () => {
    expect(converse(['Compare Mentor et PILAT', 'quelle part Mentor représente de ce total ?'])).toMatchObject({
      projects: ['mentor'],
      shareOfAll: null,
    });
  });

  it('is of no set, and of no part of a text', () => {
    expect(converse(['combien a la Justice en tout ?'])).not.toMatchObject({ shareOfAll: { rank: { place: 1 } } });
    expect(
      converse(['Cerem’Avenir, ce qui est décrit c’est la combientième action du projet, la 2e ou la 3e ?']),
    ).toMatchObject({ kind: 'fact', project: 'cerem-avenir' });
  });
});

describe('the part of a total', () => {
  it('is of the grant, beside all of them, where the grant was told', () => {
    expect(converse(['Mentor, combien du fonds ?', 'quelle part du total du fonds ?'])).toMatchObject({
      projects: ['mentor'],
      shareOfAll: { totalMEUR: 323.14, published: 31 },
    });
  });
});

describe('what a call was granted', () => {
  it.each([
    ['total des aides du 1er appel', 126, 70.6],
    ['total des aides du 4e appel', 252, 106.74],
    ['total des aides de la session 2 du 3e appel', 96, 38],
  ])('is told beside what the base adds up to: « %s »', (asked, announced, value) => {
    const answer = converse([asked]);
    expect(answer).toMatchObject({ kind: 'aggregate', value, announced: { value: announced } });
    expect(answer?.sources.length).toBeGreaterThan(0);
  });

  it('is of the session asked for, not of the whole call', () => {
    expect(converse(['combien de projets au 3e appel session 2 ?'])).toMatchObject({ announced: { value: 16 } });
    expect(converse(['combien de projets au 3e appel ?'])).toMatchObject({ announced: { value: 32 } });
  });

  it.each([
    'combien de projets lauréats de l’appel 4 en 2019 ?',
    'combien de projets lauréats du 5e appel, session 1 ?',
    'total des aides de la Justice au 1er appel',
    'coût total des projets du 1er appel',
  ])('is told of nothing else: « %s »', (asked) => {
    expect(converse([asked])).toMatchObject({ kind: 'aggregate', announced: null });
  });
});

describe('the parts that were told', () => {
  it.each([
    [['quel ministère a reçu le plus ?', 'et le deuxième ?'], { carriers: ['premier-ministre'] }],
    [
      ['quel ministère a reçu le plus ?', 'et le deuxième ?', 'et le troisième ?'],
      { carriers: ['ministeres-sociaux'] },
    ],
  ])('are counted by their place: %j', (turns, filter) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'funding', filter });
  });

  it.each(['qui porte le plus de projets ?', 'qui a le plus de projets ?'])('are carriers, of « %s »', (asked) => {
    expect(converse([asked])).toMatchObject({ operation: 'max', field: null, groupBy: 'carrier', value: 11 });
  });

  it('stand side by side by their names', () => {
    const turns = ['quel ministère a reçu le plus ?', 'et le deuxième ?', 'l’écart ?'];
    const sides = [{ carriers: ['ministere-justice'] }, { carriers: ['premier-ministre'] }];
    expect(converse(turns)).toMatchObject({ why: { question: { groupBy: 'asked', sides } } });
  });

  it('are told of as many as they were counted', () => {
    expect(converse(['qui porte le plus de projets ?', 'et le deuxième, c’est quoi ?'])).toMatchObject({
      operation: 'count',
      value: 5,
      filter: { carriers: ['ministere-justice'] },
    });
  });

  it('are none of the one project that comes first', () => {
    expect(converse(['quel est le porteur du projet le plus cher ?'])).toMatchObject({
      kind: 'fact',
      project: 'pilat',
      field: 'carrier',
      also: [{ field: 'cost' }],
    });
  });
});

describe('a subject that the base does not know', () => {
  it.each([
    [['quels projets pour les étudiants ?', 'combien d’argent ?', 'et les retraités ?'], 'retraités'],
    [['combien pour la justice ?', 'et pour la défense ?'], 'défense'],
    [['coût total des projets de la culture', 'et de la défense ?'], 'défense'],
    [['projets de la culture', 'et les anciens combattants ?'], 'anciens combattants'],
  ])('is said to be unknown, and the last answer is not told again: %j', (turns, name) => {
    expect(converse(turns)).toMatchObject({ kind: 'unknown', reason: 'no-such-project', name });
  });

  it('is looked for in the texts of the records', () => {
    expect(converse(['projets de la culture', 'et à Toul ?'])).toMatchObject({ projects: ['inserre'] });
  });

  it.each([
    [['Listez les projets fiscaux.', 'Lesquels ont un coût total supérieur à 30 M€ ?', 'Et inférieur ?'], 'list'],
    [['quels projets de justice en 2023 ?', 'et ttes annees confondues'], 'list'],
    [['combien pour la justice ?', 'et les montants ?'], 'aggregate'],
  ])('is no other limit, nor its lifting: %j', (turns, kind) => {
    expect(converse(turns)).toMatchObject({ kind });
  });
});

describe('so many from one end', () => {
  it('are the most aided, not the least', () => {
    expect(converse(['les 3 plus aidés'])).toMatchObject({ projects: ['inserre', 'health-data-hub', 'si-pac'] });
    expect(converse(['les 3 moins aidés'])).toMatchObject({
      projects: ['enfants-du-spectacle', 'dossierfacile', 'trackdechets'],
    });
  });
});
