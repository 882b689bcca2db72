import { HttpError } from '../http/http-error';

/** Runs tasks of one key one after the other, and tasks of different keys side by side; between two that begin, all else is served. */
export type TurnQueue = ReturnType<typeof createTurnQueue>;

/** Under which the turns of one conversation wait for each other. */
export function turnKey(channelId: string | undefined, conversationId: string | undefined): string {
  return `${channelId ?? ''}/${conversationId ?? ''}`;
}

/**
 * A queue per key, kept in memory. Turns that race write by versions, and lose: twenty at once on one conversation would each be
 * played again and again. `limit` bounds what one key may hold waiting, so that a flood is refused (429, with `tooMany`) and not piled up.
 */
export function createTurnQueue({
  limit = Infinity,
  tooMany = 'Too many activities wait in this conversation.',
  retryAfterSeconds = 1,
} = {}) {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>();
  let last = Promise.resolve();
  return { run, idle };

  /** Runs the task after those already waiting under this key. Not re-entrant: a task that waits for its own key waits for ever. */
  async function run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (line.length >= limit)
      throw new HttpError(429, 'TooManyRequests', tooMany, { 'Retry-After': String(retryAfterSeconds) });
    lines.set(key, line);
    line.length += 1;
    const turn = line.last.then(breathe).then(task);
    // The next one runs whether this one succeeds or fails; its own caller hears of the failure through `turn`.
    line.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      line.length -= 1;
      if (line.length === 0) lines.delete(key);
    }
  }

  /**
   * Resolves one after the other, each in a round of the event loop of its own: a turn that never waits for a disk would otherwise
   * begin in the same round as all that came with it, and nobody would be heard or answered before the last of them is done.
   */
  function breathe(): Promise<void> {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  }

  /** Resolves once nothing is running or waiting. */
  async function idle(): Promise<void> {
    while (lines.size > 0) await Promise.all([...lines.values()].map((line) => line.last));
  }
}
