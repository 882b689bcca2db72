import { type Middleware, ShowTypingMiddleware } from 'botbuilder';

/** A shorter wait needs no sign; Teams wants one within a second. */
const DELAY_MS = 600;
/** The sign goes out by itself after about three seconds. */
const PERIOD_MS = 2_500;

/** Shows that the assistant is at work while a turn takes long. */
export function createTypingIndicator(): Middleware {
  return new ShowTypingMiddleware(DELAY_MS, PERIOD_MS);
}
