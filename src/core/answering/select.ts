import { callKeys, disputeKey } from '../knowledge/facets';
import type { Postings } from '../search/postings';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fold } from '../language/fold';
import { projectName } from '../model/project-name';
import type { Project } from '../model/records';
import { MOST_LISTED } from '../model/answer';
import { intersect, unionOf, leavingOut } from './ascending';
import type { AmountCondition, Filter, Topic } from '../model/question';

/** What projects are selected from: a knowledge base, or the projects of an earlier one. */
export type Selectable = Pick<
  KnowledgeBase,
  'projects' | 'positions' | 'positionById' | 'facets' | 'amounts' | 'territoryById' | 'broaderTerritories'
>;

/** The positions of the projects that a filter keeps in `knowledge.projects`, ascending. */
export function selectPositions(filter: Filter, knowledge: Selectable): readonly number[] {
  const known = selections.get(filter);
  if (known && known.knowledge === knowledge) return known.positions;
  const positions = select(filter, knowledge);
  selections.set(filter, { knowledge, positions });
  return positions;
}

/** One question selects by the same filter several times: each filter keeps what it selected, as long as it lives. */
const selections = new WeakMap<Filter, { readonly knowledge: Selectable; readonly positions: readonly number[] }>();

function select(filter: Filter, knowledge: Selectable): readonly number[] {
  const wanted = dimensionsOf(filter, knowledge);
  const { except, months } = filter;
  const excluded = unionOf([
    ...except.topics.map((topic) => positionsOn(topic, knowledge)),
    ...keysAndPostings(except, except.territories, knowledge).flatMap(([keys, postings]) => postingsOf(keys, postings)),
    positionsAmong(except.projects, knowledge),
    ...postingsOf(filter.unknown, knowledge.facets.published),
  ]);
  const positions = wanted.length === 0 ? knowledge.positions : intersect(wanted);
  const left = excluded.length === 0 ? positions : leavingOut(positions, excluded);
  if (months.length + filter.amounts.length === 0) return left;
  const columns = filter.amounts.map((condition) => ({ condition, values: knowledge.amounts[condition.field].values }));
  return left.filter((position) => {
    for (const { condition, values } of columns) if (!satisfies(values[position] ?? NaN, condition)) return false;
    return months.length === 0 || months.includes(knowledge.projects[position]?.call.announced?.slice(0, 7) ?? '');
  });
}

/** The ids of the projects at these positions, in their order; the first `MOST_LISTED` of them. */
export function idsAt(positions: readonly number[], { projects }: Selectable): readonly string[] {
  return positions.slice(0, MOST_LISTED).map((position) => projects[position]?.id ?? '');
}

/** The ids of the projects that a filter keeps, as `idsAt` gives them. */
export function selectIds(filter: Filter, knowledge: Selectable): readonly string[] {
  return idsAt(selectPositions(filter, knowledge), knowledge);
}

/** Positions in the order in which people look for a name in a list: that of the names shown. */
export function byName(positions: readonly number[], { projects }: Selectable): readonly number[] {
  const ranks = ranksByName.get(projects) ?? rankedByName(projects);
  return [...positions].sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

/** The rank of each project of a base by its name, computed when a list is first asked for. */
const ranksByName = new WeakMap<readonly Project[], readonly number[]>();

function rankedByName(projects: readonly Project[]): readonly number[] {
  const names = projects.map((project) => fold(projectName(project)));
  const order = names.map((_, at) => at).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const ranks: number[] = [];
  for (const [rank, position] of order.entries()) ranks[position] = rank;
  ranksByName.set(projects, ranks);
  return ranks;
}

/** The positions of the projects on one subject. */
export function positionsOn(topic: Topic, { facets }: Pick<Selectable, 'facets'>): readonly number[] {
  return unionOf([
    ...postingsOf(topic.themes, facets.theme),
    ...postingsOf(topic.beneficiaries, facets.beneficiary),
    ...postingsOf(topic.organisations, facets.participant),
  ]);
}

/** One ascending list of positions for each dimension that limits the set. */
function dimensionsOf(filter: Filter, knowledge: Selectable): readonly (readonly number[])[] {
  const places = filter.territories.flatMap((id) => placesHolding(id, knowledge));
  return [
    ...filter.topics.map((topic) => positionsOn(topic, knowledge)),
    ...keysAndPostings(filter, places, knowledge)
      .filter(([keys]) => keys.length > 0)
      .map(([keys, postings]) => unionOf(postingsOf(keys, postings))),
    ...(filter.partners.length === 0 ? [] : [unionOf(postingsOf(filter.partners, knowledge.facets.partner))]),
    ...(filter.among === null ? [] : [positionsAmong(filter.among, knowledge)]),
    ...filter.known.map((field) => knowledge.facets.published.get(field) ?? []),
    ...filter.disputes.map((dispute) => knowledge.facets.disputed.get(disputeKey(dispute)) ?? []),
  ];
}

/** What a set is limited to, or does without, by bodies, places, calls and years. */
function keysAndPostings(
  { carriers, calls, years }: Pick<Filter, 'carriers' | 'calls' | 'years'>,
  territories: readonly string[],
  { facets }: Selectable,
): readonly (readonly [keys: readonly string[], postings: Postings])[] {
  return [
    [carriers, facets.carrier],
    [territories, facets.territory],
    [calls.flatMap((call) => callKeys(call).slice(-1)), facets.call],
    [years.map(String), facets.year],
  ];
}

/** A place and, for a department, its region: a project of the region concerns it too. */
function placesHolding(id: string, { territoryById, broaderTerritories }: Selectable): readonly string[] {
  if (territoryById.get(id)?.kind !== 'department') return [id];
  return (broaderTerritories.get(id) ?? [id]).filter((place) => territoryById.get(place)?.kind !== 'country');
}

/** Whether a place is one of these, or lies in one. */
export function liesIn(
  place: string,
  places: readonly string[],
  { broaderTerritories }: Pick<Selectable, 'broaderTerritories'>,
): boolean {
  return (broaderTerritories.get(place) ?? [place]).some((id) => places.includes(id));
}

/** The positions of these ids, ascending. */
function positionsAmong(ids: readonly string[], { positionById }: Pick<Selectable, 'positionById'>): readonly number[] {
  return [...new Set(ids.flatMap((id) => positionById.get(id) ?? []))].sort((a, b) => a - b);
}

function postingsOf(keys: readonly string[], postings: Postings): readonly (readonly number[])[] {
  return keys.map((key) => postings.get(key)).filter((positions) => positions !== undefined);
}

/** An amount that no source gives (NaN) meets no condition. */
function satisfies(amount: number, { min, max, includesBounds }: AmountCondition): boolean {
  if (Number.isNaN(amount)) return false;
  const isAbove = min === null || (includesBounds ? amount >= min : amount > min);
  const isBelow = max === null || (includesBounds ? amount <= max : amount < max);
  return isAbove && isBelow;
}
