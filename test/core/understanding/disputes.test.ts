import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { containing } from '../../matchers';
import { conversing } from '../chat';
import type { Decision } from '../../../src/core/understanding/decide';
import { compose } from '../../../src/core/understanding/compose';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const told = (turns: readonly string[]): string => {
  const answer = converse(turns);
  return answer === undefined ? '' : plain(answerText(answer, knowledge));
};

it('goes from those that cost more to those that cost less', () => {
  expect(converse(['quels projets ont un coût qui a augmenté', 'et qui ont baissé ?'])).toMatchObject({
    filter: { disputes: [{ field: 'cost', way: 'down' }] },
  });
});

it('keeps what limited the set of which it is asked', () => {
  expect(converse(['quels projets coûtent plus de 50 millions ?', 'lesquels ont dérapé ?'])).toMatchObject({
    projects: ['pilat'],
    filter: { amounts: [{ field: 'cost', min: 50 }], disputes: [{ field: 'cost', way: 'up' }] },
  });
});

it.each([
  [['quels projets sont à la fois en retard et en surcoût ?']],
  [['projets en retard', 'et lesquels ont aussi dérapé en coût ?']],
  [['projets qui ont dérapé', 'parmi eux lesquels sont en retard ?']],
])('finds what is late and dearer too: %j', (turns) => {
  expect(converse(turns)).toMatchObject({
    projects: ['pilat'],
    filter: {
      disputes: containing([
        { field: 'cost', way: 'up' },
        { field: 'status', way: 'later' },
      ]),
    },
  });
});

it('tells what is late in the place of what is dearer, where no more is said', () => {
  expect(converse(['projets qui ont dérapé', 'et quels projets sont en retard ?'])).toMatchObject({ total: 4 });
});

it('tells the latest of those that are late, and what is disputed of the one picked', () => {
  expect(converse(['quels projets sont en retard ?', 'le pire ?'])).toMatchObject({
    kind: 'list',
    projects: ['pilat'],
  });
  expect(converse(['quels projets ont vu leur coût augmenter ?', 'et le premier, de combien ?'])).toMatchObject({
    kind: 'fact',
    project: 'pilat',
    field: 'cost',
  });
});

it('tells of those that are named what went furthest first', () => {
  expect(converse(['GMBI et PILAT, lequel a le plus dérapé ?'])).toMatchObject({ projects: ['pilat', 'gmbi'] });
});

