import type { Activity, ConversationReference, TurnContext } from 'botbuilder';
import type { Log } from '../log';
import type { Alone } from '../storage/lease';
import type { TurnQueue } from '../storage/turn-queue';
import { ConnectorError } from './connector-error';
import type { TeamsSdk } from './teams-sdk';
import { turnKey } from './turn-key';
import { inTurnTime } from './turn-time';

/**
 * Says something that nobody asked for just now, in a conversation kept from an earlier turn (`getConversationReference`).
 * `gone`: the person or their organisation does not want it, or the conversation is no more; to be sent nothing again.
 * `failed`: it may work another time. Never rejects. It takes its turn in the conversation's queue, so a turn must not
 * wait for a send to its own conversation. `sent` is run in that turn, once the message is on its way.
 */
export type TeamsSender = (
  reference: Partial<ConversationReference>,
  activity: Partial<Activity>,
  sent?: (context: TurnContext) => Promise<void>,
) => Promise<'sent' | 'gone' | 'failed'>;

/** What the sender is made of. */
export interface TeamsSenderParts {
  /** Sends through the client that knows the hosts and tries again: the reference comes from a store. */
  readonly sdk: TeamsSdk;
  readonly queue: TurnQueue;
  readonly alone: Alone;
  readonly log: Log;
  /** Milliseconds. */
  readonly now: () => number;
}

/** MessageWritesBlocked, BotNotInConversationRoster, ConversationNotFound… Teams asks not to try again after any of them. */
const GONE: ReadonlySet<number | undefined> = new Set([403, 404]);

/** No typing sign and no apology goes before or after what nobody asked for. */
export function createTeamsSender({ sdk, queue, alone, log, now }: TeamsSenderParts): TeamsSender {
  return async (reference, activity, sent) => {
    try {
      const key = turnKey(reference.channelId, reference.conversation?.id);
      const say = (): Promise<void> =>
        sdk.begin(reference, async (context) => {
          // The SDK makes an id up for a turn that nobody began, then would send an answer to it.
          delete context.activity.id;
          await context.sendActivity(activity);
          await sent?.(context);
        });
      await queue.run(key, () => alone(key, () => inTurnTime(now, say)));
      return 'sent';
    } catch (error) {
      if (error instanceof ConnectorError && GONE.has(error.status)) {
        log.info('a conversation takes no more messages', { code: error.code });
        return 'gone';
      }
      log.error('a message that nobody asked for could not be sent', error, { channel: 'connector' });
      return 'failed';
    }
  };
}
