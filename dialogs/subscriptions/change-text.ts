import type { ChangedField, ProjectChange } from '../../src/core/changes/project-changes';
import { noteBeside, sourcesOf } from '../../src/core/model/project-fields';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project, Source } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, noticeMessagesFor } from '../../src/messages/messages-for';
import { conflictTexts } from '../text/conflict-text';
import { capitalised, projectName, valueText } from '../text/project-text';
import { sourceLabel } from '../text/source-text';
import { type Voice, voiceOf } from '../text/voice';
import { excerpts } from './excerpts';

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

/** What became of a project, in words. */
export function changedProject(change: ProjectChange, locale: Locale, knowledge: KnowledgeBase): ChangedProject {
  const { notice } = noticeMessagesFor(locale);
  switch (change.kind) {
    case 'added': {
      const { after } = change;
      const [, summary] = excerpts('', locale === 'fr' ? after.summaryFr : after.summaryEn);
      return whole(after, withSource(notice.added(projectName(after), summary), sourceOf(after, 'summary'), locale));
    }
    case 'removed':
      return whole(change.before, notice.removed(projectName(change.before)));
    case 'changed':
      return {
        id: change.after.id,
        name: projectName(change.after),
        lines: fieldLines(change, locale, knowledge),
        isNamed: false,
      };
  }

  function whole(project: Project, line: string): ChangedProject {
    return { id: project.id, name: projectName(project), lines: [line], isNamed: true };
  }
}

/** One line a field; a source that backs several in a row is named once, after the last. */
function fieldLines(change: Changed, locale: Locale, knowledge: KnowledgeBase): readonly string[] {
  const lines = change.fields.map((field) => ({
    line: changeLine(change, field, locale, knowledge),
    source: sourceOf(change.after, field),
  }));
  return lines.map(({ line, source }, index) =>
    source === lines[index + 1]?.source ? line : withSource(line, source, locale),
  );
}

function changeLine({ before, after }: Changed, field: ChangedField, locale: Locale, knowledge: KnowledgeBase): string {
  const { notice } = noticeMessagesFor(locale);
  const voice = voiceOf(locale, knowledge);
  if (field === 'name') {
    const [was, is] = excerpts(namesOf(before, locale), namesOf(after, locale));
    return notice.changed(capitalised(notice.labels.name), was, is);
  }
  const label = capitalised(voice.messages.fields[field]);
  if (field === 'sources') return notice.detailChanged(label, sourcesText(before, after, voice));
  const [was, is] = excerpts(valueText(before, field, voice), valueText(after, field, voice));
  if (was !== is) return notice.changed(label, was, is);
  // The value stands: what changed is the note beside it.
  const [, detail] = excerpts(noteBeside(before, field) ?? '', noteBeside(after, field) ?? is);
  return notice.detailChanged(label, detail);
}

/** The known names too: a project that is called otherwise from now on. */
function namesOf({ name, otherNames }: Project, locale: Locale): string {
  return messagesFor(locale).items([name, ...otherNames]);
}

/** The sources and the disagreements that are new; of what only went away, the sources that are left. */
function sourcesText(before: Project, after: Project, voice: Voice): string {
  const { locale, messages } = voice;
  const labelsOf = ({ sources }: Project): readonly string[] => sources.map((source) => sourceLabel(source, locale));
  const conflictsOf = ({ conflicts, sources }: Project): readonly string[] => conflictTexts(conflicts, sources, voice);
  const fresh = [...without(labelsOf(after), labelsOf(before)), ...without(conflictsOf(after), conflictsOf(before))];
  const [, text] = excerpts('', messages.items(fresh.length > 0 ? fresh : labelsOf(after)));
  return text;
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
