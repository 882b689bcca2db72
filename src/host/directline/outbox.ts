import { ActivityTypes } from 'botbuilder';
import { type Loggable, withoutReplyToId } from './conversation';
import type { Conversations } from './conversations';
import { BOT_ACCOUNT } from './incoming-activity';
import type { Streams } from './streams';

/** The conversation as the bot's side writes to it; what is written is seen once the turn is kept. */
export type Outbox = ReturnType<typeof createOutbox>;

/** Writes the bot's activities to the conversation's log, and what is not kept straight to its web socket. */
export function createOutbox(conversations: Conversations, streams: Streams, now: () => Date) {
  return {
    /** Logs the activity and shows it to the client; resolves with its id. */
    post: async (conversationId: string, activity: Loggable) =>
      (await conversations.log(conversationId, dress(conversationId, activity))).id,
    /** Shows the activity to the client that listens now, and forgets it. */
    show: (conversationId: string, activity: Loggable) => {
      // Its id is nobody's: Web Chat only wants one.
      const shown = { ...dress(conversationId, activity), id: `${conversationId}|${activity.type}` };
      streams.show(conversationId, JSON.stringify(shown));
    },
    /**
     * Shows a new version in the place of an activity, to who polls too; an activity no longer in the log stays as it was. Of the same
     * type and id, which is how Web Chat knows what to replace, and of the same time, by which it finds its place.
     */
    replace: (conversationId: string, id: string, activity: Loggable): Promise<unknown> =>
      conversations.change(conversationId, id, ({ timestamp, replyToId }) => ({
        // A change made in a later turn would seem to reply to that turn.
        ...withoutReplyToId(dress(conversationId, activity)),
        type: activity.type,
        timestamp,
        ...(replyToId === undefined ? {} : { replyToId }),
      })),
    /** Takes an activity out of the log and tells the clients, by a `messageDelete` of its id. */
    remove: (conversationId: string, id: string): Promise<unknown> =>
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
