import { createHash } from 'node:crypto';
import type { Spend } from '../storage/store';

/** Takes from the bucket of a key. 0: taken; else the milliseconds after which there is enough in it again, and nothing was taken. */
export type Take = (key: string, cost?: number) => number;

/** More than the callers of a day; some 10 MB. Beyond, those who were longest away are forgotten, as if their buckets were full. */
const MOST_KEYS = 100_000;

/** What was taken here is told to the other processes, and heard of them, so often: they let through so much more at the most. */
const SHARED_EVERY_MS = 100;

/**
 * Token buckets: `count` is let through in `periodMs`, of which half at once. Kept of each is only when it will be full again
 * (the generic cell rate algorithm); `now` in milliseconds. The processes that share a store share the buckets of one `name`; while the
 * store is away each has its own.
 */
export function createBuckets(parts: {
  readonly name: string;
  readonly count: number;
  readonly periodMs: number;
  readonly now: () => number;
  readonly spend: Spend;
}): Take {
  const { now } = parts;
  const step = parts.periodMs / parts.count;
  const burst = parts.periodMs / 2;
  const fullAt = new Map<string, number>();
  /** Milliseconds taken here that the others do not know of. */
  let untold = new Map<string, number>();

  return (key, cost = 1) => {
    const time = now();
    const full = Math.max(fullAt.get(key) ?? 0, time) + step * cost;
    if (full > time + burst) return Math.ceil(full - time - burst);
    keep(key, full);
    forget(time);
    if (untold.size === 0) setTimeout(share, SHARED_EVERY_MS).unref();
    untold.set(key, (untold.get(key) ?? 0) + step * cost);
    return 0;
  };

  /** Taken out first, so that who came last stands last. */
  function keep(key: string, full: number): void {
    fullAt.delete(key);
    fullAt.set(key, full);
  }

  function forget(time: number): void {
    for (const [key, full] of fullAt) {
      if (full > time && fullAt.size <= MOST_KEYS) return;
      fullAt.delete(key);
    }
  }

  function share(): void {
    const told = new Map([...untold].map(([key, taken]) => [hidden(key), { key, taken: Math.ceil(taken) }]));
    untold = new Map();
    parts.spend(new Map([...told].map(([id, { taken }]) => [id, taken]))).then(
      (left) => {
        for (const [id, milliseconds] of left) {
          const key = told.get(id)?.key ?? '';
          // What was taken meanwhile is told next.
          const full = now() + milliseconds + (untold.get(key) ?? 0);
          if (full > (fullAt.get(key) ?? 0)) keep(key, full);
        }
      },
      () => undefined,
    );
  }

  /** Nobody's address or token can be read where it is shared. */
  function hidden(key: string): string {
    return `${parts.name}/${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;
  }
}
