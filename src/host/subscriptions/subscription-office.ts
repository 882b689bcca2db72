import { setTimeout as pause } from 'node:timers/promises';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { orElse } from '../storage/error-code';
import { TurnTaken } from '../storage/lease';
import type { OpenStore } from '../storage/open-store';
import { announce, type AnnounceParts } from './announce';
import { startAnnouncer } from './announcer';
import { createSubscriptions } from './document-subscriptions';
import { createKeptBases } from './kept-bases';
import { createPace } from './pace';
import { createSubscriberDocuments, subscriberKey } from './subscriber-documents';

/** All about subscriptions: what people follow, and the telling of it. */
export function createSubscriptionOffice(store: OpenStore, knowledge: KnowledgeBase, now: () => Date) {
  const documents = createSubscriberDocuments(store);
  const bases = createKeptBases(store);
  return {
    subscriptions: createSubscriptions({ documents, bases, projects: knowledge.projects, now }),
    /** Deletes all that a conversation follows, even what cannot be read. */
    forget: (channelId: string, conversationId: string) =>
      store.commit([{ key: subscriberKey(channelId, conversationId), text: null }]),
    /** Begins to tell, in the background, who has not heard of this base. */
    open: (telling: Pick<AnnounceParts, 'send' | 'remember' | 'log'>) => {
      const pace = createPace({ now, wait: (milliseconds) => pause(milliseconds) });
      return startAnnouncer({
        round: (isStopped) => {
          const tell = (): Promise<number> =>
            announce({ ...telling, documents, bases, knowledge, pace, now, isStopped });
          // One process after the other: who is told by one is not by the next.
          const told = store.alone('announcing', tell, { isPatient: false });
          return orElse(told, (error) => error instanceof TurnTaken, 1);
        },
        // Keeps no process alive.
        wait: (milliseconds, signal) =>
          orElse(pause(milliseconds, undefined, { signal, ref: false }), () => signal.aborted, undefined),
        log: telling.log,
      });
    },
  };
}
