import { announcedOn } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Amount } from '../model/answer';
import { type AmountField, isAmountField } from '../model/project-fields';
import type { Filter, Question, Sort } from '../model/question';
import { holding } from './ascending';
import { amountsAt, splitByLikeness } from './like-amounts';
import { byName } from './select';

type Positions = readonly number[];
type ListQuestion = Question & { kind: 'list' };

/** A list in its order: what is shown of it, how many that are, and what its end leaves out although nothing sets it apart. */
interface Listed {
  readonly listed: Positions;
  readonly total: number;
  /** How many the whole list holds. */
  readonly of: number;
  /** Those after the last one shown that are level with it. */
  readonly level: Positions;
  /** Of a ranking by amount, amounts of another nature, which stand beside it. */
  readonly others: readonly Amount[];
}

/** The amount that a set is bounded by, which each row of a list of it tells; undefined where none is. */
export function boundingAmount({ amounts, known }: Filter): AmountField | undefined {
  return [...amounts.map(({ field }) => field), ...known.filter(isAmountField)][0];
}

/** Whether a set is of a time: its rows tell when each one was announced. */
export function isOfPeriod({ years, months }: Filter): boolean {
  return years.length + months.length > 0;
}

/** As the question orders it; else the greatest first of what is bounded by an amount, the first announced first of a time, else by name. */
export function inOrder(selected: Positions, question: ListQuestion, knowledge: KnowledgeBase): Listed {
  const { sort, limit, filter, found, show, isByName } = question;
  if (isByName === true) return cut({ ordered: byName(selected, knowledge), keyOf: String, others: [] }, question);
  if (sort !== null) return cut(sorted(selected, sort, limit, knowledge), question);
  const amount = boundingAmount(filter) ?? show.find(isAmountField);
  const isTimed = isOfPeriod(filter);
  const ordered =
    amount !== undefined
      ? greatestFirst(selected, amount, knowledge)
      : isTimed
        ? byDate(selected, 'ascending', null, knowledge).ordered
        : beforeOthers(
            found.flatMap((id) => knowledge.positionById.get(id) ?? []),
            selected,
            knowledge,
          );
  return cut({ ordered, keyOf: String, others: [] }, question);
}

interface Ordered {
  readonly ordered: Positions;
  /** What two that are level have in common. */
  readonly keyOf: (position: number) => string;
  readonly others: readonly Amount[];
}

/** Who asks for the one that comes first is given all that do; of several the last may have its like. */
function cut({ ordered, keyOf, others }: Ordered, { from = 0, limit }: ListQuestion): Listed {
  const asked = limit === null ? ordered.length : Math.min(from + limit, ordered.length);
  const last = ordered[asked - 1];
  const alike = last === undefined ? [] : ordered.slice(asked).filter((position) => keyOf(position) === keyOf(last));
  const isFirst = from === 0 && limit === 1;
  const listed = ordered.slice(from, isFirst ? asked + alike.length : asked);
  return { listed, total: listed.length, of: ordered.length, level: isFirst ? [] : alike, others };
}

/** Projects without a published value are left out of a ranking: an unknown is no zero. Amounts of another nature stand beside it. */
function sorted(
  selected: Positions,
  { field, direction }: Sort,
  limit: number | null,
  knowledge: KnowledgeBase,
): Ordered {
  if (field === 'date') return byDate(selected, direction, limit, knowledge);
  const { alike, others } = splitByLikeness(selected, field, knowledge);
  return {
    ordered: direction === 'descending' ? alike : [...alike].reverse(),
    keyOf: (position) => String(knowledge.amounts[field].values[position]),
    others: amountsAt(others, field, knowledge),
  };
}

/** Level by name. Of a whole list those of no known date end it: they are no less asked for; they are not among the first of one. */
function byDate(
  selected: Positions,
  direction: Sort['direction'],
  limit: number | null,
  knowledge: KnowledgeBase,
): Ordered {
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
  return { ordered: limit === null ? beforeOthers(ordered, selected, knowledge) : ordered, keyOf, others: [] };
}

/** "2021-12-14" */
const DATE_LENGTH = 10;

/** The greatest amount first, those of another nature after them; what nobody published ends the list. */
function greatestFirst(selected: Positions, field: AmountField, knowledge: KnowledgeBase): Positions {
  const { alike, others } = splitByLikeness(selected, field, knowledge);
  return beforeOthers([...alike, ...others], selected, knowledge);
}

/** These in their order, such as those that the words point to best, then the others by name. */
function beforeOthers(first: Positions, selected: Positions, knowledge: KnowledgeBase): Positions {
  const before = new Set(first.filter(holding(selected)));
  return [
    ...before,
    ...byName(
      selected.filter((position) => !before.has(position)),
      knowledge,
    ),
  ];
}