describe('what the sources do not agree on, or say otherwise later', () => {
  it('are those that accuse a delay', () => {
    expect(converse(['Quels projets accusent un retard par rapport à leur calendrier initial ?'])).toMatchObject({
      total: 4,
      filter: { topics: [], disputes: [{ way: 'later' }] },
    });
  });

  it.each([
    ['dearer than planned, what went furthest first', ['quels projets coûtent plus cher que prévu ?'], 'up', 'pilat'],
    [
      'beyond their budget, which is counted',
      ['combien de projets ont dépassé leur budget initial ?'],
      'up',
      'trois-d-douane',
    ],
    ['overrun, without the word for projects', ['y a-t-il des dépassements de budget ?'], 'up', 'pilat'],
    ['the latest of those listed', ['quels projets sont en retard ?', 'le plus en retard ?'], 'later', 'pilat'],
    ['those of so much', ['parmi les projets de plus de 30 M€, lesquels ont coûté plus que prévu ?'], 'up', 'pilat'],
    ['in English', ['which projects cost more than planned?'], 'up', 'pilat'],
    ['revised', ['quels projets ont vu leur coût révisé à la hausse ?'], 'up', 'pilat'],
    ['that exploded, in English', ['which projects had their cost explode?'], 'up', 'pilat'],
    [
      'those that went the other way',
      ['projets plus chers que prévu ?', 'et ceux qui ont coûté moins cher ?'],
      'down',
      'numerique-en-detention',
    ],
    [
      'others like one',
      ['ROCSP, le coût a baissé ?', 'lesquels ont vu leur coût baisser comme lui ?'],
      'down',
      'numerique-en-detention',
    ],
    ['another than one', ['combien coûte NED ?', 'un autre projet a-t-il vu son coût exploser ?'], 'up', 'pilat'],
    ['the worst', ['le coût de GMBI', 'c’est le pire dérapage de la base ?'], 'up', 'pilat'],
    ['another amount', ['quels projets ont vu leurs économies revues à la baisse ?'], 'down', 'health-data-hub'],
    ['late', ['quels projets ont pris du retard ?'], 'later', 'pilat'],
    ['contradicted', ['lesquels ont des sources qui se contredisent sur le coût ?'], 'any', 'numerique-en-detention'],
    ['not agreed upon', ['sur quels projets les sources ne sont-elles pas d’accord ?'], 'any', 'health-data-hub'],
    [
      'of which two sources differ',
      ['Projets dont deux sources donnent un coût différent'],
      'any',
      'numerique-en-detention',
    ],
    [
      'the widest',
      ['Quels projets ont des sources en désaccord ?', 'lequel a le plus gros désaccord ?'],
      'any',
      'health-data-hub',
    ],
    [
      'of so many of those shown',
      ['Quels projets de la DGFiP ont un coût total supérieur à 30 M€ ?', 'Lequel de ces cinq a vu son coût baisser ?'],
      'down',
      'rocsp',
    ],
    ['a target, in English', ['Which projects had their savings target revised downward?'], 'down', 'health-data-hub'],
    ['upward', ['which projects had their cost revised upward?'], 'up', 'pilat'],
    [
      'of another body than the one shown',
      ['projets de la DGFiP', 'et à la Justice, lesquels sont en retard ?'],
      'later',
      'numerique-en-detention',
    ],
    ['of those shown', ['projets de la Justice', 'lesquels sont en retard ?'], 'later', 'numerique-en-detention'],
  ])('is told of projects: %s', (_what, turns, way, first) => {
    const answer = converse(turns);

    expect(answer).toMatchObject({ filter: { disputes: [{ way }] } });
    expect(answer).toHaveProperty('projects.0', first);
  });

  it.each([
    ['all, whatever was listed before', 'quels projets sont en retard ?', 4],
    ['those shown, where it says so', 'parmi ces projets, lesquels sont en retard ?', 1],
  ])('is asked of %s', (_what, asked, total) => {
    expect(converse(['projets de la Justice', asked])).toMatchObject({
      filter: { disputes: [{ way: 'later' }] },
      total,
    });
  });

  it('tells both values, or both days, in the row of each', () => {
    const dearer = told(['quels projets ont dérapé ?']);
    expect(dearer).toContain('(coût total revu à la hausse)');
    expect(dearer).toContain('PILAT — coût total : 36,2 M€, puis 123,5 M€, soit 87,3 M€ de plus (+241 %)');

    const late = told(['quels projets sont en retard ?']);
    expect(late).toContain('PILAT — prévu pour 2022, repoussé à 2027');
  });

  it.each([
    [
      'of those listed',
      ['quels projets ont dérapé ?', 'de combien en tout ?'],
      'soit 122,48 M€ de plus (17,5 M€ par projet en moyenne)',
    ],
    ['in euros', ['quels projets ont dérapé ?', 'et en M€ ?'], 'soit 122,48 M€ de plus'],
    ['of those of a body', ['surcoût total des projets de la DGFiP'], 'soit 112 M€ de plus'],
    [
      'of those named',
      ['somme des hausses de PILAT, GMBI et RECE'],
      'Ensemble : 53,9 M€, puis 171,7 M€, soit 117,8 M€ de plus',
    ],
    [
      'less',
      ['projets dont le coût a baissé', 'en moyenne ?'],
      'soit 30,72 M€ de moins (7,68 M€ par projet en moyenne)',
    ],
    ['late', ['projets en retard', 'retard moyen ?'], 'Ensemble : 8 ans de retard, 2,67 en moyenne, sur les 3 projets'],
    ['the first ones', ['top 3 des dérapages'], 'soit 117,8 M€ de plus'],
    ['in English', ['which projects are late?', 'average delay?'], 'Together: 8 years late, 2.67 on average'],
    [
      'not of one project',
      ['PILAT : le retard ?', 'combien d’années de retard, au total ?'],
      'Prévu pour 2022, repoussé à 2027 (5 ans)',
    ],
  ])('tells what they are together: %s', (_what, turns, expected) => {
    expect(told(turns)).toContain(expected);
  });

  it('is not what another field is asked of', () => {
    expect(converse(['quels projets ont dérapé ?', 'et c’est pour qui ?'])).toMatchObject({
      total: 7,
      show: ['beneficiaries'],
    });
  });

  it.each([
    [
      'le coût moyen des projets en retard',
      { operation: 'average', field: 'cost', filter: { disputes: [{ way: 'later' }] } },
    ],
    ['combien coûtent les projets en retard ?', { total: 4, show: ['cost'] }],
    [
      'total des financements des projets en surcoût',
      { operation: 'sum', field: 'funding', filter: { disputes: [{ way: 'up' }] } },
    ],
  ])('is what another amount is asked of: %s', (asked, expected) => {
    expect(converse([asked])).toMatchObject(expected);
  });

  it.each([
    ['lequel a le plus augmenté ?', 1],
    ['classez-les par hausse', null],
  ])('is what those listed for it are ranked by: %s', (asked, limit) => {
    const answer = converse(['quels projets ont coûté plus que prévu ?', asked]);
    expect(answer).toMatchObject({
      filter: { disputes: [{ field: 'cost', way: 'up' }] },
      why: { question: { limit } },
    });
    expect(answer).toHaveProperty('projects.0', 'pilat');
  });

  it.each([
    ['a limit', ['quels projets ont plus de 3 M€ d’économies prévues ?']],
    ['a ranking', ['quel projet a le plus d’économies prévues ?']],
    ['a problem of people', ['un projet pour ceux qui ont des loyers en retard ?']],
    ['one project', ['PILAT, c’est quoi ?', 'le projet a-t-il pris du retard ?']],
    ['the fund', ['y a-t-il des projets abandonnés ou en retard ?']],
    ['agreement', ['projets de la culture', 'pas celui-là, d’accord ?']],
  ])('is not what is asked of %s', (_what, turns) => {
    const answer = converse(turns);

    expect(answer !== undefined && 'filter' in answer ? answer.filter.disputes : []).toEqual([]);
  });
});

