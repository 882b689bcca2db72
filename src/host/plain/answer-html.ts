import type { Addresses } from '../../../dialogs/addresses';
import { orderIn } from '../../../dialogs/guides/orders';
import { NO_SERVICE, type Service } from '../../../dialogs/service';
import { escapeHtml } from '../../../dialogs/exports/html-document';
import { barsOf } from '../../../dialogs/pictures/bars';
import { barsAlternative } from '../../../dialogs/pictures/bars-alternative';
import { linesBesideTables } from '../../../dialogs/text/aggregate-text';
import { answerHeadline, answerText } from '../../../dialogs/text/answer-text';
import { explanationDetails } from '../../../dialogs/text/explanation-text';
import { questionLabel } from '../../../dialogs/text/question-label';
import { compareNotes } from '../../../dialogs/text/compare-text';
import { LONGEST_LIST, listPage } from '../../../dialogs/text/list-text';
import { shownSources, sourceLabel } from '../../../dialogs/text/source-text';
import { suggestionsFor } from '../../../dialogs/text/suggestions';
import type {
  AggregateAnswer,
  Answer,
  ClarifyAnswer,
  CompareAnswer,
  FactAnswer,
  ListAnswer,
} from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Source } from '../../core/knowledge/schema';
import type { Locale } from '../../core/language/locale';
import { cardMessagesFor } from '../../messages/cards/cards-for';
import { messagesFor } from '../../messages/messages-for';
import type { Limit } from '../../messages/messages';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import { tablesOf } from './answer-tables';
import { inFrench, said } from './html-text';
import { keyFacts } from './key-facts';
import { projectPath } from './project-links';
import { contactLink } from './text-parts';
import { questionAddress, questionLinks } from './question-links';

/** What an answer is shown with. */
export interface Shown {
  /** The words asked. */
  readonly asked: string;
  /** How many projects of a list were shown before. */
  readonly from: number;
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  /** The number of the way in which the question was chosen to be read; empty when it has one. */
  readonly reading?: string;
  /** Who runs the assistant, for whoever asks. */
  readonly service?: Service;
}

/** An answer as HTML: what the chat says and shows on its card, but for the buttons that need a conversation. */
export function answerHtml(answer: Answer, shown: Shown): string {
  if (answer.why.isAsked) return explanationHtml(answer, shown.knowledge);
  return [
    ...contentOf(answer, shown),
    ...picture(answer, shown),
    ...csvLink(answer, shown.addresses),
    ...sources(answer),
    ...next(answer, shown.knowledge),
  ].join('\n');
}

function contentOf(answer: Answer, shown: Shown): readonly string[] {
  const { knowledge } = shown;
  const { locale } = answer;
  switch (answer.kind) {
    case 'list':
      return listHtml(answer, shown);
    case 'aggregate':
    case 'compare':
      return [
        ...answerHeadline(answer, knowledge)
          .split('\n')
          .map((line) => `      <p class="headline">${said(line, locale)}</p>`),
        ...tablesOf(answer, knowledge),
        ...linesHtml(notesOf(answer, knowledge), locale),
      ];
    case 'fact':
      return [
        ...linesHtml(answerText(answer, knowledge).split('\n'), locale),
        ...keyFacts(answer, knowledge),
        projectLink(answer),
      ];
    case 'smalltalk':
      return linesHtml(answerText(answer, knowledge, shown).split('\n'), locale).map((line) => linked(line, shown));
    case 'clarify':
      return answer.readings.length === 0
        ? linesHtml(answerText(answer, knowledge).split('\n'), locale)
        : readingsHtml(answer, shown);
    case 'programme':
    case 'unknown':
      return linesHtml(answerText(answer, knowledge).split('\n'), locale);
  }
}

/** The sentence, and what it rests on behind a press. */
function explanationHtml(answer: Answer, knowledge: KnowledgeBase): string {
  const { locale } = answer;
  const items = explanationDetails(answer, knowledge).map((line) => `        <li>${said(line, locale)}</li>`);
  return `${linesHtml(answerHeadline(answer, knowledge).split('\n'), locale).join('\n')}
      <details>
      <summary>${said(messagesFor(locale).why.heading, locale)}</summary>
      <ul>\n${items.join('\n')}\n      </ul>
      </details>`;
}

/** The ways in which the question could be read, each a link to the answer of the question read so. */
function readingsHtml(answer: Answer & ClarifyAnswer, { asked, knowledge }: Shown): readonly string[] {
  const { locale, readings } = answer;
  const items = readings.map((reading, at) => {
    const address = questionAddress(asked, locale, 0, String(at + 1));
    return `        <li><a href="${address}">${said(questionLabel(reading, locale, knowledge), locale)}</a></li>`;
  });
  return [
    `      <p class="headline">${said(answerHeadline(answer, knowledge), locale)}</p>`,
    `      <ul class="questions">\n${items.join('\n')}\n      </ul>`,
  ];
}

/** The address of a person, to be pressed. */
function linked(html: string, { service = NO_SERVICE }: Shown): string {
  const { contact } = service;
  return contact === null ? html : html.replace(escapeHtml(contact), () => contactLink(contact));
}

/** The page that holds all that is known of a project. */
function projectLink({ project, locale }: Answer & FactAnswer): string {
  return `      <p><a href="${projectPath(project, locale)}">${said(cardMessagesFor(locale).projectPage, locale)}</a></p>`;
}

