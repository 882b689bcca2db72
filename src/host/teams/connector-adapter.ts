import {
  ActivityTypes,
  CloudAdapter,
  type Activity,
  type BotAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
} from 'botbuilder';
import { ConnectorMappers } from 'botframework-connector/lib/connectorApi/connectorClient';
import type { BotLogic } from '../bot-logic';
import type { Log } from '../log';
import { within } from '../time-limit';
import { createTypingIndicator } from '../typing-indicator';
import { authenticate, type Authentication } from './connector-authentication';
import type { TeamsSdk } from './teams-sdk';
import { sendingEnd } from './turn-time';

/** What is done to each turn, whoever's adapter plays it. */
export interface TurnTreatment {
  readonly log: Log;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  /** Keeps what the conversation remembers so far, before a reply leaves that nobody can take back. */
  readonly saveState: BotLogic;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Nobody waits for an answer to the rest: an apology would come out of the blue. */
const ASKED: ReadonlySet<string> = new Set([ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.Invoke]);

type ConnectorAdapterParts = TurnTreatment & { readonly authentication: ConfigurationBotFrameworkAuthentication };

/** Botbuilder's kit; the app id is empty in development. */
export function createBotbuilderSdk(appId: string, parts: ConnectorAdapterParts): TeamsSdk {
  const { authentication } = parts;
  const adapter = createConnectorAdapter(parts);
  const unasked = new CloudAdapter(authentication);
  return {
    accept: async (activity, authorization) => {
      const proof = await authenticate(authentication, activity, authorization);
      return (logic) => adapter.receive(proof, activity, logic);
    },
    begin: (reference, logic) => unasked.continueConversationAsync(appId, reference, logic),
  };
}

/** Plays admitted activities. */
export function createConnectorAdapter({ authentication, ...treatment }: ConnectorAdapterParts): ConnectorAdapter {
  // The SDK's own description of an entity knows `type`, `text` and `mentioned`, and its serializer drops every other key without a
  // word: of a citation only the type would reach Teams. Done to the SDK itself, once for all.
  Object.assign(ConnectorMappers.Entity.type, { additionalProperties: { type: { name: 'any' } } });
  const adapter = new ConnectorAdapter(authentication);
  furnish(adapter, treatment);
  return adapter;
}

/** Gives the turns of an adapter a typing sign, sends that end with the turn's time, and an apology when the bot fails. */
export function furnish(adapter: BotAdapter, { log, errorSentence, saveState, now }: TurnTreatment): void {
  adapter.use(createTypingIndicator(log));
  adapter.use(async (context, next) => {
    // What is on its way to Teams cannot be taken back: the next question must be about it, whatever happens to this process.
    context.onSendActivities(async (...[turn, , send]) => {
      await saveState(turn);
      // The client keeps to the turn's time by itself; getting a token from Microsoft is the SDK's, without a limit.
      return within(Math.max(0, sendingEnd(now) - now()), send());
    });
    await next();
  });
  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', error, { channel: 'connector' });
    if (ASKED.has(context.activity.type)) await context.sendActivity(errorSentence(context.activity.locale ?? 'fr'));
  };
}

/** Takes requests already authenticated: the SDK's own entrance writes its errors into the answer and on standard error. */
class ConnectorAdapter extends CloudAdapter {
  receive(proof: Authentication, activity: Activity, logic: BotLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(proof, activity, logic);
  }
}
