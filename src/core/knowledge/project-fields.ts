import type { AmountField, Field } from '../model/question';
import type { Project } from './schema';

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

/** What an amount is, so that only like ones are added or ranked: a total over four years is no yearly gain, a revised forecast no first one, a net gain no gross one. */
export function likenessOf(project: Project, field: AmountField): string {
  if (field !== 'savings') return field;
  const { nature, period, measure } = project.expectedSavings;
  const kind = `savings:${nature ?? 'not-stated'}:${period ?? 'not-stated'}`;
  return measure === undefined ? kind : `${kind}:${measure}`;
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
