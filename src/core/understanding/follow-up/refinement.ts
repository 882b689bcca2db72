import { selectPositions } from '../../answering/select';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { computes } from '../aggregate-question';
import { filterOf, isEmptyFilter, withKnownFields } from '../filter-of';
import { filterIn, narrowed, startsFollowUp, withFilter } from './last-question';
import type { Filter, Question } from '../question';
import type { Reading } from '../reading';
import { meantBy } from '../search-question';
import { MEANT_OVER_FILTER } from '../thresholds';

/** "et en Occitanie ?" replaces what it names, "seulement ceux de la Justice" adds it. */
export function refinement(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (reading.named.length > 0 || last.kind === 'programme') return null;
  const previous = filterIn(last);
  if (!previous) return null;
  const own = withKnownFields(filterOf(reading, knowledge), reading);
  if (isEmptyFilter(own)) return null;
  const narrows =
    reading.operators.has('only') || beginsByNarrowing(reading) || isException(own) || asksWhichOfThem(reading);
  const isElliptic =
    narrows ||
    (reading.operators.has('correction') && reading.fields.length === 0 && !reading.operators.has('how-much')) ||
    (startsFollowUp(reading) && !reading.operators.has('plural-subject') && reading.fields.length === 0);
  if (!isElliptic || reading.operators.has('count')) return null;
  // "et pour ceux qui vivent dans des cabanes ?": another subject, told in words that one filter would misread.
  if (!narrows && (meantBy(reading, knowledge)?.strength ?? 0) >= MEANT_OVER_FILTER) return null;
  const merged: Filter = narrows
    ? narrowed(previous, own)
    : {
        ...previous,
        ...bodiesAsked(own, previous, knowledge),
        territories: own.territories.length > 0 ? own.territories : previous.territories,
        calls: own.calls.length > 0 ? own.calls : own.years.length > 0 ? [] : previous.calls,
        years: own.years.length > 0 ? own.years : own.calls.length > 0 ? [] : previous.years,
        months: own.years.length > 0 ? own.months : previous.months,
        amounts: own.amounts.length > 0 ? own.amounts : previous.amounts,
        among: null,
      };
  // "Lesquels n'ont pas de coût connu ?" after a sum asks for projects.
  return asksWhichOfThem(reading) && last.kind === 'aggregate' && !computes(reading)
    ? { kind: 'list', filter: merged, sort: null, limit: null, found: [] }
    : withFilter(last, merged);
}

/** "que ceux de l'Intérieur", even where a name holds the second word. */
function beginsByNarrowing({ words: [first, second] }: Reading): boolean {
  return (
    ['seulement', 'uniquement', 'juste', 'only', 'just', 'garde', 'gardez', 'gardons', 'keep'].includes(
      first?.folded ?? '',
    ) ||
    (first?.folded === 'que' && second?.folded === 'ceux') ||
    ['ceux', 'celles', 'those'].includes(first?.folded ?? '')
  );
}

/** "Lesquels viennent du FTAP 2 ?" chooses among what is shown. */
function asksWhichOfThem(reading: Reading): boolean {
  const [first] = reading.words;
  const pointsAtThem = reading.references.some(({ id }) => id === 'these');
  const owns = reading.words.some(({ folded }) => ['leur', 'leurs', 'their'].includes(folded));
  return first?.folded === 'lesquels' || first?.folded === 'lesquelles' || (pointsAtThem && !owns);
}

/** "Et la douane ?" is a body after a body, and a subject after a subject. */
function bodiesAsked(own: Filter, previous: Filter, knowledge: KnowledgeBase): Pick<Filter, 'topics' | 'carriers'> {
  const bodies = own.topics
    .flatMap(({ organisations }) => organisations)
    .filter((id) => knowledge.facets.carrier.has(id));
  if (own.carriers.length === 0 && previous.carriers.length > 0 && bodies.length > 0) {
    const kept = selectPositions({ ...previous, carriers: bodies }, knowledge).length > 0 ? previous.topics : [];
    return { topics: kept, carriers: bodies };
  }
  return {
    topics: own.topics.length > 0 ? own.topics : previous.topics,
    carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
  };
}

function isException(filter: Filter): boolean {
  const { topics, carriers, territories, projects } = filter.except;
  return topics.length + carriers.length + territories.length + projects.length > 0;
}
