import { callKeys, type Postings } from '../knowledge/facets';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { intersect, union, without } from './ascending';
import type { Project } from '../knowledge/schema';
import type { AmountCondition, AmountField, Exception, Field, Filter, Topic } from '../understanding/question';

/** The positions of the projects that a filter keeps in `knowledge.projects`, ascending. */
export function selectPositions(filter: Filter, knowledge: KnowledgeBase): readonly number[] {
  const wanted = dimensionsOf(filter, knowledge);
  const excluded = exceptedPositions(filter.except, knowledge);
  const isNarrowed = filter.months.length + filter.amounts.length + filter.known.length + filter.unknown.length > 0;
  const among = filter.among === null ? null : new Set(filter.among);
  const positions = wanted.length === 0 ? knowledge.positions : intersect(wanted);
  const left = excluded.length === 0 ? positions : without(positions, union(excluded));
  if (!isNarrowed && among === null) return left;
  return left.filter((position) => {
    const project = knowledge.projects[position];
    return project !== undefined && keeps(project, filter, among);
  });
}

/** The ids of projects, in the order of their positions. */
export function idsAt(positions: readonly number[], { projects }: KnowledgeBase): readonly string[] {
  return positions.map((position) => projects[position]?.id ?? '');
}

/** The positions of the projects on one subject. */
export function positionsOn(topic: Topic, { facets }: KnowledgeBase): readonly number[] {
  return union([
    ...postingsOf(topic.themes, facets.theme),
    ...postingsOf(topic.beneficiaries, facets.beneficiary),
    ...postingsOf(topic.organisations, facets.participant),
  ]);
}

/** One ascending list of positions for each dimension that limits the set. */
function dimensionsOf(filter: Filter, knowledge: KnowledgeBase): readonly (readonly number[])[] {
  const { facets } = knowledge;
  const limit = (keys: readonly string[], postings: Postings): readonly (readonly number[])[] =>
    keys.length === 0 ? [] : [union(postingsOf(keys, postings))];
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
  ];
}

/** A place and, for a department, its region: a project of the region concerns it too. */
function placesHolding(id: string, knowledge: KnowledgeBase): readonly string[] {
  return knowledge.territoryById.get(id)?.kind === 'department'
    ? [id, ...(knowledge.broaderTerritories.get(id) ?? [])].filter(
        (place) => knowledge.territoryById.get(place)?.kind !== 'country',
      )
    : [id];
}

function keeps(project: Project, filter: Filter, among: ReadonlySet<string> | null): boolean {
  return (
    (among === null || among.has(project.id)) &&
    (filter.months.length === 0 || filter.months.some((month) => monthOf(project) === month)) &&
    filter.amounts.every((condition) => satisfies(project, condition)) &&
    filter.known.every((field) => isPublished(project, field)) &&
    filter.unknown.every((field) => !isPublished(project, field))
  );
}

function exceptedPositions(except: Exception, knowledge: KnowledgeBase): readonly (readonly number[])[] {
  const { facets, projects } = knowledge;
  const named = new Set(except.projects);
  return [
    ...except.topics.map((topic) => positionsOn(topic, knowledge)),
    ...postingsOf(except.carriers, facets.carrier),
    ...postingsOf(except.territories, facets.territory),
    ...postingsOf(
      except.calls.flatMap((call) => callKeys(call).slice(-1)),
      facets.call,
    ),
    ...postingsOf(except.years.map(String), facets.year),
    ...(named.size === 0 ? [] : [projects.flatMap(({ id }, position) => (named.has(id) ? [position] : []))]),
  ];
}

function postingsOf(keys: readonly string[], postings: Postings): readonly (readonly number[])[] {
  return keys.flatMap((key) => {
    const positions = postings.get(key);
    return positions ? [positions] : [];
  });
}

function monthOf(project: Project): number | null {
  const month = project.call.announced?.slice(5, 7);
  return month === undefined || month === '' ? null : Number(month);
}

function satisfies(project: Project, { field, min, max, includesBounds }: AmountCondition): boolean {
  const amount = amountOf(project, field);
  if (amount === null) return false;
  const isAbove = min === null || (includesBounds ? amount >= min : amount > min);
  const isBelow = max === null || (includesBounds ? amount <= max : amount < max);
  return isAbove && isBelow;
}

/** The amount in M€, or null where no source gives it. */
export function amountOf(project: Project, field: AmountField): number | null {
  switch (field) {
    case 'savings':
      return project.expectedSavings.amountMEUR;
    case 'funding':
      return project.ftapFundingMEUR;
    case 'cost':
      return project.totalCostMEUR;
  }
}

/** What an amount is, so that only like ones are added: a total over four years is no yearly gain, a revised forecast no first one. */
export function likenessOf(project: Project, field: AmountField): string {
  if (field !== 'savings') return field;
  const { nature, period } = project.expectedSavings;
  return `savings:${nature ?? 'not-stated'}:${period ?? 'not-stated'}`;
}

/** Whether the sources give anything for a field. */
export function isPublished(project: Project, field: Field): boolean {
  switch (field) {
    case 'savings':
    case 'funding':
    case 'cost':
      return amountOf(project, field) !== null;
    case 'carrier':
      return project.carrier !== null;
    case 'partners':
      return project.partners.length > 0;
    case 'call':
      return project.call.confidence !== 'undetermined';
    case 'date':
      return project.call.announced !== null;
    case 'territory':
      return project.territories.length > 0;
    case 'beneficiaries':
      return project.beneficiaries.length > 0;
    case 'status':
      return project.statusFr !== null;
    case 'summary':
    case 'themes':
    case 'sources':
      return true;
  }
}
