import { ActivityTypes, DeliveryModes, type InvokeResponse } from 'botbuilder';
import type { BotLogic } from '../bot-logic';
import { HttpError } from '../http/http-error';
import { json, post, type Answer, type Route } from '../http/route';
import type { Log } from '../log';
import type { Alone } from '../storage/lease';
import type { Store } from '../storage/store';
import { turnKey, type TurnQueue } from '../storage/turn-queue';
import type { Admit, Admitted } from './admission';
import { createSeenActivities, INVOKE, occurrenceOf } from './seen-activities';
import { inTurnTime } from './turn-time';

/** Does something later; what it returns keeps it from being done. */
export type Later = (milliseconds: number, act: () => void) => () => void;

export interface MessagesRouteParts {
  readonly admit: Admit;
  readonly store: Store;
  /** What was sent to Teams cannot be taken back: a turn has to be alone in all processes before it is played. */
  readonly alone: Alone;
  readonly queue: TurnQueue;
  readonly log: Log;
  readonly bot: BotLogic;
  /** What the user reads when the answer takes longer than Teams waits. */
  readonly lateSentence: (locale: string) => string;
  /** Milliseconds. */
  readonly now: () => number;
  /** The clock of the turns. */
  readonly later?: Later;
}

const MESSAGE: string = ActivityTypes.Message;
const EXPECT_REPLIES: string = DeliveryModes.ExpectReplies;

/** Teams sends a turn again, or shows an error, when its request has no answer after 15 s; three are left to answer it. */
const TURN_LIMIT_MS = 12_000;
const LATE = Symbol('the time of the turn is over');

/** `POST /api/messages`. Nothing is played and nothing is sent anywhere before the activity is admitted. */
export function createMessagesRoute(parts: MessagesRouteParts): Route {
  const { admit, store, alone, queue, log, bot, lateSentence, now, later = byTheClock } = parts;
  const seen = createSeenActivities(store, now);

  return post('/api/messages', async (call) => {
    // Before the keys are read and earlier turns of the conversation are played: Teams waits for all of that.
    let stop = (): void => undefined;
    const late = new Promise<typeof LATE>((resolve) => {
      stop = later(TURN_LIMIT_MS, () => resolve(LATE));
    });
    try {
      const admitted = await admit(call);
      const { channelId, conversation } = admitted.activity;
      const key = turnKey(channelId, conversation.id);
      const turn = queue.run(key, () => alone(key, () => inTurnTime(now, () => answerOnce(key, admitted))));
      const played = await Promise.race([turn, late]);
      return played === LATE ? answerLate(admitted) : toAnswer(played);
    } finally {
      stop();
    }
  });

  /** The turn goes on and its reply will come by itself; only what must be in the answer to the request is lost. */
  function answerLate(admitted: Admitted): Answer {
    const { type, deliveryMode } = admitted.activity;
    if (type === INVOKE || deliveryMode === EXPECT_REPLIES) {
      throw new HttpError(504, 'TurnTimeout', 'The assistant takes too long to answer.');
    }
    const tellLate: BotLogic = async (context) => {
      await context.sendActivity(lateSentence(context.activity.locale ?? 'fr'));
    };
    // Beside the turn under way: it touches nothing that the conversation remembers.
    if (type === MESSAGE)
      admitted.play(tellLate).catch((error: unknown) => {
        log.error('nobody could be told that a turn takes long', error, { channel: 'connector' });
      });
    return { status: 200, content: undefined };
  }

  /** A turn sent again waits for the first one in the queue, then is found answered. An invoke wants its answer each time. */
  async function answerOnce(conversation: string, admitted: Admitted): Promise<InvokeResponse | undefined> {
    const id = occurrenceOf(admitted.activity);
    if (id !== undefined && (await seen.has(conversation, id))) return undefined;
    const response = await admitted.play(bot).catch((error: unknown) => {
      log.error('a turn failed and could not say so', error, { channel: 'connector' });
      throw new HttpError(502, 'BotError', 'The assistant failed to answer.');
    });
    if (id !== undefined) await seen.add(conversation, id);
    return response;
  }
}

function toAnswer({ status, body }: InvokeResponse<unknown> = { status: 200 }): Answer {
  return body === undefined ? { status, content: undefined } : json(status, body);
}

/** By the machine's clock. */
const byTheClock: Later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
};
