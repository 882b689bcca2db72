import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { factOfPeriod, factsOfCall } from './programme-question';
import type { Filter, Question } from './question';
import { type Reading, unique } from './reading';
import { saysMore } from './saying';

/** "Le deuxième appel a-t-il distribué autant que le premier ?": the programme's facts on both. */
export function callsCompared(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { operators, calls, references } = reading;
  const numbers = unique([
    ...calls.flatMap(({ number }) => (number === null ? [] : [number])),
    ...references.flatMap(({ id, position }) => (id === 'ordinal' && position > 0 ? [position] : [])),
  ]);
  const opposes = operators.has('compare') || saysMore(reading);
  if (calls.length === 0 || numbers.length !== 2 || !opposes || reading.named.length > 0) return null;
  const facts = numbers.flatMap((number) => factsOfCall(number, knowledge));
  return facts.length >= 2 ? { kind: 'programme', facts } : null;
}

/** "Combien de lauréats au 2e appel, et pour combien ?": how many and how much of one call, as the programme's facts tell together. */
export function outcomeOfCall(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators, fields } = reading;
  const asksBoth = operators.has('count') && (operators.has('sum') || fields.includes('funding') || saysMoney(reading));
  if (operators.has('known') || operators.has('not-known')) return null;
  if (!asksBoth || !holdsOnlyPeriods(filter) || filter.calls.length + filter.years.length > 2) return null;
  const fact = factOfPeriod(reading, filter, knowledge);
  return fact === null ? null : { kind: 'programme', facts: [fact] };
}

/** "montant", "for how much": money beside a count. */
function saysMoney({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      ['montant', 'montants', 'enveloppe', 'amount'].includes(folded) ||
      (folded === 'combien' && words[index - 1]?.folded === 'pour') ||
      (folded === 'much' && words[index - 1]?.folded === 'how'),
  );
}

/** A year of which the base holds no project may still be told of by the programme. */
export function holdsOnlyPeriods(filter: Filter): boolean {
  return (
    filter.years.length + filter.calls.length > 0 &&
    filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length === 0
  );
}
