import { rankedIn } from '../../answering/like-amounts';
import { selectIds, selectPositions } from '../../answering/select';
import type { AmountField } from '../../model/project-fields';
import { EMPTY_FILTER, type Filter, type Frame, isEmptyFilter, onlyThese, type Question } from '../../model/question';
import type { Decision, Direction } from '../decide';
import { readCount } from '../../language/amounts';
import { isOperator } from '../open-slots';
import { framesOf, lastAmountField, recentFocuses, setOf } from '../patch';
import { type Reading, unique } from '../reading';
import { isRanking, saidCount, takenOut } from '../referents';
import type { Filled, SetFound } from '../said';

const ENDS = ['max', 'min', 'top'] as const;

/* What is asked of a ranking, or of those that came first and last in it. */

/** "Les trois plus petites aides", then "et les trois plus grosses ?": what orders no fewer than were shown is asked of the set that they are the first of. */
export function rankedAnew(
  { reference }: Decision,
  intent: Decision['intent'],
  { memory, reading, limits, named, knowledge }: Filled,
): SetFound | null {
  const { shown } = memory;
  // "La somme des 5 plus gros" after the five least is of the first of all as well.
  const isOfFirst = reading.count !== null && ENDS.some((end) => reading.operators.has(end));
  const isOrder = intent === 'max' || intent === 'min' || intent === 'rank' || (intent === 'sum' && isOfFirst);
  if (!isOrder || named.length > 0 || !isEmptyFilter(limits)) return null;
  const count = reading.count ?? 1;
  const recent = recentFocuses(memory).slice(0, count);
  // Of three said one by one: "range les trois du plus gros au plus petit", not "les trois plus gros"
  const at = reading.words.findIndex(({ folded }) => readCount(folded) === count);
  const next = reading.words[at + 1];
  const areThese = next === undefined || knowledge.language.is('among', next.folded);
  const isOfRecent = saysOrder(reading) && shown.length < 2 && count > 1 && recent.length === count;
  if (isOfRecent && areThese) return { filter: onlyThese(recent), support: 1, found: [] };
  if (reference !== 'shown' && reference !== 'focus') return null;
  // Whatever was asked of them since: "les 5 plus gros", "leur somme ?", then "et les 5 plus petits ?"
  const ranked = framesOf(memory).find(
    (frame) =>
      isFirstOfMany(frame.question) &&
      (shown.length > 1 || frame.question === memory.question) &&
      frame.shown.length === shown.length &&
      shown.every((id) => frame.shown.includes(id)),
  )?.question;
  // "Les 10 mieux dotés", then "et le moins doté ?": of the ten it is the last, and known.
  const isContrary =
    ranked?.kind === 'list' &&
    intent === (ranked.sort?.direction === 'descending' ? 'min' : 'max') &&
    saidCount(reading) === 0 &&
    reading.references.length === 0;
  if (shown.length > count && !isContrary) return null;
  if (isFirstOfMany(ranked)) return { filter: ranked.filter, support: 0.9, found: [] };
  // "Les 5 projets les plus chers" after one or three: more than were shown are of all; "lequel des deux" is of those spoken of.
  const areOfThem = knowledge.language.is('ofThem', reading.words[at - 1]?.folded ?? '');
  return count > 1 && count > shown.length && !areOfThem ? { filter: EMPTY_FILTER, support: 0.9, found: [] } : null;
}

/** The greatest, or the first so many of an order. */
function isFirstOfMany(question: Question | null = null): question is Question & { readonly filter: Filter } {
  return isRanking(question) || (question?.kind === 'list' && question.sort !== null && question.limit !== null);
}

