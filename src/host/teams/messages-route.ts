import { ActivityTypes, type InvokeResponse } from 'botbuilder';
import type { BotLogic } from '../bot-logic';
import { HttpError } from '../http/http-error';
import { json, type Answer, type Route } from '../http/route';
import type { Log } from '../log';
import type { DocumentStore } from '../storage/document-store';
import { QueueFull, type TurnQueue } from '../storage/turn-queue';
import type { Admit, Admitted } from './admission';
import type { ConnectorAdapter } from './connector-adapter';
import { createSeenActivities } from './seen-activities';
import { turnKey } from './turn-key';
import { inTurnTime } from './turn-time';

/** What the door of Teams is made of. */
export interface MessagesRouteParts {
  readonly admit: Admit;
  readonly adapter: ConnectorAdapter;
  readonly store: DocumentStore;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** Milliseconds. */
  readonly now: () => number;
}

const INVOKE: string = ActivityTypes.Invoke;

/** `POST /api/messages`. Nothing is played and nothing is sent anywhere before the activity is admitted. */
export function createMessagesRoute({ admit, adapter, store, queue, log, bot, now }: MessagesRouteParts): Route {
  const seen = createSeenActivities(store);

  return {
    method: 'POST',
    path: '/api/messages',
    answer: async (call) => {
      const admitted = await admit(call);
      const { channelId, conversation } = admitted.activity;
      const key = turnKey(channelId, conversation.id);
      return toAnswer(await inTurn(key, () => answerOnce(key, admitted)));
    },
  };

  async function inTurn<T>(conversation: string, task: () => Promise<T>): Promise<T> {
    try {
      return await queue.run(conversation, () => inTurnTime(now, task));
    } catch (error) {
      if (!(error instanceof QueueFull)) throw error;
      throw new HttpError(429, 'TooManyRequests', 'Too many activities wait in this conversation.', {
        'Retry-After': '1',
      });
    }
  }

  /** A turn sent again waits for the first one in the queue, then is found answered. An invoke wants its answer each time. */
  async function answerOnce(conversation: string, admitted: Admitted): Promise<InvokeResponse | undefined> {
    const { type, id } = admitted.activity;
    const known = type === INVOKE ? undefined : id;
    if (known !== undefined && (await seen.has(conversation, known))) return undefined;
    const response = await runBot(admitted);
    if (known !== undefined) await seen.add(conversation, known);
    return response;
  }

  async function runBot(admitted: Admitted): Promise<InvokeResponse | undefined> {
    try {
      return await adapter.receive(admitted, bot);
    } catch (error) {
      log.error('a turn failed and could not say so', error, { channel: 'connector' });
      throw new HttpError(502, 'BotError', 'The assistant failed to answer.');
    }
  }
}

function toAnswer(response: InvokeResponse | undefined): Answer {
  if (response === undefined) return { status: 200, content: undefined };
  const body: unknown = response.body;
  return body === undefined ? { status: response.status, content: undefined } : json(response.status, body);
}
