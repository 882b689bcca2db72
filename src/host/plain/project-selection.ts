import { selectPositions } from '../../core/answering/select';
import { latestFirst, projectFinderOf } from '../../core/find-projects';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import { projectName } from '../../core/model/project-name';
import type { Project } from '../../core/model/records';
import type { ProjectOrder } from '../../messages/fr/projects';
import { type Criteria, filterOf } from './project-criteria';

/** Three screens of a desk, ten of a phone. */
export const ROWS_OF_A_PAGE = 50;

/** Makes what selects projects by words, theme, body, year and place, fifty to a page. */
export function createProjectSelection(knowledge: KnowledgeBase) {
  const { projects, positionById } = knowledge;
  const positionsOf = (ids: readonly string[]): readonly number[] => ids.flatMap((id) => positionById.get(id) ?? []);
  const ranks: Readonly<Record<ProjectOrder, readonly number[]>> = {
    name: ranksOf(byName(projects)),
    date: ranksOf(positionsOf(latestFirst(knowledge))),
    funding: ranksOf([...new Set([...knowledge.amounts.funding.order, ...knowledge.positions])]),
  };
  const find = (words: string, locale: Locale): readonly string[] | null =>
    words === '' ? null : projectFinderOf(knowledge).find(words, locale);

  return ({ words, limits, order, page: asked }: Criteria, locale: Locale) => {
    const found = find(words, locale);
    const filter = filterOf(limits, found);
    const kept = selectPositions(filter, knowledge);
    const rank = order === null && found !== null ? ranksOf(positionsOf(found)) : ranks[order ?? 'name'];
    const ordered = [...kept].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
    const pages = Math.max(1, Math.ceil(ordered.length / ROWS_OF_A_PAGE));
    const page = Math.min(asked, pages);
    return {
      /** Ids of those that hold the words, the nearest first; null where there are no words. */
      found,
      filter,
      total: kept.length,
      /** The one shown: the last one when a later one was asked for. */
      page,
      pages,
      shown: ordered
        .slice((page - 1) * ROWS_OF_A_PAGE, page * ROWS_OF_A_PAGE)
        .flatMap((position) => projects[position] ?? []),
    };
  };
}

/** The positions of projects in the order of their names, as a French reader looks them up. */
function byName(projects: readonly Project[]): readonly number[] {
  const { compare } = new Intl.Collator('fr', { numeric: true });
  const names = projects.map(projectName);
  return [...names.keys()].sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
}

/** The place of each position in an order. */
function ranksOf(order: readonly number[]): readonly number[] {
  const ranks: number[] = [];
  for (const [rank, position] of order.entries()) ranks[position] = rank;
  return ranks;
}
