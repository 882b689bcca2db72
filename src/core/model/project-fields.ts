import type { Field, Project } from './records';

/** The fields that are sums of money, in M€. */
export const AMOUNT_FIELDS = ['savings', 'funding', 'cost'] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

export function isAmountField(field: Field | null): field is AmountField {
  return field === 'savings' || field === 'funding' || field === 'cost';
}

/** The amount in M€, or null where no source gives it. */
export function amountOf(project: Project, field: AmountField): number | null {
  return { savings: project.expectedSavings.amountMEUR, funding: project.ftapFundingMEUR, cost: project.totalCostMEUR }[
    field
  ];
}

/** What an amount is, so that only like ones are added or ranked: a total over four years is no yearly gain, a revised forecast no first one, a net gain no gross one. */
export function likenessOf(project: Project, field: AmountField): string {
  if (field !== 'savings') return field;
  const { nature, period, measure } = project.expectedSavings;
  const kind = `savings:${nature ?? 'not-stated'}:${period ?? 'not-stated'}`;
  return measure === undefined ? kind : `${kind}:${measure}`;
}

/** Whether the sources give anything for a field. */
export function isPublished(project: Project, field: Field): boolean {
  if (isAmountField(field)) return amountOf(project, field) !== null;
  const given: Readonly<Record<Exclude<Field, AmountField>, boolean>> = {
    carrier: project.carrier !== null,
    partners: project.partners.length > 0,
    call: project.call.confidence !== 'undetermined',
    date: project.call.announced !== null,
    territory: project.territories.length > 0,
    beneficiaries: project.beneficiaries.length > 0,
    status: project.statusFr !== null,
    summary: true,
    themes: true,
    sources: true,
  };
  return given[field];
}
