/** A source of chance that gives the same draws for the same seed on every machine (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;

  /** At least 0, below 1. */
  function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 to `limit` - 1. */
  const below = (limit) => Math.floor(next() * limit);
  const chance = (probability) => next() < probability;
  const pick = (list) => list[below(list.length)];

  /** `count` different entries at most, in the order drawn. */
  function sample(list, count) {
    const left = [...list];
    const drawn = [];
    while (drawn.length < count && left.length > 0) {
      const index = below(left.length);
      drawn.push(left[index]);
      left[index] = left[left.length - 1];
      left.pop();
    }
    return drawn;
  }

  /** Mean 0, deviation 1. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  /** A rank from 0 to `count` - 1: the first is by far the most frequent, like words in a text (Zipf's law, exponent 1). */
  const zipf = (count) => Math.min(count - 1, Math.floor(Math.exp(next() * Math.log(count + 1))) - 1);

  return { next, below, chance, pick, sample, normal, zipf };
}
