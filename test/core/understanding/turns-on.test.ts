import { EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { respond } from '../../../src/core/respond';
import { compose } from '../../../src/core/understanding/compose';
import type { Decision } from '../../../src/core/understanding/decide';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied, understand } from '../../../src/core/understanding/understand';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();

function remembered(...turns: readonly string[]): Memory {
  return turns.reduce((memory, text) => respond({ text, locale: 'fr' }, memory, knowledge).memory, EMPTY_MEMORY);
}

/** What a message is taken for after these, where so much is decided of it: whatever the training, that much follows from its words. */
function after(
  turns: readonly string[],
  message: string,
  intent: Decision['intent'],
  reference: Decision['reference'] = 'alone',
  ...fields: Decision['fields']
): Question | undefined {
  const { said } = studied(readQuestion(message, knowledge), remembered(...turns), knowledge);
  return compose({ intent, reference, fields }, said)?.question;
}

describe('who pays', () => {
  it.each(['Qui finance le LiDAR HD ?', 'Qui sont les financeurs du LiDAR HD ?', 'Who funds LiDAR HD?'])(
    'is asked of a project by its money, its cost and its carrier: %s',
    (message) => {
      expect(after([], message, 'fact')).toMatchObject({
        project: 'lidar-hd',
        field: 'funding',
        also: ['cost', 'carrier'],
      });
    },
  );

  it('is asked of the rest by the cost first', () => {
    expect(after(['Coût de LiDAR HD ?'], 'qui paie le reste ?', 'fact', 'focus', 'cost')).toMatchObject({
      field: 'cost',
      also: ['funding', 'carrier'],
    });
  });

  it('is of no project where a set is spoken of, nor where an amount is asked for', () => {
    expect(after([], 'Qui finance les projets de la Justice ?', 'list')).toMatchObject({ kind: 'list' });
    expect(after(['LiDAR HD'], 'et combien, tous financeurs confondus ?', 'fact', 'focus', 'cost')).toMatchObject({
      field: 'cost',
      also: [],
    });
  });
});

describe('what a body received', () => {
  it.each(['Combien reçoit l’IGN ?', 'combien touche l’IGN', 'combien perçoit l’IGN ?'])(
    'is money, though projects were counted: %s',
    (message) => {
      expect(after([], message, 'count')).toMatchObject({ operation: 'sum', field: 'funding' });
    },
  );

  it('is a number where projects are named', () => {
    expect(after([], 'Combien de projets porte l’IGN ?', 'count')).toMatchObject({ operation: 'count' });
  });
});

it('adds up what was asked of two projects one after another; of one alone "au total" is its cost', () => {
  const turns = ['Financement de France Sésame ?', 'et celui de 3D ?'];

  expect(after(turns, 'et au total ?', 'fact', 'focus', 'cost')).toMatchObject({
    operation: 'sum',
    field: 'funding',
    filter: { among: ['france-sesame', 'trois-d-douane'] },
  });
  expect(after(turns.slice(0, 1), 'et au total ?', 'fact', 'focus', 'cost')).toMatchObject({
    kind: 'fact',
    project: 'france-sesame',
  });
});

it('keeps the measure where a project is taken out', () => {
  const turns = ['Moyenne des aides ?', 'et la médiane ?'];

  expect(after(turns, 'et si on enlève InSERRE', 'sum', 'narrow', 'funding')).toMatchObject({
    operation: 'median',
    filter: { except: { projects: ['inserre'] } },
  });
});

describe('parts told before', () => {
  it.each([
    ['Combien de projets par an ?', 'et en montants par an ?', { operation: 'sum', field: 'funding', groupBy: 'year' }],
    [
      'Quels ministères ont le plus de projets ?',
      'et le montant moyen de chacun ?',
      { operation: 'average', field: 'funding', groupBy: 'ministry' },
    ],
  ])('are measured otherwise: %s', (first, message, expected) => {
    expect(after([first], message, 'sum', 'shown', 'funding')).toMatchObject(expected);
  });

  it('are of all where a share of the total is asked for', () => {
    const turns = ['Classez les ministères par financement'];

    const asked = after(turns, 'quelle est la part de la Justice dans le total ?', 'sum', 'shown', 'funding');

    expect(asked).toMatchObject({ operation: 'sum' });
    expect(asked).not.toMatchObject({ filter: { among: ['bracelet-anti-rapprochement'] } });
  });
});

describe('the call that a fact told is of', () => {
  const turns = ['Combien a distribué le premier appel ?', 'et au 2e ?'];

  it('is another one where its number is said', () => {
    expect(after(turns, 'quels projets du 1er ?', 'list', 'focus')).toMatchObject({
      filter: { calls: [{ number: 1 }] },
    });
    expect(after(turns, 'quels projets ?', 'list', 'focus')).toMatchObject({ filter: { calls: [{ number: 2 }] } });
  });
});

