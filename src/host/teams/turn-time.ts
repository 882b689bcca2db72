import { AsyncLocalStorage } from 'node:async_hooks';

/** How long the sends of one turn may take together. Teams gives a turn 15 s, and the answer itself has to be found. */
const TURN_MS = 12_000;

/** What is said after that still gets a try: Teams no longer waits for the turn, but takes a late message. */
const LATE_SEND_MS = 2_000;

const ends = new AsyncLocalStorage<number>();

/** Runs a turn whose sends share `TURN_MS`: the SDK hands nothing of the turn down to its HTTP client. */
export function inTurnTime<T>(now: () => number, turn: () => Promise<T>): Promise<T> {
  return ends.run(now() + TURN_MS, turn);
}

/** When what is being sent must be through, in milliseconds of `now`; outside a turn, as if one began. */
export function sendingEnd(now: () => number): number {
  return Math.max(ends.getStore() ?? now() + TURN_MS, now() + LATE_SEND_MS);
}
