import { DESK } from '../../../messages/fr/desk/desk';
import { isSameSecret } from '../../directline/secret';
import type { Answer, Call, Route } from '../../http/route';
import { DataError } from '../../knowledge-files';
import type { Log } from '../../log';
import { alert, PATHS, type ShowDeskPage } from '../pages/desk-page';
import { html, listHtml, say } from '../pages/html';
import type { Act, Audit } from './audit';
import { isCannotWrite } from '../../storage/error-code';
import { mayAs, type Person, type Role } from './person';
import type { Session, Sessions } from './sessions';

/** A call of somebody who may make it; a form came from a page of the desk. */
export interface Visit {
  readonly session: Session;
  readonly person: Person;
  readonly call: Call;
  readonly form: URLSearchParams;
}

/** A page or a form of the desk, and who may ask for it. */
export interface DeskRoute extends Omit<Route, 'answer'> {
  readonly role: Role;
  readonly answer: (visit: Visit) => Answer | Promise<Answer>;
}

export function get(path: string, role: Role, answer: DeskRoute['answer']): DeskRoute {
  return { method: 'GET', path, role, answer };
}

export function post(path: string, role: Role, answer: DeskRoute['answer']): DeskRoute {
  return { method: 'POST', path, role, answer };
}

/** What people are let in by. */
export interface GuardParts {
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  readonly log: Log;
  /** The address of the desk, as this Host header reaches it. */
  readonly baseUrlOf: (host: string | undefined) => string;
  /** Whether there is a way in beside links, to offer to whoever is not signed in. */
  readonly hasOpenId: boolean;
}

/** What a form of the desk is checked by. */
export type Guard = ReturnType<typeof createGuard>;

export function createGuard({ sessions, audit, show, log, baseUrlOf, hasOpenId }: GuardParts) {
  return { only, isOwn, foreign, refuse };

  /** The route for those who may have it alone. */
  function only(route: DeskRoute): Route {
    return {
      method: route.method,
      path: route.path,
      answer: async (call) => {
        const session = await sessions.of(call.headers.cookie);
        if (route.method === 'POST' && !isOwn(call)) return foreign(call, session?.person ?? null);
        if (session === null) return route.method === 'GET' ? wayIn() : stranger(route);
        if (route.method === 'POST' && !isSameSecret(call.form.get('jeton') ?? '', session.formToken))
          return refuse(session, 'forged-form', route.path, DESK.refused.forged);
        if (!mayAs(session.person.role, route.role))
          return refuse(session, 'not-allowed', route.path, DESK.refused.role(DESK.roles[route.role]));
        return answerOf(route, { session, person: session.person, call, form: call.form });
      },
    };
  }

  /** What is wrong in the data files, or keeps them from being written, is told to those who keep them. */
  async function answerOf(route: DeskRoute, visit: Visit): Promise<Answer> {
    try {
      return await route.answer(visit);
    } catch (error) {
      if (isCannotWrite(error)) {
        log.error('the desk cannot write', error);
        return show({ title: DESK.unwritable.title, main: alert(DESK.unwritable.text), session: visit.session }, 507);
      }
      if (!(error instanceof DataError)) throw error;
      log.warn('the data files hold mistakes: the desk cannot read them');
      const main = html`${alert(DESK.broken.text)} ${listHtml(error.message.split('\n').map(say))}`;
      return show({ title: DESK.broken.title, main, session: visit.session }, 500);
    }
  }

  /**
   * Whether this form may be one of ours, as far as its origin tells: browsers say with every form where it was filled in, and no
   * page can make them say another place.
   */
  function isOwn({ headers }: Call): boolean {
    return headers.origin !== undefined && headers.origin === new URL(baseUrlOf(headers.host)).origin;
  }

  /** The answer to a form that is none of ours. */
  async function foreign(call: Call, person: Person | null): Promise<Answer> {
    // Behind a proxy the address of the desk has to be told: without it every form looks foreign.
    log.warn('a form of the desk came from elsewhere: refused (behind a proxy, PUBLIC_URL is the address people open)');
    await audit.write(person, 'forged-form');
    return refusal(await sessions.of(call.headers.cookie), DESK.refused.forged);
  }

  async function stranger(route: DeskRoute): Promise<Answer> {
    await audit.write(null, 'not-allowed', route.path);
    return refusal(null, DESK.refused.signedOut);
  }

  async function refuse(session: Session | null, act: Act, about: string, sentence: string): Promise<Answer> {
    log.warn('the desk refused', { act });
    await audit.write(session?.person ?? null, act, about);
    return refusal(session, sentence);
  }

  function refusal(session: Session | null, sentence: string): Answer {
    const main = html`${alert(sentence)}
      <p><a href="${PATHS.inbox}">${say(DESK.toDesk)}</a></p>`;
    return show({ title: DESK.refused.title, main, session }, 403);
  }

  function wayIn(): Answer {
    const { byLink, openId, title } = DESK.signIn;
    const other = hasOpenId ? html`<p><a class="button" href="${PATHS.openId}">${say(openId.enter)}</a></p>` : null;
    const main = html`${other}
      <p>${say(byLink)}</p>
      <p><code>npm run -s admin -- link --role editor --name "Camille Martin"</code></p>`;
    return show({ title, main, session: null }, 401);
  }
}
