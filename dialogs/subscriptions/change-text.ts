import type { ChangedField, ProjectChange } from '../../src/core/changes/project-changes';
import { noteBeside, sourcesOf } from '../../src/core/model/project-fields';
import { projectName } from '../../src/core/model/project-name';
import type { Project, Source } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { noticeMessagesFor } from '../../src/messages/messages-for';
import { capitalised } from '../../src/messages/sentences';
import { conflictTexts } from '../text/conflict-text';
import { valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import type { Voice } from '../text/voice';

/** One project of a notice: its name, what became of it, what backs it. */
export interface ChangedProject {
  readonly id: string;
  readonly name: string;
  /** Whole lines for a project that came or went; else one line a field. */
  readonly lines: readonly string[];
  /** True when the only line says the name already. */
  readonly isNamed: boolean;
}

type Changed = ProjectChange & { readonly kind: 'changed' };

export function changedProject(change: ProjectChange, voice: Voice): ChangedProject {
  const { locale } = voice;
  const { notice } = noticeMessagesFor(locale);
  const project = projectOf(change);
  const { id, summaryFr, summaryEn } = project;
  const name = projectName(project);
  switch (change.kind) {
    case 'added': {
      const line = notice.added(name, excerpt(locale === 'fr' ? summaryFr : summaryEn, 0));
      return { id, name, lines: [withSource(line, sourceOf(project, 'summary'), locale)], isNamed: true };
    }
    case 'removed':
      return { id, name, lines: [notice.removed(name)], isNamed: true };
    case 'changed':
      return { id, name, lines: fieldLines(change, voice), isNamed: false };
  }
}

/** As it is, or was last. */
export function projectOf(change: ProjectChange): Project {
  return change.kind === 'removed' ? change.before : change.after;
}

/** One line a field; a source that backs several in a row is named once, after the last. */
function fieldLines(change: Changed, voice: Voice): readonly string[] {
  const sources = change.fields.map((field) => sourceOf(change.after, field));
  return change.fields.map((field, at) => {
    const line = changeLine(change, field, voice);
    return sources[at] === sources[at + 1] ? line : withSource(line, sources[at], voice.locale);
  });
}

function changeLine({ before, after }: Changed, field: ChangedField, voice: Voice): string {
  const { locale } = voice;
  const { notice } = noticeMessagesFor(locale);
  if (field === 'name') {
    // The known names too: a project that is called otherwise from now on.
    const namesOf = ({ name, otherNames }: Project): string => voice.messages.items([name, ...otherNames]);
    const [was, is] = excerpts(namesOf(before), namesOf(after));
    return notice.changed(capitalised(notice.labels.name), was, is);
  }
  const label = capitalised(voice.messages.fields[field]);
  if (field === 'sources') return notice.detailChanged(label, sourcesText(before, after, voice));
  const [was, is] = excerpts(valueText(before, field, voice), valueText(after, field, voice));
  if (was !== is) return notice.changed(label, was, is);
  // The value stands: what changed is the note beside it.
  const [, detail] = excerpts(noteBeside(before, field, locale) ?? '', noteBeside(after, field, locale) ?? is);
  return notice.detailChanged(label, detail);
}

/** The sources and the disagreements that are new; of what only went away, the sources that are left. */
function sourcesText(before: Project, after: Project, voice: Voice): string {
  const { locale, messages } = voice;
  const labelsOf = ({ sources }: Project): readonly string[] => sources.map((source) => sourceLabel(source, locale));
  const conflictsOf = ({ conflicts, sources }: Project): readonly string[] => conflictTexts(conflicts, sources, voice);
  const fresh = [...without(labelsOf(after), labelsOf(before)), ...without(conflictsOf(after), conflictsOf(before))];
  return excerpt(messages.items(fresh.length > 0 ? fresh : labelsOf(after)), 0);
}

function without(texts: readonly string[], known: readonly string[]): readonly string[] {
  return texts.filter((text) => !known.includes(text));
}

/** The first source of what is new; of the sources themselves none. */
function sourceOf(project: Project, field: ChangedField): Source | undefined {
  return field === 'sources' ? undefined : sourcesOf(project, field === 'name' ? 'summary' : field)[0];
}

function withSource(line: string, source: Source | undefined, locale: Locale): string {
  return source === undefined
    ? line
    : `${line} (${noticeMessagesFor(locale).notice.source(sourceLabel(source, locale))})`;
}

/** Longer texts are shown around what differs. */
const LONGEST = 160;
/** Words before the first difference, so that it is understood. */
const LEAD = 40;

/** Two texts cut to where they differ, with the words around; short ones stay whole. */
function excerpts(before: string, after: string): readonly [string, string] {
  const start = commonStart(before, after);
  return [excerpt(before, start), excerpt(after, start)];
}

function excerpt(text: string, difference: number): string {
  if (text.length <= LONGEST) return text;
  const from = difference <= LEAD ? 0 : wordStart(text, difference - LEAD);
  const to = from + LONGEST >= text.length ? text.length : wordEnd(text, from + LONGEST);
  return `${from === 0 ? '' : '… '}${text.slice(from, to).trim()}${to === text.length ? '' : ' …'}`;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** The beginning of the word at this place, or the place itself in a text without spaces. */
function wordStart(text: string, at: number): number {
  return text.lastIndexOf(' ', Math.min(at, text.length - 1)) + 1;
}

function wordEnd(text: string, at: number): number {
  const end = text.lastIndexOf(' ', at);
  return end <= 0 ? at : end;
}
