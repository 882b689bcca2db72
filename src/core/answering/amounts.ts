import type { Project } from '../knowledge/schema';
import type { AmountField } from '../understanding/question';
import type { Amount } from './answer';
import { sum } from './compute';
import { amountOf, likenessOf } from './select';

/** The published amounts, greatest first, ties in the order of ids. */
export function amountsOf(projects: readonly Project[], field: AmountField): readonly Amount[] {
  return projects
    .flatMap((project) => {
      const valueMEUR = amountOf(project, field);
      return valueMEUR === null ? [] : [{ project: project.id, valueMEUR, likeness: likenessOf(project, field) }];
    })
    .sort((a, b) => b.valueMEUR - a.valueMEUR || (a.project < b.project ? -1 : 1));
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
