import type { ActivityHandler } from 'botbuilder';
import type { Addresses } from '../../dialogs/addresses';
import { createAssistantBot } from '../../dialogs/assistant-bot';
import type { InboxEntry } from '../../dialogs/inbox/inbox';
import type { Operator } from '../../dialogs/operator';
import type { Subscriptions } from '../../dialogs/subscriptions/subscriptions';
import type { States } from '../../dialogs/turn/conversation';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { realKnowledge } from '../core/knowledge';
import { ADDRESSES } from './addresses';
import { subscriptionsInMemory } from './subscriptions/subscriptions-in-memory';

const base = realKnowledge();

/** The bot of every channel on the real base, with a clock that stands still and ids in order, and what came into its inbox. */
export function assistantUnderTest({
  conversationState,
  knowledge = base,
  subscriptions = subscriptionsInMemory(),
  addresses = ADDRESSES,
  operator = { name: 'Direction du numérique', contact: null, kept: { conversation: 30, inbox: 365 } },
  isInboxFull = false,
}: {
  readonly conversationState: States;
  readonly knowledge?: KnowledgeBase;
  readonly subscriptions?: Subscriptions;
  readonly addresses?: Addresses;
  readonly operator?: Operator;
  readonly isInboxFull?: boolean;
}): { readonly bot: ActivityHandler; readonly inbox: readonly InboxEntry[] } {
  const inbox: InboxEntry[] = [];
  let showings = 0;
  const bot = createAssistantBot({
    knowledge,
    conversationState,
    inbox: {
      add: (entry) => {
        if (isInboxFull) return Promise.resolve(null);
        inbox.push(entry);
        return Promise.resolve(String(inbox.length - 1));
      },
      replace: (key, entry) => {
        inbox[Number(key)] = entry;
        return Promise.resolve();
      },
    },
    subscriptions,
    operator,
    addressesFor: () => addresses,
    now: () => new Date('2026-11-24T09:00:00Z'),
    randomId: () => `showing-${(showings += 1)}`,
  });
  return { bot, inbox };
}
