import type { Answer } from '../../../src/core/model/answer';
import { EMPTY_MEMORY, type Memory } from '../../../src/core/model/question';
import { respond } from '../../../src/core/respond';
import { compose } from '../../../src/core/understanding/compose';
import type { Decision } from '../../../src/core/understanding/decide';
import { readQuestion } from '../../../src/core/understanding/reading';
import { studied } from '../../../src/core/understanding/understand';
import { conversing } from '../chat';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const converse = conversing(knowledge);
const composed = (text: string, decision: Partial<Decision>, memory: Memory = EMPTY_MEMORY) =>
  compose(
    { intent: 'list', reference: 'alone', fields: [], ...decision },
    studied(readQuestion(text, knowledge), memory, knowledge).said,
  )?.question;

describe('numbers that a message says', () => {
  it.each([
    ['700 plus 330', [{ operation: 'sum', value: 1030, unit: 'number' }]],
    ['243 sur 800, en %', [{ operation: 'share', value: 30.375, unit: 'percent' }]],
    ['1,3 milliard moins 900 millions', [{ operation: 'difference', value: 400, unit: 'MEUR' }]],
  ])('are reckoned with: %s', (text, reckoned) => {
    expect(converse([text])).toMatchObject({ kind: 'smalltalk', act: 'reckoning', reckoned });
  });

  it('are told as figures of the fund, where a fact holds them', () => {
    expect(converse(['1,1 milliard moins 800 millions'])).toMatchObject({
      kind: 'programme',
      figure: { operation: 'difference', value: 300 },
    });
  });

  it('leave what was spoken of on the table', () => {
    expect(converse(['Combien coûte PILAT ?', '50 moins 36,2', 'et qui le porte ?'])).toMatchObject({
      kind: 'fact',
      project: 'pilat',
      field: 'carrier',
    });
  });

  it('are told in the language that is spoken', () => {
    expect(converse(['How much did Mentor get?', '700 plus 330'], 'en')).toMatchObject({ locale: 'en' });
    expect(converse(['Combien coûte PILAT ?', '700 plus 330'])).toMatchObject({ locale: 'fr' });
  });

  it('are told with what the records say of them, where they hold both', () => {
    const turns = ['Le fonds consomme-t-il tous ses crédits ?', 'l’écart entre les 251 prévus et les 122 consommés ?'];
    expect(converse(turns)).toMatchObject({ kind: 'programme', figure: { operation: 'difference', value: 129 } });
  });
});

it.each(['laissez tomber. Business France a eu combien ?', 'Oublie. Business France a eu combien ?'])(
  'takes nothing out of what is asked behind a sentence that gives something up: %s',
  (text) => {
    expect(converse(['PILAT', text])).toMatchObject({ kind: 'fact', project: 'business-france-attractivite' });
  },
);

it.each(['laissez tomber.', 'laisse tomber. merci', 'oublie la DGFiP'])(
  'gives up where nothing else is asked: %s',
  (text) => {
    expect(readQuestion(text, knowledge).words[0]?.folded).toMatch(/^laiss|^oubli/u);
  },
);

describe('what a list is of', () => {
  it.each([
    ['donne-moi les thèmes', 'list', 'theme', 'count'],
    ['classement des ministères par montant', 'sum', 'ministry', 'sum'],
  ] as const)('is parts where parts are asked for: %s', (text, intent, groupBy, operation) => {
    expect(composed(text, { intent, fields: intent === 'sum' ? ['funding'] : [] })).toMatchObject({
      groupBy,
      operation,
    });
  });

  it('is projects where they are', () => {
    expect(composed('donne-moi les projets du ministère de la Justice', {})).toMatchObject({ kind: 'list' });
    expect(composed('classement des projets par montant', { intent: 'rank', fields: ['funding'] })).toMatchObject({
      kind: 'list',
    });
  });
});

it.each([
  ['rocsp', 'portail-commun-recouvrement'],
  ['ocs-ge', 'lidar-hd'],
  ['pfra-etendue', 'tncp'],
])('puts what shares its rarest themes first among those like a project: %s', (focus, first) => {
  const question = composed('un projet voisin ?', { reference: 'focus' }, { ...EMPTY_MEMORY, focus });

  expect(question).toMatchObject({ kind: 'list', filter: { except: { projects: [focus] } } });
  expect(question?.kind === 'list' ? question.found.slice(0, 3) : []).toContain(first);
});

describe('the only reading of what is hardly sure', () => {
  /** Of a message of which nothing else is likely, and no answer sure. */
  const unsure = (): { readonly answer: Answer; readonly memory: Memory } => {
    const models = {
      ...knowledge.models,
      check: { judge: () => new Map([['verdict', new Map([['right', 0.2]])]]), has: () => true, knows: () => false },
    };
    const base = { ...knowledge, models };
    const before = respond({ text: 'Combien coûte PILAT ?', locale: 'fr' }, EMPTY_MEMORY, knowledge).memory;
    return respond({ text: 'et qui le porte alors ?', locale: 'fr' }, before, base);
  };

  it('is answered, and said to be supposed', () => {
    const { answer } = unsure();

    expect(answer).toMatchObject({ kind: 'fact', project: 'pilat', field: 'carrier', verdict: 'supposed' });
  });

  it('is taken off the table by « non »', () => {
    const { memory } = unsure();
    const refused = respond({ text: 'non', locale: 'fr' }, memory, knowledge);

    expect(refused.answer).toMatchObject({ kind: 'smalltalk', act: 'complaint' });
    expect(refused.memory.question).toMatchObject({ field: 'cost' });
  });
});

describe('a reaction that asks nothing', () => {
  it.each([
    [['parle-moi de Calypso', 'je m’en doutais']],
    [['how much did PILAT cost?', 'well, that’s a lot of money']],
  ])('gets a short word, and the answer is not told again: %j', (turns) => {
    expect(converse(turns)).toMatchObject({ kind: 'smalltalk', act: 'reaction' });
  });

  it('leaves what was spoken of on the table', () => {
    expect(converse(['parle-moi de Calypso', 'je m’en doutais', 'et qui le porte ?'])).toMatchObject({
      kind: 'fact',
      project: 'calypso',
      field: 'carrier',
    });
  });
});

describe('what is said to go behind its name', () => {
  it.each([
    [['projets sur le logement', 'les bidonvilles, vous pouvez les enlever'], ['bidonvilles']],
    [['projets sur la justice', 'la prison on a déjà, laissez de côté'], ['prison']],
    [['projects about Businesses', 'customs can go'], ['douane']],
  ])('is ruled out of the list shown: %j', (turns, themes) => {
    expect(converse(turns)).toMatchObject({ kind: 'list', filter: { except: { topics: [{ themes }] } } });
  });

  it('takes the place of nothing where it limited the list before', () => {
    expect(converse(['projets sur l’agriculture', 'l’agriculture c’est vu, passez à la santé'])).toMatchObject({
      kind: 'list',
      filter: { topics: [{ themes: ['sante'] }], except: { topics: [] } },
    });
  });
});
