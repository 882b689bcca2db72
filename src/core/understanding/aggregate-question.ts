import { readCount } from '../language/amounts';
import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from './filter-of';
import { amountFieldOf } from './money';
import type { AggregateOperation, AmountField, Filter, Grouping, Question } from './question';
import { bestOfSet, describingStems } from './ranking';
import type { Reading } from './reading';

/** A plural without a number gets so many. */
const DEFAULT_TOP = 5;

/** A count, a sum, an average, a median, an extreme or a ranking over the projects of a filter; null when none is asked. */
export function aggregateOf(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (isEmptyFilter(filter) && describesSomething(reading, knowledge)) return null;
  if (!computes(reading) && filter.known.length + filter.unknown.length > 0) return null;
  const field = amountFieldOf(reading) ?? (reading.mentionsFund && operators.has('how-much') ? 'funding' : null);
  const groupBy = groupingOf(reading, filter);
  if (groupBy !== null) return grouped(reading, field, filter, groupBy);
  const extreme = operators.has('max')
    ? 'max'
    : operators.has('min')
      ? 'min'
      : operators.has('top') || operators.has('sort')
        ? 'max'
        : null;
  if (extreme && field) return ranking(reading, extreme, field, filter);
  const byDate = operators.has('newest') ? 'descending' : operators.has('oldest') ? 'ascending' : null;
  if (byDate !== null)
    return { kind: 'list', filter, sort: { field: 'date', direction: byDate }, limit: countBeside(reading), found: [] };
  if (operators.has('average') && field) return computation('average', field, filter);
  if (operators.has('median') && field) return computation('median', field, filter);
  const addsMoney =
    operators.has('sum') &&
    field !== null &&
    reading.fields.includes(field) &&
    filter.amounts.length + filter.known.length + filter.unknown.length === 0;
  if (operators.has('count') && !addsMoney) return computation('count', field, filter);
  if (filter.amounts.length > 0 && !operators.has('how-much')) return null;
  if (operators.has('sum') && field)
    return isOneProject(reading, filter, knowledge) ? null : computation('sum', field, filter);
  if (!field || !operators.has('how-much') || isEmptyFilter(filter)) return null;
  const isPlural = operators.has('plural-subject') || filter.calls.length + filter.years.length > 0;
  return isPlural && !isOneProject(reading, filter, knowledge) ? computation('sum', field, filter) : null;
}

/** "les tablettes dans les cellules, ça coûte combien en tout ?" adds nothing over the whole base: its words describe a project. */
function describesSomething(reading: Reading, knowledge: KnowledgeBase): boolean {
  if (reading.operators.has('plural-subject') || reading.operators.has('count') || reading.operators.has('list'))
    return false;
  return reading.leftoverStems.filter((stem) => knowledge.projectIndex.has(stem)).length >= 2;
}

/** True when the question adds, averages, ranks or counts. */
export function computes({ operators }: Reading): boolean {
  return (['count', 'sum', 'average', 'median', 'max', 'min', 'top'] as const).some((operator) =>
    operators.has(operator),
  );
}

/** "par ministère", "par année"; or two bodies compared with each other. */
function groupingOf({ operators, named, fields }: Reading, filter: Filter): Grouping | null {
  const ranks = named.length === 0 && (operators.has('max') || operators.has('min') || operators.has('top'));
  // "Quel ministère a reçu le plus ?" ranks ministries, not projects.
  if (ranks && fields.includes('carrier')) return 'ministry';
  if (ranks && fields.includes('themes')) return 'theme';
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  return operators.has('compare') && named.length === 0 && filter.carriers.length >= 2 ? 'asked' : null;
}

function grouped(reading: Reading, field: AmountField | null, filter: Filter, groupBy: Grouping): Question {
  const operation =
    field === null || reading.operators.has('count') ? 'count' : reading.operators.has('average') ? 'average' : 'sum';
  return { kind: 'aggregate', operation, field: operation === 'count' ? null : field, filter, limit: 1, groupBy };
}

/** The words describe one project of the set: then its own figure is asked. */
function isOneProject(reading: Reading, filter: Filter, knowledge: KnowledgeBase): boolean {
  if (reading.operators.has('plural-subject') || isEmptyFilter(filter)) return false;
  const stems = describingStems(reading);
  if (stems.length === 0) return false;
  const positions = selectPositions(filter, knowledge);
  return (
    positions.length === 1 ||
    bestOfSet(knowledge.projectIndex.search(stems, positions), knowledge.projectIndex) !== null
  );
}

function computation(operation: AggregateOperation, field: AmountField | null, filter: Filter): Question {
  return { kind: 'aggregate', operation, field, filter, limit: 1, groupBy: null };
}

/** One winner is an extreme; several are a sorted list. */
function ranking(reading: Reading, operation: 'max' | 'min', field: AmountField, filter: Filter): Question {
  const limit = reading.operators.has('sort') ? null : countBeside(reading);
  if (limit === 1) return { kind: 'aggregate', operation, field, filter, limit, groupBy: null };
  return {
    kind: 'list',
    filter,
    sort: { field, direction: directionOf(reading, operation) },
    limit,
    found: [],
  };
}

/** "du plus petit au plus grand" begins with the lowest. */
function directionOf({ spans }: Reading, operation: 'max' | 'min'): 'ascending' | 'descending' {
  const first = spans
    .flatMap(({ tags }) => tags)
    .find((tag) => tag.kind === 'operator' && (tag.id === 'max' || tag.id === 'min'));
  return (first?.id ?? operation) === 'min' ? 'ascending' : 'descending';
}

/** "top 3", "les trois projets", "les 5 plus chers"; one for a singular. */
function countBeside(reading: Reading): number {
  const folded = reading.words.map((word) => word.folded);
  const written = folded.map(readCount).find((count) => count !== null && count >= 2);
  if (written !== undefined && written !== null) return written;
  const isPlural =
    reading.operators.has('top') ||
    ['projets', 'projects', 'lesquels', 'quels', 'les'].some((word) => folded.includes(word));
  const isSingular =
    ['lequel', 'quel', 'laquelle', 'quelle', 'which', 'le', 'la'].some((word) => folded.includes(word)) &&
    !folded.includes('quels') &&
    !folded.includes('lesquels') &&
    !folded.includes('projects');
  return isPlural && !isSingular ? DEFAULT_TOP : 1;
}
