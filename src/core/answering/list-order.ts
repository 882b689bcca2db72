import { announcedOn } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Amount } from '../model/answer';
import { widthOf } from '../model/disagreements';
import { type AmountField, isAmountField, isMadeOfBoth } from '../model/project-fields';
import type { Filter, Question, Sort } from '../model/question';
import { holding } from './ascending';
import { amountsAt, splitByLikeness } from './like-amounts';
import { byName, idsAt, selectPositions } from './select';

type Positions = readonly number[];
type ListQuestion = Question & { kind: 'list' };

/** The amount that a set is bounded by, which each row of a list of it tells; undefined where none is. */
export function boundingAmount({ amounts, known }: Filter): AmountField | undefined {
  return [...amounts.map(({ field }) => field), ...known].find(isAmountField);
}

/** Whether a set is of a time: its rows tell when each one was announced. */
export function isOfPeriod({ years, months }: Filter): boolean {
  return years.length + months.length > 0;
}

/**
 * As the question orders it; else the greatest first of what is bounded by an amount, the first announced first of a time, else by name. What is shown,
 * of how many, and those after the last one shown that are level with it. Who asks for the one that comes first is given all that do; of several the
 * last may have its like.
 */
export function inOrder(selected: Positions, question: ListQuestion, knowledge: KnowledgeBase) {
  const { sort, limit, from = 0 } = question;
  const order =
    sort === null
      ? { ordered: foremost(selected, question, knowledge), keyOf: String, others: [] }
      : sorted(selected, sort, knowledge);
  // Those of no known date are not among the first of a list, and are no less asked for with the whole of it.
  const isWhole = sort === null || (sort.field === 'date' && limit === null);
  const ordered = isWhole ? beforeOthers(order.ordered, selected, knowledge) : order.ordered;
  const { keyOf, others } = order;
  const asked = limit === null ? ordered.length : Math.min(from + limit, ordered.length);
  const last = ordered[asked - 1];
  const alike = last === undefined ? [] : ordered.slice(asked).filter((position) => keyOf(position) === keyOf(last));
  const isFirst = from === 0 && limit === 1;
  const listed = ordered.slice(from, isFirst ? asked + alike.length : asked);
  return { listed, of: ordered.length, level: isFirst ? [] : alike, others };
}

interface Ordered {
  readonly ordered: Positions;
  /** What two that are level have in common. */
  readonly keyOf: (position: number) => string;
  /** Of a ranking by amount, amounts of another nature, which stand beside it. */
  readonly others: readonly Amount[];
}

/** Projects without a published value are left out of a ranking: an unknown is no zero. Amounts of another nature stand beside it. */
function sorted(selected: Positions, { field, direction }: Sort, knowledge: KnowledgeBase): Ordered {
  if (field === 'date') return byDate(selected, direction, knowledge);
  const { alike, others } = splitByLikeness(selected, field, knowledge);
  return {
    ordered: direction === 'descending' ? alike : [...alike].reverse(),
    keyOf: (position) => String(knowledge.amounts[field].values[position]),
    others: isMadeOfBoth(field) ? [] : amountsAt(others, field, knowledge),
  };
}

/** The ids of the projects of a set in an order, without those that have no place in it. */
export function orderedIn(filter: Filter, sort: Sort, knowledge: KnowledgeBase): readonly string[] {
  return idsAt(sorted(selectPositions(filter, knowledge), sort, knowledge).ordered, knowledge);
}

/** Those of a known date; level by name. */
function byDate(selected: Positions, direction: Sort['direction'], knowledge: KnowledgeBase): Ordered {
  const { projects } = knowledge;
  const sign = direction === 'ascending' ? 1 : -1;
  // One of which only the year or the month is known comes after those dated within it, in either direction.
  const filler = direction === 'ascending' ? '~' : ' ';
  const dateOf = (position: number): string => {
    const project = projects[position];
    return (project && announcedOn(project)) ?? '';
  };
  const keyOf = (position: number): string => dateOf(position).padEnd(DATE_LENGTH, filler);
  const known = selected.filter((position) => dateOf(position) !== '');
  const ordered = byName(known, knowledge)
    .map((position) => ({ position, date: keyOf(position) }))
    .sort((a, b) => sign * (a.date < b.date ? -1 : Number(a.date > b.date)))
    .map(({ position }) => position);
  return { ordered, keyOf, others: [] };
}

/** "2021-12-14" */
const DATE_LENGTH = 10;

/** What comes first where no order is asked for: the greatest amounts, before those of another nature, the first announced, or what the words point to best. */
function foremost(selected: Positions, { filter, found, show, isByName }: ListQuestion, knowledge: KnowledgeBase) {
  if (isByName === true) return [];
  // Of what was revised, put back or told otherwise, what lies furthest apart: three times as much before a tenth more.
  const [revised] = filter.disputes;
  if (revised !== undefined) {
    const widthAt = new Map(selected.map((position) => [position, widthOf(knowledge.projects[position], revised)]));
    return [...byName(selected, knowledge)].sort((a, b) => (widthAt.get(b) ?? 0) - (widthAt.get(a) ?? 0));
  }
  const amount = boundingAmount(filter) ?? show.find(isAmountField);
  if (amount !== undefined) {
    const { alike, others } = splitByLikeness(selected, amount, knowledge);
    return [...alike, ...others];
  }
  if (isOfPeriod(filter)) return byDate(selected, 'ascending', knowledge).ordered;
  return found.flatMap((id) => knowledge.positionById.get(id) ?? []);
}

/** These in their order, then the others by name. */
function beforeOthers(first: Positions, selected: Positions, knowledge: KnowledgeBase): Positions {
  const before = new Set(first.filter(holding(selected)));
  const others = selected.filter((position) => !before.has(position));
  return [...before, ...byName(others, knowledge)];
}
