import { ActivityTypes, type Middleware, TurnContext } from 'botbuilder';
import type { Log } from './log';

/** A shorter wait needs no sign; Teams wants one within a second. */
const DELAY_MS = 600;
/** The sign goes out by itself after about three seconds. */
const PERIOD_MS = 2_500;

const MESSAGE: string = ActivityTypes.Message;

/**
 * Shows that the assistant is at work while a turn takes long, in the thread where it was asked. (The SDK's own has a failed
 * sign handled as a failed turn: it apologises for an answer that then comes, and where even that fails the process ends.)
 */
export function createTypingIndicator(log: Log): Middleware {
  return {
    onTurn: async (context, next) => {
      if (context.activity.type !== MESSAGE) {
        await next();
        return;
      }
      let timer = setTimeout(show, DELAY_MS);
      let isOver = false;
      try {
        await next();
      } finally {
        isOver = true;
        clearTimeout(timer);
      }

      function show(): void {
        void sendTyping(context, log).then(() => {
          if (!isOver) timer = setTimeout(show, PERIOD_MS);
        });
      }
    },
  };
}

/** Past the bot's own handlers: a sign is no reply. Nobody misses one that fails. */
async function sendTyping(context: TurnContext, log: Log): Promise<void> {
  const reference = TurnContext.getConversationReference(context.activity);
  const typing = TurnContext.applyConversationReference({ type: ActivityTypes.Typing }, reference);
  try {
    await context.adapter.sendActivities(context, [typing]);
  } catch (error) {
    log.error('the typing sign could not be shown', error);
  }
}
