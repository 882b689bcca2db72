import { join } from 'node:path';
import { csvOf } from '../../../dialogs/exports/csv';
import { csvFileName, noteFileName } from '../../../dialogs/exports/file-name';
import { noteOf } from '../../../dialogs/exports/note';
import { noteHtml } from '../../../dialogs/exports/note-html';
import { noteMarkdown } from '../../../dialogs/exports/note-markdown';
import { holdsAllOf, holdsProjects } from '../../core/answering/known-ids';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { EMPTY_MEMORY } from '../../core/model/question';
import { respondTo } from '../../core/respond';
import { takeAwayMessagesFor } from '../../messages/messages-for';
import type { TakeAwayMessages } from '../../messages/fr/take-away';
import { readSheet } from '../shared-sheet';
import { type Answer, get, type Route } from '../http/route';
import { said } from '../plain/html-text';
import type { PlainPage, ShowPage } from '../plain/plain-page';
import type { SignedLinks, TakeAway } from './signed-links';

/** The path under which a token is served: `takeAwayPath(token)` is the link, without the host. */
export function takeAwayPath(token: string): string {
  return `/take-away/${token}`;
}

/** The addresses of spreadsheets and notes. What they give is computed again at each visit, from the base of the day. */
export async function createTakeAwayRoutes(parts: {
  readonly knowledge: KnowledgeBase;
  readonly links: SignedLinks;
  readonly now: () => Date;
  readonly show: ShowPage;
}): Promise<Route[]> {
  const { knowledge, links, now, show } = parts;
  const sheet = await readSheet(join(__dirname, 'assets', 'note.css'), '/take-away/note.css');
  return [
    sheet.route,
    // Not `:token`: the router gives up on a named part of more than 100 characters.
    get('/take-away/*', ({ parameters }) => answerLink(parameters['*'] ?? '')),
  ];

  function answerLink(token: string): Answer {
    const reading = links.read(token);
    if (reading.kind === 'expired') return trouble(410, 'expired');
    if (reading.kind === 'forged') return trouble(404, 'unknown');
    return reading.claims.kind === 'csv' ? answerTable(reading.claims) : answerNote(reading.claims);
  }

  function answerTable({ question, locale }: TakeAway & { kind: 'csv' }): Answer {
    if (!holdsAllOf(question, knowledge)) return trouble(404, 'gone');
    const { answer } = respondTo(question, locale, EMPTY_MEMORY, knowledge);
    const csv = csvOf(answer, knowledge);
    if (csv === null) return trouble(404, 'gone');
    return file(csv, 'text/csv; charset=utf-8; header=present', csvFileName(answer, dayOf(now()), knowledge));
  }

  function answerNote({ projects, locale, format }: TakeAway & { kind: 'note' }): Answer {
    if (!holdsProjects(projects, knowledge)) return trouble(404, 'gone');
    const day = dayOf(now());
    const note = noteOf(projects, locale, day, knowledge);
    if (format === 'html')
      return show({ locale, title: note.title, style: sheet.address, main: noteHtml(note) }, 200, PRIVATE_PAGE);
    return file(noteMarkdown(note), 'text/markdown; charset=utf-8', noteFileName(projects, day, locale, knowledge));
  }

  function trouble(status: number, kind: keyof TakeAwayMessages['linkPages']): Answer {
    return show(linkPage(kind), status, PRIVATE_PAGE);
  }
}

/** Whoever has the link has the file: it stays out of caches, of search engines and of other sites' logs. */
const PRIVATE = {
  'Cache-Control': 'private, no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
};

/** Nothing but style sheets: there is no form on these pages, and no picture. */
const PRIVATE_PAGE = {
  ...PRIVATE,
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

function file(content: string, type: string, name: string): Answer {
  return {
    status: 200,
    headers: { ...PRIVATE, 'Content-Disposition': `attachment; filename="${name}"` },
    content: { bytes: content, type },
  };
}

/** YYYY-MM-DD in Paris: the day that the reader's calendar shows, wherever the server is. */
function dayOf(date: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(date);
}

/** What a link that gives nothing shows, French first then English, for nobody knows its reader: why, and how to get it again. */
function linkPage(trouble: keyof TakeAwayMessages['linkPages']): PlainPage {
  const french = takeAwayMessagesFor('fr').linkPages[trouble];
  const english = takeAwayMessagesFor('en').linkPages[trouble];
  return {
    locale: 'fr',
    title: french.title,
    main: `      <h1>${said(french.title, 'fr')}</h1>
      <p>${said(french.text, 'fr')}</p>
      <section lang="en">
        <h2>${said(english.title, 'en')}</h2>
        <p>${said(english.text, 'en')}</p>
      </section>`,
  };
}
