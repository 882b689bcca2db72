import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[], locale: 'fr' | 'en' = 'fr'): string => {
  const answer = converse(turns, locale);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

const OF_LIDAR =
  'LiDAR HD est au-dessus de la moyenne : 60 M€ (coût total), contre 35,62 M€ sur 24 montants publiés, soit 24,38 M€ de plus (1,7 fois la moyenne).';

describe('one amount beside the middle of all', () => {
  it.each([
    ['named', ['LiDAR HD coûte-t-il plus que la moyenne ?']],
    ['on the table', ['combien coûte LiDAR HD ?', 'c’est en dessous de la moyenne ?']],
    ['though all projects are said', ['combien coûte LiDAR HD ?', 'c’est plus que la moyenne des projets ?']],
    ['without a side', ['combien coûte LiDAR HD ?', 'par rapport à la moyenne ?']],
    ['behind the mean', ['combien coûte LiDAR HD ?', 'et la moyenne, il est au-dessus ?']],
    ['dearer than a project as they are', ['combien coûte LiDAR HD ?', 'c’est plus cher qu’un projet moyen ?']],
  ])('%s', (_what, turns) => {
    expect(told(turns)).toContain(OF_LIDAR);
  });

  it('is told of the aid where no source gives the cost', () => {
    expect(told(['combien coûte Mentor ?', 'c’est plus que la moyenne ?'])).toContain(
      'Mentor est en dessous de la moyenne : 5,4 M€ (financement FTAP), contre 10,42 M€ sur 31 montants publiés, soit 5,02 M€ de moins (0,52 fois la moyenne).',
    );
  });

  it('is told of the median, and in English', () => {
    expect(told(['combien coûte LiDAR HD ?', 'et par rapport à la médiane ?'])).toContain('au-dessus de la médiane');
    expect(told(['how much does LiDAR HD cost?', 'is that above average?'], 'en')).toContain(
      'LiDAR HD is above the average: €60 million (total cost), against €35.62 million over 24 published amounts, that is €24.38 million more (1.7 times the average).',
    );
  });

  it('is told as the minimum that it is', () => {
    expect(told(['Health Data Hub a reçu plus que la moyenne ?'])).toContain('au moins 30 M€ (financement FTAP)');
  });

  it.each([
    [['combien coûte LiDAR HD ?', 'qui pilote le fonds ?', 'c’est plus que la moyenne ?']],
    [['combien coûte LiDAR HD ?', 'total des coûts de la Justice', 'c’est plus que la moyenne ?']],
  ])('is none of a project spoken of before something else: %j', (turns) => {
    expect(told(turns)).not.toContain('LiDAR HD est');
  });

  it('leaves the project on the table', () => {
    expect(converse(['combien coûte LiDAR HD ?', 'c’est plus que la moyenne ?', 'qui le porte ?'])).toMatchObject({
      kind: 'fact',
      field: 'carrier',
      project: 'lidar-hd',
    });
  });
});

describe('those of a set beyond the middle of all', () => {
  it.each([
    ['of those ranked', ['les 3 projets les plus chers', 'ils sont au-dessus de la moyenne tous ?'], 3],
    ['of a body', ['projets du ministère de la Justice', 'lesquels coûtent plus que la moyenne ?'], 1],
    ['of all', ['quels projets coûtent plus que la moyenne ?'], 8],
  ])('%s', (_what, turns, total) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', total });
  });
});

describe('the place of one among all', () => {
  it.each([
    ['in a ranking', ['Si on classe les projets du plus cher au moins cher, où arrive LiDAR HD ?']],
    ['its ranking', ['je voudrais le classement de LiDAR HD selon son coût']],
    ['on the table', ['combien coûte LiDAR HD ?', 'à quelle place il se trouve parmi les plus coûteux ?']],
  ])('%s', (_what, turns) => {
    expect(told(turns)).toMatch(/LiDAR HD est 4e sur 24/);
  });
});

it('tells what part of all a total is', () => {
  const total = ['quel est le coût total des projets portés par le ministère de la Justice ?'];
  expect(told([...total, 'quelle part du coût de tous les projets ?'])).toMatch(/^15,9 % du total des 24/);
  expect(told([...total, 'leur part du nombre de projets ?'])).not.toMatch(/^15,9 %/);
});

it('answers what is asked of a project, of which every word is explained, though much else is asked so', () => {
  expect(converse(['quel est le budget de Mentor ?'])).toMatchObject({
    kind: 'fact',
    project: 'mentor',
    field: 'cost',
  });
  expect(converse(['quel est le budget de la ville de Lyon ?'])).toMatchObject({ kind: 'unknown' });
});
