import { answerText } from '../../../dialogs/text/answer-text';
import { containing } from '../../matchers';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[]): string => {
  const answer = converse(turns);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

describe('a part', () => {
  it.each([
    ['of the cost, that the fund pays', ['part du FTAP pour Intelligence emploi ?'], '31 % du coût complet'],
    ['of the cost of what is spoken of', ['le coût de LiDAR HD ?', 'et la part du FTAP ?'], '36 % du coût complet'],
    ['of the last total, that the first one has', ['projets du logement', 'la somme', 'la part du premier'], '42,1 %'],
    [
      'of a set, that the last one is',
      ['total des financements de la DGFiP', 'rapporté au total de Bercy ?'],
      '70,3 % du total des 3 montants publiés (18,2 M€)',
    ],
    ['of the last set, that another is', ['combien a reçu Bercy ?', 'et la DGFiP, quelle part ?'], '70,3 %'],
    [
      'of the set told before, that one body of it has',
      ['projets portés par un opérateur de l’État ?', 'la somme, et la part de l’IGN dedans'],
      '33,5 % du total des 5 montants publiés (74,89 M€)',
    ],
    [
      'of the total told before, that a project is',
      ['somme des coûts de la DGFiP ?', 'PILAT à lui seul, quelle part de ces 320 M€ ?'],
      '38,5 % du total des 7 montants publiés',
    ],
    [
      'of the total told before, said without its unit',
      ['total financement des projets de la Justice', 'quelle part représente InSERRE dans ces 85,9 ?'],
      '40,7 % du total des 5 montants publiés (85,9 M€)',
    ],
    [
      'of a sum said, that projects named are',
      ['projets environnement', 'OCS GE et LiDAR HD pèsent quelle part des 112 M€ ?'],
      '29 % des 112 M€',
    ],
    [
      'of a sum said, that those compared are',
      ['compare France Cloud et FranceConnect Plateforme', 'les 2 cumulés ça fait quelle part des 126 M€ ?'],
      '34,6 % des 126 M€',
    ],
    [
      'of a sum said in a message',
      ['combien pour la forêt et l’agriculture', 'et SI PAC, quelle part de 60 M€ ?'],
      '48,1 % des 60 M€ de votre message',
    ],
    ['of the set said, that a project is', ['InSERRE, 35 M€, c’est quelle part de la Justice ?'], '39,8 % du total'],
    [
      'of the cost, whatever was told of it',
      ['LiDAR HD, ça en est où', 'et le fonds paie quelle part du total'],
      '36 %',
    ],
    ['of all, that the set told last is', ['total pour la Justice', 'quelle part du total ?'], '(323,14 M€)'],
  ])('is %s', (_what, turns, expected) => {
    expect(told(turns)).toContain(expected);
  });

  it.each([
    ['where no source gives the cost', ['part du FTAP pour Mentor ?']],
    ['that is more than its whole', ['Foncier innovant, combien ?', 'quelle part des 3 M€ ?']],
    ['where only money is asked', ['Intelligence emploi, combien du FTAP ?']],
  ])('is none %s', (_what, turns) => {
    expect(told(turns)).not.toContain('%');
  });

  it('is of no set of which nothing was said for a while', () => {
    const turns = ['total des projets numériques', 'total pour la Justice', 'et l’Intérieur, quelle part ?'];
    expect(told(turns)).toContain('(323,14 M€)');
  });

  it('is of all, where a theme and a body of one name stand beside each other', () => {
    expect(told(['total pour la Justice', 'quelle part pour le ministère de la Justice ?'])).toContain('(323,14 M€)');
  });
});

it('tells with an average what its amounts add up to', () => {
  expect(told(['projets du 4e appel', 'leur financement moyen'])).toContain('Le total de ces montants : 106,74 M€.');
});

describe('the last question of a set', () => {
  it.each([
    ['a ranking, after who has most', ['le projet le plus cher de la DGFiP ?', 'classez-les'], 'cost', 'pilat'],
    ['of the amount meant', ['les plus gros projets', 'non, les économies'], 'savings', 'business-france-attractivite'],
  ])('is asked again as %s', (_what, turns, field, first) => {
    const answer = converse(turns);

    expect(answer).toMatchObject({ kind: 'list', sort: { field, direction: 'descending' } });
    expect(answer).toHaveProperty('projects.0', first);
  });
});

it.each([['projets non numériques'], ['donnez la liste des projets non numériques']])(
  'leaves out what a small word denies: %s',
  (message) => {
    expect(converse([message])).toMatchObject({
      kind: 'list',
      projects: containing(['inserre', 'bracelet-anti-rapprochement']),
      total: 9,
    });
  },
);

it('keeps of two themes at once those on both, however wide one is', () => {
  expect(converse(['projets à la fois numériques et de justice'])).toMatchObject({ kind: 'list', total: 6 });
});

it('leaves out of others the one spoken of, by what the message says and not by who carries it', () => {
  expect(
    converse(['les économies de la Géoplateforme ?', 'un autre projet dont les économies sont publiées ?']),
  ).toMatchObject({
    filter: { carriers: [], known: ['savings'], except: { projects: ['geoplateforme'] } },
    total: 6,
  });
});

describe('money', () => {
  it.each([['quel ministère reçoit le plus ?'], ['montant par ministère'], ['which ministry receives the most?']])(
    'is what parts are told by, where it is said: %s',
    (message) => {
      expect(converse([message])).toMatchObject({ kind: 'aggregate', field: 'funding', groupBy: 'ministry' });
    },
  );

  it.each([
    [['les projets de la santé', 'total ?'], 'funding'],
    [['les projets de la justice', 'total'], 'funding'],
    [['coût de PILAT et GMBI', 'total'], 'cost'],
  ])('is the fund’s where no one says which, and none was spoken of: %j', (turns, field) => {
    expect(converse(turns)).toMatchObject({ kind: 'aggregate', operation: 'sum', field });
  });

  it('is not, where projects are counted', () => {
    expect(converse(['quel ministère a le plus de projets ?'])).toMatchObject({ field: null, groupBy: 'ministry' });
  });

  it.each([
    ['quelles économies attend-on ?', 'savings'],
    ['combien d’économies ?', 'savings'],
    ['quels sont les coûts ?', 'cost'],
  ])('asked of nothing is of all: %s', (message, field) => {
    expect(converse([message])).toMatchObject({ kind: 'aggregate', operation: 'sum', field, total: 68 });
  });
});
