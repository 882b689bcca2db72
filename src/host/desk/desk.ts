import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { DESK } from '../../messages/fr/desk/desk';
import type { Route } from '../http/route';
import { copiesFolder, recover } from '../knowledge-copies';
import type { Log } from '../log';
import { createBaseUrl } from '../public-address';
import type { Settings } from '../settings';
import type { OpenStore } from '../storage/open-store';
import { createTurnQueue } from '../storage/turn-queue';
import type { DeskTools } from './desk-tools';
import { createDraftRoutes } from './drafts/draft-routes';
import { type Asked, createDrafts } from './drafts/drafts';
import { createGoldenQuestions } from './drafts/golden-questions';
import { createPublications, WRITING } from './drafts/publications';
import { createQuestionRoutes } from './drafts/question-routes';
import { createTryOut } from './drafts/trials';
import { askedOf, createInboxGroups } from './inbox/inbox-groups';
import { createInboxRoutes } from './inbox/inbox-routes';
import { createOverviewRoutes } from './overview/overview-routes';
import { openDeskPages, PATHS } from './pages/desk-page';
import { createAudit } from './people/audit';
import { createGuard, type DeskRoute } from './people/guard';
import { createOpenIdRoutes } from './people/open-id';
import { createRecordRoutes } from './records/record-routes';
import { createSessions } from './people/sessions';
import { createSignInRoutes, journalRoute, signOutRoute } from './people/sign-in-routes';

/** What the editors' desk is made of. */
export interface DeskParts {
  readonly settings: Pick<Settings, 'dataDir' | 'varDir' | 'publicUrl' | 'desk'>;
  readonly store: OpenStore;
  /** The base that answers people at this moment. */
  readonly knowledge: () => KnowledgeBase;
  readonly now: () => Date;
  readonly log: Log;
  /** Keeps what this process has counted so far, for whoever looks at it. */
  readonly keepUsage?: () => Promise<void>;
}

/** Frequent questions without an answer that each draft is tried on, beside those that it was made for. */
const MOST_UNANSWERED = 40;

/** Where the desk was publishing when the power went, the files are put back as they were; to be called before they are read. */
export async function recoverDesk({ desk, dataDir, varDir }: DeskParts['settings'], log: Log): Promise<void> {
  if (desk === undefined || !(await recover({ data: dataDir, copies: copiesFolder(varDir) }))) return;
  log.warn('a publication was cut off: the knowledge base of before was put back');
}

/** The routes of the editors' desk, all of them under /admin; none where it is shut. It writes the data files, and never what is served. */
export async function openDesk(parts: DeskParts): Promise<Route[]> {
  const { settings, store, knowledge, now, log, keepUsage } = parts;
  const { dataDir, varDir, publicUrl, desk } = settings;
  if (desk === undefined) return [];
  const { show, route } = await openDeskPages();
  const audit = createAudit({ store, now });
  const isSecure = publicUrl?.startsWith('https:') === true;
  const sessions = createSessions(store, now, isSecure);
  const baseUrlOf = createBaseUrl(publicUrl).of;
  const otherWayIn = desk.openId === undefined ? null : { path: PATHS.openId, text: DESK.signIn.openId.enter };
  const guard = createGuard({ sessions, audit, show, log, baseUrlOf, otherWayIn });
  const signIn = { store, now, isSecure, baseUrlOf, sessions, audit, guard, show, log };
  const queue = createTurnQueue();
  // Neither another press here nor another process.
  const alone: OpenStore['alone'] = (name, task) => queue.run(name, () => store.alone(name, task));

  const drafts = createDrafts({ store, now });
  const golden = createGoldenQuestions(dataDir, (task) => alone(WRITING, task));
  const folders = { data: dataDir, copies: copiesFolder(varDir) };
  const publications = createPublications(store, alone, folders, now);
  const groups = createInboxGroups(store, now, knowledge);
  const unanswered = async (): Promise<readonly Asked[]> =>
    (await groups.all()).unanswered.slice(0, MOST_UNANSWERED).map(({ lead }) => askedOf(lead));
  const tryOut = createTryOut({ dataDir, knowledge, golden, unanswered, now });
  const { needsSecondPerson } = desk;
  const tools: DeskTools = {
    ...{ store, now, groups, drafts, publications, tryOut, golden, audit, show, knowledge, dataDir },
    ...{ needsSecondPerson, keepUsage },
  };
  const routes: readonly DeskRoute[] = [
    ...createInboxRoutes(tools),
    ...createDraftRoutes(tools),
    ...createRecordRoutes(tools),
    ...createQuestionRoutes(tools),
    ...createOverviewRoutes(tools),
    journalRoute(audit, show),
    signOutRoute(sessions, audit),
  ];
  return [
    route,
    ...createSignInRoutes(signIn),
    ...(desk.openId === undefined ? [] : await createOpenIdRoutes({ ...signIn, settings: desk.openId })),
    ...routes.map(guard.only),
  ];
}
