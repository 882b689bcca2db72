import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Question } from '../model/question';
import type { FundTotal } from '../model/answer';
import { isEmptyFilter } from '../understanding/limits';

/** What the records on the fund itself say of a total that is asked over every project, latest source first; none for a part of them. */
export function fundTotals(
  { operation, field, filter, groupBy }: Question & { kind: 'aggregate' },
  { facts }: KnowledgeBase,
): readonly FundTotal[] {
  if (operation !== 'sum' || field === null || groupBy !== null || !isEmptyFilter(filter)) return [];
  return facts
    .flatMap(({ id, values, sources, tellsTotal = [] }) =>
      tellsTotal.flatMap((told) => {
        const valueMEUR = values[told.value];
        const source = sources.find(({ name }) => name === told.source);
        if (told.field !== field || typeof valueMEUR !== 'number' || source === undefined) return [];
        return [{ fact: id, valueMEUR, what: { fr: told.fr, en: told.en }, source }];
      }),
    )
    .sort((a, b) => (b.source.date ?? '').localeCompare(a.source.date ?? ''));
}
