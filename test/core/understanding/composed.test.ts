import { answerQuestion } from '../../../src/core/answering/answer-question';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { createKnowledgeBase } from '../../../src/core/loading/create-knowledge-base';
import { projectsOf } from '../../../src/core/model/answer';
import { EMPTY_FILTER, EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { respond } from '../../../src/core/respond';
import { compose } from '../../../src/core/understanding/compose';
import type { Decision } from '../../../src/core/understanding/decide';
import { conditionsOpen } from '../../../src/core/understanding/lists/conditions';
import { rolesOpen, unexplainedIn } from '../../../src/core/understanding/open-slots';
import { slotsFor } from '../../../src/core/understanding/said';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { standingSaid } from '../../../src/core/understanding/yardsticks';
import { containing } from '../../matchers';
import { conversing } from '../chat';
import { realKnowledge, realRecords } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);

/** What the last message is taken for where so much is decided of it: whatever the training, that much follows from its words. */
function composed(
  turns: readonly string[],
  intent: Decision['intent'],
  reference: Decision['reference'] = 'alone',
  ...fields: Decision['fields']
): Question | undefined {
  const [last = '', ...before] = [...turns].reverse();
  const { said } = studied(readQuestion(last, knowledge), remembered(before.reverse(), knowledge), knowledge);
  return compose({ intent, reference, fields }, said)?.question;
}

function remembered(turns: readonly string[], base: KnowledgeBase): Memory {
  return turns.reduce((memory, text) => respond({ text, locale: 'fr' }, memory, base).memory, EMPTY_MEMORY);
}

describe('a ministry by its short name', () => {
  it.each([
    ['Combien a reçu la Justice ?', 'sum', ['ministere-justice']],
    ['Combien pour la Justice ?', 'sum', ['ministere-justice']],
    ['Combien de projets porte la Justice ?', 'count', ['ministere-justice']],
    ['How much did Justice receive?', 'sum', ['ministere-justice']],
    ['L’Agriculture a reçu combien ?', 'sum', ['ministere-agriculture']],
  ] as const)('is what carries, or is paid: %s', (message, intent, carriers) => {
    expect(composed([message], intent)).toMatchObject({ kind: 'aggregate', filter: { carriers, topics: [] } });
  });

  it.each(['Combien de projets touchent la justice ?', 'Combien pour le logement ?'])(
    'is a theme where nothing is done by it, nor given to it: %s',
    (message) => {
      expect(composed([message], 'count')).toMatchObject({ filter: { carriers: [] } });
    },
  );

  it('is confirmed by what it received itself', () => {
    const said = { text: 'La Justice a reçu 85,9 M€, c’est ça ?', locale: 'fr' } as const;
    expect(respond(said, EMPTY_MEMORY, knowledge).answer).toMatchObject({ value: 85.9, total: 7 });
  });
});

describe('one amount of several projects', () => {
  it.each([
    ['Quels sont les coûts des projets de la Justice ?', { kind: 'list', show: ['cost'] }],
    ['Coût des projets de la Justice', { kind: 'list', show: ['cost'] }],
  ])('is that of each, where more are said, or none is pointed at: %s', (message, expected) => {
    expect(composed([message], 'list', 'alone', 'cost')).toMatchObject(expected);
  });
});

describe('themes before an exception', () => {
  it.each([
    ['total ftap formation et emploi hors inserre', ['formation', 'emploi'], 'inserre'],
    ['les projets logement et santé sauf EXPLOC', ['logement', 'sante'], 'prevention-impayes-locatifs'],
  ])('limit, all of them: %s', (text, themes, out) => {
    expect(converse([text])).toMatchObject({ filter: { topics: [{ themes }], except: { projects: [out] } } });
  });
});

it('bounds anew what would hold nothing bounded twice', () => {
  expect(converse(['les projets qui coûtent plus de 50 millions', 'et moins de 10 ?'])).toMatchObject({
    kind: 'list',
    filter: { amounts: [{ field: 'cost', min: null, max: 10 }] },
  });
});

it.each([[['qui a le moins de projets ?']], [['qui a le plus de projets ?', 'et le moins ?']]])(
  'counts the projects of each body: %j',
  (turns) => {
    expect(converse(turns)).toMatchObject({ operation: 'min', field: null, groupBy: 'carrier' });
  },
);

describe('an amount that no one says', () => {
  it('is one that is published of all that are compared', () => {
    const turns = ['Le bracelet anti-rapprochement, combien sont en service ?', 'et le budget ?'];
    expect(converse([...turns, 'c’est plus ou moins que la procédure pénale numérique ?'])).toMatchObject({
      kind: 'compare',
      field: 'funding',
    });
  });

  it('is money, where who has most of it is asked of sets that were counted', () => {
    expect(
      converse([
        'cb de projets de la justice',
        'et l’interieur ?',
        'lequel a eu le plus d’argent entre les 2 ministeres',
      ]),
    ).toMatchObject({ kind: 'aggregate', field: 'funding', groupBy: 'asked' });
  });
});

describe('of readings that hardly differ', () => {
  it('the larger is told', () => {
    expect(converse(['des projets en occitanie?', 'il a eu cb', 'et en bourgogne ?'])).toMatchObject({
      kind: 'list',
      show: ['funding'],
    });
  });

  it('none counts what is said to be so many', () => {
    const answer = converse(['les projets de la douane et lequel coûte le plus ?', 'et les deux autres, combien ?']);
    expect(JSON.stringify(answer?.why.question)).not.toContain('"count"');
  });
});

describe('fields of each', () => {
  it('are not added up', () => {
    const answer = converse(['les projets de cartographie', 'tableau coût total et part ftap de chaque']);

    expect(answer?.kind === 'list' ? answer.show.toSorted() : null).toEqual(['cost', 'funding']);
  });
});

describe('parts that are ranked by money', () => {
  const byMinistry = { kind: 'aggregate', operation: 'max', field: 'funding', groupBy: 'ministry' };

  it.each([
    ['Quels sont les 3 ministères les plus financés ?', { ...byMinistry, limit: 3 }],
    ['Les 5 ministères qui ont reçu le plus', { ...byMinistry, limit: 5 }],
    ['Quels sont les ministères les plus financés ?', { ...byMinistry, limit: 1 }],
    ['Which 3 ministries got the most funding?', { ...byMinistry, limit: 3 }],
    ['classe les ministères par argent du fonds reçu', { ...byMinistry, limit: 1 }],
  ])('are the parts themselves: %s', (message, expected) => {
    expect(composed([message], 'rank', 'alone', 'funding')).toMatchObject(expected);
  });

  it('are told as many as were asked for', () => {
    const question = composed(['Quels sont les 3 ministères les plus financés ?'], 'rank', 'alone', 'funding');
    const answer = question === undefined ? null : answerQuestion(question, [], knowledge);
    expect(answer).toMatchObject({ groups: [{ id: 'ministere-justice', value: 85.9 }, {}, {}] });
  });

  it('are no part of a name', () => {
    const message = 'Quel est le plus gros financement côté ministères sociaux ?';
    expect(composed([message], 'max', 'alone', 'funding')).toMatchObject({ groupBy: null });
  });
});

