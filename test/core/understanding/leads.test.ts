import { answerQuestion } from '../../../src/core/answering/answer-question';
import { EMPTY_FILTER, EMPTY_MEMORY, type Memory, type Question } from '../../../src/core/model/question';
import { asksForCause, leadOf } from '../../../src/core/understanding/talk/leads';
import { readQuestion } from '../../../src/core/understanding/reading';
import { realKnowledge } from '../knowledge';

const knowledge = realKnowledge();
const TOTAL: Question = {
  kind: 'aggregate',
  operation: 'sum',
  field: 'funding',
  filter: EMPTY_FILTER,
  limit: 1,
  groupBy: null,
};
const RULE: Question = { kind: 'programme', facts: ['regle-un-pour-un'] };

/** What is said before the answer to a question when this was told before it. */
function lead(message: string, question: Question, before: Question, memory: Partial<Memory> = {}) {
  const body = answerQuestion(question, [], knowledge);
  const reading = readQuestion(message, knowledge);
  return leadOf(body, question, reading, { ...EMPTY_MEMORY, question: before, ...memory }, knowledge);
}

it.each([
  ['Pourquoi si peu ?', true],
  ['pourquoi seulement 31 projets ?', true],
  ['Pourquoi une telle dérive ?', true],
  ['why so few?', true],
  ['Pourquoi ?', false],
  ['pourquoi cette réponse ?', false],
  ['pourquoi ce chiffre ?', false],
  ['pourquoi tu me réponds ça ?', false],
  ['Combien seulement ?', false],
  ['pourquoi PILAT est dedans ?', false],
  ['pourquoi PILAT a pris 5 ans dans la vue ?', true],
])('a cause is asked for, or how the answer was reached: %s', (message, expected) => {
  const memory = { ...EMPTY_MEMORY, shown: ['pilat', 'mentor'] };

  expect(asksForCause(readQuestion(message, knowledge), memory, knowledge)).toBe(expected);
});

it('asks for no cause of so many as were asked for', () => {
  const question = { kind: 'list', filter: EMPTY_FILTER, sort: null, limit: 3, found: [], show: [] } as const;
  const reading = readQuestion('pourquoi seulement 3 ?', knowledge);

  expect(asksForCause(reading, { ...EMPTY_MEMORY, question: { ...question, found: [], show: [] } }, knowledge)).toBe(
    false,
  );
});

it('says that amounts which nobody publishes are not counted, where that is why', () => {
  expect(lead('pourquoi seulement 31 projets ?', TOTAL, TOTAL)).toBe('unpublished');
  expect(lead('pourquoi si peu ?', { ...TOTAL, operation: 'count', field: null }, TOTAL)).toBeNull();
});

it('says that the cause may not be published, beside how far the project is', () => {
  const savings = { kind: 'fact', project: 'health-data-hub', field: 'savings', also: ['status'] } as const;

  expect(lead('pourquoi si peu ?', savings, savings, { focus: 'health-data-hub' })).toBe('no-cause');
  expect(lead('ses économies ?', savings, savings, { focus: 'health-data-hub' })).toBeNull();
});

it('says that there is nothing more where a fact is told again to who asks for more than it holds', () => {
  expect(lead('que répond le gouvernement aux critiques ?', RULE, RULE)).toBe('told-again');
  expect(lead('la règle d’économies ?', RULE, RULE)).toBeNull();
  expect(lead('que répond le gouvernement aux critiques ?', RULE, TOTAL)).toBeNull();
});

it('says that the base does not hold all, where its number is wondered at', () => {
  const count: Question = { ...TOTAL, operation: 'count', field: null };

  expect(lead('pourquoi seulement 68 ?', count, count)).toBe('not-all');
});

it('says that the cause is not published of an amount or of a delay of the project named, or spoken of', () => {
  const cost = { kind: 'fact', project: 'pilat', field: 'cost', also: [] } as const;

  expect(lead('pourquoi PILAT a triplé ?', { ...cost, also: [] }, TOTAL)).toBe('no-cause');
  expect(lead('pourquoi un tel dérapage ?', { ...cost, also: [] }, TOTAL, { focus: 'pilat' })).toBe('no-cause');
  expect(lead('pourquoi un tel dérapage ?', { ...cost, also: [] }, TOTAL, { focus: 'mentor' })).toBeNull();
  expect(lead('pourquoi PILAT ?', { ...cost, also: [] }, TOTAL)).toBeNull();
  expect(lead('pourquoi Mentor a triplé ?', { ...cost, also: [] }, TOTAL)).toBeNull();
});

it('says that the record tells no more, where a fact on a project is told again to who asks for what it does not hold', () => {
  const status = { kind: 'fact', project: 'pfra-etendue', field: 'status', also: [] } as const;

  expect(lead('c’est quoi les mesures d’urgence ?', { ...status, also: [] }, { ...status, also: [] })).toBe(
    'told-again',
  );
  expect(lead('où en est la convention ?', { ...status, also: [] }, { ...status, also: [] })).toBeNull();
  expect(lead('c’est quoi les mesures d’urgence ?', { ...status, also: [] }, TOTAL)).toBeNull();
});
