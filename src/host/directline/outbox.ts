import { ActivityTypes } from 'botbuilder';
import type { AtomicStore } from '../storage/atomic-store';
import type { Outbox } from './adapter';
import { type Entry, type Loggable, type LoggedActivity, withoutReplyToId } from './conversation';
import type { Conversations } from './conversations';
import { BOT_ACCOUNT } from './incoming-activity';
import type { Streams } from './streams';

/** What the bot's activities go to. */
export interface OutboxParts {
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly store: AtomicStore;
  readonly now: () => Date;
}

/** Writes the bot's activities to the conversation's log, and to its web socket once the turn is kept: what a client saw is never lost. */
export function createOutbox({ conversations, streams, store, now }: OutboxParts): Outbox {
  return {
    post: async (conversationId, activity) => {
      const entry = await conversations.log(conversationId, dress(conversationId, activity));
      push(conversationId, entry);
      return entry.id;
    },
    show: (conversationId, activity) => {
      // Its id is nobody's: Web Chat only wants one.
      const shown = { ...dress(conversationId, activity), id: `${conversationId}|${activity.type}` };
      streams.push(conversationId, { sequence: null, text: JSON.stringify(shown) });
    },
    // Of the same type and id, which is how Web Chat knows what to replace, and of the same time, by which it finds its place.
    replace: (conversationId, id, activity) =>
      putInPlace(conversationId, id, ({ timestamp, replyToId }) => ({
        // A change made in a later turn would seem to reply to that turn.
        ...withoutReplyToId(dress(conversationId, activity)),
        type: activity.type,
        timestamp,
        ...(replyToId === undefined ? {} : { replyToId }),
      })),
    remove: (conversationId, id) =>
      putInPlace(conversationId, id, ({ timestamp }) => ({
        ...dress(conversationId, { type: ActivityTypes.MessageDelete }),
        timestamp,
      })),
  };

  async function putInPlace(
    conversationId: string,
    id: string,
    change: (activity: LoggedActivity) => Loggable,
  ): Promise<void> {
    const entry = await conversations.change(conversationId, id, change);
    if (entry !== null) push(conversationId, entry);
  }

  function push(conversationId: string, entry: Entry): void {
    store.whenKept(() => {
      streams.push(conversationId, entry);
    });
  }

  function dress(conversationId: string, { recipient: _recipient, ...activity }: Loggable): Loggable {
    return {
      ...activity,
      type: activity.type,
      timestamp: now().toISOString(),
      channelId: 'directline',
      conversation: { id: conversationId },
      from: BOT_ACCOUNT,
    };
  }
}
