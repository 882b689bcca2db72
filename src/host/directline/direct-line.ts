import type { Route } from '../http/route';
import type { BotLogic } from '../bot-logic';
import type { Log } from '../log';
import { createTypingIndicator } from '../typing-indicator';
import type { DocumentStore } from '../storage/document-store';
import type { TurnQueue } from '../storage/turn-queue';
import { DirectLineAdapter } from './adapter';
import { conversationRoutes } from './conversation-routes';
import { createConversations } from './conversations';
import { createOutbox } from './outbox';
import { createTurns } from './receive-activity';
import { createStreamUpgrade, type Upgrade } from './stream-upgrade';
import { createStreams } from './streams';
import { createGrantToken, tokenRoutes, type GrantToken } from './token-routes';
import { createTokens } from './tokens';

/** What Direct Line is made of. */
export interface DirectLineParts {
  readonly store: DocumentStore;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  readonly secret: string;
  readonly baseUrlOf: (host: string | undefined) => string;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly pingMs: number;
}

/** Direct Line 3.0, served in the process. */
export interface DirectLine {
  readonly routes: readonly Route[];
  readonly upgrade: Upgrade;
  /** For pages of our own, which have no secret to show. */
  readonly grantToken: GrantToken;
  /** For activities that the bot sends of its own accord. */
  readonly adapter: DirectLineAdapter;
  /** Closes the web sockets. */
  readonly close: () => Promise<void>;
}

/** Puts Direct Line together. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { store, queue, log, bot, secret, baseUrlOf, now, randomId } = parts;
  const tokens = createTokens({ secret, now });
  const conversations = createConversations(store, now);
  const streams = createStreams({ pingMs: parts.pingMs });
  const adapter = new DirectLineAdapter(createOutbox(conversations, streams, now), queue, parts.wait);
  adapter.use(createTypingIndicator());
  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', error, { channel: 'directline' });
    await context.sendActivity(parts.errorSentence(context.activity.locale ?? 'fr'));
  };
  const turns = createTurns({ conversations, streams, adapter, queue, bot, log, now });
  const grantToken = createGrantToken(tokens, randomId);
  return {
    routes: [
      ...tokenRoutes(tokens, secret, grantToken),
      ...conversationRoutes({ tokens, conversations, turns, randomId, baseUrlOf }),
    ],
    upgrade: createStreamUpgrade(tokens, conversations, streams, log),
    grantToken,
    adapter,
    close: () => streams.close(),
  };
}
