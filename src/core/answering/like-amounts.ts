import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type AmountField, areAllAlike, isMadeOfBoth, likenessOf, type Measure } from '../model/project-fields';
import { holding } from './ascending';
import { MOST_LISTED } from '../model/answer';
import type { AggregateOperation, Filter, Sort } from '../model/question';
import { grouped } from '../search/postings';
import { idsAt, selectPositions } from './select';

/** Of these positions (ascending) those whose published amounts may be ranked and added together, greatest amount first, ties ascending. */
export function publishedAt(positions: readonly number[], field: Measure, knowledge: KnowledgeBase): readonly number[] {
  return splitByLikeness(positions, field, knowledge).alike;
}

/** The ids of the projects of a set in the order of a published amount: those that `publishedAt` ranks. */
export function rankedIn(filter: Filter, field: Measure, direction: Sort['direction'], knowledge: KnowledgeBase) {
  const ranked = idsAt(publishedAt(selectPositions(filter, knowledge), field, knowledge), knowledge);
  return direction === 'descending' ? ranked : [...ranked].reverse();
}

/** The amounts at these positions, in their order; the first `MOST_LISTED` of them. */
export function amountsAt(positions: readonly number[], field: AmountField, { projects, amounts }: KnowledgeBase) {
  return positions.slice(0, MOST_LISTED).flatMap((position) => {
    const project = projects[position];
    const valueMEUR = amounts[field].values[position] ?? 0;
    return project ? [{ project: project.id, valueMEUR, likeness: likenessOf(project, field) }] : [];
  });
}

export function valuesAt(positions: readonly number[], field: AmountField, { amounts }: KnowledgeBase) {
  return positions.map((position) => amounts[field].values[position] ?? 0);
}

/**
 * Of these positions (ascending) those whose amounts may be set beside one another (the kind that most of them are, the greater total
 * on a tie), and those of another kind; greatest amount first, ties ascending.
 */
export function splitByLikeness(positions: readonly number[], field: Measure, knowledge: KnowledgeBase) {
  const { projects, amounts } = knowledge;
  const published = amounts[field].order.filter(holding(positions));
  // All grants, all costs, and what they make together, are alike.
  if (isMadeOfBoth(field) || areAllAlike(field)) return { alike: published, others: [] };
  const kinds = grouped(published, (position) => {
    const project = projects[position];
    return [project ? likenessOf(project, field) : ''];
  });
  const totalOf = (kind: readonly number[]): number => sum(valuesAt(kind, field, knowledge));
  const [alike = []] = [...kinds.values()].sort((a, b) => b.length - a.length || totalOf(b) - totalOf(a));
  const isAlike = new Set(alike);
  return { alike, others: published.filter((position) => !isAlike.has(position)) };
}

/** What an operation makes of amounts; null of none. What is counted or ranked as a whole is worth its sum: "quel ministère a le plus ?" */
export function computed(operation: AggregateOperation, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  if (operation === 'average') return sum(values) / values.length;
  return operation === 'median' ? median(values) : sum(values);
}

/** Sums are made on whole euros, without the rounding noise of binary fractions. */
const SCALE = 1_000_000;

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * SCALE), 0) / SCALE;
}

/** By how much one of two amounts exceeds the other; null of more, and where one is not known. */
export function differenceOf([a = null, b = null, ...others]: readonly (number | null)[]): number | null {
  return a === null || b === null || others.length > 0 ? null : sum([Math.max(a, b), -Math.min(a, b)]);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : sum([sorted[middle - 1] ?? 0, upper]) / 2;
}
