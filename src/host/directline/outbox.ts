import { ActivityTypes } from 'botbuilder';
import type { Outbox } from './adapter';
import { type Loggable, withoutReplyToId } from './conversation';
import type { Conversations } from './conversations';
import { BOT_ACCOUNT } from './incoming-activity';
import type { Streams } from './streams';

/** What the bot's activities go to. */
export interface OutboxParts {
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly now: () => Date;
}

/** Writes the bot's activities to the conversation's log, and what is not kept straight to its web socket. */
export function createOutbox({ conversations, streams, now }: OutboxParts): Outbox {
  return {
    post: async (conversationId, activity) =>
      (await conversations.log(conversationId, dress(conversationId, activity))).id,
    show: (conversationId, activity) => {
      // Its id is nobody's: Web Chat only wants one.
      const shown = { ...dress(conversationId, activity), id: `${conversationId}|${activity.type}` };
      streams.show(conversationId, JSON.stringify(shown));
    },
    // Of the same type and id, which is how Web Chat knows what to replace, and of the same time, by which it finds its place.
    replace: (conversationId, id, activity) =>
      conversations.change(conversationId, id, ({ timestamp, replyToId }) => ({
        // A change made in a later turn would seem to reply to that turn.
        ...withoutReplyToId(dress(conversationId, activity)),
        type: activity.type,
        timestamp,
        ...(replyToId === undefined ? {} : { replyToId }),
      })),
    remove: (conversationId, id) =>
      conversations.change(conversationId, id, ({ timestamp }) => ({
        ...dress(conversationId, { type: ActivityTypes.MessageDelete }),
        timestamp,
      })),
  };

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
