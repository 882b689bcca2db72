import { TurnContext } from 'botbuilder';
import { createBotState } from '../storage/bot-storage';
import type { DocumentStore } from '../storage/document-store';
import type { TurnQueue } from '../storage/turn-queue';
import type { DirectLineAdapter } from './adapter';
import type { Conversations } from './conversations';
import { inTurn } from './in-turn';
import type { Streams } from './streams';

/** Ends a conversation for good, started or not. Not to be awaited inside a turn of the same conversation: it waits for its end. */
export type Forget = (conversationId: string) => Promise<void>;

/** Deletes what is kept of a conversation outside its store. */
export type ForgetBeside = (channelId: string, conversationId: string) => Promise<void>;

/** What is made to forget. */
export interface ForgetParts {
  /** Where the bot keeps its state too. */
  readonly store: DocumentStore;
  readonly queue: TurnQueue;
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly adapter: DirectLineAdapter;
  readonly forgetBeside?: ForgetBeside | undefined;
}

/** Deletes the bot's state and what was said, and closes the web socket; tokens of the conversation open nothing any more. */
export function createForget({ store, queue, conversations, streams, adapter, forgetBeside }: ForgetParts): Forget {
  const state = createBotState(store);
  return (conversationId) =>
    // In the queue, so that a turn under way cannot write again what was deleted.
    inTurn(queue, conversationId, async () => {
      const conversation = { id: conversationId, name: '', conversationType: 'personal', isGroup: false };
      await state.delete(new TurnContext(adapter, { channelId: 'directline', conversation }));
      await forgetBeside?.('directline', conversationId);
      // Last of all: after a failure of the others the conversation still runs, and can be forgotten again.
      await conversations.end(conversationId);
      streams.end(conversationId);
    });
}
