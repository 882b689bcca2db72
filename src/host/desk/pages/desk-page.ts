import { join } from 'node:path';
import { htmlDocument } from '../../../../dialogs/exports/html-document';
import { DESK } from '../../../messages/fr/desk/desk';
import { type DESK_DRAFTS, DESK_NOTICES } from '../../../messages/fr/desk/drafts';
import { messagesFor } from '../../../messages/messages-for';
import type { Answer, Call, Route } from '../../http/route';
import { SCRIPTLESS_HEADERS } from '../../plain/plain-page';
import { readSharedSheet, readSheet } from '../../shared-sheet';
import type { Session } from '../people/sessions';
import { mayAs } from '../people/person';
import { type Html, html, listHtml, say } from './html';

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

export function draftPath(id: string): string {
  return `${PATHS.drafts}/${id}`;
}

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
const HEADERS = { ...SCRIPTLESS_HEADERS, 'Referrer-Policy': 'same-origin' };

/** Goes on to another page of the desk, after a form. */
export function goTo(path: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 303, headers: { ...HEADERS, ...headers, Location: path }, content: undefined };
}

/** What shows the pages of the desk, and the route of their sheet. */
export async function openDeskPages(): Promise<{ readonly show: ShowDeskPage; readonly route: Route }> {
  const sheets = await Promise.all([
    readSharedSheet('base'),
    readSharedSheet('page'),
    readSheet(join(__dirname, '..', 'assets', 'desk.css'), '/desk.css'),
  ]);
  const [, , own] = sheets;
  const styles = sheets.map(({ address }) => address);
  return {
    show: (page, status = 200, headers = {}) => ({
      status,
      headers: { ...HEADERS, ...headers },
      content: { bytes: documentOf(page, styles), type: 'text/html; charset=utf-8' },
    }),
    route: own.route,
  };
}

/** What was just done, told by the page that follows a form. */
export function notice({ query }: Call): Html | null {
  const said = query.get('dit') ?? '';
  const sentence = Object.hasOwn(DESK_NOTICES, said) ? DESK_NOTICES[said] : undefined;
  return sentence === undefined ? null : html`<p class="done" role="status">${say(sentence)}</p>`;
}

/** Why what was asked for was not done. */
export function alert(sentence: string): Html {
  return html`<p class="alert" role="alert">${say(sentence)}</p>`;
}

/** In place of what is no more: why, and the way back to where it was. */
export function gonePage({ gone, back }: Pick<typeof DESK_DRAFTS, 'gone' | 'back'>, within: string, session: Session) {
  const main = html`<p>${say(gone.text)}</p>
    <p><a href="${within}">${say(back)}</a></p>`;
  return [{ title: gone.title, main, session, within }, 404] as const;
}

/** The hidden field that proves that a form was filled in here. */
export function formToken({ formToken: token }: Session): Html {
  return html`<input type="hidden" name="jeton" value="${token}" />`;
}

const MENU = ['inbox', 'records', 'drafts', 'questions', 'health', 'usage', 'journal'] as const;

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
  const items = MENU.filter((page) => page !== 'journal' || mayAs(person.role, 'publisher')).map((page) => {
    const current = PATHS[page] === within ? html` aria-current="page"` : null;
    return html`<a href="${PATHS[page]}" ${current}>${say(DESK.menu[page])}</a>`;
  });
  return html`<nav aria-label="${say(DESK.menuLabel)}">${listHtml(items)}</nav>`;
}