describe('parts that are ranked by their projects', () => {
  it.each([
    ['les 3 ministères avec le plus de projets', 'rank', 'ministry', 'max', 3],
    ['l’année avec le plus de projets', 'max', 'year', 'max', 1],
    ['top 3 des ministères en nombre de projets', 'count', 'ministry', 'max', 3],
    ['le thème avec le moins de projets', 'min', 'theme', 'min', 1],
  ] as const)('are the parts themselves: %s', (message, intent, groupBy, operation, limit) => {
    expect(composed([message], intent)).toMatchObject({ kind: 'aggregate', field: null, groupBy, operation, limit });
  });

  it('are not the calls whose projects are ranked', () => {
    const message = 'classe moi les projets de l’appel 5 du moins financé au plus financé';
    expect(composed([message], 'rank', 'alone', 'funding')).toMatchObject({ kind: 'list', filter: { calls: [{}] } });
  });
});

describe('a number of those that come first', () => {
  it.each([
    ['la liste des cinq aides les plus élevées', 5],
    ['le moins cher des deux', null],
    ['laquelle des deux aides est la plus haute ?', null],
  ])('is told from one of so many: %s', (message, count) => {
    expect(readQuestion(message, knowledge).count).toBe(count);
  });
});

describe('projects of a thing, where no word asks for more', () => {
  it.each(['max', 'rank', 'sum', 'count', 'list'] as const)('are a list, though a %s was decided', (intent) => {
    const turns = ['quels projets ont le plus reçu ?', 'projets logement'];
    const housing = { kind: 'list', sort: null, show: [], filter: { topics: [{ themes: ['logement'] }] } };
    expect(composed(turns, intent, 'alone', 'funding')).toMatchObject(housing);
  });

  it('are counted where a word counts them', () => {
    expect(composed(['nombre de projets logement'], 'count')).toMatchObject({ operation: 'count' });
  });
});

describe('subjects that a word joins', () => {
  it.each([
    ['total DINUM + DGFiP', 'sum', { carriers: ['dinum', 'dgfip'] }],
    ['total DINUM et DGFiP', 'sum', { carriers: ['dinum', 'dgfip'] }],
    ['projets de la culture et de la DGFiP', 'list', { topics: [{ themes: ['culture'], organisations: ['dgfip'] }] }],
    [
      'total des aides du ministère de la Justice, prisons comprises',
      'sum',
      { carriers: ['ministere-justice'], topics: [] },
    ],
  ] as const)('are all meant: %s', (message, intent, filter) => {
    expect(composed([message], intent, 'alone', 'funding')).toMatchObject({ filter });
  });
});

describe('a bound on one alone', () => {
  it.each([
    ['PPN plus de 100 M€ ?', { kind: 'fact', project: 'procedure-penale-numerique', field: 'funding' }],
    ['projets de la Justice qui ont reçu plus de 10 M€', { kind: 'list', filter: { amounts: [{ min: 10 }] } }],
    ['quels projets promettent plus que Mentor, plus de 5 M€ ?', { kind: 'list' }],
  ])('asks whether it is so: %s', (message, expected) => {
    expect(composed([message], 'list', 'alone', 'funding')).toMatchObject(expected);
  });
});

describe('what is taken out', () => {
  const ranking = ['top 3 des aides'];

  it.each([
    [[...ranking, 'et sans inserre ?'], 'rank', { except: { projects: ['inserre'] } }],
    [['projets de santé', 'sans le Health Data Hub'], 'list', { except: { projects: ['health-data-hub'] } }],
    [['total du fonds', 'retire le 1er appel'], 'sum', { calls: [], except: { calls: [{ number: 1 }] } }],
  ] as const)('is what stands behind « sans »: %j', (turns, intent, filter) => {
    expect(composed(turns, intent, 'narrow', 'funding')).toMatchObject({ filter });
  });

  it.each([
    ["Enlevez ceux dont la participation du fonds n'est pas publiée.", { known: ['funding'], unknown: [] }],
    ["Supprimez ceux qui n'ont pas de montant connu.", { known: ['funding'], unknown: [] }],
    ["ceux dont l'aide n'est pas publiée", { known: [], unknown: ['funding'] }],
  ])('is what lacks an amount, not what has one: %s', (message, filter) => {
    expect(composed(['projets de la Justice', message], 'list', 'narrow', 'funding')).toMatchObject({ filter });
  });

  it.each([
    ['et sans InSERRE ?', 'project'],
    ['retire le 1er appel', 'call'],
  ] as const)('is nothing else, whatever was learned: %s', (message, kind) => {
    const { said } = studied(readQuestion(message, knowledge), remembered(['total du fonds'], knowledge), knowledge);
    const mention = said.mentions.find((one) => one.kind === kind);
    const decision = { intent: 'sum', reference: 'narrow', fields: ['funding'] } as const;
    expect(mention && rolesOpen(mention, decision, said.reading, said.memory, knowledge)).toEqual(['out']);
  });

  it('is no subject that is said to be comprised', () => {
    const turns = ['nombre de projets de la DGFiP', 'et Bercy en entier, douane comprise'];
    expect(composed(turns, 'count', 'replace')).toMatchObject({ filter: { topics: [] } });
  });
});

describe('what is shared with the project spoken of', () => {
  it('is all that the message shows of it', () => {
    const turns = [
      'Agent conversationnel du ministère de l’Intérieur',
      'd’autres lauréats du même ministère à cet appel ?',
    ];
    expect(composed(turns, 'list', 'focus')).toMatchObject({
      filter: { carriers: ['ministere-interieur'], calls: [{ number: 2 }] },
    });
  });
});

