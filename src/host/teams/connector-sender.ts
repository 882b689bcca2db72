import { CloudAdapter, type ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { SendNotice } from '../../../dialogs/subscriptions/send-notice';
import type { Log } from '../log';
import { within } from '../time-limit';

/** The SDK gives its calls no limit. */
const SEND_TIMEOUT_MS = 12_000;

/** MessageWritesBlocked, BotNotInConversationRoster, ConversationNotFound: Teams asks not to try again after these. */
const GONE: ReadonlySet<number> = new Set([403, 404]);

const refusalSchema = z.looseObject({ statusCode: z.number() });

/** Writes to a conversation of Teams that nobody just spoke in. */
export function createConnectorSender(
  authentication: ConfigurationBotFrameworkAuthentication,
  appId: string,
  log: Log,
): SendNotice {
  const adapter = new CloudAdapter(authentication);
  return async (reference, activity) => {
    try {
      await within(
        SEND_TIMEOUT_MS,
        adapter.continueConversationAsync(appId, reference, async (context) => {
          // The SDK makes an id up for a turn that nobody began, then would send an answer to it.
          delete context.activity.id;
          await context.sendActivity(activity);
        }),
      );
      return 'sent';
    } catch (error) {
      const refusal = refusalSchema.safeParse(error);
      if (refusal.success && GONE.has(refusal.data.statusCode)) return 'gone';
      log.error('a notice could not be sent', error, { channel: 'connector' });
      return 'failed';
    }
  };
}
