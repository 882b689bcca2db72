/** Things kept in memory under their keys, as long as they are not too much together. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  hold(key: string, value: Value): void;
  release(key: string): void;
}

/** What the things may weigh together, and what one weighs, in the same unit. */
export interface Bounds<Value> {
  readonly most: number;
  readonly weightOf: (value: Value) => number;
}

/** Lets go what was held longest ago when all weigh too much. */
export function createBoundedCache<Value>({ most, weightOf }: Bounds<Value>): BoundedCache<Value> {
  const held = new Map<string, { readonly value: Value; readonly weight: number }>();
  let total = 0;
  return {
    get: (key) => held.get(key)?.value,
    hold: (key, value) => {
      release(key);
      const weight = weightOf(value);
      held.set(key, { value, weight });
      total += weight;
      for (const oldest of held.keys()) {
        if (total <= most) break;
        release(oldest);
      }
    },
    release,
  };

  function release(key: string): void {
    total -= held.get(key)?.weight ?? 0;
    held.delete(key);
  }
}
