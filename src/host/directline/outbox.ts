import type { Loggable } from './conversation';
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
  };

  function dress(conversationId: string, { recipient: _recipient, ...activity }: Loggable): Loggable {
    return {
      ...activity,
      timestamp: now().toISOString(),
      channelId: 'directline',
      conversation: { id: conversationId },
      from: BOT_ACCOUNT,
    };
  }
}
