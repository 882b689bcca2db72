import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { AmountField } from '../understanding/question';
import type { Amount } from './answer';
import { sum } from './compute';
import { amountOf, likenessOf } from './select';

/** The published amounts of the projects at these positions, greatest first, ties in the order of ids. */
export function amountsOf(
  positions: readonly number[],
  field: AmountField,
  { projects }: KnowledgeBase,
): readonly Amount[] {
  const known: { readonly position: number; readonly value: number }[] = [];
  for (const position of positions) {
    const project = projects[position];
    const value = project ? amountOf(project, field) : null;
    if (value !== null) known.push({ position, value });
  }
  known.sort((a, b) => b.value - a.value || a.position - b.position);
  return known.flatMap(({ position, value }) => {
    const project = projects[position];
    return project ? [{ project: project.id, valueMEUR: value, likeness: likenessOf(project, field) }] : [];
  });
}

/** The amounts that may be added together (the kind that most of them are, the greater total on a tie), and the others. */
export function splitByLikeness(amounts: readonly Amount[]): {
  readonly alike: readonly Amount[];
  readonly others: readonly Amount[];
} {
  const groups = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const group = groups.get(amount.likeness);
    if (group) group.push(amount);
    else groups.set(amount.likeness, [amount]);
  }
  const [alike = []] = [...groups.values()].sort(
    (a, b) => b.length - a.length || sum(b.map(valueOf)) - sum(a.map(valueOf)),
  );
  return { alike, others: amounts.filter(({ likeness }) => likeness !== alike[0]?.likeness) };
}

function valueOf({ valueMEUR }: Amount): number {
  return valueMEUR;
}
