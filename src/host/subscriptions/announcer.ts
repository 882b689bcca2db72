import type { Log } from '../log';

/** Tells subscribers in the background, until it is stopped. */
export type Announcer = ReturnType<typeof startAnnouncer>;

/** What could not be sent is tried again after a minute, then less and less often. */
const RETRY_MS: readonly number[] = [60_000, 600_000, 3_600_000];
/** With nobody left to tell: old subscriptions are still to be deleted. */
const DAY_MS = 86_400_000;

/**
 * Runs rounds one after the other: at once, again while somebody is left to be told, and once a day.
 *
 * @param round tells whoever is to be told, and resolves with how many are left
 * @param wait resolves after so long, or as soon as the announcer is stopped
 */
export function startAnnouncer(parts: {
  readonly round: (isStopped: () => boolean) => Promise<number>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
}) {
  const { round, wait, log } = parts;
  const stopping = new AbortController();
  const isStopped = (): boolean => stopping.signal.aborted;
  const done = run();
  return {
    /** Resolves when what was being sent is done. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await done;
    },
  };

  async function run(): Promise<void> {
    let tries = 0;
    while (!isStopped()) {
      const left = await round(isStopped).catch((error: unknown) => {
        log.error('subscribers could not be told', error);
        return 1;
      });
      tries = left === 0 ? 0 : tries + 1;
      if (isStopped()) return;
      await wait(left === 0 ? DAY_MS : (RETRY_MS[Math.min(tries, RETRY_MS.length) - 1] ?? DAY_MS), stopping.signal);
    }
  }
}
