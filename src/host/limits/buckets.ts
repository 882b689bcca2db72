/** Takes from the bucket of a key. 0: taken; else the milliseconds after which there is enough in it again, and nothing was taken. */
export type Take = (key: string, cost?: number) => number;

/** More than the callers of a day; some 10 MB. Beyond, those who were longest away are forgotten, as if their buckets were full. */
const MOST_KEYS = 100_000;

/**
 * Token buckets: `count` is let through in `periodMs`, of which half at once. Kept of each is only when it will be full again
 * (the generic cell rate algorithm); `now` in milliseconds.
 */
export function createBuckets(parts: {
  readonly count: number;
  readonly periodMs: number;
  readonly now: () => number;
}): Take {
  const { now } = parts;
  const step = parts.periodMs / parts.count;
  const burst = parts.periodMs / 2;
  const fullAt = new Map<string, number>();

  return (key, cost = 1) => {
    const time = now();
    const full = Math.max(fullAt.get(key) ?? 0, time) + step * cost;
    if (full > time + burst) return Math.ceil(full - time - burst);
    // Taken out first, so that who came last stands last.
    fullAt.delete(key);
    fullAt.set(key, full);
    forget(time);
    return 0;
  };

  function forget(time: number): void {
    for (const [key, full] of fullAt) {
      if (full > time && fullAt.size <= MOST_KEYS) return;
      fullAt.delete(key);
    }
  }
}
