import { createTypingIndicator } from '../typing-indicator';
import { turnKey } from '../storage/turn-queue';
import { DirectLineAdapter } from './adapter';
import { conversationRoutes, type ConversationRoutesParts } from './conversation-routes';
import { createConversations } from './conversations';
import { createOutbox } from './outbox';
import { createTurns, type TurnsParts } from './receive-activity';
import type { Secrets } from './secret';
import { createSendNotice } from './send-notice';
import { createStreamUpgrade } from './stream-upgrade';
import { createStreams } from './streams';
import { createGrantToken, tokenRoutes } from './token-routes';
import { createTokens } from './tokens';

export interface DirectLineParts
  extends
    Omit<TurnsParts, 'conversations' | 'adapter' | 'outbox'>,
    Omit<ConversationRoutesParts, 'tokens' | 'conversations' | 'turns' | 'forget'> {
  readonly secrets: Secrets;
  readonly pingMs?: number | undefined;
  /** Deletes what is kept of a conversation elsewhere, when it is forgotten. */
  readonly forgetBeside?: ((channelId: string, conversationId: string) => Promise<void>) | undefined;
}

/** Direct Line 3.0, served in the process. */
export function createDirectLine(parts: DirectLineParts) {
  const { store, queue, log, secrets, origins, now, randomId } = parts;
  const [secret, ...olderSecrets] = secrets;
  const tokens = createTokens({ secret, olderSecrets, now });
  const conversations = createConversations(store, now);
  const streams = createStreams(store, randomId, parts.pingMs);
  const outbox = createOutbox(conversations, streams, now);
  const play = (conversationId: string, turn: () => Promise<void>): Promise<void> =>
    queue.run(turnKey('directline', conversationId), () => store.atomically(turn));
  const adapter = new DirectLineAdapter(outbox, play);
  adapter.use(createTypingIndicator(log));
  const turns = createTurns({ ...parts, conversations, adapter, outbox });
  /**
   * Ends a conversation for good, started or not: deletes the bot's state and what was said, all of it or nothing, and closes the web socket; its
   * tokens open nothing any more. Not to be awaited inside a turn of the same conversation: it waits for its end.
   */
  const forget = (conversationId: string): Promise<void> =>
    // In the queue, so that a turn under way cannot write again what was deleted.
    queue.run(turnKey('directline', conversationId), async () => {
      await store.atomically(async () => {
        await parts.forgetBeside?.('directline', conversationId);
        await conversations.end(conversationId);
      });
      streams.end(conversationId);
    });
  const grantToken = createGrantToken(tokens, randomId);
  return {
    routes: [
      ...tokenRoutes({ tokens, origins }, secrets, conversations, grantToken),
      ...conversationRoutes({ ...parts, tokens, conversations, turns, forget }),
    ],
    upgrade: createStreamUpgrade({ tokens, origins }, conversations, streams, log),
    /** For pages of our own, which have no secret to show. */
    grantToken,
    /** For what the bot says without being asked. */
    send: createSendNotice(adapter, log),
    /** Closes the web sockets. */
    close: () => streams.close(),
  };
}
