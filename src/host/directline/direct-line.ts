import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import type { Origins } from '../http/origins';
import type { Route } from '../http/route';
import type { BotLogic } from '../bot-logic';
import type { Log } from '../log';
import { createTypingIndicator } from '../typing-indicator';
import type { DocumentStore } from '../storage/document-store';
import type { RecordLogs } from '../storage/record-logs';
import type { TurnQueue } from '../storage/turn-queue';
import { DirectLineAdapter } from './adapter';
import { conversationRoutes } from './conversation-routes';
import { createConversations } from './conversations';
import { createForget, type Forget, type ForgetBeside } from './forget';
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
  /** Where the bot keeps its state. */
  readonly store: DocumentStore;
  /** Where conversations are kept. */
  readonly logs: RecordLogs;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  readonly secrets: Secrets;
  readonly origins: Origins;
  readonly baseUrlOf: (host: string | undefined) => string;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly pingMs: number;
  /** Deletes what is kept of a conversation elsewhere, when it is forgotten. */
  readonly forgetBeside?: ForgetBeside | undefined;
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
  /** Ends a conversation for good; see the route `…/conversations/:id/forget`. */
  readonly forget: Forget;
  /** Whether a conversation was ended for good. */
  readonly isEnded: (conversationId: string) => Promise<boolean>;
  /** Closes the web sockets. */
  readonly close: () => Promise<void>;
}

/** Puts Direct Line together. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const { store, logs, queue, log, bot, secrets, origins, baseUrlOf, now, randomId } = parts;
  const [secret, ...olderSecrets] = secrets;
  const tokens = createTokens({ secret, olderSecrets, now });
  const conversations = createConversations(logs, now);
  const streams = createStreams({ pingMs: parts.pingMs });
  const adapter = new DirectLineAdapter(createOutbox(conversations, streams, now), queue, parts.wait);
  adapter.use(createTypingIndicator(log));
  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', error, { channel: 'directline' });
    await context.sendActivity(parts.errorSentence(context.activity.locale ?? 'fr'));
  };
  const turns = createTurns({ conversations, streams, adapter, queue, bot, log, now });
  const forget = createForget({ store, queue, conversations, streams, adapter, forgetBeside: parts.forgetBeside });
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
    isEnded: (conversationId) => conversations.isEnded(conversationId),
    close: () => streams.close(),
  };
}
