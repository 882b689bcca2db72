import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Filter, Question } from '../model/question';
import { type AggregateAnswer, MOST_LISTED } from '../model/answer';
import { average, median, sum } from './compute';
import { groupsOf } from './groups';
import { amountsAt, publishedAt, splitByLikeness, valuesAt } from './amounts';
import { idsAt, selectPositions } from './select';

/**
 * Counts, adds or ranks the projects of a filter. A sum, an average or a median is made of like amounts only: the kind that most projects
 * of the set publish (the greater total on a tie); the other kinds are given beside it.
 */
export function answerAggregate(question: Question & { kind: 'aggregate' }, knowledge: KnowledgeBase): AggregateAnswer {
  const { operation, field, filter, limit, groupBy } = question;
  const selected = selectPositions(filter, knowledge);
  const base = {
    kind: 'aggregate',
    operation,
    field,
    filter,
    total: selected.length,
    outOf: outOf(filter, knowledge),
    officialWinners: officialWinnersOf(filter, knowledge),
    groupBy,
    groups: groupBy === null ? [] : groupsOf(selected, question, knowledge),
  } as const;
  const nothing = { amounts: [], others: [], withoutFigure: [], withoutCount: 0, counted: 0 };
  // "Quel ministère a le plus de projets ?": the part that comes first is the answer.
  const [best] = operation === 'max' || operation === 'min' ? base.groups : [];
  if (best) return { ...base, ...nothing, value: best.value, projects: best.projects };
  if (operation === 'count' || field === null)
    return { ...base, ...nothing, value: selected.length, projects: idsAt(selected, knowledge) };

  const published = publishedAt(selected, field, knowledge);
  const without = selected.filter((position) => Number.isNaN(knowledge.amounts[field].values[position]));
  const coverage = { withoutFigure: idsAt(without, knowledge), withoutCount: without.length };
  if (operation === 'max' || operation === 'min') {
    const ranked = operation === 'max' ? published : [...published].reverse();
    const values = valuesAt(ranked.slice(0, MOST_LISTED), field, knowledge);
    const winners = ranked.filter((_, index) => index < limit || (index < MOST_LISTED && values[index] === values[0]));
    return {
      ...base,
      ...coverage,
      value: values[0] ?? null,
      projects: idsAt(winners, knowledge),
      amounts: amountsAt(published, field, knowledge),
      counted: published.length,
      others: [],
    };
  }

  const { alike, others } = splitByLikeness(published, field, knowledge);
  return {
    ...base,
    ...coverage,
    value: computed(operation, valuesAt(alike, field, knowledge)),
    projects: idsAt(alike, knowledge),
    amounts: amountsAt(alike, field, knowledge),
    counted: alike.length,
    others: amountsAt(others, field, knowledge),
  };
}

function computed(operation: 'sum' | 'average' | 'median', values: readonly number[]): number | null {
  if (values.length === 0) return null;
  switch (operation) {
    case 'sum':
      return sum(values);
    case 'average':
      return average(values);
    case 'median':
      return median(values);
  }
}

/** How many projects the filter keeps without its conditions on amounts and on what is published. */
function outOf(filter: Filter, knowledge: KnowledgeBase): number | null {
  if (filter.amounts.length + filter.known.length + filter.unknown.length === 0) return null;
  return selectPositions({ ...filter, amounts: [], known: [], unknown: [] }, knowledge).length;
}

/** The number of winners that was announced, when the filter is one call and nothing else. */
function officialWinnersOf(filter: Filter, knowledge: KnowledgeBase): number | null {
  const [call, ...more] = filter.calls;
  if (
    !call ||
    more.length > 0 ||
    call.number === null ||
    filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length > 0
  )
    return null;
  const rows = knowledge.calls.filter(({ number }) => number === call.number);
  if (rows.some(({ winners }) => winners === null)) return null;
  return rows.reduce((total, { winners }) => total + (winners ?? 0), 0);
}
