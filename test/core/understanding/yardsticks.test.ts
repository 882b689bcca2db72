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

describe('a body said to take part', () => {
  const ofDinum = ['dossierfacile', 'exposition-inserjeunes', 'tncp'];

  it.each([
    ['Dans quels projets la DINUM est partenaire ?', { partners: ['dinum'], carriers: [] }, ofDinum],
    ['Quels projets ont la DGFiP comme partenaire ?', { partners: ['dgfip'] }, ['tncp']],
    ['Projets en partenariat avec le Cerema', { partners: ['cerema'] }, ['ocs-ge']],
    [
      'Projets de la Justice avec l’Intérieur comme partenaire',
      { carriers: ['ministere-justice'], partners: ['ministere-interieur'] },
      ['procedure-penale-numerique'],
    ],
    [
      'projets ou la dgpr intervient',
      { partners: [], topics: [{ organisations: ['dgpr'] }] },
      ['lidar-hd', 'trackdechets'],
    ],
  ])('limits to what it does there: %s', (message, filter, projects) => {
    expect(converse([message])).toMatchObject({ kind: 'list', filter, projects });
  });

  it.each(['Avec qui travaille la DINUM ?', 'Quels sont les partenaires de la DINUM ?'])(
    'is told with whom, and who carries: %s',
    (message) => {
      expect(converse([message])).toMatchObject({ kind: 'list', projects: ofDinum, show: ['carrier', 'partners'] });
    },
  );

  it.each(['les partenaires de l’IGN', 'avec qui travaille l’IGN ?'])('is asked of its projects: %s', (message) => {
    expect(converse([message])).toMatchObject({ kind: 'list', projects: ['geoplateforme', 'lidar-hd', 'ocs-ge'] });
  });

  it('gives its place to another body, as a partner too', () => {
    expect(converse(['Dans quels projets la DINUM est partenaire ?', 'et l’IGN ?'])).toMatchObject({
      filter: { partners: ['ign'] },
      projects: ['ocs-ge'],
    });
  });

  it('leaves the partners of a set a field', () => {
    expect(converse(['Projets de la DGFiP et leurs partenaires'])).toMatchObject({
      filter: { carriers: ['dgfip'], partners: [] },
      show: ['partners'],
    });
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

describe('a bound', () => {
  it.each([
    [
      'is left for its other side',
      ['projets de plus de 20 M€ du fonds', 'et en dessous ?'],
      { filter: { amounts: [{ field: 'funding', min: null, max: 20, includesBounds: false }] } },
    ],
    [
      'is of the amount spoken of',
      ['LiDAR HD, son coût ?', 'quels projets dépassent 60 M€ ?'],
      { filter: { amounts: [{ field: 'cost', min: 60 }] } },
    ],
    [
      'is of any, where the others are asked for',
      ["SI PAC : 28,84 millions d'euros du fonds.", 'et les autres à plus de 27 millions, lesquels ?'],
      { projects: containing(['health-data-hub', 'identite-numerique', 'inserre']), total: 3 },
    ],
  ])('%s', (_what, turns, expected) => {
    expect(converse(turns)).toMatchObject(expected);
  });

  it('is none where a computation is confirmed', () => {
    expect(converse(["les projets de l'IGN", 'leur coût total est de 81,5 M€ ?'])).toMatchObject({
      operation: 'sum',
      value: 81.5,
      verdict: true,
    });
  });
});

describe('the greatest of a set', () => {
  it('is not one that is named to be it', () => {
    expect(converse(["les projets portés par l'IGN", 'le plus cher, c’est bien la Géoplateforme ?'])).toMatchObject({
      projects: ['lidar-hd'],
      verdict: false,
    });
  });

  it('is told with the place of the one that is said to have another', () => {
    expect(converse(['InSERRE est le 2e projet le plus financé ?'])).toMatchObject({
      projects: ['inserre'],
      shareOfAll: { rank: { place: 1 } },
      verdict: false,
    });
    expect(converse(['SI PAC est le 3e projet le plus financé ?'])).toMatchObject({ verdict: true });
    // What is no more than a minimum has no sure place.
    expect(converse(['HDH est le 2e projet le plus financé ?'])).toMatchObject({ verdict: 'at-least' });
    expect(converse(['Quel est le 2e projet le plus financé après InSERRE ?'])).toMatchObject({
      kind: 'fact',
      project: 'health-data-hub',
    });
  });

  it('is told again to who asks which one then', () => {
    expect(converse(['Le moins doté par le fonds serait DossierFacile ?', 'alors lequel est-ce ?'])).toMatchObject({
      projects: ['enfants-du-spectacle'],
    });
  });

  it('is gone down and up from', () => {
    const turns = ['Quel est le projet le plus cher ?', 'et juste après ?', 'et encore après'];
    expect(converse(turns)).toMatchObject({ project: 'intelligence-emploi' });
    expect(converse(['Les cinq plus petits financements du fonds', 'et les cinq juste au-dessus'])).toMatchObject({
      projects: containing(['incub-o', 'histologe']),
      sort: { direction: 'ascending' },
    });
  });

  it('is left out of an average, or joined by the one behind it', () => {
    const turns = ['1er appel, classé par aide reçue', 'en moyenne ?', 'et sans le premier ?'];
    expect(converse(turns)).toMatchObject({ operation: 'average', counted: 4 });
  });
});

describe('what was announced on the same day', () => {
  it('is not all of the year', () => {
    expect(converse(['SI Mentor, annoncé quand ?', 'quels autres projets ce même jour ?'])).toMatchObject({
      filter: { months: ['2018-11'] },
      total: 15,
    });
  });
});
