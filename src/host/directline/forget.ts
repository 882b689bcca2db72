import type { AtomicStore } from '../storage/atomic-store';
import type { TurnQueue } from '../storage/turn-queue';
import type { Conversations } from './conversations';
import { inTurn } from './in-turn';
import type { Streams } from './streams';

/** Ends a conversation for good, started or not. Not to be awaited inside a turn of the same conversation: it waits for its end. */
export type Forget = (conversationId: string) => Promise<void>;

/** Deletes what else is kept of a conversation. */
export type ForgetBeside = (channelId: string, conversationId: string) => Promise<void>;

/** What is made to forget. */
export interface ForgetParts {
  readonly store: AtomicStore;
  readonly queue: TurnQueue;
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly forgetBeside?: ForgetBeside | undefined;
}

/** Deletes the bot's state and what was said, all of it or nothing, and closes the web socket; tokens of the conversation open nothing any more. */
export function createForget({ store, queue, conversations, streams, forgetBeside }: ForgetParts): Forget {
  return (conversationId) =>
    // In the queue, so that a turn under way cannot write again what was deleted.
    inTurn(queue, conversationId, async () => {
      await store.atomically(async () => {
        await forgetBeside?.('directline', conversationId);
        await conversations.end(conversationId);
      });
      streams.end(conversationId);
    });
}