/** "Les trois plus grosses aides réunies": a computation over the first of a ranking; "sans les 3 plus gros", whatever is asked, over the others. */
export function firstOf(filter: Filter, amount: AmountField, isAdded: boolean, said: Filled): Filter {
  const { reading, slots, knowledge } = said;
  const { operators, words, count } = reading;
  const isLast = words.some(({ folded }) => knowledge.language.is('hindmost', folded));
  const isOut = takesOutEnd(reading);
  const isOfEnd = ENDS.some((end) => operators.has(end)) || isLast;
  if (count === null || !(isOut || (isAdded && isOfEnd))) return filter;
  const isLeast = isLast || (isOut ? operators.has('min') : slots.direction === 'ascending');
  const first = rankedIn(filter, amount, isLeast ? 'ascending' : 'descending', knowledge).slice(0, count);
  return isOut ? withoutThese(filter, first) : onlyThese(first);
}

/** "Sans les 3 plus gros", not "les 3 plus gros sans InSERRE" */
function takesOutEnd({ spans, words }: Reading): boolean {
  const end = spans.find((span) => isOperator(span, ...ENDS));
  return spans.some(
    (span) =>
      isOperator(span, 'except', 'remove') &&
      span.start < (end?.start ?? 0) &&
      words.slice(span.end, end?.start).every(({ folded }) => readCount(folded) !== null),
  );
}

/** "Le deuxième projet le plus cher", "et le deuxième plus cher ?" is the last of two: who holds that rank among those whose amount is published. */
export function rankedAsked(
  { reference }: Decision,
  filter: Filter,
  amount: AmountField,
  direction: Direction,
  { reading: { references, operators, count }, knowledge }: Filled,
): Question | null {
  const ranks = count === null && (reference === 'alone' || operators.has('max') || operators.has('min'));
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position > 1);
  const project = ranks && ordinal && rankedIn(filter, amount, direction, knowledge)[ordinal.position - 1];
  return project ? { kind: 'fact', project, field: amount, also: [] } : null;
}

/** "Le troisième du classement de la DGFiP": the last list of so many before, of what is said, and in an order where one is. */
export function listedBefore(count: number, { reading, memory, limits, knowledge }: Filled): Frame | undefined {
  const long = memory.earlier.filter(({ shown }) => shown.length > 1 && shown.length >= count);
  const isSaid = ({ shown }: Frame): boolean =>
    isEmptyFilter(limits) || selectPositions({ ...limits, among: shown }, knowledge).length === shown.length;
  const isOrdered = ({ question }: Frame): boolean => question?.kind === 'list' && question.sort !== null;
  const ofSaid = long.filter(isSaid);
  return (saysOrder(reading) ? ofSaid.find(isOrdered) : undefined) ?? ofSaid[0] ?? long[0];
}

export function saysOrder({ operators }: Reading): boolean {
  return operators.has('sort') || operators.has('top');
}

/**
 * "Et les 8 autres ?": what is left of the nearest set on the table, or of all, that holds just so many more than those taken out, the project spoken of,
 * the last set or one before it, or those of the last whose amount is published; null where no number says so.
 */
export function othersCounted(said: Filled): Filter | null {
  const { memory, reading, knowledge } = said;
  const { words } = reading;
  const at = words.findIndex(({ folded }) => knowledge.language.is('remaining', folded));
  const [count = null] = [words[at - 1], words[at + 1]].flatMap((word) => readCount(word?.folded ?? '') ?? []);
  if (at < 0 || count === null) return null;
  const [last = EMPTY_FILTER, ...before] = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  const published = (set: Filter): Filter => ({ ...set, known: [...set.known, lastAmountField(memory) ?? 'funding'] });
  const spoken = [memory.focus].flatMap((id) => id ?? []);
  return (
    [takenOut(said), spoken, ...[last, published(last), ...before].map((set) => selectIds(set, knowledge))]
      .filter((told) => told.length > 0)
      // "Les 10 plus gros", then "et les 21 autres ?" of those whose amount is published
      .flatMap((told) => [last, ...before, EMPTY_FILTER, published(EMPTY_FILTER)].map((set) => withoutThese(set, told)))
      .find((set) => selectPositions(set, knowledge).length === count) ?? null
  );
}

export function withoutThese({ except, ...set }: Filter, projects: readonly string[]): Filter {
  return { ...set, except: { ...except, projects: unique([...except.projects, ...projects]) } };
}
