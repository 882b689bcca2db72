import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { copiesFolder } from '../knowledge-copies';
import type { Log } from '../log';
import type { Settings } from '../settings';
import type { OpenStore } from '../storage/open-store';
import { createTurnQueue } from '../storage/turn-queue';
import type { DeskSettings } from './desk-settings';
import { type Asked, createDrafts } from './drafts/drafts';
import { createGoldenQuestions } from './drafts/golden-questions';
import { createPublications, WRITING } from './drafts/publications';
import { createTryOut } from './drafts/trials';
import { askedOf, createInboxGroups } from './inbox/inbox-groups';
import type { ShowDeskPage } from './pages/desk-page';
import type { Audit } from './people/audit';

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

/** What the pages of the desk work with, all of them. */
export type DeskTools = ReturnType<typeof createDeskTools>;

export function createDeskTools(
  parts: DeskParts & { readonly desk: DeskSettings; readonly audit: Audit; readonly show: ShowDeskPage },
) {
  const { store, knowledge, now, keepUsage, desk, audit, show } = parts;
  const { dataDir, varDir } = parts.settings;
  const queue = createTurnQueue();
  // Neither another press here nor another process.
  const alone: OpenStore['alone'] = (name, task) => queue.run(name, () => store.alone(name, task));
  const golden = createGoldenQuestions(dataDir, (task) => alone(WRITING, task));
  const groups = createInboxGroups(store, now, knowledge);
  const unanswered = async (): Promise<readonly Asked[]> =>
    (await groups.all()).unanswered.slice(0, MOST_UNANSWERED).map(({ lead }) => askedOf(lead));
  return {
    ...{ store, now, knowledge, dataDir, keepUsage, audit, show, golden, groups },
    needsSecondPerson: desk.needsSecondPerson,
    drafts: createDrafts(store, now, audit),
    publications: createPublications(store, alone, { data: dataDir, copies: copiesFolder(varDir) }, now),
    tryOut: createTryOut({ dataDir, knowledge, golden, unanswered, now }),
  };
}