describe('one word of a text', () => {
  it('names no other project while one is spoken of', () => {
    const turns = ['Que sait-on d’EXPLOC ?', 'Qui y participe en dehors de la Dihal ?'];
    expect(composed(turns, 'fact', 'alone', 'partners')).toBeUndefined();
    expect(composed(turns, 'fact', 'focus', 'partners')).toMatchObject({ project: 'prevention-impayes-locatifs' });
  });

  it('is no other project beside a name where a sentence begins with it', () => {
    const message = "Démat.ADS : date d'oblig. légale";
    expect(composed([message], 'fact', 'alone', 'status')).toMatchObject({ kind: 'fact', project: 'demat-ads' });
  });
});

describe('what was said one after the other', () => {
  it('is compared by its place', () => {
    const turns = [
      'Mentor, combien du fonds ?',
      'Plateforme handicap ?',
      'et Histologe ?',
      'compare le premier et le deuxième',
    ];
    const projects = ['mentor', 'plateforme-handicap'];
    expect(composed(turns, 'compare', 'previous')).toMatchObject({ kind: 'compare', projects });
  });

  it('is ranked by itself where it is counted', () => {
    const turns = ['Code du travail numérique, combien du fonds ?', 'et EXPLOC ?', 'et Histologe ?'];
    const last = 'range les trois du plus gros au plus petit';
    const among = ['histologe', 'prevention-impayes-locatifs', 'code-du-travail-numerique'];
    expect(composed([...turns, last], 'rank', 'shown', 'funding')).toMatchObject({ filter: { among } });
    expect(composed([...turns, 'les trois plus chers'], 'rank', 'shown', 'cost')).toMatchObject({
      filter: { among: null },
    });
  });

  it.each([
    ['Lesquels ont reçu davantage que Mentor ?', { kind: 'fact' }],
    ['Mentor alors, on est sous la rocade', { kind: 'fact', project: 'mentor' }],
  ])('stands beside the one that is named where one is asked to be more: %s', (message, expected) => {
    expect(composed(['Code du travail numérique : c’est quoi ?', message], 'fact', 'replace', 'funding')).toMatchObject(
      expected,
    );
  });

  it('leaves a difference between both its amounts', () => {
    const turns = [
      'CFVR : quel est le coût complet ?',
      'Quelle est l’aide du fonds ?',
      'La différence entre les deux.',
    ];
    const both = { kind: 'fact', project: 'cfvr', field: 'funding', also: ['cost'] };
    expect(composed(turns, 'compare', 'previous')).toMatchObject(both);
  });

  it('is a part of the sum told last', () => {
    const turns = ['combien pour la Justice en tout', 'InSERRE en % de cette somme'];
    expect(composed(turns, 'sum', 'shown', 'funding')).toMatchObject({ filter: { among: ['inserre'] } });
  });

  it('is not what a word takes out', () => {
    const turns = ['projets du logement, avec l’aide de chacun', "et sans ceux dont le montant n'est pas publié ?"];
    expect(composed(turns, 'list', 'narrow', 'funding')).toMatchObject({ filter: { known: ['funding'], unknown: [] } });
  });

  it('is told alone where it is one', () => {
    const turns = ['FICOBA 3', 'combien du fonds ?', 'redis-moi la somme'];
    expect(composed(turns, 'sum', 'previous', 'funding')).toMatchObject({ kind: 'fact', project: 'ficoba-3' });
  });

  it('is not turned over where the greatest of the others is asked', () => {
    const turns = ['projets de la DGFiP', 'seulement ceux dont le coût est publié'];
    const least = composed([...turns, 'le moins cher parmi les autres ?'], 'min', 'shown', 'cost');
    expect(least).toMatchObject({ filter: { carriers: ['dgfip'], unknown: [] } });
  });

  it('is no side of the set that it is a part of', () => {
    const turns = ['Projets de 2020', 'leur aide cumulée ?', 'sans SI PAC', 'qui arrive en tête ?'];
    expect(composed(turns, 'max', 'shown', 'funding')).toMatchObject({ groupBy: null });
  });

  it('tells of which amount the greatest is asked', () => {
    const turns = ['projets avec des économies publiées', 'le plus grand montant ?'];
    expect(composed(turns, 'max', 'shown', 'funding')).toMatchObject({ field: 'savings' });
  });
});

describe('what is said in other forms of its name', () => {
  it.each([
    ['projets bretons', { territories: ['bretagne'] }],
    ['ce qui touche les Franciliennes', { territories: ['ile-de-france'] }],
    ['projets provençaux', { territories: ['provence-alpes-cote-d-azur'] }],
    ['projets de l’i g n', { carriers: ['ign'] }],
    ['projets de la d g f i p', { carriers: ['dgfip'] }],
  ])('is it: %s', (message, filter) => {
    expect(composed([message], 'list')).toMatchObject({ filter });
  });

  it('corrects no other word', () => {
    expect(readQuestion('les projets les plus gourmands', knowledge).corrections).toEqual([]);
  });
});

describe('a figure that is only claimed', () => {
  it.each(['sum', 'average', 'median', 'max'] as const)('bounds no %s', (intent) => {
    expect(composed(["l'aide est de 20 M€ ?"], intent, 'alone', 'funding')).toMatchObject({ filter: { amounts: [] } });
  });

  it.each([
    ['les aides de 20 M€', 20],
    ['les projets à 3 M€ d’aide', 3],
  ])('bounds a list: %s', (message, max) => {
    expect(composed([message], 'list', 'alone', 'funding')).toMatchObject({
      filter: { amounts: [{ field: 'funding', min: max, max }] },
    });
  });
});

describe('one that is named beside an extreme', () => {
  it.each(['max', 'min'] as const)('is not the set of which it would be the %s', (intent) => {
    expect(composed(['les projets de l’IGN', 'le premier, c’est LiDAR HD ?'], intent, 'shown', 'cost')).toMatchObject({
      operation: intent,
      filter: { carriers: ['ign'], among: null },
    });
  });
});

describe('a set said beside it', () => {
  it('is that of which it would be the greatest', () => {
    expect(composed(['le plus cher des projets de l’IGN, c’est LiDAR HD ?'], 'max', 'alone', 'cost')).toMatchObject({
      operation: 'max',
      filter: { carriers: ['ign'], among: null },
    });
  });
});

