import { ActivityTypes, type TurnContext } from 'botbuilder';
import { HttpError } from '../http/http-error';
import type { BotLogic } from '../bot-logic';
import type { RequireRoom } from '../limits/disk-quota';
import type { Log } from '../log';
import type { AtomicStore } from '../storage/atomic-store';
import { VersionConflict } from '../storage/store';
import { StoreProblem } from '../storage/store-problem';
import { turnKey, type TurnQueue } from '../storage/turn-queue';
import type { DirectLineAdapter } from './adapter';
import { requireRunning, type Conversations } from './conversations';
import {
  keyOf,
  toEcho,
  toTurn,
  toWelcomeTurn,
  type Envelope,
  type IncomingActivity,
  type Seat,
} from './incoming-activity';
import type { Outbox } from './outbox';

export interface TurnsParts {
  readonly conversations: Conversations;
  readonly adapter: DirectLineAdapter;
  readonly outbox: Outbox;
  readonly store: AtomicStore;
  readonly queue: TurnQueue;
  readonly requireRoom: RequireRoom;
  readonly bot: BotLogic;
  /** What the user reads when the bot fails. */
  readonly errorSentence: (locale: string) => string;
  readonly log: Log;
  readonly now: () => Date;
}

/** Begins conversations and brings what users send to the bot. */
export type Turns = ReturnType<typeof createTurns>;

/**
 * Every turn of a conversation runs alone, in the order in which the activities came, and is whole: the activity, its replies and what
 * the bot remembers are kept together, before any of it is shown. A turn that was cut off never was, and is played when it is sent again.
 */
export function createTurns(parts: TurnsParts) {
  const { conversations, adapter, outbox, store, queue, requireRoom, bot, errorSentence, log, now } = parts;
  return {
    /** Starts the conversation unless it was, and lets the bot welcome; true when it is new. */
    start: (seat: Seat, locale: string | undefined) => {
      const start = (logic: BotLogic) => async (): Promise<boolean> => {
        const isNew = await conversations.start(seat.conversationId, seat.user);
        if (isNew) await adapter.receive(toWelcomeTurn(locale, envelopeOf(seat)), logic);
        return isNew;
      };
      // A conversation without its welcome is better than none: the client takes any failure here for the end.
      const withoutWelcome = start(() => Promise.resolve());
      return kept(seat, start(bot), withoutWelcome);
    },
    /** Logs and echoes the activity, has it answered, and resolves with its id; one sent again is not answered again. */
    receive: (seat: Seat, incoming: IncomingActivity) =>
      kept(seat, answer(seat, incoming, bot), answer(seat, incoming, apologise), isStoreAway).catch(
        (refusal: unknown) => {
          // Shown and not logged, since nothing can be: whoever has the conversation open learns why nothing comes.
          if (refusal instanceof HttpError && refusal.status >= 500) {
            const text = errorSentence(incoming.locale ?? 'fr');
            outbox.show(seat.conversationId, { type: ActivityTypes.Message, text });
          }
          throw refusal;
        },
      ),
  };

  /** In the conversation's queue; whatever fails is a refusal that the client understands. */
  function kept<T>({ conversationId }: Seat, ...tasks: Parameters<typeof either<T>>): Promise<T> {
    return queue.run(turnKey('directline', conversationId), async () => {
      try {
        await requireRoom();
        return await either(...tasks);
      } catch (error) {
        if (error instanceof HttpError) throw error;
        log.error('a turn could not be kept', error, { channel: 'directline' });
        throw new HttpError(503, 'NotReady', 'The assistant cannot keep what is said now; send it again later.');
      }
    });
  }

  /** Keeps the first whole, or else the second, unless nothing comes of that one either. */
  async function either<T>(
    first: () => Promise<T>,
    second: () => Promise<T>,
    isVain: (error: unknown) => boolean = () => false,
  ): Promise<T> {
    try {
      return await store.atomically(first);
    } catch (error) {
      if (error instanceof HttpError || isVain(error)) throw error;
      log.error('a turn failed', error, { channel: 'directline' });
      return store.atomically(second);
    }
  }

  function answer(seat: Seat, incoming: IncomingActivity, logic: BotLogic): () => Promise<string> {
    const { conversationId } = seat;
    return async () => {
      const conversation = requireRunning(await conversations.find(conversationId));
      // Typing is told to the bot and to nobody else: it has no place in the log.
      if (incoming.type === ActivityTypes.Typing) {
        await adapter.receive(toTurn(incoming, undefined, envelopeOf(seat)), logic);
        return `${conversationId}|typing`;
      }
      const key = keyOf(incoming);
      const known = conversation.heard.find(([heard]) => heard === key);
      if (known !== undefined) return known[1];
      const envelope = envelopeOf(seat);
      // The echo goes before any reply: Web Chat shows a message as sent when it comes back.
      const entry = await conversations.log(conversationId, toEcho(incoming, envelope), key);
      await adapter.receive(toTurn(incoming, entry.id, envelope), logic);
      return entry.id;
    };
  }

  /** Sent again, it is answered: an apology kept by a store that can be written to again would stand in the place of the answer. */
  function isStoreAway(error: unknown): boolean {
    return error instanceof StoreProblem || error instanceof VersionConflict;
  }

  async function apologise(context: TurnContext): Promise<void> {
    await context.sendActivity(errorSentence(context.activity.locale ?? 'fr'));
  }

  function envelopeOf(seat: Seat): Envelope {
    return { ...seat, now: now() };
  }
}
