import { publishedAt, rankedIn } from '../../answering/like-amounts';
import { idsAt, selectPositions } from '../../answering/select';
import type { AmountField } from '../../model/project-fields';
import { EMPTY_FILTER, type Filter, type Frame, isEmptyFilter, onlyThese, type Question } from '../../model/question';
import type { Decision, Direction } from '../decide';
import { readCount } from '../../language/amounts';
import { takesOut } from '../open-slots';
import { framesOf, recentFocuses } from '../patch';
import type { Reading } from '../reading';
import { isRanking } from '../referents';
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
  const count = reading.count ?? 1;
  const recent = recentFocuses(memory).slice(0, count);
  // Of three said one by one: "range les trois du plus gros au plus petit", not "les trois plus gros"
  const at = reading.words.findIndex(({ folded }) => readCount(folded) === count);
  const next = reading.words[at + 1];
  const areThese = next === undefined || knowledge.language.is('among', next.folded);
  const isOfRecent = isOrder && saysOrder(reading) && shown.length < 2 && count > 1 && recent.length === count;
  if (isOfRecent && areThese && named.length === 0 && isEmptyFilter(limits))
    return { filter: onlyThese(recent), support: 1, found: [] };
  if (!isOrder || (reference !== 'shown' && reference !== 'focus')) return null;
  if (shown.length > count || named.length > 0 || !isEmptyFilter(limits)) return null;
  // Whatever was asked of them since: "les 5 plus gros", "leur somme ?", then "et les 5 plus petits ?"
  const ranked = framesOf(memory).find(
    (frame) =>
      isFirstOfMany(frame.question) &&
      (shown.length > 1 || frame.question === memory.question) &&
      frame.shown.length === shown.length &&
      shown.every((id) => frame.shown.includes(id)),
  )?.question;
  if (isFirstOfMany(ranked)) return { filter: ranked.filter, support: 0.9, found: [] };
  // "Les 5 projets les plus chers" after one or three: more than were shown are of all; "lequel des deux" is of those spoken of.
  const areOfThem = knowledge.language.is('ofThem', reading.words[at - 1]?.folded ?? '');
  return count > 1 && count > shown.length && !areOfThem ? { filter: EMPTY_FILTER, support: 0.9, found: [] } : null;
}

type Ranked = Question & { readonly filter: Filter };

/** The greatest, or the first so many of an order. */
function isFirstOfMany(question: Question | null = null): question is Ranked {
  return isRanking(question) || (question?.kind === 'list' && question.sort !== null && question.limit !== null);
}

/** "Les trois plus grosses aides réunies": a computation over the first of a ranking. */
export function firstOf(filter: Filter, amount: AmountField, { reading, slots, knowledge }: Filled): Filter {
  const { operators } = reading;
  const count = reading.count;
  const isLast = reading.words.some(({ folded }) => knowledge.language.is('hindmost', folded));
  const isLeast = slots.direction === 'ascending' || isLast;
  if (count === null || !(operators.has('max') || operators.has('min') || operators.has('top') || isLast))
    return filter;
  const ranked = publishedAt(selectPositions(filter, knowledge), amount, knowledge);
  return onlyThese(idsAt(isLeast ? ranked.slice(-count) : ranked.slice(0, count), knowledge));
}

/** "Le deuxième projet le plus cher", "et le deuxième plus cher ?" is the last of two: who holds that rank among those whose amount is published. */
export function rankedAsked(
  { reference }: Decision,
  filter: Filter,
  amount: AmountField,
  direction: Direction,
  { reading: { references, operators, count }, knowledge }: Filled,
): string | undefined {
  const ranks = count === null && (reference === 'alone' || operators.has('max') || operators.has('min'));
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position > 1);
  return !ranks || ordinal === undefined
    ? undefined
    : rankedIn(filter, amount, direction, knowledge)[ordinal.position - 1];
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

/** "PILAT, et l'autre ?" of two shown: those shown last that are not named. */
export function shownBesides({ reading, memory }: Filled): readonly string[] {
  const isOfOthers = reading.references.some(({ id }) => id === 'others');
  const named = reading.named.flat();
  const isAll = named.length > 0 && named.every((id) => memory.shown.includes(id));
  return isOfOthers && isAll && !takesOut(reading) ? memory.shown.filter((id) => !named.includes(id)) : [];
}
