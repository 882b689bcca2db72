import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import { inTurn } from '../http/in-turn';
import type { Origins } from '../http/origins';
import type { Route } from '../http/route';
import type { BotLogic } from '../bot-logic';
import type { RequireRoom } from '../limits/disk-quota';
import type { Log } from '../log';
import { createTypingIndicator } from '../typing-indicator';
import type { AtomicStore } from '../storage/atomic-store';
import { turnKey, type TurnQueue } from '../storage/turn-queue';
import { DirectLineAdapter } from './adapter';
import { conversationRoutes } from './conversation-routes';
import { createConversations } from './conversations';
import { createOutbox } from './outbox';
import { createTurns } from './receive-activity';
import type { Secrets } from './secret';
import { createSendNotice } from './send-notice';
import { createStreamUpgrade, type Upgrade } from './stream-upgrade';
import { createStreams } from './streams';
import { createGrantToken, tokenRoutes, type GrantToken } from './token-routes';
import { createTokens } from './tokens';

/** What Direct Line is made of. */
export interface DirectLineParts {
  readonly store: AtomicStore;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  readonly requireRoom: RequireRoom;
  readonly secrets: Secrets;
  readonly origins: Origins;
  readonly baseUrlOf: (host: string | undefined) => string;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly pingMs: number;
  /** Deletes what is kept of a conversation elsewhere, when it is forgotten. */
  readonly forgetBeside?: ((channelId: string, conversationId: string) => Promise<void>) | undefined;
}

/** Direct Line 3.0, served in the process. */
export interface DirectLine {
  readonly routes: readonly Route[];
  readonly upgrade: Upgrade;
  /** For pages of our own, which have no secret to show. */
  readonly grantToken: GrantToken;
  /** For activities that the bot sends of its own accord. */
  readonly adapter: DirectLineAdapter;
  /** For what the bot says without being asked. */
  readonly send: SendNotice;
  /**
   * Ends a conversation for good, started or not: deletes the bot's state and what was said, all of it or nothing, and closes the web socket; its
   * tokens open nothing any more. Not to be awaited inside a turn of the same conversation: it waits for its end.
   */
  readonly forget: (conversationId: string) => Promise<void>;
  /** Closes the web sockets. */
  readonly close: () => Promise<void>;
}

/** Puts Direct Line together. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { store, queue, log, secrets, origins, baseUrlOf, now, randomId } = parts;
  const [secret, ...olderSecrets] = secrets;
  const tokens = createTokens({ secret, olderSecrets, now });
  const conversations = createConversations(store, now);
  const streams = createStreams({ store, randomId, pingMs: parts.pingMs });
  const outbox = createOutbox({ conversations, streams, now });
  const play = (conversationId: string, turn: () => Promise<void>): Promise<void> =>
    queue.run(turnKey('directline', conversationId), () => store.atomically(turn));
  const adapter = new DirectLineAdapter(outbox, play, parts.wait);
  adapter.use(createTypingIndicator(log));
  const turns = createTurns({ ...parts, conversations, adapter, outbox });
  const forget = (conversationId: string): Promise<void> =>
    // In the queue, so that a turn under way cannot write again what was deleted.
    inTurn(queue, turnKey('directline', conversationId), async () => {
      await store.atomically(async () => {
        await parts.forgetBeside?.('directline', conversationId);
        await conversations.end(conversationId);
      });
      streams.end(conversationId);
    });
  const grantToken = createGrantToken(tokens, randomId);
  return {
    routes: [
      ...tokenRoutes({ tokens, origins, secrets, conversations, grantToken }),
      ...conversationRoutes({ tokens, origins, conversations, turns, forget, log, randomId, baseUrlOf }),
    ],
    upgrade: createStreamUpgrade({ tokens, origins, conversations, streams, log }),
    grantToken,
    adapter,
    send: createSendNotice(adapter, log),
    forget,
    close: () => streams.close(),
  };
}
