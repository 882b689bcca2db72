import { callKeys, type Postings } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { MOST_LISTED } from '../model/answer';
import { intersect, unionOf, leavingOut } from './ascending';
import type { Project } from '../model/records';
import type { AmountCondition, Exception, Filter, Topic } from '../model/question';

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
  const excluded = [
    ...exceptedPositions(filter.except, knowledge),
    ...postingsOf(filter.unknown, knowledge.facets.published),
  ].filter((list) => list.length > 0);
  const isNarrowed = filter.months.length + filter.amounts.length > 0;
  const positions = wanted.length === 0 ? knowledge.positions : intersect(wanted);
  const left = excluded.length === 0 ? positions : leavingOut(positions, unionOf(excluded));
  if (!isNarrowed) return left;
  const columns = filter.amounts.map((condition) => ({ condition, values: knowledge.amounts[condition.field].values }));
  return left.filter((position) => {
    for (const { condition, values } of columns) if (!satisfies(values[position] ?? NaN, condition)) return false;
    if (filter.months.length === 0) return true;
    const project = knowledge.projects[position];
    const announced = project ? monthOf(project) : null;
    return announced !== null && filter.months.includes(announced);
  });
}

/** The ids of the projects at these positions, in their order; the first `MOST_LISTED` of them. */
export function idsAt(positions: readonly number[], { projects }: Selectable): readonly string[] {
  return positions.slice(0, MOST_LISTED).map((position) => projects[position]?.id ?? '');
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
  const { facets } = knowledge;
  const limit = (keys: readonly string[], postings: Postings): readonly (readonly number[])[] =>
    keys.length === 0 ? [] : [unionOf(postingsOf(keys, postings))];
  return [
    ...filter.topics.map((topic) => positionsOn(topic, knowledge)),
    ...limit(filter.carriers, facets.carrier),
    ...limit(
      filter.territories.flatMap((id) => placesHolding(id, knowledge)),
      facets.territory,
    ),
    ...limit(
      filter.calls.flatMap((call) => callKeys(call).slice(-1)),
      facets.call,
    ),
    ...limit(filter.years.map(String), facets.year),
    ...(filter.among === null ? [] : [positionsAmong(filter.among, knowledge)]),
    ...filter.known.map((field) => facets.published.get(field) ?? []),
  ];
}

/** A place and, for a department, its region: a project of the region concerns it too. */
function placesHolding(id: string, knowledge: Selectable): readonly string[] {
  return knowledge.territoryById.get(id)?.kind === 'department'
    ? [id, ...(knowledge.broaderTerritories.get(id) ?? [])].filter(
        (place) => knowledge.territoryById.get(place)?.kind !== 'country',
      )
    : [id];
}

function exceptedPositions(except: Exception, knowledge: Selectable): readonly (readonly number[])[] {
  const { facets } = knowledge;
  return [
    ...except.topics.map((topic) => positionsOn(topic, knowledge)),
    ...postingsOf(except.carriers, facets.carrier),
    ...postingsOf(except.territories, facets.territory),
    ...postingsOf(
      except.calls.flatMap((call) => callKeys(call).slice(-1)),
      facets.call,
    ),
    ...postingsOf(except.years.map(String), facets.year),
    positionsAmong(except.projects, knowledge),
  ];
}

/** The positions of these ids, ascending. */
function positionsAmong(ids: readonly string[], { positionById }: Pick<Selectable, 'positionById'>): readonly number[] {
  return [...new Set(ids.flatMap((id) => positionById.get(id) ?? []))].sort((a, b) => a - b);
}

function postingsOf(keys: readonly string[], postings: Postings): readonly (readonly number[])[] {
  return keys.flatMap((key) => {
    const positions = postings.get(key);
    return positions ? [positions] : [];
  });
}

/** "2019-06"; null where the sources give less. */
function monthOf(project: Project): string | null {
  const month = project.call.announced?.slice(0, 7) ?? '';
  return month.length === 7 ? month : null;
}

/** An amount that no source gives (NaN) meets no condition. */
function satisfies(amount: number, { min, max, includesBounds }: AmountCondition): boolean {
  if (Number.isNaN(amount)) return false;
  const isAbove = min === null || (includesBounds ? amount >= min : amount > min);
  const isBelow = max === null || (includesBounds ? amount <= max : amount < max);
  return isAbove && isBelow;
}
