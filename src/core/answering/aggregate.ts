import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Filter, Question } from '../understanding/question';
import type { AggregateAnswer } from './answer';
import { average, median, sum } from './compute';
import { groupsOf } from './groups';
import { amountsOf, splitByLikeness } from './amounts';
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
    groups: groupBy === null ? [] : groupsOf(selected, question, knowledge),
  } as const;
  // "Quel ministère a le plus de projets ?": the part that comes first is the answer.
  const [best] = operation === 'max' ? base.groups : [];
  if (best) return { ...base, value: best.value, projects: best.projects, amounts: [], others: [], withoutFigure: [] };
  if (operation === 'count' || field === null) {
    return {
      ...base,
      value: selected.length,
      projects: idsAt(selected, knowledge),
      amounts: [],
      others: [],
      withoutFigure: [],
    };
  }

  const amounts = amountsOf(selected, field, knowledge);
  const { values: published } = knowledge.amounts[field];
  const withoutFigure = idsAt(
    selected.filter((position) => Number.isNaN(published[position])),
    knowledge,
  );
  if (operation === 'max' || operation === 'min') {
    const ranked = operation === 'max' ? amounts : [...amounts].reverse();
    const best = ranked[0]?.valueMEUR;
    const winners = ranked.filter(({ valueMEUR }, index) => index < limit || valueMEUR === best);
    return {
      ...base,
      value: best ?? null,
      projects: winners.map(({ project }) => project),
      amounts,
      others: [],
      withoutFigure,
    };
  }

  const { alike, others } = splitByLikeness(amounts);
  const values = alike.map(({ valueMEUR }) => valueMEUR);
  const value =
    values.length === 0
      ? null
      : operation === 'sum'
        ? sum(values)
        : operation === 'average'
          ? average(values)
          : median(values);
  return { ...base, value, projects: alike.map(({ project }) => project), amounts: alike, others, withoutFigure };
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
