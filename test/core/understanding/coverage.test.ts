import { answerText } from '../../../dialogs/text/answer-text';
import { plain } from '../../plain-text';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

describe('the part of its cost that the fund pays', () => {
  it.each([
    ['on average', ['Quelle part du coût total le FTAP paie-t-il en moyenne ?'], { total: 9 }],
    ['as a ratio', ['projets avec coût et financement', 'classe-les par ratio financement sur coût'], { total: 9 }],
    ['of those above a half', ['quels projets ont un financement qui dépasse la moitié du coût ?'], { total: 3 }],
    ['below a percentage', ['projets financés à moins de 25 %'], { total: 3 }],
    ['the greatest', ['Lequel est le mieux couvert ?'], { total: 1, projects: ['inrap-archipel'] }],
    ['the one that is', ['Quel projet est le mieux couvert par le fonds ?'], { total: 1 }],
    [
      'the least after it',
      ['Lequel est le mieux couvert ?', 'et le moins bien couvert ?'],
      { sort: { direction: 'ascending' } },
    ],
    [
      'the greatest of two that are named',
      ['LiDAR HD et OCS GE, lequel est le mieux aidé en proportion du coût ?'],
      { projects: ['ocs-ge', 'lidar-hd'] },
    ],
    [
      'on average of those listed',
      ['projets avec coût et financement', 'part du fonds, projet par projet ?', 'et en moyenne ?'],
      { total: 9 },
    ],
    [
      'of each of those that cost so much',
      ['projets coûtant plus de 50 M€', 'pour ceux-là, la part du fonds, projet par projet ?'],
      { total: 4, filter: { amounts: [{ field: 'cost', min: 50 }] } },
    ],
    [
      'of those shown',
      ['projets de la justice', 'lequel est le mieux couvert ?'],
      { projects: ['procedure-penale-numerique'] },
    ],
  ])('is what ranks and bounds a set: %s', (_what, turns, expected) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', sort: { field: 'share' }, ...expected });
  });

  it('is told of each, and of all together, with the number of those of which it is known', () => {
    const answer = converse(['Quelle part du coût le fonds paie-t-il pour chacun ?']);
    const text = answer === undefined ? '' : plain(answerText(answer, knowledge));

    expect(text).toContain('- Archipel : 73,1 % ; 0,95 M€ du fonds sur 1,3 M€');
    expect(text).toContain(
      'Ensemble : 115,95 M€ du fonds pour 377,31 M€ de coût, soit 30,7 % ; moyenne simple des parts : 36,9 %.',
    );
    expect(text).toContain('Les deux montants sont publiés pour 9 projets sur 68.');
  });

  it('is told of all whose costs were added up', () => {
    const turns = ['combien coûtent en tout les projets de l’IGN ?', 'quelle part le fonds a-t-il payée ?'];

    expect(converse(turns)).toMatchObject({ kind: 'list', sort: { field: 'share' }, total: 2 });
  });

  it('of the project spoken of comes before its amounts', () => {
    const answer = converse(['Géoplateforme, économies ?', 'Ça fait quel taux de couverture ?']);

    expect(answer).toMatchObject({ kind: 'fact', project: 'geoplateforme', share: { isAsked: true } });
  });

  it.each([
    ['the greatest three, then the least three', 'Et les trois où elle pèse le moins ?', 3],
    ['as many as are said', 'et les cinq où elle pèse le moins ?', 5],
  ])('is told of %s', (_what, then, total) => {
    expect(
      converse(['Quels sont les trois projets où l’aide du fonds pèse le plus dans le coût total ?', then]),
    ).toMatchObject({
      total,
      sort: { field: 'share', direction: 'ascending' },
      filter: { amounts: [] },
    });
  });

  it('has a second one after the first', () => {
    const turns = ['Quel projet est le mieux couvert par le fonds ?', 'et le deuxième ?'];

    expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'ocs-ge' });
  });

  it.each([
    ['a part of the total', ['projets de la justice, financement', 'part de chacun dans le financement total']],
    ['its money', ['coût total du portail commun de recouvrement, pas la part du fonds']],
    ['both amounts', ['nombre de projets avec à la fois coût complet et part du fonds publiés']],
    ['a country that is covered', ['LiDAR HD, fin de couverture du territoire prévue quand ?']],
    ['half of the projects', ['plus de la moitié des projets ont un coût publié ?']],
  ])('is not what is asked of %s', (_what, turns) => {
    const answer = converse(turns);

    expect(answer?.kind === 'list' ? answer.sort?.field : null).not.toBe('share');
  });
});

describe('what the fund does not pay of a cost', () => {
  it.each([
    ['the greatest', ['quel projet a le plus gros reste à charge ?'], 'descending', 'procedure-penale-numerique', 1],
    ['the least', ['quel projet a le plus petit reste à charge ?'], 'ascending', 'inrap-archipel', 1],
    [
      'as a gap',
      ['écart entre coût et financement, du plus grand au plus petit'],
      'descending',
      'procedure-penale-numerique',
      9,
    ],
    ['of each', ['reste à financer par projet, classé'], 'descending', 'procedure-penale-numerique', 9],
    [
      'after its part',
      ['Lequel est le mieux couvert ?', 'et en reste à charge, le plus gros ?'],
      'descending',
      'procedure-penale-numerique',
      1,
    ],
  ])('ranks projects: %s', (_what, turns, direction, first, total) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', sort: { field: 'rest', direction }, total });
    expect(converse(turns)).toHaveProperty('projects.0', first);
  });

  it('ranks them in English', () => {
    expect(converse(['which project has the most left to fund?'], 'en')).toMatchObject({
      sort: { field: 'rest' },
      projects: ['procedure-penale-numerique'],
    });
  });

  it('is told with both amounts', () => {
    const all = converse(['reste à financer par projet, classé']);
    expect(all === undefined ? '' : plain(answerText(all, knowledge))).toContain(
      'Ensemble : 261,36 M€ que le fonds ne paie pas (377,31 M€ de coût, 115,95 M€ du fonds).',
    );

    const answer = converse(['quel projet a le plus gros reste à charge ?']);

    const text = answer === undefined ? '' : plain(answerText(answer, knowledge));
    expect(text).toContain('coût que le fonds ne paie pas');
    expect(text).toContain('97,46 M€ ; 24,2 M€ du fonds sur 121,66 M€');
  });

  it.each([
    ['those that are left', ['parmi ceux qui restent, lequel a le plus gros coût ?']],
    ['the gap of two costs', ['écart de coût entre PILAT et GMBI']],
    ['one project', ['reste à charge de LiDAR HD ?']],
  ])('is not what is ranked of %s', (_what, turns) => {
    const answer = converse(turns);

    expect(answer?.kind === 'list' ? answer.sort?.field : null).not.toBe('rest');
  });
});
