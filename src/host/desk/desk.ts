import { copiesFolder, recover } from '../knowledge-copies';
import type { Route } from '../http/route';
import type { Log } from '../log';
import { createBaseUrl } from '../public-address';
import { createDeskTools, type DeskParts } from './desk-tools';
import { createDraftRoutes } from './drafts/draft-routes';
import { createQuestionRoutes } from './drafts/question-routes';
import { createInboxRoutes } from './inbox/inbox-routes';
import { createOverviewRoutes } from './overview/overview-routes';
import { openDeskPages } from './pages/desk-page';
import { createAudit } from './people/audit';
import { createGuard } from './people/guard';
import { createOpenIdRoutes } from './people/open-id';
import { createRecordRoutes } from './records/record-routes';
import { createSessions } from './people/sessions';
import { createSignInRoutes } from './people/sign-in-routes';

/** Where the desk was publishing when the power went, the files are put back as they were; to be called before they are read. */
export async function recoverDesk({ desk, dataDir, varDir }: DeskParts['settings'], log: Log): Promise<void> {
  if (desk === undefined || !(await recover({ data: dataDir, copies: copiesFolder(varDir) }))) return;
  log.warn('a publication was cut off: the knowledge base of before was put back');
}

/** The routes of the editors' desk, all of them under /admin; none where it is shut. It writes the data files, and never what is served. */
export async function openDesk(parts: DeskParts): Promise<Route[]> {
  const { settings, store, now, log } = parts;
  const { publicUrl, desk } = settings;
  if (desk === undefined) return [];
  const { show, route } = await openDeskPages();
  const audit = createAudit({ store, now });
  const isSecure = publicUrl?.startsWith('https:') === true;
  const sessions = createSessions(store, now, isSecure);
  const baseUrlOf = createBaseUrl(publicUrl).of;
  const guarding = { sessions, audit, show, log, baseUrlOf, hasOpenId: desk.openId !== undefined };
  const guard = createGuard(guarding);
  const signIn = { ...guarding, store, now, isSecure, guard };
  const tools = createDeskTools({ ...parts, desk, audit, show });
  const routes = [
    ...createInboxRoutes(tools),
    ...createDraftRoutes(tools),
    ...createRecordRoutes(tools),
    ...createQuestionRoutes(tools),
    ...createOverviewRoutes(tools),
  ];
  return [
    route,
    ...createSignInRoutes(signIn),
    ...(desk.openId === undefined ? [] : await createOpenIdRoutes({ ...signIn, settings: desk.openId })),
    ...routes.map(guard.only),
  ];
}
