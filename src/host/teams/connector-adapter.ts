import {
  ActivityTypes,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type ResourceResponse,
  type SendActivitiesHandler,
} from 'botbuilder';
import type { BotLogic } from '../bot-logic';
import type { Log } from '../log';
import { within } from '../time-limit';
import { createTypingIndicator } from '../typing-indicator';
import type { Admitted } from './admission';
import { sendingEnd } from './turn-time';

/** What the adapter of Teams is made of. */
export interface ConnectorAdapterParts {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly log: Log;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  /** Milliseconds. */
  readonly now: () => number;
}

const TYPING: string = ActivityTypes.Typing;

/** Plays admitted activities: with a typing sign, sends that end with the turn's time, and an apology when the bot fails. */
export function createConnectorAdapter({
  authentication,
  log,
  errorSentence,
  now,
}: ConnectorAdapterParts): ConnectorAdapter {
  const adapter = new ConnectorAdapter(authentication);
  adapter.use(createTypingIndicator());
  adapter.use(async (context, next) => {
    context.onSendActivities(sendInTime);
    await next();
  });
  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', error, { channel: 'connector' });
    await context.sendActivity(errorSentence(context.activity.locale ?? 'fr'));
  };
  return adapter;

  /** The client keeps to the turn's time by itself; getting a token from Microsoft is the SDK's, without a limit. */
  async function sendInTime(...[, activities, send]: Parameters<SendActivitiesHandler>): Promise<ResourceResponse[]> {
    const sent = within(Math.max(0, sendingEnd(now) - now()), send());
    if (!activities.every(({ type }) => type === TYPING)) return sent;
    try {
      return await sent;
    } catch (error) {
      // Nobody misses the sign, and the SDK sends it from a timer: a failure there that is not caught ends the process.
      log.warn('the typing sign could not be sent', { reason: error instanceof Error ? error.name : typeof error });
      return activities.map(() => ({ id: '' }));
    }
  }
}

/** Takes requests already authenticated: the SDK's own entrance writes its errors into the answer and on standard error. */
export class ConnectorAdapter extends CloudAdapter {
  receive({ proof, activity }: Admitted, logic: BotLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(proof, activity, logic);
  }
}
