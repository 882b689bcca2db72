import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import { HttpError } from '../http/http-error';
import type { Log } from '../log';
import type { DirectLineAdapter } from './adapter';

/** Writes into the log of a Direct Line conversation: whoever has it open sees it, and whoever takes it up again. */
export function createSendNotice(adapter: DirectLineAdapter, log: Log): SendNotice {
  return async (reference, activity, sent) => {
    try {
      await adapter.continueConversation(reference, async (context) => {
        await context.sendActivity(activity);
        await sent(context);
      });
      return 'sent';
    } catch (error) {
      if (error instanceof HttpError && error.status === 404) return 'gone';
      log.error('a notice could not be sent', error, { channel: 'directline' });
      return 'failed';
    }
  };
}