describe('a bound', () => {
  it.each([
    ['moins de 20 M€ d’aide', 'et au-dessus ?', { min: 20, max: null }],
    ['plus de 20 M€ d’aide', 'et en dessous ?', { min: null, max: 20 }],
    ['entre 55 et 100 M€ d’aide', 'et en dessous de 8 ?', { min: null, max: 8 }],
    ['entre 20 et 30 M€ d’aide', 'et jusqu’à 40 ?', { min: 20, max: 40 }],
    ['plus de 10 M€ d’aide', 'plutôt de 1 à 10', { min: 1, max: 10 }],
    ['plus de 10 M€ d’aide', 'et 2 M€ pile ?', { min: 2, max: 2 }],
  ])('« projets de %s », « %s »', (first, second, bound) => {
    expect(composed([`projets de ${first}`, second], 'list', 'replace')).toMatchObject({
      filter: { amounts: [bound] },
    });
  });
});

describe('one that others come after', () => {
  it.each([
    ['le plus cher de la DGFiP après PILAT', 'max', { min: null, max: 123.5, includesBounds: false }],
    ['le plus cher après PPN ?', 'max', { min: null, max: 121.66, includesBounds: false }],
    ['the most expensive after PILAT?', 'max', { min: null, max: 123.5, includesBounds: false }],
    ['le moins cher après Archipel ?', 'min', { min: 1.3, max: null, includesBounds: false }],
  ] as const)('bounds them by its amount: « %s »', (message, intent, bound) => {
    expect(composed([message], intent, 'alone', 'cost')).toMatchObject({ filter: { amounts: [bound] } });
  });
});

describe('a bound that is part of what is asked', () => {
  it.each([
    ['projets de 20 millions d’aide ou plus', { min: 20, max: null, includesBounds: true }],
    ['projects of 20 million or more in funding', { min: 20, max: null, includesBounds: true }],
    ['projects with 5 million or less of funding', { min: null, max: 5, includesBounds: true }],
    ['projects with funding of 5 million and under', { min: null, max: 5, includesBounds: true }],
    ['projects with more than 20 million of funding', { min: 20, max: null, includesBounds: false }],
  ])('« %s »', (message, bound) => {
    expect(composed([message], 'list', 'alone')).toMatchObject({ filter: { amounts: [bound] } });
  });
});

describe('what was shown', () => {
  it('is the one that is described', () => {
    expect(composed(['projets liés à la mer', 'celui des ports, combien ?'], 'fact', 'shown', 'cost')).toMatchObject({
      kind: 'fact',
      project: 'france-sesame',
    });
  });

  it('loses the one of a place', () => {
    expect(composed(['projets de solidarité', "sans celui d'Île-de-France"], 'list', 'narrow')).toMatchObject({
      filter: { territories: [], except: { territories: ['ile-de-france'] } },
    });
  });
});

describe('a session', () => {
  it.each([
    [
      ['projets de la seconde session de 2020'],
      'alone',
      { years: [], calls: [{ number: 4, session: 2, scheme: null }] },
    ],
    [
      ['les projets du 4e appel', 'retire ceux de la session 2'],
      'narrow',
      { calls: [{ number: 4 }], except: { calls: [{ number: 4, session: 2, scheme: null }] } },
    ],
  ] as const)('is of its call: %j', (turns, reference, filter) => {
    expect(composed(turns, 'list', reference)).toMatchObject({ filter });
  });
});

describe('what is said to be within', () => {
  it.each(['total des projets du ministère de la Justice, prisons comprises', 'total de Bercy, y compris la douane'])(
    'limits nothing: « %s »',
    (text) => {
      const question = composed([text], 'sum', 'alone', 'funding');
      expect(question).toMatchObject({ filter: { topics: [] } });
      expect(question).not.toMatchObject({ filter: { carriers: containing(['dgddi']) } });
    },
  );
});

describe('another field of the project spoken of', () => {
  it.each([
    ['avancement du Datalake', 'j’ai cliqué trop vite je voulais demander le coût', 'datalake-dgfip', 'cost'],
  ] as const)('is asked of it, whatever the other words find: « %s », « %s »', (first, second, project, field) => {
    expect(composed([first, second], 'fact', 'replace', field)).toMatchObject({ project, field });
  });

  it('is not asked where another is described', () => {
    expect(
      composed(['avancement du Datalake', 'et le coût du bracelet anti-rapprochement ?'], 'fact', 'replace', 'cost'),
    ).toMatchObject({ project: 'bracelet-anti-rapprochement' });
  });
});

describe('key words without a sentence', () => {
  it.each([
    ['commande compatibles transformations archivage outils', 'tncp'],
    ['échelles occupation aériennes parcelle carte', 'ocs-ge'],
    ['border dunkirk checks ports', 'france-sesame'],
  ])('« %s »: who holds all of them is meant, whatever one of them would limit to', (words, project) => {
    expect(composed([words], 'fact', 'alone', 'summary')).toMatchObject({ kind: 'fact', project });
  });

  it('mean who is found more surely where another within the limit holds them all', () => {
    const records = realRecords();
    const [other] = records.projects.filter(({ id }) => id === 'si-pac');
    const words = 'commande compatibles transformations archivage outils';
    const within = other && {
      ...other,
      ...{ id: 'within', name: 'Autre fiche', otherNames: [], themes: ['archives'] },
      summaryFr: `${other.summaryFr} ${words}`,
    };
    const base = createKnowledgeBase({ ...records, projects: [...records.projects, ...(within ? [within] : [])] });
    const { said } = studied(readQuestion(words, base), EMPTY_MEMORY, base);

    expect(compose({ intent: 'fact', reference: 'alone', fields: ['summary'] }, said)?.question).toMatchObject({
      project: 'tncp',
    });
  });

  it('mean what the limit leaves where nothing holds more of them', () => {
    expect(composed(['projet de Dunkerque'], 'fact', 'alone', 'summary')).toMatchObject({ project: 'inserre' });
  });

  it('name the longer name of which they say more', () => {
    expect(composed(['inserjeunes exposition affelnet'], 'fact', 'alone', 'summary')).toMatchObject({
      project: 'exposition-inserjeunes',
    });
  });

  it('narrow each other side by side', () => {
    expect(composed(['handicap emploi'], 'list')).toMatchObject({
      filter: { topics: [{ themes: ['handicap'] }, { themes: ['emploi'] }] },
    });
  });

  it.each(['handicap et emploi', 'santé fiscalité'])('« %s » widen, joined or with nothing in common', (words) => {
    expect(composed([words], 'list')).toMatchObject({ filter: { topics: { length: 1 } } });
  });

  it.each(['list', 'out-of-scope'] as const)(
    'are all asked of where they name nothing else, taken for %s',
    (intent) => {
      expect(composed(['prison ardennes'], intent)).toMatchObject({
        kind: 'list',
        filter: { topics: [{ themes: ['prison'] }], territories: ['ardennes'] },
      });
    },
  );

  it('are out of scope where one of them is no thing of the base', () => {
    expect(composed(['sncf ardennes'], 'out-of-scope')).toMatchObject({ kind: 'unknown', reason: 'out-of-scope' });
  });

  it('are one subject where they say the same', () => {
    expect(composed(['achats publics dans la commande publique'], 'list')).toMatchObject({
      filter: { topics: { length: 1 } },
    });
  });
});

