import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { AmountField } from '../understanding/question';
import type { Amount } from './answer';
import { sum } from './compute';
import { likenessOf } from '../knowledge/project-fields';

/** The published amounts of the projects at these positions (ascending), greatest first, ties in the order of ids. */
export function amountsOf(
  positions: readonly number[],
  field: AmountField,
  { projects, amounts }: KnowledgeBase,
): readonly Amount[] {
  const { values, order } = amounts[field];
  const isAsked = new Uint8Array(projects.length);
  for (const position of positions) isAsked[position] = 1;
  const found: Amount[] = [];
  for (const position of order) {
    const project = projects[position];
    if (isAsked[position] === 1 && project)
      found.push({ project: project.id, valueMEUR: values[position] ?? 0, likeness: likenessOf(project, field) });
  }
  return found;
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
