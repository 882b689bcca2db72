import { escapeHtml, inFrench } from '../../../dialogs/exports/html-document';
import { projectHtml } from '../../../dialogs/exports/note-html';
import { noteOnProject, type NoteItem } from '../../../dialogs/exports/note-project';
import { groupName } from '../../../dialogs/text/filter-text';
import { suggestionsFor } from '../../../dialogs/text/suggestions';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Project } from '../../core/model/records';
import type { Locale } from '../../core/language/locale';
import { recordOf } from '../../core/respond';
import { messagesFor, plainMessagesFor, projectsMessagesFor, typeset } from '../../messages/messages-for';
import { capitalised } from '../../messages/sentences';
import { said } from './html-text';
import type { PlainPage, PlainParts } from './plain-page';
import { projectData } from './linked-data';
import { NAMES } from './project-criteria';
import { indexPath, projectPath } from './project-links';
import { nextHtml } from './question-links';

/** All that the records say of a project, each figure with what it is, « non publié » where no source gives it, and every source. */
export function projectPage(project: Project, locale: Locale, parts: PlainParts): PlainPage {
  const { knowledge, publicUrl, isIndexable } = parts;
  const note = noteOnProject(project, locale, knowledge);
  const nameNote = locale === 'fr' ? project.nameNote : project.nameNoteEn;
  // What the chat proposes after this record.
  const next = suggestionsFor(recordOf(project.id, locale, knowledge), knowledge).map(({ said }) => said);
  const { amounts, identity, status } = note.sections;
  const unpublished = { value: typeset(capitalised(messagesFor(locale).unpublished('status')), locale) };
  const sections = {
    ...note.sections,
    identity: [...otherNames(project, note.name, locale), ...identity],
    status: status.length > 0 ? status : [unpublished],
  };
  return {
    locale,
    title: note.name,
    top: pathHtml(project, locale, knowledge),
    main: [
      `      <h1${inFrench(locale)}>${escapeHtml(note.name)}</h1>`,
      ...(nameNote === null ? [] : [`      <p class="quiet">${said(nameNote, locale)}</p>`]),
      projectHtml({ ...note, sections }, locale, 'h2'),
      ...(amounts.every(({ isPublished }) => isPublished)
        ? []
        : [`      <p class="quiet">${said(plainMessagesFor(locale).unpublishedMeans, locale)}</p>`]),
      ...nextHtml(next, locale),
    ].join('\n'),
    elsewhere: { description: note.summary, site: publicUrl, path: projectPath(project.id, locale) },
    ...(isIndexable === true && { forSearchEngines: projectData(project, locale, publicUrl) }),
    inOtherLanguage: projectPath(project.id, locale === 'fr' ? 'en' : 'fr'),
  };
}

/** Where the page stands: the list of all projects, then of those of its theme. */
function pathHtml({ themes: [theme] }: Project, locale: Locale, knowledge: KnowledgeBase): string {
  const { link, pathLabel } = projectsMessagesFor(locale);
  const steps = [
    [indexPath(locale), link],
    ...(theme === undefined
      ? []
      : [[indexPath(locale, { [NAMES.theme]: theme }), groupName(theme, locale, knowledge)]]),
  ].map(([address = '', text = '']) => `<li><a href="${escapeHtml(address)}">${said(text, locale)}</a></li>`);
  return `      <nav aria-label="${said(pathLabel, locale)}"><ol class="path">${steps.join('')}</ol></nav>`;
}

/** Many know a project by another name only. */
function otherNames({ name, otherNames }: Project, shown: string, locale: Locale): readonly NoteItem[] {
  const others = otherNames.filter((other) => !shown.includes(other) && other !== name);
  if (others.length === 0) return [];
  const label = plainMessagesFor(locale).otherNames(others.length);
  return [{ label, value: typeset(messagesFor(locale).items(others), 'fr'), isFrench: true }];
}
