/**
 * Logistic regression with several heads over sparse binary features, by AdaGrad. Everything is counted in one order with one seed, so that the
 * same examples always give the same weights.
 */

const EPOCHS = 8;
const RATE = 0.25;
const DECAY = 2e-5;

/**
 * @param examples `{ rows, targets, weight }`: indexes of features; for each head the class (-1 = not told), or a 0/1 list where it picks each
 * @param features how many there are
 * @param heads `{ classes, picks }`
 * @returns Float32Array of features × classes
 */
export function learn(examples, features, heads, { epochs = EPOCHS, seed = 1 } = {}) {
  const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
  const weights = new Float32Array(features * classes);
  const squares = new Float32Array(features * classes).fill(0.1);
  const sums = new Float64Array(classes);
  const gradient = new Float64Array(classes);
  const order = examples.map((_, index) => index);
  const random = randomFrom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { rows, targets, weight = 1 } = examples[at];
      sums.fill(0);
      for (const row of rows) {
        const start = row * classes;
        for (let k = 0; k < classes; k++) sums[k] += weights[start + k];
      }
      gradient.fill(0);
      let from = 0;
      for (const [index, head] of heads.entries()) {
        const to = from + head.classes.length;
        const target = targets[index];
        if (head.picks === 'one') {
          if (target >= 0) softmaxGradient(sums, gradient, from, to, from + target);
        } else if (target) {
          for (let k = from; k < to; k++) gradient[k] = 1 / (1 + Math.exp(-sums[k])) - target[k - from];
        }
        from = to;
      }
      for (const row of rows) {
        const start = row * classes;
        for (let k = 0; k < classes; k++) {
          if (gradient[k] === 0) continue;
          const slope = weight * gradient[k] + DECAY * weights[start + k];
          const square = (squares[start + k] += slope * slope);
          weights[start + k] -= (RATE * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return weights;
}

function softmaxGradient(sums, gradient, from, to, wanted) {
  let greatest = -Infinity;
  for (let k = from; k < to; k++) greatest = Math.max(greatest, sums[k]);
  let total = 0;
  for (let k = from; k < to; k++) total += gradient[k] = Math.exp(sums[k] - greatest);
  for (let k = from; k < to; k++) gradient[k] /= total;
  gradient[wanted] -= 1;
}

/** The features of at least so many examples, in alphabetical order: a rarer one tells nothing that lasts. */
export function featuresWorthARow(lists, leastCount) {
  const counts = new Map();
  for (const features of lists) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= leastCount)
    .map(([feature]) => feature)
    .sort();
}

/** mulberry32 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(list, random) {
  for (let index = list.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    [list[index], list[other]] = [list[other], list[index]];
  }
}
