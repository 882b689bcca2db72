import { ActivityTypes } from 'botbuilder';
import type { Outbox, OutgoingActivity } from './adapter';
import { changedEntry, nextEntry, type Entry, type LoggedActivity } from './conversation';
import type { Conversations, Decision } from './conversations';
import { BOT_ACCOUNT } from './incoming-activity';
import type { Streams } from './streams';

/** Writes the bot's activities to the conversation's log first and to its web socket then: what a client saw is never lost. */
export function createOutbox(conversations: Conversations, streams: Streams, now: () => Date): Outbox {
  return {
    post: async (conversationId, activity) => {
      const entry = await conversations.change(conversationId, (conversation) =>
        logged(nextEntry(conversation, dress(conversationId, activity), null)),
      );
      streams.push(conversationId, entry);
      return entry.activity.id;
    },
    show: (conversationId, activity) => {
      // Its id is nobody's: Web Chat only wants one.
      const shown = { ...dress(conversationId, activity), id: `${conversationId}|${activity.type}` };
      streams.push(conversationId, { activity: shown, sequence: null });
    },
    // Of the same type and id, which is how Web Chat knows what to replace, and of the same time, by which it finds its place.
    replace: (conversationId, id, activity) =>
      putInPlace(conversationId, id, ({ timestamp, replyToId }) => ({
        ...withoutReplyToId(dress(conversationId, activity)),
        id,
        timestamp,
        ...(replyToId === undefined ? {} : { replyToId }),
      })),
    remove: (conversationId, id) =>
      putInPlace(conversationId, id, ({ timestamp }) => ({
        ...dress(conversationId, { type: ActivityTypes.MessageDelete }),
        id,
        timestamp,
      })),
  };

  async function putInPlace(
    conversationId: string,
    id: string,
    change: (activity: LoggedActivity) => LoggedActivity,
  ): Promise<void> {
    const entry = await conversations.change(conversationId, (conversation) =>
      logged(changedEntry(conversation, id, change)),
    );
    if (entry === null) return;
    streams.push(conversationId, entry);
    await conversations.tidy(conversationId);
  }

  function dress(conversationId: string, { recipient: _recipient, ...activity }: OutgoingActivity) {
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

function logged<T extends Entry | null>(entry: T): Decision<T> {
  return { event: entry === null ? null : { kind: 'logged', entry }, result: entry };
}

/** A change made in a later turn would seem to reply to that turn. */
function withoutReplyToId({ replyToId: _replyToId, ...activity }: OutgoingActivity): OutgoingActivity {
  return activity;
}