describe('what the sources do not agree on of one project', () => {
  const of = (focus: string | null, message: string, intent: Decision['intent'] = 'fact'): Question | undefined => {
    const question = focus === null ? null : ({ kind: 'fact', project: focus, field: 'summary', also: [] } as const);
    const memory: Memory = { ...EMPTY_MEMORY, question: question && { ...question, also: [] }, focus };
    const { said } = studied(readQuestion(message, knowledge), memory, knowledge);
    return compose({ intent, reference: focus === null ? 'alone' : 'focus', fields: [] }, said)?.question;
  };

  it.each([
    [null, 'DossierFacile, c’est quoi le désaccord ?', 'dossierfacile', 'funding'],
    ['dossierfacile', 'pourquoi deux montants ?', 'dossierfacile', 'funding'],
    ['pilat', 'combien de fois plus que prévu ?', 'pilat', 'cost'],
    ['pilat', 'combien d’années de retard ?', 'pilat', 'status'],
    ['health-data-hub', 'les économies ont été revues à la baisse ?', 'health-data-hub', 'savings'],
  ] as const)('is told of %s: %s', (focus, message, project, field) => {
    expect(of(focus, message)).toMatchObject({ kind: 'fact', project, field });
    expect(of(focus, message, 'compare')).toMatchObject({ kind: 'fact', project, field });
  });

  it.each([
    ['cfvr', 'c’est quoi le désaccord sur les partenaires ?'],
    ['pilat', 'le retard de loyer, c’est lui ?'],
    ['pilat', 'il a coûté combien ?'],
  ] as const)('is not asked for of %s: %s', (focus, message) => {
    expect(of(focus, message)).not.toMatchObject({ field: 'status' });
  });
});
