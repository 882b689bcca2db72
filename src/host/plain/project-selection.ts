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
  const orders: Readonly<Record<ProjectOrder, readonly number[]>> = {
    name: byName(projects),
    date: positionsOf(latestFirst(knowledge)),
    funding: [...new Set([...knowledge.amounts.funding.order, ...knowledge.positions])],
  };

  return ({ words, limits, order, page: asked }: Criteria, locale: Locale) => {
    const found = words === '' ? null : projectFinderOf(knowledge).find(words, locale);
    const filter = filterOf(limits, found);
    const kept = new Set(selectPositions(filter, knowledge));
    const all = order === null && found !== null ? positionsOf(found) : orders[order ?? 'name'];
    const ordered = all.filter((position) => kept.has(position));
    const pages = Math.max(1, Math.ceil(ordered.length / ROWS_OF_A_PAGE));
    const page = Math.min(asked, pages);
    return {
      /** Ids of those that hold the words, the nearest first; null where there are no words. */
      found,
      filter,
      total: kept.size,
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
