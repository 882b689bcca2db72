import {
  ActivityTypes,
  CloudAdapter,
  DeliveryModes,
  type Activity,
  type ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
} from 'botbuilder';
import type { BotLogic } from '../bot-logic';
import { HttpError } from '../http/http-error';
import { json, type Answer, type Route } from '../http/route';
import type { Log } from '../log';
import type { DocumentStore } from '../storage/document-store';
import { QueueFull, type TurnQueue } from '../storage/turn-queue';
import { within } from '../time-limit';
import { createTypingIndicator } from '../typing-indicator';
import { parseConnectorActivity } from './connector-activity';
import { authenticate, type Authentication } from './connector-authentication';
import { occurrenceOf } from './occurrence';
import { createSeenActivities } from './seen-activities';
import { later as byTheClock, startTurnLimit, type Later } from './turn-limit';

/** What the door of Teams is made of. */
export interface MessagesRouteParts {
  readonly authentication: ConfigurationBotFrameworkAuthentication;
  readonly store: DocumentStore;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  /** What the user reads when the answer takes longer than Teams waits. */
  readonly lateSentence: (locale: string) => string;
  /** The clock of the turns. */
  readonly later?: Later;
}

const INVOKE: string = ActivityTypes.Invoke;
const MESSAGE: string = ActivityTypes.Message;
/** Nobody waits for an answer to the rest: an apology would come out of the blue. */
const ASKED: ReadonlySet<string> = new Set([ActivityTypes.Message, ActivityTypes.MessageUpdate, ActivityTypes.Invoke]);
const EXPECT_REPLIES: string = DeliveryModes.ExpectReplies;

/** Teams gives a turn 15 s before it sends it again, and the SDK gives its own calls no limit. */
const SEND_TIMEOUT_MS = 12_000;

/**
 * `POST /api/messages`, to be mounted only with an app id: without one the SDK believes anybody, and posts its replies to
 * whatever address the caller names. Nothing is sent anywhere before the token is proved to be for that address.
 */
export function createMessagesRoute({
  authentication,
  store,
  queue,
  log,
  bot,
  errorSentence,
  lateSentence,
  later = byTheClock,
}: MessagesRouteParts): Route {
  const seen = createSeenActivities(store);
  const adapter = new ConnectorAdapter(authentication);
  adapter.use(createTypingIndicator(log));
  adapter.use(async (context, next) => {
    context.onSendActivities((_context, _activities, send) => within(SEND_TIMEOUT_MS, send()));
    await next();
  });
  adapter.onTurnError = async (context, error) => {
    log.error('a turn failed', error, { channel: 'connector' });
    if (ASKED.has(context.activity.type)) await context.sendActivity(errorSentence(context.activity.locale ?? 'fr'));
  };

  return {
    method: 'POST',
    path: '/api/messages',
    answer: async ({ headers, body }) => {
      // Before the keys are read and earlier turns of the conversation are played: Teams waits for all of that.
      const limit = startTurnLimit(later);
      try {
        const activity = parseConnectorActivity(body);
        const proof = await authenticate(authentication, activity, headers.authorization);
        const conversation = `${activity.channelId}/${activity.conversation.id}`;
        const played = await limit.wait(inTurn(conversation, () => answerOnce(conversation, proof, activity)));
        return played.isLate ? answerLate(proof, activity) : toAnswer(played.result);
      } finally {
        limit.stop();
      }
    },
  };

  /** The turn goes on and its reply will come by itself; only what must be in the answer to the request is lost. */
  function answerLate(proof: Authentication, activity: Activity): Answer {
    if (activity.type === INVOKE || activity.deliveryMode === EXPECT_REPLIES) {
      throw new HttpError(504, 'TurnTimeout', 'The assistant takes too long to answer.');
    }
    if (activity.type === MESSAGE) void tellLate(proof, activity);
    return { status: 200, content: undefined };
  }

  /** Beside the turn under way: it touches nothing that the conversation remembers. */
  async function tellLate(proof: Authentication, activity: Activity): Promise<void> {
    try {
      await adapter.receive(proof, activity, async (context) => {
        await context.sendActivity(lateSentence(activity.locale ?? 'fr'));
      });
    } catch (error) {
      log.error('nobody could be told that a turn takes long', error, { channel: 'connector' });
    }
  }

  async function inTurn<T>(conversation: string, task: () => Promise<T>): Promise<T> {
    try {
      return await queue.run(conversation, task);
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error;
      throw new HttpError(429, 'TooManyRequests', 'Too many activities wait in this conversation.', {
        'Retry-After': '1',
      });
    }
  }

  /** A turn sent again waits for the first one in the queue, then is found answered. An invoke wants its answer each time. */
  async function answerOnce(
    conversation: string,
    proof: Authentication,
    activity: Activity,
  ): Promise<InvokeResponse | undefined> {
    const id = occurrenceOf(activity);
    if (id !== undefined && (await seen.has(conversation, id))) return undefined;
    const response = await runBot(proof, activity);
    if (id !== undefined) await seen.add(conversation, id);
    return response;
  }

  async function runBot(proof: Authentication, activity: Activity): Promise<InvokeResponse | undefined> {
    try {
      return await adapter.receive(proof, activity, bot);
    } catch (error) {
      log.error('a turn failed and could not say so', error, { channel: 'connector' });
      throw new HttpError(502, 'BotError', 'The assistant failed to answer.');
    }
  }
}

/** Takes requests already authenticated: the SDK's own entrance writes its errors into the answer and on standard error. */
class ConnectorAdapter extends CloudAdapter {
  receive(proof: Authentication, activity: Activity, logic: BotLogic): Promise<InvokeResponse | undefined> {
    return this.processActivity(proof, activity, logic);
  }
}

function toAnswer(response: InvokeResponse | undefined): Answer {
  if (response === undefined) return { status: 200, content: undefined };
  const body: unknown = response.body;
  return body === undefined ? { status: response.status, content: undefined } : json(response.status, body);
}
