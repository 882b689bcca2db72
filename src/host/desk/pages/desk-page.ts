import { join } from 'node:path';
import { htmlDocument } from '../../../../dialogs/exports/html-document';
import { DESK } from '../../../messages/fr/desk/desk';
import { messagesFor } from '../../../messages/messages-for';
import type { Answer, Route } from '../../http/route';
import { SCRIPTLESS_POLICY } from '../../plain/plain-page';
import { readSharedSheet } from '../../shared-sheet';
import { readAsset } from '../../widget/asset';
import type { Session } from '../people/sessions';
import { mayAs, type Role } from '../people/person';
import { type Html, html, say } from './html';

/** Where the desk is. */
export const DESK_PATH = '/admin';
export const PATHS = {
  inbox: DESK_PATH,
  drafts: `${DESK_PATH}/brouillons`,
  records: `${DESK_PATH}/fiches`,
  questions: `${DESK_PATH}/temoins`,
  health: `${DESK_PATH}/etat`,
  usage: `${DESK_PATH}/usage`,
  journal: `${DESK_PATH}/journal`,
  link: `${DESK_PATH}/entree`,
  leave: `${DESK_PATH}/sortie`,
  openId: `${DESK_PATH}/connexion`,
} as const;

/** What a page of the desk shows. */
export interface DeskPage {
  readonly title: string;
  readonly main: Html;
  /** Null for somebody who is not signed in. */
  readonly session: Session | null;
  /** The address of the page in the menu that it belongs to. */
  readonly within?: string;
  /** Where the browser goes on to by itself, at once. */
  readonly goesOnTo?: string;
}

export type ShowDeskPage = (page: DeskPage, status?: number, headers?: Readonly<Record<string, string>>) => Answer;

/** The browser says where a form was filled in (Origin) only under a policy that lets it say so to this server. */
const HEADERS = {
  'Content-Security-Policy': SCRIPTLESS_POLICY,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'same-origin',
};

/** Goes on to another page of the desk, after a form. */
export function goTo(path: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 303, headers: { ...HEADERS, ...headers, Location: path }, content: undefined };
}

/** What shows the pages of the desk, and the route of their sheet. `waiting`: how many drafts wait for somebody to publish them. */
export async function openDeskPages(): Promise<{ readonly show: ShowDeskPage; readonly route: Route }> {
  const [base, shared, own] = await Promise.all([
    readSharedSheet('base'),
    readSharedSheet('page'),
    readAsset(join(__dirname, '..', 'assets', 'desk.css'), 'text/css; charset=utf-8'),
  ]);
  const styles = [base.address, shared.address, `/desk.css?v=${own.version}`];
  return {
    show: (page, status = 200, headers = {}) => ({
      status,
      headers: { ...HEADERS, ...headers },
      content: { bytes: documentOf(page, styles), type: 'text/html; charset=utf-8' },
    }),
    route: { method: 'GET', path: '/desk.css', answer: own.answer },
  };
}

/** The hidden field that proves that a form was filled in here. */
export function formToken({ formToken: token }: Session): Html {
  return html`<input type="hidden" name="jeton" value="${token}" />`;
}

const MENU: readonly { readonly path: string; readonly text: string; readonly role: Role }[] = [
  { path: PATHS.inbox, text: DESK.menu.inbox, role: 'reader' },
  { path: PATHS.records, text: DESK.menu.records, role: 'reader' },
  { path: PATHS.drafts, text: DESK.menu.drafts, role: 'reader' },
  { path: PATHS.questions, text: DESK.menu.questions, role: 'reader' },
  { path: PATHS.health, text: DESK.menu.health, role: 'reader' },
  { path: PATHS.usage, text: DESK.menu.usage, role: 'reader' },
  { path: PATHS.journal, text: DESK.menu.journal, role: 'publisher' },
];

function documentOf({ title, main, session, within, goesOnTo }: DeskPage, styles: readonly string[]): string {
  const { botName } = messagesFor('fr');
  return htmlDocument({
    locale: 'fr',
    title: `${title} – ${DESK.name} – ${botName}`,
    styles,
    ...(goesOnTo === undefined ? {} : { head: `    <meta http-equiv="refresh" content="0; url=${goesOnTo}" />\n` }),
    body: html`<a class="skip" href="#main">${say(DESK.skip)}</a>
      <header>
        <div class="head">
          <p class="brand"><a href="${DESK_PATH}">${say(DESK.name)}</a></p>
          ${session === null ? null : personHtml(session)}
        </div>
        ${session === null ? null : menuHtml(session, within)}
      </header>
      <main id="main" tabindex="-1">
        <h1>${say(title)}</h1>
        ${main}
      </main>
      <footer>
        <p><a href="/">${say(botName)}</a></p>
      </footer>`.html,
  });
}

function personHtml(session: Session): Html {
  const { name, role } = session.person;
  return html`<form class="person" method="post" action="${PATHS.leave}">
    ${formToken(session)}
    <span>${name}, ${say(DESK.roles[role])}</span>
    <button class="button quiet" type="submit">${say(DESK.leave)}</button>
  </form>`;
}

function menuHtml({ person }: Session, within: string | undefined): Html {
  const items = MENU.filter(({ role }) => mayAs(person.role, role)).map(({ path, text }) =>
    path === within
      ? html`<li><a href="${path}" aria-current="page">${say(text)}</a></li>`
      : html`<li><a href="${path}">${say(text)}</a></li>`,
  );
  return html`<nav aria-label="${say(DESK.menuLabel)}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}