it('adds up what is known where « fais l’addition » says no more', () => {
  const { operators, fields } = readQuestion('fais l’addition', knowledge);

  expect([[...operators], fields]).toEqual([['sum'], []]);
});

describe('two places in a row', () => {
  const top = 'top 4 de l’aide';

  it('are both told', () => {
    expect(composed([top, 'le 3e et le 4e, c’est quoi ?'], 'fact', 'ordinal', 'summary')).toMatchObject({
      kind: 'compare',
      projects: ['si-pac', 'identite-numerique'],
    });
  });

  it('are one where the other is only spoken of', () => {
    expect(
      composed([top, 'le second, puisque le premier est connu, c’est quoi ?'], 'fact', 'ordinal', 'summary'),
    ).toMatchObject({ kind: 'fact', project: 'health-data-hub' });
  });
});

describe('of two that are set beside each other', () => {
  it.each([
    ['top 3 du coût total', 'le 2e et le 3e', 'cost'],
    ['top 3 de l’aide', 'le 2e et le 3e', 'funding'],
  ] as const)('« %s », « %s »: the difference is of the amount spoken of', (first, second, field) => {
    expect(composed([first, second, 'la différence'], 'compare', 'shown', 'savings')).toMatchObject({ field });
  });

  it('the amount said is that of the difference', () => {
    expect(
      composed(['top 3 du coût total', 'le 2e et le 3e', 'la différence d’aide'], 'compare', 'shown', 'funding'),
    ).toMatchObject({ field: 'funding' });
  });
});

it('means by another of a body none that was spoken of', () => {
  expect(composed(['LiDAR HD, quelle aide ?', 'non, l’autre de l’IGN'], 'fact', 'replace', 'funding')).toMatchObject({
    project: 'geoplateforme',
  });
});

describe('a call said otherwise', () => {
  it.each(['au 1er appel, pardon, au 2e', 'le premier appel, enfin non, le deuxième'])(
    '« %s » is the second',
    (words) => {
      const { calls } = readQuestion(`combien de lauréats ${words}`, knowledge);

      expect(calls.map(({ number }) => number)).toEqual([2]);
    },
  );
});

describe('what the fund does not pay', () => {
  it.each([
    'Donc ça fait combien qui ne vient pas du fonds ?',
    'Combien n’est pas payé par le fonds ?',
    'Combien le fonds n’a-t-il pas financé ?',
  ])('is what the cost leaves: %s', (message) => {
    expect(composed(['LiDAR HD', message], 'fact', 'focus', 'funding')).toMatchObject({
      field: 'cost',
      also: ['funding'],
    });
  });

  it.each([
    'Le fonds a mis combien, ou pas ?',
    'On ne sait pas quoi. Et le fonds a mis combien ?',
    'Combien le fonds a mis ?',
  ])('is not asked where nothing denies that it pays: %s', (message) => {
    expect(composed(['LiDAR HD', message], 'fact', 'focus', 'funding')).toMatchObject({ field: 'funding', also: [] });
  });
});

describe('what is added up', () => {
  it.each(['Ajoutez le coût de 3D et celui de France Sésame.', 'Cumulez le coût de 3D et de France Sésame'])(
    'is no comparison: %s',
    (message) => {
      expect(composed([message], 'compare', 'alone', 'cost')).toMatchObject({ operation: 'sum', field: 'cost' });
    },
  );

  it('is not what is compared with one more', () => {
    expect(composed(['compare Mentor et Calypso', 'ajoute Trackdéchets'], 'compare', 'widen')).toMatchObject({
      kind: 'compare',
      projects: ['mentor', 'calypso', 'trackdechets'],
    });
  });

  it('is never the one that a list was cut to', () => {
    const turns = ['Quels projets porte l’IGN ?', 'Lequel est le plus récent des deux ?', 'leurs aides réunies ?'];

    expect(composed(turns, 'sum', 'shown', 'funding')).toMatchObject({ filter: { carriers: ['ign'], among: null } });
  });

  it('is all that were named, though two of them came first and last since', () => {
    const turns = ['Comparez LiDAR HD, OCS GE et la Géoplateforme', 'lequel a reçu le moins ?', 'et le plus ?'];

    expect(composed([...turns, 'le coût des trois réunis ?'], 'sum', 'shown', 'cost')).toMatchObject({
      filter: { among: ['lidar-hd', 'ocs-ge', 'geoplateforme'] },
    });
  });

  it('is all that were asked one after another, in their order', () => {
    const turns = ['coût de GMBI', 'coût de ROCSP', 'coût de PILAT'];

    expect(composed([...turns, 'ça fait combien ensemble ?'], 'sum', 'shown', 'cost')).toMatchObject({
      filter: { among: { length: 3 } },
    });
    expect(composed([...turns, 'au total ?'], 'sum', 'shown', 'cost')).toMatchObject({
      filter: { among: ['gmbi', 'rocsp', 'pilat'] },
    });
  });

  it('holds two that « plus » joins', () => {
    expect(composed(['combien fait Histologe plus DossierFacile en tout ?'], 'sum', 'alone', 'funding')).toMatchObject({
      filter: { among: ['histologe', 'dossierfacile'] },
    });
  });

  it('is of the first alone, where the first is said', () => {
    expect(
      composed(['projets de l’Intérieur', 'le premier : combien reçu en tout ?'], 'sum', 'shown', 'funding'),
    ).toMatchObject({ kind: 'fact', project: 'chatbot-interieur' });
  });
});

it('means by the others those that are left, where some were taken out for what no source gives', () => {
  const turns = ['projets de la DGFiP', 'écarte ceux sans coût publié', 'le moins cher parmi les autres ?'];

  expect(composed(turns, 'min', 'shown', 'cost')).toMatchObject({ filter: { carriers: ['dgfip'], known: ['cost'] } });
});

it('asks the same share of another project, however that is said', () => {
  const turns = ['Aide d’Intelligence emploi, quelle part du coût ?', 'Et quelle est cette part pour CFVR ?'];

  const asked = JSON.stringify(composed(turns, 'fact', 'replace', 'cost'));

  for (const said of ['cfvr', 'cost', 'funding']) expect(asked).toContain(`"${said}"`);
});

