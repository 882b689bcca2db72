import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { carriersIn, idsOf } from './bodies';
import { amountFieldOf, amountsIn } from './money';
import type { Filter } from './question';
import { EMPTY_FILTER } from './question';
import type { Reading } from './reading';
import { unique } from './reading';
import type { Span } from './tag';
import { combineTopics, topicsIn } from './topics';

/** The filter that a reading asks for; empty when it names no set of projects. */
export function filterOf(reading: Reading, knowledge: KnowledgeBase): Filter {
  const exceptFrom = exceptionStart(reading);
  const wanted = reading.spans.filter((span) => span.start < exceptFrom && !isPartOfWindow(span, reading));
  const unwanted = reading.spans.filter(({ start }) => start >= exceptFrom);
  const base: Filter = {
    ...EMPTY_FILTER,
    carriers: carriersIn(wanted, reading, knowledge),
    territories: territoriesIn(wanted, knowledge),
    calls: reading.calls,
    years: reading.years,
    months: reading.months,
    amounts: amountsIn(reading),
    except: {
      topics: topicsIn(unwanted, knowledge).map(({ topic }) => topic),
      carriers: carriersIn(unwanted, reading, knowledge),
      territories: territoriesIn(unwanted, knowledge),
      projects: unwanted.flatMap(({ tags }) => idsOf(tags, 'project')),
    },
  };
  return { ...base, topics: combineTopics(topicsIn(wanted, knowledge), reading, base, knowledge) };
}

export function isEmptyFilter(filter: Filter): boolean {
  return (
    filter.topics.length === 0 &&
    filter.carriers.length === 0 &&
    filter.territories.length === 0 &&
    filter.calls.length === 0 &&
    filter.years.length === 0 &&
    filter.amounts.length === 0 &&
    filter.known.length === 0 &&
    filter.unknown.length === 0 &&
    filter.among === null &&
    filter.except.topics.length +
      filter.except.carriers.length +
      filter.except.territories.length +
      filter.except.projects.length ===
      0
  );
}

/** Conditions such as "dont le montant est connu" and "dont on ne connaît pas le porteur". */
export function withKnownFields(filter: Filter, reading: Reading): Filter {
  const field = amountFieldOf(reading) ?? reading.fields.find((asked) => asked !== 'summary');
  if (field === undefined) return filter;
  if (reading.operators.has('not-known')) return { ...filter, unknown: [field] };
  return reading.operators.has('known') && reading.operators.has('count') ? { ...filter, known: [field] } : filter;
}

/** "un guichet « données » ou « IA » de la DINUM": what follows says which window, it limits nothing more. */
function isPartOfWindow({ start }: Span, reading: Reading): boolean {
  return reading.spans.some(
    ({ end, tags }) =>
      tags.some((tag) => tag.kind === 'call' && tag.call.scheme === 'windows') &&
      start >= end &&
      start <= end + WINDOW_NAME,
  );
}

/** Words that the name of a window may take. */
const WINDOW_NAME = 6;

/** "en France" limits nothing. */
function territoriesIn(spans: readonly Span[], knowledge: KnowledgeBase): readonly string[] {
  return unique(spans.flatMap(({ tags }) => idsOf(tags, 'territory'))).filter(
    (id) => knowledge.territoryById.get(id)?.kind !== 'country',
  );
}

/** Index of the word where an exception begins ("sauf", "hors"), beyond the last word when there is none. */
function exceptionStart(reading: Reading): number {
  const span = reading.spans.find(({ tags }) => tags.some((tag) => tag.kind === 'operator' && tag.id === 'except'));
  return span?.start ?? reading.words.length;
}
