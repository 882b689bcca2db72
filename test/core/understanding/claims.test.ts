import { answerQuestion } from '../../../src/core/answering/answer-question';
import { EMPTY_FILTER, type Filter, type Question } from '../../../src/core/model/question';
import { verdictOn } from '../../../src/core/understanding/claims';
import { readQuestion } from '../../../src/core/understanding/reading';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const IGN: Filter = { ...EMPTY_FILTER, carriers: ['ign'] };

/** What is said of the answer to a question, whatever the question was taken from. */
function verdict(text: string, question: Question): boolean | null {
  return verdictOn(answerQuestion(question, [], knowledge), readQuestion(text, knowledge), knowledge);
}

type Told = 'cost' | 'funding' | 'savings' | 'date' | 'call';

const fact = (project: string, field: Told, ...also: readonly Told[]): Question => ({
  kind: 'fact',
  project,
  field,
  also,
});

const computed = (operation: 'sum' | 'average' | 'max' | 'count', filter: Filter = IGN): Question => ({
  kind: 'aggregate',
  operation,
  field: operation === 'count' ? null : 'cost',
  filter,
  limit: 1,
  groupBy: null,
});

describe('what a message claims of the answer', () => {
  it.each([
    // LiDAR HD costs 60 M€, and got 21.5.
    ['LiDAR HD coûte 60 M€, vrai ?', fact('lidar-hd', 'cost'), true],
    ['LiDAR HD coûte bien plus de 70 M€ ?', fact('lidar-hd', 'cost'), false],
    ['est-ce que LiDAR HD coûte moins de 70 M€ ?', fact('lidar-hd', 'cost'), true],
    ["c'est vrai que LiDAR HD coûte 50 M€ ?", fact('lidar-hd', 'cost'), false],
    ['le LiDAR HD a eu 24 M€, non ?', fact('lidar-hd', 'funding'), false],
    ['le LiDAR HD a eu autour de 22 M€', fact('lidar-hd', 'funding'), true],
    // 28 839 999 euros
    ['SI PAC : 28,8 M€', fact('si-pac', 'funding'), true],
    ['SI PAC : 28 800 000 euros', fact('si-pac', 'funding'), true],
    ['SI PAC : 29,2 M€', fact('si-pac', 'funding'), false],
    ['annoncé le 12 novembre 2018', fact('mentor', 'date'), true],
    ['annoncé le 14 novembre 2018', fact('mentor', 'date'), false],
    ['annoncé en juin 2018 ?', fact('mentor', 'date'), false],
    ['annoncé en novembre 2018 ?', fact('mentor', 'date'), true],
    ['Mentor, lauréat en 2018 ?', fact('mentor', 'date'), true],
    ['Mentor, lauréat du 3e appel ?', fact('mentor', 'call'), false],
    ['LiDAR HD, lauréat de la session 2 du 4e appel ?', fact('lidar-hd', 'call'), true],
    ['LiDAR HD, lauréat de la session 1 du 4e appel ?', fact('lidar-hd', 'call'), false],
    ['Mentor annoncé en novembre 2018 avec 9 M€ ?', fact('mentor', 'date', 'funding'), false],
    ['Mentor annoncé en novembre 2018 avec 5,4 M€ ?', fact('mentor', 'date', 'funding'), true],
    ['à eux deux, 81,5 M€ ?', computed('sum'), true],
    ['leur coût total dépasse 100 M€ ?', computed('sum'), false],
    ['le plus cher, c’est LiDAR HD ?', computed('max'), true],
    ['le plus cher, c’est la Géoplateforme ?', computed('max'), false],
    ['ils sont bien deux ?', computed('count'), true],
    ['l’IGN porte 3 projets ?', computed('count'), false],
  ])('%s is borne out or not', (text, question, expected) => {
    expect(verdict(text, question)).toBe(expected);
  });

  it.each([
    ['an amount that is not told', 'Mentor annoncé en novembre 2018 avec 5,4 M€ ?', fact('mentor', 'date')],
    ['a body', 'SI PAC de la DGFiP : 28,8 M€ ?', fact('si-pac', 'funding')],
    ['an open question', 'combien coûte LiDAR HD, 60 M€ ?', fact('lidar-hd', 'cost')],
    ['a question on which one', 'quel est le coût de LiDAR HD, 60 M€ ?', fact('lidar-hd', 'cost')],
    ['a question on the source', "d'où viennent les 60 M€ de LiDAR HD ?", fact('lidar-hd', 'cost')],
    ['a denial', 'LiDAR HD ne coûte pas 60 M€ ?', fact('lidar-hd', 'cost')],
    ['what confines', "LiDAR HD n'a coûté que 60 M€ ?", fact('lidar-hd', 'cost')],
    ['what is nearly so', 'SI PAC : 28,9 M€', fact('si-pac', 'funding')],
    ['a floor', 'HDH, plus de 30 M€ ?', fact('health-data-hub', 'funding')],
    ['savings over another time', 'Mentor économise 2,3 M€ par an ?', fact('mentor', 'savings')],
    ['a date', "annoncés le 2 novembre 2018 par l'IGN ?", computed('count')],
    ['a number that is no amount', 'LiDAR HD, le coût avant 14 h ?', fact('lidar-hd', 'cost')],
    ['an amount of which sources differ', 'la Géoplateforme coûte 21 M€ ?', fact('geoplateforme', 'cost')],
    ['an amount that no source gives', 'Mentor coûte 2 M€ ?', fact('mentor', 'cost')],
    ['a date that no source gives', 'Trackdéchets, retenu en 2022 ?', fact('trackdechets', 'date')],
    ['how many are meant', 'le coût des 2 réunis ?', computed('sum')],
    ['what is left out', 'le plus cher, à part LiDAR HD ?', computed('max')],
    [
      'a limit',
      'le total de ceux à plus de 30 M€',
      computed('sum', { ...IGN, amounts: [{ field: 'cost', min: 30, max: null, includesBounds: false }] }),
    ],
  ])('is nothing in %s', (_what, text, question) => {
    expect(verdict(text, question)).toBeNull();
  });
});
