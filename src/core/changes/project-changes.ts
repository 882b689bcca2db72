import { type Project, type Field, FIELDS } from '../model/records';
import type { Locale } from '../language/locale';

/** What of a project may change: what can be asked about it, and its names. */
export type ChangedField = Field | 'name';

/** What became of one project from one state of the base to the next. */
export type ProjectChange =
  | { readonly kind: 'added'; readonly after: Project }
  | { readonly kind: 'removed'; readonly before: Project }
  | {
      readonly kind: 'changed';
      readonly before: Project;
      readonly after: Project;
      /** At least one. */
      readonly fields: readonly ChangedField[];
    };

/**
 * Every project that came, went or changed in what people of a language read of it, in the order of ids. The ways of asking for it
 * (wordings, words), the texts of the other language and the ids behind the texts are no news to anybody.
 */
export function changesBetween(
  before: readonly Project[],
  after: readonly Project[],
  locale: Locale,
): readonly ProjectChange[] {
  const old = new Map(before.map((project) => [project.id, project]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id));
  return [
    ...removed.map((project): ProjectChange => ({ kind: 'removed', before: project })),
    ...after.flatMap((project) => changeOf(old.get(project.id), project, locale)),
  ].sort((a, b) => (changedId(a) < changedId(b) ? -1 : 1));
}

/** The id of the project that changed. */
export function changedId(change: ProjectChange): string {
  return change.kind === 'removed' ? change.before.id : change.after.id;
}

function changeOf(before: Project | undefined, after: Project, locale: Locale): readonly ProjectChange[] {
  if (before === undefined) return [{ kind: 'added', after }];
  const [was, is] = [readOf(before, locale), readOf(after, locale)];
  const fields = CHANGED_FIELDS.filter((field) => !isSame(was[field], is[field]));
  return fields.length === 0 ? [] : [{ kind: 'changed', before, after, fields }];
}

/** The money first, as on the card of a project. */
const CHANGED_FIELDS: readonly ChangedField[] = [
  'name',
  'funding',
  'cost',
  'savings',
  'status',
  ...FIELDS.filter((field) => !['funding', 'cost', 'savings', 'status', 'sources'].includes(field)),
  'sources',
];

/** All that people read under each field, notes and doubts included. */
function readOf(project: Project, locale: Locale): Readonly<Record<ChangedField, readonly unknown[]>> {
  const { amountMEUR, nature, period, horizon, basis, note } = project.expectedSavings;
  const { call } = project;
  return {
    name: [project.name, project.nameNote, project.otherNames],
    summary: [locale === 'fr' ? project.summaryFr : project.summaryEn],
    savings: [amountMEUR, nature, period, horizon, basis, note],
    funding: [project.ftapFundingMEUR, project.ftapFundingNote],
    cost: [project.totalCostMEUR, project.totalCostNote],
    carrier: [project.carrier, project.carrierNote],
    partners: project.partners,
    call: [call.number, call.session, call.scheme, call.label, call.confidence, call.note],
    date: [call.announced],
    territory: [project.territories, project.territoryNote],
    themes: project.themes,
    beneficiaries: project.beneficiaries,
    status: [locale === 'fr' ? project.statusFr : project.statusEn],
    sources: [project.confidence, project.sources, project.conflicts],
  };
}

/** Both come from strict schemas, so that their keys stand in one order. */
function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
