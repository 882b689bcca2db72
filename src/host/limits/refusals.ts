import type { Log } from '../log';

/** Why somebody was refused: too many requests of a person or an address, conversations of an address, lines, requests on a line not waiting for their answers; no room on the disk. */
const NONE = { person: 0, address: 0, conversations: 0, connections: 0, pipelining: 0, disk: 0 };
export type RefusalKind = keyof typeof NONE;

export type Refusals = ReturnType<typeof createRefusals>;

const LOG_EVERY_MS = 60_000;

/** A flood must not fill the log too: the first refusal is told at once, those that follow once a minute, by their number. */
export function createRefusals(log: Log, everyMs = LOG_EVERY_MS) {
  const totals = { ...NONE };
  let untold = { ...NONE };
  let isWaiting = false;
  return {
    count: (kind: RefusalKind): void => {
      totals[kind] += 1;
      untold[kind] += 1;
      if (!isWaiting) tell();
    },
    /** Since the start. */
    totals: (): Readonly<typeof totals> => ({ ...totals }),
  };

  function tell(): void {
    const counted = Object.entries(untold).filter(([, count]) => count > 0);
    isWaiting = counted.length > 0;
    if (!isWaiting) return;
    log.warn('refused; what each limit is: .env.example', Object.fromEntries(counted));
    untold = { ...NONE };
    setTimeout(tell, everyMs).unref();
  }
}
