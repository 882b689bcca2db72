import { yearOf } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Project } from '../knowledge/schema';
import type { AmountField, Filter, Grouping, Question } from '../understanding/question';
import { amountsOf, splitByLikeness } from './amounts';
import type { Group } from './answer';
import { average, sum } from './compute';
import { idsAt } from './select';

/** The parts of a set, each with its own value; a project with two themes stands in both. */
export function groupsOf(
  selected: readonly number[],
  question: Question & { kind: 'aggregate' },
  knowledge: KnowledgeBase,
): readonly Group[] {
  const { groupBy, operation, field, filter } = question;
  if (groupBy === null) return [];
  const isPeriod = (groupBy === 'year' || groupBy === 'call') && operation !== 'max';
  const members = new Map<string | null, number[]>();
  for (const position of selected) {
    const project = knowledge.projects[position];
    if (!project) continue;
    const keys = keysOf(project, groupBy, filter, knowledge);
    for (const key of keys.length === 0 ? [null] : keys) {
      const group = members.get(key);
      if (group) group.push(position);
      else members.set(key, [position]);
    }
  }
  // What is nowhere, or outside what was compared, is no part to be ranked.
  if (operation === 'max' || groupBy === 'asked') members.delete(null);
  return [...members]
    .map(([id, positions]) =>
      groupOf(id, positions, operation === 'count' ? null : field, operation === 'average', knowledge),
    )
    .sort(
      (a, b) =>
        (isPeriod ? comparePeriods(a, b) : (b.value ?? -1) - (a.value ?? -1)) || (a.id ?? '').localeCompare(b.id ?? ''),
    );
}

/** Years and calls in their order, what has none last. */
function comparePeriods(a: Group, b: Group): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null);
  return a.id.localeCompare(b.id);
}

function groupOf(
  id: string | null,
  positions: readonly number[],
  field: AmountField | null,
  isAverage: boolean,
  knowledge: KnowledgeBase,
): Group {
  const ids = idsAt(positions, knowledge);
  if (field === null) return { id, value: ids.length, projects: ids, known: ids.length };
  const values = splitByLikeness(amountsOf(positions, field, knowledge)).alike.map(({ valueMEUR }) => valueMEUR);
  return {
    id,
    value: values.length === 0 ? null : isAverage ? average(values) : sum(values),
    projects: ids,
    known: values.length,
  };
}

function keysOf(project: Project, groupBy: Grouping, filter: Filter, knowledge: KnowledgeBase): readonly string[] {
  const broader = (id: string): readonly string[] => knowledge.broaderOrganisations.get(id) ?? [id];
  switch (groupBy) {
    case 'ministry':
      return [...new Set(project.carrierIds.flatMap((id) => broader(id).slice(-1)))];
    case 'carrier':
      return project.carrierIds;
    case 'asked': {
      const bodies = [...filter.carriers, ...filter.topics.flatMap(({ organisations }) => organisations)];
      const themes = filter.topics.flatMap((topic) => topic.themes);
      return [
        ...bodies.filter((id) => project.carrierIds.some((own) => broader(own).includes(id))),
        ...themes.filter((id) =>
          project.themes.some((own) => (knowledge.broaderThemes.get(own) ?? [own]).includes(id)),
        ),
      ];
    }
    case 'territory':
      return project.territories.filter((id) => knowledge.territoryById.get(id)?.kind !== 'country');
    case 'theme':
      return [...new Set(project.themes.flatMap((id) => (knowledge.broaderThemes.get(id) ?? [id]).slice(-1)))];
    case 'year': {
      const year = yearOf(project);
      return year === null ? [] : [String(year)];
    }
    case 'call':
      return project.call.scheme !== null
        ? [project.call.scheme]
        : project.call.number !== null
          ? [String(project.call.number)]
          : [];
  }
}
