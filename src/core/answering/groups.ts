import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Postings } from '../search/postings';
import { type Filter, type Grouping, idsOfTopic, type Question } from '../model/question';
import { computed, publishedAt, valuesAt } from './like-amounts';
import type { Group } from '../model/answer';
import { holding, leavingOut, unionOf } from './ascending';
import { idsAt, selectPositions } from './select';

/** The parts of a set, each with its own value; a project with two themes stands in both. */
export function groupsOf(
  selected: readonly number[],
  question: Question & { kind: 'aggregate' },
  knowledge: KnowledgeBase,
): readonly Group[] {
  const { groupBy, operation, field, sides = [] } = question;
  if (groupBy === null) return [];
  const ranks = operation === 'max' || operation === 'min';
  const isPeriod = (groupBy === 'year' || groupBy === 'call') && !ranks;
  const isSelected = holding(selected);
  // Of sets that stand side by side, those of which nothing is left too.
  const members: Map<string | null, readonly number[]> =
    groupBy === 'asked'
      ? new Map(sides.map((side) => [sideId(side), selectPositions(side, knowledge).filter(isSelected)]))
      : membersOf(selected, groupBy, knowledge);
  // What is nowhere, or everywhere, is no part to be ranked.
  if (ranks) for (const id of [...members.keys()]) if (id === null || isCountry(id, knowledge)) members.delete(id);
  const sideOf = new Map(sides.map((side) => [sideId(side), side]));
  const measured = operation === 'count' ? null : field;
  // The parts are of one nature, that of the whole: a gain a year beside a total over four years would compare nothing.
  const alike = new Set(measured === null ? [] : publishedAt(selected, measured, knowledge));
  const valueOf = (positions: readonly number[]): Pick<Group, 'value' | 'known'> => {
    if (measured === null) return { value: positions.length, known: positions.length };
    const counted = positions.filter((position) => alike.has(position));
    return { value: computed(operation, valuesAt(counted, measured, knowledge)), known: counted.length };
  };
  // Years and calls in their order, what has none last; an unknown amount is no least one.
  const placeOf = ({ id, value }: Group): number =>
    isPeriod ? Number(id === null) : operation === 'min' ? (value ?? Infinity) : -(value ?? -1);
  return [...members]
    .map(([id, positions]): Group => ({
      id,
      projects: idsAt(positions, knowledge),
      size: positions.length,
      ...valueOf(positions),
      side: sideOf.get(id ?? '') ?? null,
    }))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.id ?? '').localeCompare(b.id ?? ''));
}

/** The place of a project that covers every region. */
export function isCountry(id: string, { territoryById }: Pick<KnowledgeBase, 'territoryById'>): boolean {
  return territoryById.get(id)?.kind === 'country';
}

/** The ids of all that limits it. */
function sideId({ topics, carriers, partners, territories, calls, years, months, among }: Filter): string {
  const ofCalls = calls.map(({ number, session, scheme }) =>
    [number ?? scheme, session].filter((key) => key !== null).join('/'),
  );
  const limits = [topics.flatMap(idsOfTopic), carriers, partners, territories, ofCalls, years, months, among ?? []];
  return limits.flat().join('+');
}

/** The positions of each part; under null those of none. */
function membersOf(selected: readonly number[], groupBy: Exclude<Grouping, 'asked'>, knowledge: KnowledgeBase) {
  const members = new Map<string | null, readonly number[]>();
  const isSelected = holding(selected);
  for (const [key, positions] of partsOf(groupBy, knowledge)) {
    const held = positions.filter(isSelected);
    if (held.length > 0) members.set(key, held);
  }
  const none = leavingOut(selected, unionOf([...members.values()]));
  if (none.length > 0) members.set(null, none);
  return members;
}

type Part = readonly [id: string, positions: readonly number[]];

/** What a set may be split into, each part with all its projects, those outside of the set too. */
function partsOf(groupBy: Exclude<Grouping, 'asked'>, knowledge: KnowledgeBase): readonly Part[] {
  const { facets, broaderOrganisations, broaderThemes } = knowledge;
  const rootsOf = (postings: Postings, broader: KnowledgeBase['broaderThemes']): readonly Part[] =>
    [...postings].filter(([id]) => (broader.get(id) ?? [id]).at(-1) === id);
  switch (groupBy) {
    case 'ministry':
      return rootsOf(facets.carrier, broaderOrganisations);
    case 'carrier':
      return [...facets.ownCarrier];
    case 'theme':
      return rootsOf(facets.theme, broaderThemes);
    case 'year':
      return [...facets.year];
    case 'call':
      return [...facets.call].filter(([key]) => !key.includes('/'));
    case 'territory':
      return [...facets.ownTerritory];
  }
}
