import { DESK } from '../../../messages/fr/desk/desk';
import { get, post, type Route } from '../../http/route';
import { DESK_PATH, goTo, PATHS } from '../pages/desk-page';
import { html, say } from '../pages/html';
import { type Guard, type GuardParts, post as postSignedIn } from './guard';
import { useLink } from './links';
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
 * uses the link up. `/admin/sortie`: the way out.
 */
export function createSignInRoutes({ store, now, sessions, audit, guard, show }: SignInParts): Route[] {
  return [
    get(`${PATHS.link}/:secret`, ({ parameters }) => {
      const main = html`<p>${say(DESK.signIn.once)}</p>
        <form method="post" action="${PATHS.link}">
          <input type="hidden" name="lien" value="${parameters['secret'] ?? ''}" />
          <p><button class="button" type="submit">${say(DESK.signIn.enter)}</button></p>
        </form>`;
      return show({ title: DESK.signIn.title, main, session: null });
    }),
    post(PATHS.link, async (call) => {
      if (!guard.isOwn(call)) return guard.foreign(call, null);
      const person = await useLink(store, call.form.get('lien') ?? '', now());
      if (typeof person === 'string') return guard.refuse(null, 'link-refused', person, DESK.signIn.refused[person]);
      await audit.write(person, 'signed-in');
      return goTo(DESK_PATH, { 'Set-Cookie': await sessions.begin(person) });
    }),
    guard.only(
      postSignedIn(PATHS.leave, 'reader', async ({ call, person }) => {
        await audit.write(person, 'signed-out');
        return goTo(DESK_PATH, { 'Set-Cookie': await sessions.end(call.headers.cookie) });
      }),
    ),
  ];
}