it('finds no other project in what is said of the one named', () => {
  expect(
    composed(['Histologe je crois ? Il est étendu à combien de départements ?'], 'fact', 'alone', 'status'),
  ).toMatchObject({ kind: 'fact', project: 'histologe' });
});

describe('all of a kind of part', () => {
  it('limits no more, and nothing of it is unexplained', () => {
    const turns = ['projets de la DGFiP', 'tous ministères confondus, le plus cher'];

    expect(composed(turns, 'max', 'shown', 'cost')).toMatchObject({ filter: { carriers: [] }, groupBy: null });
    expect(unexplainedIn(readQuestion('tous ministères confondus', knowledge), knowledge.language)).toEqual([]);
    expect(unexplainedIn(readQuestion('les ministères', knowledge), knowledge.language)).not.toEqual([]);
  });
});

describe('the place in a ranking', () => {
  it.each([
    ['à quelle place est PILAT pour le coût ?', 'rank'],
    ['qui met en place un guichet ?', null],
  ])('%s', (message, standing) => {
    expect(standingSaid(readQuestion(message, knowledge), knowledge)).toBe(standing);
  });
});

describe('of one project alone', () => {
  it('the difference is its amount again, which says how far its values lie apart', () => {
    const turns = ['PILAT, quel coût ?', 'il devait coûter combien au début ?'];

    expect(composed([...turns, 'l’écart, s’il vous plaît'], 'compare', 'previous', 'cost')).toMatchObject({
      project: 'pilat',
      field: 'cost',
    });
  });

  it('the difference of two amounts is of both', () => {
    const turns = ['Procédure pénale numérique : l’aide et le coût complet', 'l’écart entre les deux, en clair'];

    expect(composed(turns, 'compare', 'focus', 'cost')).toMatchObject({
      project: 'procedure-penale-numerique',
      also: { length: 1 },
    });
  });

  it.each([
    'compare les ministères',
    'compare DGFiP et Justice',
    'compare les projets du logement',
    'comparez avec les autres',
  ])('is not told again where something else is compared: %s', (message) => {
    for (const reference of ['alone', 'focus', 'previous'] as const)
      expect(composed(['coût de PILAT', message], 'compare', reference, 'cost')?.kind).not.toBe('fact');
  });

  it('its field goes on to a project that is only described', () => {
    const turns = ['L’agent conversationnel de l’Intérieur, qui le porte ?', 'et l’assistant virtuel du fisc ?'];

    expect(composed(turns, 'fact', 'replace')).toMatchObject({
      project: 'e-contact-assistant-virtuel',
      field: 'carrier',
    });
  });
});

it('sets one more beside the two of which one came first', () => {
  const turns = [
    'Health Data Hub et Identité numérique, part du fonds',
    'lequel a reçu le plus ?',
    'comparé à InSERRE ?',
  ];

  expect(composed(turns, 'compare', 'shown', 'funding')).toMatchObject({
    projects: ['health-data-hub', 'identite-numerique', 'inserre'],
  });
});

describe('others than the one spoken of', () => {
  it.each([
    [['Géoplateforme, qui la porte ?', 'Son porteur a-t-il un autre projet ?'], 'carrier', ['lidar-hd']],
    [['Trackdéchets, qui le porte ?', 'Est-elle partenaire d’un autre projet ?'], 'partners', ['lidar-hd']],
    [['Cerem’Avenir', 'Est-il aussi partenaire d’un autre projet ?'], 'partners', ['ocs-ge']],
  ] as const)('%j', (turns, field, projects) => {
    const question = composed(turns, 'fact', 'focus', field);

    expect(question === undefined ? [] : projectsOf(answerQuestion(question, [], knowledge))).toEqual(projects);
  });

  it('are not asked by « cet autre projet »', () => {
    const turns = ['Géoplateforme', 'et LiDAR HD ?', 'Cet autre projet, qui le porte ?'];

    expect(composed(turns, 'fact', 'focus', 'carrier')).toMatchObject({ kind: 'fact', project: 'lidar-hd' });
  });
});

describe('so many of them', () => {
  it('are the two spoken of one by one, of which one comes first', () => {
    const turns = ['coût de ROCSP', 'et Foncier innovant ?', 'Lequel des deux est le plus cher ?'];

    expect(composed(turns, 'max', 'shown', 'cost')).toMatchObject({
      operation: 'max',
      filter: { among: { length: 2 } },
    });
  });

  it('are those listed before', () => {
    const turns = ['Quels projets ont été retenus par le FTAP 2 ?', 'Lequel a reçu le plus ?', 'Qui le porte ?'];

    expect(composed([...turns, 'Et de ces quatre, lequel a reçu le moins ?'], 'min', 'shown', 'funding')).toMatchObject(
      {
        operation: 'min',
        filter: { calls: [{ scheme: 'ftap2' }], among: null },
      },
    );
  });
});

describe('what the fund pays of each', () => {
  it.each([
    ['Les projets cofinancés à plus de 50 %', 'list'],
    ['projets où le fonds paie moins de 20 pour cent du coût', 'count'],
    ['Classe les projets par taux de financement', 'rank'],
    ['Quel est le taux de financement moyen ?', 'average'],
    ['Le taux de financement des projets de la culture, pour chacun', 'list'],
    ['taux de financement, coût compris, pour la cartographie', 'sum'],
  ] as const)('is told beside both amounts, and bounds no sum: « %s »', (text, intent) => {
    expect(composed([text], intent, 'alone', 'funding')).toMatchObject({
      kind: 'list',
      filter: { known: ['funding', 'cost'] },
      sort: { field: 'share' },
      show: ['funding', 'cost'],
    });
  });

  it('is of all where one project was spoken of', () => {
    const turns = ['PILAT, coût ?', 'D’où vient ce chiffre ?', 'Les projets cofinancés à plus de 50 %'];

    expect(composed(turns, 'list', 'focus', 'funding')).toMatchObject({ filter: { among: null, carriers: [] } });
  });

  it('is greatest first', () => {
    const question = composed(['Classe les projets par taux de financement'], 'rank', 'alone', 'funding');
    const [best] = question === undefined ? [] : projectsOf(answerQuestion(question, [], knowledge));

    expect(best).toBe('inrap-archipel');
  });
});

