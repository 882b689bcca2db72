import { ActivityTypes } from 'botbuilder';
import { HttpError } from '../http/http-error';
import type { BotLogic } from '../bot-logic';
import type { Log } from '../log';
import { createBoundedCache } from '../storage/bounded-cache';
import type { TurnQueue } from '../storage/turn-queue';
import type { DirectLineAdapter } from './adapter';
import { nextEntry, type ChatUser, type Entry } from './conversation';
import { requireRunning, type Conversations, type Decision } from './conversations';
import { inTurn } from './in-turn';
import { keyOf, toEcho, toTurn, toWelcomeTurn, type Envelope, type IncomingActivity } from './incoming-activity';
import type { Streams } from './streams';

/** What turns of a conversation are made with. */
export interface TurnParts {
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly adapter: DirectLineAdapter;
  readonly queue: TurnQueue;
  readonly bot: BotLogic;
  readonly log: Log;
  readonly now: () => Date;
}

/** Where a conversation is held and by whom. */
export interface Seat {
  readonly conversationId: string;
  readonly user: ChatUser;
  readonly serviceUrl: string;
}

/** An activity in the log. */
interface Logged {
  readonly entry: Entry;
  /** Not so when it came again after it was answered. */
  readonly isToAnswer: boolean;
}

/** Activities that this process remembers to have heard; whoever sends again does so within minutes. */
const MOST_HEARD = 10_000;

/** Begins conversations and brings what users send to the bot. */
export interface Turns {
  /** Starts the conversation unless it was, and lets the bot welcome; true when it is new. */
  start(seat: Seat, locale: string | undefined): Promise<boolean>;
  /** Logs and echoes the activity, has it answered, and resolves with its id; one sent again is not answered again. */
  receive(seat: Seat, incoming: IncomingActivity): Promise<string>;
}

/** Every turn of a conversation runs alone, in the order in which the activities came. */
export function createTurns({ conversations, streams, adapter, queue, bot, log, now }: TurnParts): Turns {
  const heard = createBoundedCache<true>({ most: MOST_HEARD, weightOf: () => 1 });
  return {
    start: (seat, locale) =>
      inTurn(queue, seat.conversationId, async () => {
        const isNew = await conversations.start(seat.conversationId, seat.user);
        if (isNew) await welcome(seat, locale);
        return isNew;
      }),
    receive: (seat, incoming) => inTurn(queue, seat.conversationId, () => answer(seat, incoming)),
  };

  /** A conversation without its welcome is better than none: the client takes any failure here for the end. */
  async function welcome(seat: Seat, locale: string | undefined): Promise<void> {
    try {
      await adapter.receive(toWelcomeTurn(locale, envelopeOf(seat)), bot);
    } catch (error) {
      log.error('a welcome failed', error, { channel: 'directline' });
    }
  }

  async function answer(seat: Seat, incoming: IncomingActivity): Promise<string> {
    // Typing is told to the bot and to nobody else: it has no place in the log.
    if (incoming.type === ActivityTypes.Typing) {
      // Ended while this waited, it must not be remembered by the bot again.
      requireRunning(await conversations.find(seat.conversationId));
      await runBot(seat, incoming, undefined);
      return `${seat.conversationId}|typing`;
    }
    const { entry, isToAnswer } = await logOnce(seat, incoming);
    const { id } = entry.activity;
    if (!isToAnswer) return id;
    heard.hold(id, true);
    // The echo goes before any reply: Web Chat shows a message as sent when it comes back.
    streams.push(seat.conversationId, entry);
    try {
      await runBot(seat, incoming, id);
    } catch (error) {
      heard.release(id);
      await forgetKey(seat, id);
      throw error;
    }
    return id;
  }

  /** What keeps the key from being forgotten is likely what made the turn fail: the turn's own error is the one to tell. */
  async function forgetKey({ conversationId }: Seat, activityId: string): Promise<void> {
    try {
      await conversations.change(conversationId, () => ({
        event: { kind: 'key-forgotten', activityId },
        result: undefined,
      }));
    } catch (error) {
      log.error('a failed turn could not be marked as such', error, { channel: 'directline' });
    }
  }

  function logOnce(seat: Seat, incoming: IncomingActivity): Promise<Logged> {
    const key = keyOf(incoming);
    return conversations.change(seat.conversationId, (conversation): Decision<Logged> => {
      const known = key === null ? undefined : conversation.entries.find((entry) => entry.key === key);
      if (known !== undefined) {
        // In the log, yet nobody heard it and nothing replies to it: the process was killed before it could.
        const { id } = known.activity;
        const isHeard = heard.get(id) ?? conversation.entries.some(({ activity }) => activity.replyToId === id);
        return { event: null, result: { entry: known, isToAnswer: !isHeard } };
      }
      const entry = nextEntry(conversation, toEcho(incoming, envelopeOf(seat)), key);
      return { event: { kind: 'logged', entry }, result: { entry, isToAnswer: true } };
    });
  }

  /** The adapter has already told the user of a failure; what comes through here could not even be told. */
  async function runBot(seat: Seat, incoming: IncomingActivity, id: string | undefined): Promise<void> {
    try {
      await adapter.receive(toTurn(incoming, id, envelopeOf(seat)), bot);
    } catch (error) {
      log.error('a turn failed and could not say so', error, { channel: 'directline' });
      throw new HttpError(502, 'BotError', 'The assistant failed to answer.');
    }
  }

  function envelopeOf(seat: Seat): Envelope {
    return { ...seat, now: now() };
  }
}
