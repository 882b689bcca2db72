import type { AmountField } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Project } from '../model/records';
import type { AggregateOperation, Filter, Grouping, Question } from '../model/question';
import { computed, publishedAt, valuesAt } from './like-amounts';
import type { Group } from '../model/answer';
import { intersect, unionOf, leavingOut } from './ascending';
import { idsAt } from './select';

/** The parts of a set, each with its own value; a project with two themes stands in both. */
export function groupsOf(
  selected: readonly number[],
  question: Question & { kind: 'aggregate' },
  knowledge: KnowledgeBase,
): readonly Group[] {
  const { groupBy, operation, field, filter } = question;
  if (groupBy === null) return [];
  const ranks = operation === 'max' || operation === 'min';
  const isPeriod = (groupBy === 'year' || groupBy === 'call') && !ranks;
  const members = membersOf(selected, groupBy, filter, knowledge);
  // What is nowhere, or outside what was compared, is no part to be ranked.
  if (ranks || groupBy === 'asked') members.delete(null);
  const measured = operation === 'count' ? null : field;
  // The parts are of one nature, that of the whole: a gain a year beside a total over four years would compare nothing.
  const alike = measured === null ? [] : ascending(publishedAt(selected, measured, knowledge));
  return [...members]
    .map(([id, positions]) => groupOf(id, positions, measured, alike, operation, knowledge))
    .sort(
      (a, b) =>
        (isPeriod
          ? comparePeriods(a, b)
          : operation === 'min'
            ? fewestFirst(a, b)
            : (b.value ?? -1) - (a.value ?? -1)) || (a.id ?? '').localeCompare(b.id ?? ''),
    );
}

/** The positions of each part; under null those of none. */
function membersOf(
  selected: readonly number[],
  groupBy: Grouping,
  filter: Filter,
  knowledge: KnowledgeBase,
): Map<string | null, readonly number[]> {
  const postings = postingsFor(groupBy, knowledge);
  if (postings === null) return membersOneByOne(selected, groupBy, filter, knowledge);
  const members = new Map<string | null, readonly number[]>();
  for (const [key, positions] of postings) {
    const held = intersect([selected, positions]);
    if (held.length > 0) members.set(key, held);
  }
  const none = leavingOut(selected, unionOf([...members.values()]));
  if (none.length > 0) members.set(null, none);
  return members;
}

/** The lists that the facets hold for a dimension, one for each part; null when a part is no key of a facet. */
function postingsFor(
  groupBy: Grouping,
  { facets, broaderOrganisations, broaderThemes }: KnowledgeBase,
): readonly (readonly [string, readonly number[]])[] | null {
  const rootsOf = (
    postings: ReadonlyMap<string, readonly number[]>,
    broader: ReadonlyMap<string, readonly string[]>,
  ): readonly (readonly [string, readonly number[]])[] =>
    [...postings].filter(([id]) => (broader.get(id) ?? [id]).at(-1) === id);
  switch (groupBy) {
    case 'ministry':
      return rootsOf(facets.carrier, broaderOrganisations);
    case 'theme':
      return rootsOf(facets.theme, broaderThemes);
    case 'year':
      return [...facets.year];
    case 'call':
      return [...facets.call].filter(([key]) => !key.includes('/'));
    case 'carrier':
    case 'territory':
    case 'asked':
      return null;
  }
}

function membersOneByOne(
  selected: readonly number[],
  groupBy: Grouping,
  filter: Filter,
  knowledge: KnowledgeBase,
): Map<string | null, readonly number[]> {
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
  return members;
}

/** An unknown amount is no least one. */
function fewestFirst(a: Group, b: Group): number {
  return (a.value ?? Infinity) === (b.value ?? Infinity) ? 0 : (a.value ?? Infinity) - (b.value ?? Infinity);
}

/** Years and calls in their order, what has none last. */
function comparePeriods(a: Group, b: Group): number {
  if (a.id === null || b.id === null) return Number(a.id === null) - Number(b.id === null);
  return a.id.localeCompare(b.id);
}

/** Positions come ranked by amount; sets are compared in their order. */
function ascending(positions: readonly number[]): readonly number[] {
  return [...positions].sort((a, b) => a - b);
}

function groupOf(
  id: string | null,
  positions: readonly number[],
  field: AmountField | null,
  alike: readonly number[],
  operation: AggregateOperation,
  knowledge: KnowledgeBase,
): Group {
  const group = { id, projects: idsAt(positions, knowledge), size: positions.length };
  if (field === null) return { ...group, value: positions.length, known: positions.length };
  const values = valuesAt(intersect([positions, alike]), field, knowledge);
  return {
    ...group,
    value: computed(operation, values),
    known: values.length,
  };
}

function keysOf(project: Project, groupBy: Grouping, filter: Filter, knowledge: KnowledgeBase): readonly string[] {
  const broader = (id: string): readonly string[] => knowledge.broaderOrganisations.get(id) ?? [id];
  if (groupBy === 'carrier') return project.carrierIds;
  if (groupBy === 'territory')
    return project.territories.filter((id) => knowledge.territoryById.get(id)?.kind !== 'country');
  if (groupBy !== 'asked') return [];
  const bodies = [...filter.carriers, ...filter.topics.flatMap(({ organisations }) => organisations)];
  const themes = filter.topics.flatMap((topic) => topic.themes);
  // A body or a theme that is asked for twice is one part.
  return [
    ...new Set([
      ...bodies.filter((id) => project.carrierIds.some((own) => broader(own).includes(id))),
      ...themes.filter((id) => project.themes.some((own) => (knowledge.broaderThemes.get(own) ?? [own]).includes(id))),
    ]),
  ];
}