describe('what is denied', () => {
  it.each([
    ['projets pas annoncés en 2023', { years: [2023] }],
    ['Lesquels n’ont pas été annoncés en 2023 ?', { years: [2023] }],
    ['projets qui ne sont pas dans le premier appel', { calls: [{ number: 1 }] }],
  ])('rules out a time: « %s »', (text, except) => {
    expect(composed([text], 'list')).toMatchObject({ filter: { years: [], calls: [], except } });
  });

  it.each(['Il n’y a pas grand-chose en 2021 ?', 'Vous n’avez pas grand-chose en 2021 ?'])(
    'rules out no time where no project is denied: « %s »',
    (text) => {
      expect(composed([text], 'list')).toMatchObject({ filter: { except: { years: [] } } });
    },
  );

  it('limits no more where it did: « ceux du 2e appel », then « combien ne sont pas du 2e appel ? »', () => {
    const turns = ['Projets de la DGFiP', 'Ceux du 2e appel', 'Combien ne sont pas du 2e appel ?'];

    expect(composed(turns, 'count', 'narrow')).toMatchObject({
      filter: { calls: [], except: { calls: [{ number: 2 }] } },
    });
  });

  it.each(['Projet pour les sans-abri', 'Projets sur les sans-emploi'])('lacks no amount: « %s »', (text) => {
    expect(composed([text], 'list')).toMatchObject({ filter: { unknown: [], known: [] } });
  });

  it('is an amount that is not known', () => {
    const text = 'Combien de projets ont un montant inconnu ?';

    expect(composed([text], 'count', 'alone', 'funding')).toMatchObject({ filter: { unknown: ['funding'] } });
    expect(composed(['How many projects do you know?'], 'count')).toMatchObject({ filter: { known: [], unknown: [] } });
  });
});

it('is limited no more by an amount that leaves none of another body', () => {
  const turns = ['Projets sous 1 M€ de FTAP', 'Quels projets sont portés par l’IGN ?'];

  expect(composed(turns, 'list', 'narrow')).toMatchObject({ filter: { carriers: ['ign'], amounts: [] } });
});

describe('another measure', () => {
  const BOTH = 'Compare la DGFiP et le ministère de la Justice en nombre de projets';

  it.each([
    ['en coût total', { operation: 'sum', field: 'cost', groupBy: 'asked' }],
    ['et en financement du fonds ?', { operation: 'sum', field: 'funding', groupBy: 'asked' }],
  ])('of the same sides: « %s »', (text, expected) => {
    expect(composed([BOTH, text], 'count', 'shown', 'cost')).toMatchObject(expected);
  });

  it('of the same parts', () => {
    expect(composed(['Combien de projets par ministère ?', 'En coût ?'], 'sum', 'shown', 'cost')).toMatchObject({
      operation: 'sum',
      field: 'cost',
      groupBy: 'ministry',
    });
  });
});

describe('the set that some come first of', () => {
  it('is what is counted after « le plus ancien ? »', () => {
    const turns = ['Projets sur l’IA', 'Le plus ancien ?', 'Combien ont un financement connu ?'];

    expect(composed(turns, 'count', 'shown', 'funding')).toMatchObject({ filter: { known: ['funding'], among: null } });
  });

  it('is what another order is of, whatever was asked of them since', () => {
    const turns = ['Les 5 plus gros financements', 'Leur somme ?', 'Et les 5 plus petits ?'];

    expect(composed(turns, 'rank', 'shown', 'funding')).toMatchObject({ filter: { among: null } });
    const sum = ['Les 5 plus gros financements', 'Et les 5 plus petits ?', 'La somme des 5 plus gros'];
    const question = composed(sum, 'sum', 'shown', 'funding');
    expect(question === undefined ? [] : projectsOf(answerQuestion(question, [], knowledge))).toContain('inserre');
  });
});

it('tells how far a project is where a cause is asked for', () => {
  const turns = ['PILAT, coût ?', 'Pourquoi une telle dérive ?'];

  expect(composed(turns, 'fact', 'explain')).toMatchObject({ field: 'cost', also: ['status'] });
});

it('takes none out where one of those shown is asked for by what it is', () => {
  const turns = ['Quels projets concernent le logement ?', 'Lequel est fait pour les habitants de bidonvilles ?'];

  expect(composed(turns, 'list', 'narrow', 'beneficiaries')).toMatchObject({ project: 'resorption-bidonvilles' });
});

describe('a year alone, after a project', () => {
  it.each([
    [['LiDAR HD', 'et en 2022 ?'], 'lidar-hd'],
    [['Mentor combien d’agents ?', 'et en 2024 ?'], 'mentor'],
  ] as const)('is of that project: %j', (turns, project) => {
    expect(composed(turns, 'fact', 'focus', 'status')).toMatchObject({ kind: 'fact', project });
  });
});

it('gives up the field with the project, where another is said in its place', () => {
  const turns = ['HIPE, c’est ouvert ?', 'laisse tomber les étrangers. les ports maritimes'];

  expect(composed(turns, 'fact', 'replace')).toMatchObject({ project: 'france-sesame', field: 'summary' });
});

it('takes nothing out that is said instead', () => {
  const mention = studied(
    readQuestion('non pas la Justice, la douane', knowledge),
    remembered(['projets de la Justice'], knowledge),
    knowledge,
  ).said.mentions.at(-1);

  expect(mention).toBeDefined();
  if (mention !== undefined)
    expect(
      rolesOpen(
        mention,
        { intent: 'list', reference: 'replace', fields: [] },
        readQuestion('non pas la Justice, la douane', knowledge),
        EMPTY_MEMORY,
        knowledge,
      ),
    ).not.toContain('out');
});

it('takes what is said to carry and is no body of the base for what projects are on, never for any', () => {
  const decision: Decision = { intent: 'list', reference: 'alone', fields: [] };
  const { said } = studied(readQuestion('les projets de la Gendarmerie', knowledge), EMPTY_MEMORY, knowledge);
  const slots = { ...slotsFor(decision, said), roles: ['carrier'] as const };

  expect(compose(decision, said, slots)?.question).toMatchObject({
    filter: { carriers: [], topics: [{ themes: ['police-gendarmerie'] }] },
  });
});

it.each([
  ['lequel a un financement publié ?', 'list', ['known']],
  ['combien ont un montant publié ?', 'count', ['known']],
  ['combien sont chiffrés en coût ?', 'count', ['known']],
  ['combien n’ont pas de financement publié ?', 'count', ['unknown']],
] as const)('asks which amounts are published, or are not: %s', (message, intent, conditions) => {
  const reading = readQuestion(message, knowledge);
  const open = conditionsOpen({ intent, reference: 'shown', fields: [] }, reading, knowledge.language);

  expect(open.filter((condition) => condition !== 'none')).toEqual(conditions);
});

