import { escapeHtml } from '../../../dialogs/exports/html-document';
import {
  type NoteAmount,
  type NoteFact,
  noteOnProject,
  type NoteProject,
  type NoteSource,
} from '../../../dialogs/exports/note-project';
import { capitalised } from '../../../dialogs/text/capitalised';
import { suggestionsFor } from '../../../dialogs/text/suggestions';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Project } from '../../core/knowledge/schema';
import type { Locale } from '../../core/language/locale';
import { respondTo } from '../../core/respond';
import { EMPTY_MEMORY } from '../../core/model/question';
import { cardMessagesFor } from '../../messages/cards/cards-for';
import { messagesFor } from '../../messages/messages-for';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import { takeAwayMessagesFor } from '../../messages/take-away/take-away-for';
import { inFrench, said } from './html-text';
import type { PlainPage } from './plain-page';
import { projectPath } from './project-links';
import { questionLinks } from './question-links';

/** What the page of a project is made of; `publicUrl` is without a final slash, undefined where it is not known. */
export interface ProjectPageParts {
  readonly knowledge: KnowledgeBase;
  /** Address of the style sheet. */
  readonly style: string;
  readonly publicUrl: string | undefined;
}

/** All that the records say of a project, each figure with what it is, « non publié » where no source gives it, and every source. */
export function projectPage(
  project: Project,
  locale: Locale,
  { knowledge, style, publicUrl }: ProjectPageParts,
): PlainPage {
  const note = noteOnProject(project, locale, knowledge);
  const { headings } = takeAwayMessagesFor(locale).note;
  const main = [
    `      <h1${inFrench(locale)}>${escapeHtml(note.name)}</h1>`,
    ...namesHtml(project, note, locale),
    `      <p>${escapeHtml(note.summary)}</p>`,
    ...(note.caution === null ? [] : [`      <p class="quiet">${escapeHtml(note.caution)}</p>`]),
    ...part(headings.amounts, [
      `      <dl>\n${note.amounts.map(amountHtml).join('\n')}\n      </dl>`,
      ...(note.amounts.every(({ isPublished }) => isPublished)
        ? []
        : [`      <p class="quiet">${said(plainMessagesFor(locale).unpublishedMeans, locale)}</p>`]),
    ]),
    ...part(headings.identity, [factsHtml(project, note, locale)]),
    ...part(headings.status, [
      `      <p>${note.status === null ? said(capitalised(messagesFor(locale).unpublished), locale) : escapeHtml(note.status)}</p>`,
    ]),
    ...conflictsHtml(note, locale),
    ...part(headings.sources, [
      list(
        'sources',
        note.sources.map((source) => sourceHtml(source, locale)),
      ),
    ]),
    ...nextHtml(project, locale, knowledge),
  ].join('\n');
  return {
    locale,
    title: note.name,
    style,
    skip: null,
    top: '',
    main,
    elsewhere: {
      description: note.summary,
      address: publicUrl === undefined ? null : publicUrl + projectPath(project.id, locale),
    },
    inOtherLanguage: projectPath(project.id, locale === 'fr' ? 'en' : 'fr'),
  };
}

/** For an address that is of no project: what to do instead. */
export function missingProjectPage(locale: Locale, style: string): PlainPage {
  const { missingProject } = plainMessagesFor(locale);
  return {
    locale,
    title: missingProject.title,
    style,
    skip: null,
    top: '',
    main: `      <h1>${said(missingProject.title, locale)}</h1>
      <p>${said(missingProject.text, locale)}</p>
${questionLinks(messagesFor(locale).suggestions.first, locale)}`,
  };
}

/** The whole name where the heading leaves a part of it out, and what there is to say of it. */
function namesHtml({ nameNote }: Project, { fullName }: NoteProject, locale: Locale): readonly string[] {
  return [
    ...(fullName === null ? [] : [`      <p${inFrench(locale)}>${escapeHtml(fullName)}</p>`]),
    ...(nameNote === null || locale !== 'fr' ? [] : [`      <p class="quiet">${said(nameNote, locale)}</p>`]),
  ];
}

/** Other names first: many know a project by one of them only. */
function factsHtml({ name, otherNames }: Project, note: NoteProject, locale: Locale): string {
  const others = otherNames.filter((other) => !note.name.includes(other) && other !== name);
  const label = plainMessagesFor(locale).otherNames(others.length);
  const rows = [
    ...(others.length === 0
      ? []
      : [row(label, `<span${inFrench(locale)}>${said(messagesFor(locale).items(others), 'fr')}</span>`, [])]),
    ...note.facts.map((fact) => factHtml(fact, locale)),
  ];
  return `      <dl>\n${rows.join('\n')}\n      </dl>`;
}

function part(heading: string, content: readonly string[]): readonly string[] {
  return [`      <h2>${escapeHtml(heading)}</h2>`, ...content];
}

function list(name: string, items: readonly string[]): string {
  return `      <ul class="${name}">\n${items.map((item) => `        <li>${item}</li>`).join('\n')}\n      </ul>`;
}

function amountHtml({ label, value, qualifier, remarks }: NoteAmount): string {
  const whole = qualifier === null ? value : `${value} ${qualifier}`;
  return row(label, escapeHtml(whole), remarks);
}

function factHtml({ label, value, isFrench, remark }: NoteFact, locale: Locale): string {
  const text = isFrench ? `<span${inFrench(locale)}>${escapeHtml(value)}</span>` : escapeHtml(value);
  return row(label, text, remark === null ? [] : [remark]);
}

function row(label: string, html: string, remarks: readonly string[]): string {
  const below = remarks.map((remark) => ` <span class="detail">${escapeHtml(remark)}</span>`).join('');
  return `        <div><dt>${escapeHtml(label)}</dt><dd>${html}${below}</dd></div>`;
}

function conflictsHtml({ conflicts, conflictsElsewhere }: NoteProject, locale: Locale): readonly string[] {
  const items = [
    ...conflicts.map(({ label, text }) => `<strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}`),
    ...(conflictsElsewhere === null ? [] : [escapeHtml(conflictsElsewhere)]),
  ];
  return items.length === 0
    ? []
    : part(takeAwayMessagesFor(locale).note.headings.conflicts, [list('conflicts', items)]);
}

function sourceHtml({ label, url, supports }: NoteSource, locale: Locale): string {
  const name = `<span${inFrench(locale)}>${escapeHtml(label)}</span>`;
  const named =
    url === null
      ? `${name} (${said(plainMessagesFor(locale).notOnline, locale)})`
      : `<a href="${escapeHtml(url)}" rel="noreferrer">${name}</a>`;
  return supports === null ? named : `${named} <span class="detail">${escapeHtml(supports)}</span>`;
}

/** The questions that the chat proposes after this record. */
function nextHtml({ id }: Project, locale: Locale, knowledge: KnowledgeBase): readonly string[] {
  const { answer } = respondTo(
    { kind: 'fact', project: id, field: 'summary', also: [] },
    locale,
    EMPTY_MEMORY,
    knowledge,
  );
  const questions = suggestionsFor(answer, knowledge).map((suggestion) => suggestion.said);
  return questions.length === 0
    ? []
    : part(said(cardMessagesFor(locale).next, locale), [questionLinks(questions, locale)]);
}
