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
  if (operators.has('known') || operators.has('not-known') || speaksOfBase(reading)) return null;
  if (!holdsOnlyPeriods(filter) || filter.calls.length + filter.years.length > 2) return null;
  const asksWinners = operators.has('count') && reading.words.some(({ folded }) => WINNERS.has(folded));
  const [call] = filter.calls;
  // "C'est quand, le 5e appel ?", "parle-moi du premier appel"
  const asksWhen = fields.includes('date') && isBare(reading);
  const asksWhat = fields.length === 1 && fields[0] === 'summary' && isBare(reading);
  if (
    (asksWinners || asksWhen || asksWhat) &&
    call !== undefined &&
    call.number !== null &&
    call.session === null &&
    filter.years.length === 0
  ) {
    const facts = factsOfCall(call.number, knowledge);
    if (facts.length > 0) return { kind: 'programme', facts };
  }
  if (!asksBoth && !asksWinners) return null;
  const fact = factOfPeriod(reading, filter, knowledge);
  return fact === null ? null : { kind: 'programme', facts: [fact] };
}

/** Nothing but the call and what is asked of it. */
function isBare({ operators, leftoverStems, words }: Reading): boolean {
  return (
    words.length <= MOST_WORDS &&
    leftoverStems.length === 0 &&
    !operators.has('plural-subject') &&
    !operators.has('list')
  );
}

const MOST_WORDS = 9;

/** Who won a call is told by its organiser; the base holds a part of them. */
const WINNERS = new Set('laureat laureats winner winners gagnants'.split(' '));

/** "Dans la base", "que vous connaissez", "d'après vos fiches": the records are asked for, not the programme. */
function speaksOfBase({ words }: Reading): boolean {
  return words.some(({ folded }) => OF_THE_BASE.has(folded));
}

const OF_THE_BASE = new Set(
  'base fiches fiche connus connues connu connais connaissez avez as database file hold have know known'.split(' '),
);

/** "montant", "for how much": money beside a count. */
function saysMoney({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      ['montant', 'montants', 'enveloppe', 'amount', 'sous', 'argent', 'money', 'millions'].includes(folded) ||
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