/** Ten projects at most, each a link to its page, and a link to the next ten. */
function listHtml(answer: Answer & ListAnswer, { asked, from, reading, knowledge }: Shown): readonly string[] {
  const { locale } = answer;
  // An address that was cut, or written by hand, may begin beyond the end.
  const first = from < answer.projects.length ? from : 0;
  const { heading, rows, after } = listPage(answer, messagesFor(locale), knowledge, first);
  const items = rows.map(
    ({ project, name, detail }) =>
      `        <li><a href="${projectPath(project.id, locale)}"${inFrench(locale)}>${said(name, locale)}</a> <span class="detail">${said(detail, locale)}</span></li>`,
  );
  const left = answer.projects.length - first - rows.length;
  return [
    `      <p class="headline">${said(heading, locale)}</p>`,
    ...(items.length === 0
      ? []
      : [`      <ol class="projects" start="${first + 1}">\n${items.join('\n')}\n      </ol>`]),
    ...linesHtml(after, locale),
    ...(left <= 0
      ? []
      : [
          `      <p><a href="${questionAddress(asked, locale, first + LONGEST_LIST, reading)}">${said(cardMessagesFor(locale).more(left), locale)}</a></p>`,
        ]),
  ];
}

/** What the figures need said beside them. */
function notesOf(answer: Answer & (AggregateAnswer | CompareAnswer), knowledge: KnowledgeBase): readonly string[] {
  const messages = messagesFor(answer.locale);
  if (answer.kind === 'compare') return compareNotes(answer, messages, knowledge);
  return linesBesideTables(answer, answer.locale, messages, knowledge);
}

/** Lines as paragraphs; neighbours that begin with a dash as one list. */
function linesHtml(lines: readonly string[], locale: Locale): readonly string[] {
  return lines.map((line, at) => {
    const item = itemOf(line);
    if (item === null) return line.trim() === '' ? '' : `      <p>${said(line, locale)}</p>`;
    const isFirst = itemOf(lines[at - 1] ?? '') === null;
    const isLast = itemOf(lines[at + 1] ?? '') === null;
    return `${isFirst ? '      <ul>\n' : ''}        <li>${said(item, locale)}</li>${isLast ? '\n      </ul>' : ''}`;
  });
}

function itemOf(line: string): string | null {
  return /^\s*- (.*)$/u.exec(line)?.[1] ?? null;
}

/** The same picture as in the chat, with the same words for whoever does not see it. */
function picture(answer: Answer, { from, knowledge, addresses }: Shown): readonly string[] {
  const bars = from === 0 ? barsOf(answer, knowledge) : null;
  const address = bars === null ? null : addresses.picture(answer.why.question, answer.locale);
  if (bars === null || address === null) return [];
  const { locale } = answer;
  const words = `${cardMessagesFor(locale).picture(bars.title)}\n${barsAlternative(bars, locale)}`;
  return [
    `      <h2>${said(plainMessagesFor(locale).picture, locale)}</h2>`,
    `      <p class="picture"><img src="${escapeHtml(address)}" alt="${said(words, locale)}" width="420" /></p>`,
  ];
}

function csvLink(answer: Answer, addresses: Addresses): readonly string[] {
  const isTable = answer.kind === 'list' || answer.kind === 'aggregate' || answer.kind === 'compare';
  const address = isTable && answer.projects.length > 0 ? addresses.csv(answer.why.question, answer.locale) : null;
  if (address === null) return [];
  return [
    `      <p><a href="${escapeHtml(address)}">${said(cardMessagesFor(answer.locale).exportLink, answer.locale)}</a></p>`,
  ];
}

function sources(answer: Answer): readonly string[] {
  const { locale } = answer;
  const items = shownSources(answer).map((source) => `        <li>${sourceItem(source, locale)}</li>`);
  if (items.length === 0) return [];
  const heading = messagesFor(locale).sourcesHeading;
  return [`      <h2>${said(heading, locale)}</h2>`, `      <ul class="sources">\n${items.join('\n')}\n      </ul>`];
}

function sourceItem(source: Source, locale: Locale): string {
  const label = `<span${inFrench(locale)}>${escapeHtml(sourceLabel(source, locale))}</span>`;
  return source.url === null
    ? `${label} (${said(plainMessagesFor(locale).notOnline, locale)})`
    : `<a href="${escapeHtml(source.url)}" rel="noreferrer">${label}</a>`;
}

const LIMITS = ['topic', 'carrier', 'territory', 'period', 'amount', 'except'] as const satisfies readonly Limit[];

/** The next questions, but for those that complete the last one, and for orders: here nobody remembers it, and there is nobody to obey. */
function next(answer: Answer, knowledge: KnowledgeBase): readonly string[] {
  const { locale } = answer;
  const { withoutLimit } = messagesFor(locale).suggestions;
  const elliptic = new Set(LIMITS.map((limit) => said(withoutLimit(limit), locale)));
  const questions = suggestionsFor(answer, knowledge).filter(
    (question) => !elliptic.has(said(question, locale)) && orderIn(question) === null,
  );
  if (questions.length === 0) return [];
  return [`      <h2>${said(cardMessagesFor(locale).next, locale)}</h2>`, questionLinks(questions, locale)];
}
