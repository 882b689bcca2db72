import { type Measure, measureOf } from '../model/project-fields';
import type { Project } from '../model/records';

/** Each kind of amount of all the projects. */
export type AmountColumns = Readonly<ReturnType<typeof createAmountColumns>>;

export function createAmountColumns(projects: readonly Project[]) {
  return {
    savings: columnOf(projects, 'savings'),
    funding: columnOf(projects, 'funding'),
    cost: columnOf(projects, 'cost'),
    share: columnOf(projects, 'share'),
    rest: columnOf(projects, 'rest'),
  };
}

function columnOf(projects: readonly Project[], field: Measure) {
  /** M€, or a part, by position; NaN where no source gives it. */
  const values = Float64Array.from(projects, (project) => measureOf(project, field) ?? NaN);
  /** Positions of the published ones, greatest amount first, ties ascending. */
  const order = [...values.keys()]
    .filter((position) => !Number.isNaN(values[position]))
    .sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return { values, order };
}
