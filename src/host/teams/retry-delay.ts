import type { Incoming } from './http-exchange';

/** Those that Teams asks to be tried again; any other answer is final. */
const RETRIED: ReadonlySet<number> = new Set([412, 429, 502, 504]);

/** Doubled at each try. Teams counts seven messages a second in a conversation, so half a second is felt. */
const FIRST_DELAY_MS = 500;

/**
 * How long to wait before the next try in milliseconds, or undefined when there should be none. `tries` counts those made.
 * Chance takes up to half of the delay away, so that many conversations refused together don't come back together; what
 * Retry-After asks for is waited for whole, and chance comes on top.
 */
export function retryDelay(
  { status, headers }: Pick<Incoming, 'status' | 'headers'>,
  tries: number,
  { now, random }: { readonly now: () => number; readonly random: () => number },
): number | undefined {
  if (!RETRIED.has(status)) return undefined;
  const delay = FIRST_DELAY_MS * 2 ** (tries - 1);
  const asked = readRetryAfter(headers['retry-after'], now());
  return asked === undefined ? delay * (1 - random() / 2) : asked + (FIRST_DELAY_MS * random()) / 2;
}

/** Seconds or an HTTP date; undefined when there is neither. */
function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