describe('a figure behind an article', () => {
  it.each([
    ['le 2 et le 4, combien ?', [2, 4]],
    ['c’est quoi le 3 ?', [3]],
    ['le 2 juillet 2023', []],
    ['les 2 plus gros', []],
    ['le 1 pour 1, c’est quoi ?', []],
    ['le 3 M€ de trop', []],
  ])('is a place where it counts nothing: %s', (text, places) => {
    const { references } = readQuestion(text, knowledge);

    expect(references.flatMap(({ id, position }) => (id === 'ordinal' ? [position] : []))).toEqual(places);
  });
});

describe('what is chosen of two readings', () => {
  const fact = (project: string): Question => ({ kind: 'fact', project, field: 'partners', also: [] });
  const memory: Memory = { ...EMPTY_MEMORY, pending: [fact('parcours-flexible-licence'), fact('easi-lab')] };
  const read = (text: string): Question => understand({ text, locale: 'fr' }, memory, knowledge).understanding.question;

  it('may be named', () => {
    expect(read('EASI Lab, je veux dire')).toEqual(fact('easi-lab'));
  });

  it('is none where more is said', () => {
    expect(read('le financement d’EASI Lab')).not.toEqual(fact('easi-lab'));
  });
});

it('lists the projects that a body takes part in, where it carries none there', () => {
  const { answer } = respond(
    { text: 'Projets portés par les préfectures en Provence-Alpes-Côte d’Azur', locale: 'fr' },
    EMPTY_MEMORY,
    knowledge,
  );

  expect(answer).toMatchObject({ kind: 'list', projects: ['pfra-etendue'] });
});

it('takes no part of the fund’s whole money for a part of a cost', () => {
  expect(
    after(
      [],
      'Quelle part du montant total du fonds est allée au ministère de la Justice ?',
      'sum',
      'alone',
      'funding',
    ),
  ).toMatchObject({ kind: 'aggregate', operation: 'sum' });
});

it('is of the two asked last where one of two is the best covered', () => {
  const turns = ['Quelle part du coût de CFVR le fonds paie-t-il ?', 'et Intelligence emploi ?'];

  expect(after(turns, 'lequel des deux est le mieux couvert ?', 'max', 'shown', 'funding')).toMatchObject({
    filter: { among: ['intelligence-emploi', 'cfvr'] },
  });
});

describe('what is spoken of besides', () => {
  it.each([
    ['y a-t-il autre chose sur le logement ?', 'logement'],
    ['d’autres projets sur le logement ?', 'logement'],
  ])('is all of a subject but what was told last: %s', (message) => {
    expect(after(['DossierFacile ?'], message, 'list')).toMatchObject({
      filter: { except: { projects: ['dossierfacile'] } },
    });
  });

  it.each(['cet autre projet du logement ?', 'le logement, rien d’autre'])('is not asked for: %s', (message) => {
    expect(after(['DossierFacile ?'], message, 'list')).toMatchObject({ filter: { except: { projects: [] } } });
  });

  it('is none, where it was the only one', () => {
    const turns = ['Projets sur le handicap ?', 'y a-t-il autre chose pour le handicap ?'];
    const memory = remembered(...turns.slice(0, 1));

    expect(respond({ text: turns[1] ?? '', locale: 'fr' }, memory, knowledge).answer).toMatchObject({
      kind: 'list',
      total: 0,
      verdict: null,
    });
  });
});

it('is those of the list, where "ceux-là" is said after one of them', () => {
  const turns = ['Projets de la douane ?', 'le premier, c’est quoi ?'];

  expect(after(turns, 'et ceux-là, ils ont reçu combien ?', 'list', 'shown', 'funding')).toMatchObject({
    kind: 'list',
    filter: { carriers: ['dgddi'] },
    show: ['funding'],
  });
  expect(after(turns, 'et lui, combien a-t-il reçu ?', 'fact', 'focus', 'funding')).toMatchObject({ kind: 'fact' });
});

describe('two bodies side by side', () => {
  it('are compared by the money, which tells their projects too, where no measure is said', () => {
    const measures = [
      'Compare la Justice et l’Intérieur',
      'Compare la Justice et l’Intérieur en nombre de projets',
    ].map((message) => after([], message, 'compare'));

    expect(measures).toMatchObject([
      { operation: 'sum', field: 'funding' },
      { operation: 'count', field: null },
    ]);
  });

  it('are asked for their projects after their money', () => {
    const turns = ['Combien la Justice a-t-elle reçu en tout ?', 'et l’Intérieur ?', 'compare les deux'];

    expect(after(turns, 'lequel a le plus de projets ?', 'max', 'shown', 'funding')).toMatchObject({ field: null });
  });
});

it('is of one field, where the other was only told before', () => {
  const turns = ['Quelles économies attend-on de Mentor ?'];
  const message = 'Quel financement pour Mentor ?';
  const { said } = studied(readQuestion(message, knowledge), remembered(...turns), knowledge);
  const both: Decision = { intent: 'fact', reference: 'alone', fields: ['funding', 'savings'] };

  expect(compose(both, said)?.question).toMatchObject({ field: 'funding', also: [] });
  expect(compose({ ...both, reference: 'focus' }, said)?.question).toMatchObject({ also: ['savings'] });
});