it.each([
  ['quels projets ont un coût mais pas d’aide publiée ?', ['cost'], ['funding']],
  ['projets avec un financement publié mais sans coût', ['funding'], ['cost']],
  ['which projects have a cost but no funding figure?', ['cost'], ['funding']],
] as const)('asks of one amount that it is published, of the other that it is not: %s', (message, known, unknown) => {
  const decision: Decision = { intent: 'list', reference: 'alone', fields: ['funding', 'cost'] };
  const { said } = studied(readQuestion(message, knowledge), EMPTY_MEMORY, knowledge);
  const slots = { ...slotsFor(decision, said), condition: 'known' } as const;

  expect(compose(decision, said, slots)?.question).toMatchObject({ filter: { known, unknown } });
});

it.each([
  ['IGN contre DGFiP : combien de projets portés chacun ?', 'count', 'carriers'],
  ['Compare le 3e appel et le 4e appel en nombre de projets', 'count', 'calls'],
  ['DGFiP ou ministère de la Justice, qui porte le plus de projets, en nombre ?', 'count', 'carriers'],
] as const)('sets side by side what one message opposes: %s', (message, intent, limit) => {
  const question = composed([message], intent);

  expect(question).toMatchObject({ kind: 'aggregate', groupBy: 'asked' });
  expect(question?.kind === 'aggregate' ? question.sides?.map((side) => side[limit].length) : []).toEqual([1, 1]);
});

it('adds up what two bodies joined by a word have', () => {
  expect(composed(['combien de projets portent la DGFiP et la Justice ?'], 'count')).toMatchObject({ groupBy: null });
});

it('measures in money two sets that were counted, and in number two of which the number is asked', () => {
  const counted = ['combien de projets pour les locataires', 'combien pour les chercheurs'];

  expect(composed([...counted, 'compare les deux en montant du fonds'], 'compare', 'shown')).toMatchObject({
    operation: 'sum',
    field: 'funding',
    groupBy: 'asked',
  });
  expect(composed([...counted, 'la différence ?'], 'compare', 'shown', 'funding')).toMatchObject({
    operation: 'count',
  });
});

it('is of the whole of each of two sets where their totals are compared, not of the two projects shown', () => {
  const turns = ['projets portés par la DINSIC', 'l’IGN porte quels projets ?', 'compare le total FTAP des deux'];

  expect(composed(turns, 'sum', 'shown')).toMatchObject({ operation: 'sum', groupBy: 'asked' });
});

it('looks for others within the list, and finds none where it held all', () => {
  const turns = ['projets en Occitanie', 'tu en as d’autres ?'];
  const question = composed(turns, 'list', 'focus');

  expect(question).toMatchObject({ filter: { territories: ['occitanie'], except: { projects: ['incub-o'] } } });
});

it('are those of who asks, though a list on it was just told', () => {
  expect(composed(['Je suis contrôleur des douanes', 'nos projets ?'], 'list', 'shown')).toMatchObject({
    filter: { topics: [{ themes: ['douane'] }] },
  });
});

it('is the fund’s facts that do not tell what is asked of the fund and stands in none', () => {
  expect(composed(['Le FTAP est-il supprimé en 2026 ?'], 'out-of-scope')).toMatchObject({ reason: 'not-recorded' });
  expect(composed(['Qui a gagné le match ?'], 'out-of-scope')).toMatchObject({ reason: 'out-of-scope' });
});

it.each([
  ['et sans les 3 plus gros ?', ['inserre', 'health-data-hub', 'si-pac']],
  ['sans les deux plus petits', ['enfants-du-spectacle', 'dossierfacile']],
  ['sans le plus gros', ['inserre']],
])('takes out so many from one end: %s', (message, projects) => {
  expect(composed(['les projets les plus financés', message], 'rank', 'narrow', 'funding')).toMatchObject({
    filter: { except: { projects } },
  });
});

it('is the average of all that were ranked, not of the first and the last; of these where they are meant', () => {
  const turns = ['Quel projet a reçu le plus ?', 'et le moins ?'];

  expect(composed([...turns, 'quelle est la moyenne ?'], 'average', 'shown', 'funding')).toMatchObject({
    filter: EMPTY_FILTER,
  });
  expect(composed([...turns, 'la moyenne des deux ?'], 'average', 'shown', 'funding')).toMatchObject({
    filter: { among: ['inserre', 'enfants-du-spectacle'] },
  });
});

it.each(['et pas numériques ?', 'et les non numériques ?'])('turns the set into what it is not: %s', (message) => {
  expect(composed(['Combien de projets numériques ?', message], 'count', 'replace')).toMatchObject({
    operation: 'count',
    filter: { topics: [], except: { topics: [{ themes: ['numerique'] }] } },
  });
});

describe('a set that what was said before leaves empty', () => {
  const after = (...turns: readonly string[]) =>
    turns.reduce((memory, text) => respond({ text, locale: 'fr' }, memory, knowledge).memory, EMPTY_MEMORY);
  const poor: Memory = {
    ...EMPTY_MEMORY,
    question: {
      ...{ kind: 'list', sort: null, limit: null, found: [], show: [] },
      filter: { ...EMPTY_FILTER, topics: [{ themes: ['sport'], beneficiaries: [], organisations: [] }] },
    },
  };

  it('is looked for by what the message itself limits', () => {
    const { answer } = respond({ text: 'et dans les Hauts-de-France ?', locale: 'fr' }, poor, knowledge);

    expect(answer).toMatchObject({ projects: ['inserre'], verdict: 'limits-lifted' });
  });

  it('is looked for in the place of who asks, whatever they are', () => {
    const text = 'Je suis conseillère régionale des Hauts-de-France, qu’avez-vous chez nous ?';
    const { answer } = respond({ text, locale: 'fr' }, EMPTY_MEMORY, knowledge);

    expect(answer).toMatchObject({ projects: ['inserre'], filter: { territories: ['hauts-de-france'], topics: [] } });
  });

  it.each(['seulement ceux retenus en 2023', 'parmi eux, ceux de 2023'])('is empty where it is meant: %s', (text) => {
    const { answer } = respond({ text, locale: 'fr' }, after('Quels projets porte la douane ?'), knowledge);

    expect(answer).toMatchObject({ total: 0 });
  });
});
