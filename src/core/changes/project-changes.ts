import type { Locale } from '../language/locale';
import { isAmountField, readUnder, SHOWN_FIELDS } from '../model/project-fields';
import type { Field, Project } from '../model/records';

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
export function changesBetween(before: readonly Project[], after: readonly Project[], locale: Locale) {
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
  const fields = CHANGED_FIELDS.filter((field) => readOf(before, field, locale) !== readOf(after, field, locale));
  return fields.length === 0 ? [] : [{ kind: 'changed', before, after, fields }];
}

/** The money first, then how far it is. */
const FIRST: readonly Field[] = [...SHOWN_FIELDS.filter(isAmountField), 'status'];
const CHANGED_FIELDS: readonly ChangedField[] = [
  'name',
  ...FIRST,
  ...SHOWN_FIELDS.filter((field) => !FIRST.includes(field)),
];

/** To be compared: projects come from strict schemas, so that their keys stand in one order. */
function readOf(project: Project, field: ChangedField, locale: Locale): string {
  const { name, nameNote, nameNoteEn, otherNames } = project;
  const named = [name, locale === 'fr' ? nameNote : nameNoteEn, otherNames];
  return JSON.stringify(field === 'name' ? named : readUnder(project, field, locale));
}
