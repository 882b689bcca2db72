import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import { turnKey } from '../storage/turn-queue';
import { ConnectorError } from './connector-error';
import type { MessagesRouteParts } from './messages-route';
import type { TeamsSdk } from './teams-sdk';
import { inTurnTime } from './turn-time';

/** `sdk` sends through the client that knows the hosts and tries again: the reference comes from a store. */
type TeamsSenderParts = Pick<MessagesRouteParts, 'queue' | 'alone' | 'log' | 'now'> & { readonly sdk: TeamsSdk };

/** MessageWritesBlocked, BotNotInConversationRoster, ConversationNotFound… Teams asks not to try again after any of them. */
const GONE: ReadonlySet<number | undefined> = new Set([403, 404]);

/**
 * The conversation is kept from an earlier turn (`getConversationReference`). No typing sign and no apology goes before or after what
 * nobody asked for. It takes its turn in the conversation's queue, so a turn must not wait for a send to its own conversation.
 */
export function createTeamsSender({ sdk, queue, alone, log, now }: TeamsSenderParts): SendNotice {
  return async (reference, activity, sent) => {
    try {
      const key = turnKey(reference.channelId, reference.conversation?.id);
      const say = (): Promise<void> =>
        sdk.begin(reference, async (context) => {
          // The SDK makes an id up for a turn that nobody began, then would send an answer to it.
          delete context.activity.id;
          await context.sendActivity(activity);
          await sent(context);
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
