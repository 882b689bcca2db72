import { containing } from '../../matchers';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('a set bounded by a project', () => {
  it.each([
    [
      'dearer than one named',
      ['quels projets coûtent plus cher que le LiDAR HD ?'],
      { filter: { amounts: [{ field: 'cost', min: 60, max: null, includesBounds: false }] } },
    ],
    [
      'cheaper than the one on the table',
      ['Numérique en détention, son coût ?', 'il existe moins cher que ça ?'],
      { filter: { amounts: [{ field: 'cost', min: null, max: 5.6 }] }, projects: containing(['inrap-archipel']) },
    ],
    [
      'counted',
      ['Mentor a touché combien', 'combien de projets ont touché plus ?'],
      { kind: 'aggregate', operation: 'count', value: 15 },
    ],
    [
      'within the list shown',
      ['projets justice', 'ceux qui ont eu moins que le bracelet'],
      {
        kind: 'list',
        projects: containing(['cadre-numerique-agents-justice', 'prevention-impayes-locatifs']),
        total: 2,
      },
    ],
    [
      'level with it, itself left out',
      ['le DSFR a eu combien ?', "qui d'autre a eu pile autant ?"],
      { projects: ['plateforme-handicap'] },
    ],
  ])('is %s', (_what, turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('says that the amount is not published where no source gives it', () => {
    expect(converse(['InSERRE, quel coût total ?', 'lesquels coûtent plus cher que lui ?'])).toMatchObject({
      kind: 'fact',
      project: 'inserre',
      field: 'cost',
      valueMEUR: null,
    });
  });
});

describe('what shares a part with the project spoken of', () => {
  it.each([
    [
      'its year',
      ['EASI Lab, c’est quand ?', 'les autres de la même année'],
      { kind: 'list', filter: { years: [2019], except: { projects: ['easi-lab'] } } },
    ],
    [
      'its selection outside the numbered calls',
      ["décrochage scolaire, combien d'aide", 'les autres de la même fournée ?'],
      { kind: 'list', filter: { calls: [{ number: null, scheme: 'ftap2' }] } },
    ],
    [
      'a theme said, whoever carries it',
      ["CFVR c'est quoi ?", "d'autres contre la fraude ?"],
      { kind: 'list', projects: containing(['trackdechets', 'pilat']) },
    ],
  ])('is of %s', (_what, turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });
});

describe('a body that takes part without carrying', () => {
  it.each([
    [['Que porte l’IGN ?', 'et ceux où il est juste partenaire ?'], containing(['ocs-ge'])],
    [['What does the Services and Payment Agency lead?', 'and where is it only a partner?'], containing(['lidar-hd'])],
  ])('is found by %j', (turns, projects) => {
    const answer = converse(turns);
    expect(answer).toMatchObject({ kind: 'list', projects });
    expect(answer).not.toMatchObject({ projects: containing(['geoplateforme']) });
  });
});

describe('a ranking', () => {
  it('is gone down one by one', () => {
    const turns = ['top 3 des aides', 'et le 4e ?', 'et le 5e ?'];
    expect(converse(turns.slice(0, 2))).toMatchObject({ project: 'identite-numerique' });
    expect(converse(turns)).toMatchObject({ project: 'france-cloud' });
  });

  it('is gone back to by place after another subject', () => {
    expect(
      converse(['top 3 des aides', 'au fait Mentor a eu quoi ?', 'retour au top 3 : le deuxième, il fait quoi ?']),
    ).toMatchObject({
      kind: 'fact',
      project: 'health-data-hub',
    });
  });
});
