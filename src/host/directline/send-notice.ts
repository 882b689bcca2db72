import type { SendNotice } from '../../../dialogs/subscriptions/notice';
import { HttpError } from '../http/http-error';
import type { Log } from '../log';
import type { DirectLineAdapter } from './adapter';

/** Writes into the log of a Direct Line conversation: whoever has it open sees it, and whoever takes it up again. */
export function createSendNotice(adapter: DirectLineAdapter, log: Log): SendNotice {
  return async (reference, activity) => {
    let outcome: 'sent' | 'gone' | 'failed' = 'failed';
    try {
      await adapter.continueConversation(reference, async (context) => {
        // Caught here: the adapter would tell the person that a turn failed.
        outcome = await context.sendActivity(activity).then(() => 'sent' as const, failureOf);
      });
    } catch (error) {
      outcome = failureOf(error);
    }
    return outcome;
  };

  function failureOf(error: unknown): 'gone' | 'failed' {
    if (error instanceof HttpError && error.status === 404) return 'gone';
    log.error('a notice could not be sent', error, { channel: 'directline' });
    return 'failed';
  }
}
