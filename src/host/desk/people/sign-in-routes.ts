import { DESK } from '../../../messages/fr/desk/desk';
import type { Route } from '../../http/route';
import { DESK_PATH, goTo, PATHS, type ShowDeskPage } from '../pages/desk-page';
import { html, say, tableHtml, wideHtml } from '../pages/html';
import type { Audit } from './audit';
import { type DeskRoute, get, type Guard, type GuardParts, post } from './guard';
import { useLink } from './links';
import type { Sessions } from './sessions';
import type { Store } from '../../storage/store';

/** What signing in is made of. */
export interface SignInParts extends GuardParts {
  readonly guard: Guard;
  readonly store: Store;
  readonly now: () => Date;
  /** The desk is reached by https alone. */
  readonly isSecure: boolean;
}

/**
 * `/admin/entree/<secret>`: a page with a button, since mail programs open the links of a message before whoever it is for. The button
 * uses the link up.
 */
export function createSignInRoutes({ store, now, sessions, audit, guard, show }: SignInParts): Route[] {
  return [
    {
      method: 'GET',
      path: `${PATHS.link}/:secret`,
      answer: ({ parameters }) => {
        const main = html`<p>${say(DESK.signIn.once)}</p>
          <form method="post" action="${PATHS.link}">
            <input type="hidden" name="lien" value="${parameters['secret'] ?? ''}" />
            <p><button class="button" type="submit">${say(DESK.signIn.enter)}</button></p>
          </form>`;
        return show({ title: DESK.signIn.title, main, session: null });
      },
    },
    {
      method: 'POST',
      path: PATHS.link,
      answer: async (call) => {
        if (!guard.isOwn(call)) return guard.foreign(call, null);
        const person = await useLink(store, call.form.get('lien') ?? '', now());
        if (typeof person === 'string') return guard.refuse(null, 'link-refused', person, DESK.signIn.refused[person]);
        await audit.write(person, 'signed-in');
        return goTo(DESK_PATH, { 'Set-Cookie': await sessions.begin(person) });
      },
    },
  ];
}

/** `/admin/sortie` */
export function signOutRoute(sessions: Sessions, audit: Audit): DeskRoute {
  return post(PATHS.leave, 'reader', async ({ call, person }) => {
    await audit.write(person, 'signed-out');
    return goTo(DESK_PATH, { 'Set-Cookie': await sessions.end(call.headers.cookie) });
  });
}

/** `/admin/journal`: who did what, for publishers. */
export function journalRoute(audit: Audit, show: ShowDeskPage): DeskRoute {
  return get(PATHS.journal, 'publisher', async ({ session }) => {
    const entries = await audit.latest(MOST_SHOWN);
    const rows = entries.map(({ at, name, act, about }) => [
      html`<time datetime="${at}">${say(DESK.moment(at))}</time>`,
      name === '' ? say(DESK.journal.nobody) : name,
      say(DESK.acts[act]),
      about,
    ]);
    const main = html`<p>${say(DESK.journal.intro)}</p>
      ${wideHtml(DESK.journal.title, tableHtml(Object.values(DESK.journal.columns), rows, false))}`;
    return show({ title: DESK.journal.title, main, session, within: PATHS.journal });
  });
}

const MOST_SHOWN = 200;
