import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const converse = conversing(realKnowledge());

describe('whom to write to', () => {
  it.each([
    [['Incub’O', 'qui contacter ?'], 'incub-o'],
    [['qui dois-je contacter pour Mentor ?'], 'mentor'],
    [['Histologe', 'on appelle qui ?'], 'histologe'],
    [['qui appeler pour Mentor ?'], 'mentor'],
    [['Démat.ADS', 'vous avez quelqu’un que je peux appeler pour ça ?'], 'demat-ads'],
  ])('is nobody that is published, but who carries the project: %j', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'fact', project, field: 'carrier', verdict: 'no-contact' });
  });

  it('is nobody where a project is called so', () => {
    expect(converse(['y a-t-il un projet qui s’appelle Mentor ?'])).toMatchObject({ kind: 'fact', field: 'summary' });
  });

  it('is asked of the one whose place is said', () => {
    const turns = ['des projets en Bourgogne ?', 'le 1er doit faire gagner combien', 'et le 2e c’est qui qui paye'];
    expect(converse(turns)).toMatchObject({ kind: 'fact', project: 'pfra-etendue' });
  });

  it('is not asked by the name of a project', () => {
    expect(converse(['E-contact, qui le porte ?'])).toMatchObject({ kind: 'fact', field: 'carrier', verdict: null });
  });
});

describe('a project like another', () => {
  it.each([
    [['Je cherche un projet comparable à Histologe'], 'histologe'],
    [['Quels projets ressemblent à Trackdéchets ?'], 'trackdechets'],
    [['Mentor', 'un projet similaire ?'], 'mentor'],
    [['Mentor', 'd’autres projets comme celui-là ?'], 'mentor'],
    [['Histologe', 'avez-vous des projets du même type ?'], 'histologe'],
  ])('is none but others that share what it is on: %j', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', filter: { except: { projects: [project] } } });
  });

  it('is in English one of the same kind', () => {
    const filter = { carriers: [], except: { projects: ['histologe'] } };
    expect(converse(['Histologe', 'other projects of the same kind?'], 'en')).toMatchObject({ kind: 'list', filter });
  });

  it('is not asked of what is of one kind', () => {
    expect(converse(['Mentor', 'combien coûte un projet comme celui-là ?'])).toMatchObject({
      kind: 'fact',
      field: 'cost',
    });
    expect(converse(['Histologe', 'ce genre de projet coûte combien ?'])).toMatchObject({
      kind: 'fact',
      field: 'cost',
    });
    expect(converse(['Histologe', 'c’est quel type de projet ?'])).toMatchObject({ kind: 'fact', field: 'summary' });
  });

  it('is first the one that shares most', () => {
    expect(converse(['un projet semblable à InserJeunes ?'])).toHaveProperty('projects.0', 'exposition-inserjeunes');
  });
});

describe('what else the body of a project carries', () => {
  it.each([
    [['quels autres projets porte le porteur de LiDAR HD ?']],
    [['LiDAR HD', 'quels autres projets porte le porteur ?']],
  ])('is told of its own: %j', (turns) => {
    const filter = { carriers: ['ign'], except: { projects: ['lidar-hd'] } };
    expect(converse(turns)).toMatchObject({ kind: 'list', projects: ['geoplateforme'], filter });
  });
});

describe('another one called so', () => {
  it.each([
    [['quels projets de chatbot ?', 'd’autres chatbots ?']],
    [['c’est quoi l’agent conversationnel de l’Intérieur ?', 'un autre chatbot ?']],
  ])('is none, of which it is the only one: %j', (turns) => {
    expect(converse(turns)).toMatchObject({
      kind: 'list',
      total: 0,
      filter: { except: { projects: ['chatbot-interieur'] } },
    });
  });

  it('is the one that it names, which was not told', () => {
    expect(converse(['parle-moi de Mentor', 'd’autres chatbots ?'])).toMatchObject({ projects: ['chatbot-interieur'] });
  });
});

describe('what no record tells', () => {
  it.each([
    [['DossierFacile', 'c’est gratuit ?'], 'dossierfacile'],
    [['Mentor', 'on paie un abonnement ?'], 'mentor'],
    [['HIPE : les usagers sont satisfaits ?'], 'hipe'],
  ])('is said not to be told: %j', (turns, project) => {
    expect(converse(turns)).toMatchObject({ kind: 'unknown', reason: 'not-recorded', lackingIn: project });
  });

  it('is asked of no set', () => {
    expect(converse(['des projets gratuits ?'])).not.toHaveProperty('reason', 'not-recorded');
  });
});

describe('an end that no record tells of', () => {
  it.each([
    ['dis-moi le projet le plus bizarre', 'fr'],
    ['c’est quoi le projet le plus connu ?', 'fr'],
    ['what is the most amusing project?', 'en'],
  ] as const)('is said to be told by none, not taken for an amount: %s', (message, locale) => {
    expect(converse([message], locale)).toMatchObject({ kind: 'unknown' });
  });

  it.each(['quel projet a l’aide la plus importante ?', 'quel projet est le plus aidé ?'])(
    'is none where the word is of an amount: %s',
    (message) => {
      expect(converse([message])).toMatchObject({ kind: 'aggregate', operation: 'max' });
    },
  );
});
