import type { Outbox, OutgoingActivity } from './adapter';
import { append, remove, replace, type LoggedActivity } from './conversation';
import type { Conversations } from './conversations';
import { BOT_ACCOUNT } from './incoming-activity';
import type { Streams } from './streams';

/** Writes the bot's activities to the conversation's log first and to its web socket then: what a client saw is never lost. */
export function createOutbox(conversations: Conversations, streams: Streams, now: () => Date): Outbox {
  return {
    post: async (conversationId, activity) => {
      const entry = await conversations.change(conversationId, (conversation) => {
        const { conversation: changed, entry: result } = append(conversation, dress(conversationId, activity), null);
        return { conversation: changed, result };
      });
      streams.push(conversationId, { activities: [entry.activity], sequence: entry.sequence });
      return entry.activity.id;
    },
    show: (conversationId, activity) => {
      // Its id is nobody's: Web Chat only wants one.
      const shown = { ...dress(conversationId, activity), id: `${conversationId}|${activity.type}` };
      streams.push(conversationId, { activities: [shown], sequence: null });
    },
    replace: async (conversationId, id, activity) => {
      const changed: LoggedActivity = { ...dress(conversationId, activity), id };
      await conversations.change(conversationId, (conversation) => ({
        conversation: replace(conversation, changed),
        result: undefined,
      }));
      streams.push(conversationId, { activities: [changed], sequence: null });
    },
    remove: async (conversationId, id) => {
      await conversations.change(conversationId, (conversation) => ({
        conversation: remove(conversation, id),
        result: undefined,
      }));
    },
  };

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
