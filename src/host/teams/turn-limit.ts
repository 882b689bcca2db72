/** Does something later; what it returns keeps it from being done. */
export type Later = (milliseconds: number, act: () => void) => () => void;

/** Teams sends a turn again, or shows an error, when its request has no answer after 15 s; three are left to answer it. */
const TURN_LIMIT_MS = 12_000;

/** How a turn ended: with its result, or not yet. */
export type InTime<T> = { readonly isLate: false; readonly result: T } | { readonly isLate: true };

/** By the machine's clock. */
export const later: Later = (milliseconds, act) => {
  const timer = setTimeout(act, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** The time that one request has. */
export interface TurnLimit {
  /** Waits for the turn while there is time. A turn that is late goes on; what becomes of it is not heard here any more. */
  wait<T>(turn: Promise<T>): Promise<InTime<T>>;
  stop(): void;
}

/** To be called when the request comes in, and stopped when it is answered. */
export function startTurnLimit(run: Later): TurnLimit {
  let stop = (): void => undefined;
  const late = new Promise<{ readonly isLate: true }>((resolve) => {
    stop = run(TURN_LIMIT_MS, () => {
      resolve({ isLate: true });
    });
  });
  return {
    wait: (turn) => Promise.race([turn.then((result) => ({ isLate: false, result }) as const), late]),
    stop: () => {
      stop();
    },
  };
}
