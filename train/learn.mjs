/**
 * A small network over sparse binary features: one hidden layer, several heads, AdaGrad. Everything is counted in one order with one seed, so
 * that the same examples always give the same weights.
 *
 * Part of the features is left out at each step, part of the hidden units too: people never say twice the same words.
 */
const DEFAULTS = { hidden: 16, epochs: 20, rate: 0.05, decay: 1e-5, withoutFeatures: 0.1, withoutUnits: 0.1, seed: 1 };

/** A class judged too high by less than this is left as it is: most are, and each would take a root. */
const FELT = 5e-4;

/**
 * @param examples `{ rows, targets }`: indexes of features; for each head the class (-1 = not told), or a 0/1 list where it picks each (null = not told)
 * @param features how many there are
 * @param heads `{ classes, picks }`
 * @returns `{ hidden, inputs, biases, outputs }`: features × hidden, hidden, hidden × classes
 */
export function learn(examples, features, heads, options = {}) {
  const { hidden, epochs, rate, decay, withoutFeatures, withoutUnits, seed } = { ...DEFAULTS, ...options };
  const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
  const random = randomFrom(seed);
  // From nothing: what a rare feature was given by chance it would keep.
  const inputs = new Float32Array(features * hidden);
  const biases = new Float32Array(hidden);
  const outputs = Float32Array.from({ length: hidden * classes }, () => ((random() - 0.5) * 2) / Math.sqrt(hidden));
  const rowSquares = new Float32Array(features).fill(0.01);
  const biasSquares = new Float32Array(hidden).fill(0.01);
  const outputSquares = new Float32Array(outputs.length).fill(0.01);
  const units = new Float64Array(hidden);
  const sums = new Float64Array(classes);
  const slopes = new Float64Array(classes);
  const isOn = new Uint8Array(hidden);
  const scale = 1 / (1 - withoutUnits);

  const order = examples.map((_, index) => index);
  const longest = examples.reduce((most, { rows }) => Math.max(most, rows.length), 0);
  const starts = new Int32Array(longest);
  const values = new Float64Array(hidden);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const { rows, targets } = examples[at];
      let count = 0;
      for (let r = 0; r < rows.length; r++) if (random() >= withoutFeatures) starts[count++] = rows[r] * hidden;
      units.set(biases);
      for (let r = 0; r < count; r++) {
        const start = starts[r];
        for (let k = 0; k < hidden; k++) units[k] += inputs[start + k];
      }
      sums.fill(0);
      for (let k = 0; k < hidden; k++) {
        units[k] = Math.tanh(units[k]);
        isOn[k] = random() >= withoutUnits ? 1 : 0;
        values[k] = isOn[k] ? units[k] * scale : 0;
        if (!isOn[k]) continue;
        const start = k * classes;
        for (let c = 0; c < classes; c++) sums[c] += values[k] * outputs[start + c];
      }
      findSlopes(sums, slopes, targets, heads);
      // One square for a whole row: its weights are of one feature, and a root for each would take most of the time.
      let square = 0;
      for (let k = 0; k < hidden; k++) {
        if (!isOn[k]) {
          units[k] = 0;
          continue;
        }
        const start = k * classes;
        const value = values[k];
        let ofUnit = 0;
        for (let c = 0; c < classes; c++) {
          const given = slopes[c];
          if (given < FELT && given > -FELT) continue;
          const weight = outputs[start + c];
          ofUnit += given * weight;
          const slope = given * value + decay * weight;
          outputSquares[start + c] += slope * slope;
          outputs[start + c] = weight - (rate * slope) / Math.sqrt(outputSquares[start + c]);
        }
        const slope = ofUnit * scale * (1 - units[k] * units[k]);
        units[k] = slope;
        biasSquares[k] += slope * slope;
        biases[k] -= (rate * slope) / Math.sqrt(biasSquares[k]);
        square += slope * slope;
      }
      square /= hidden;
      for (let r = 0; r < count; r++) {
        const start = starts[r];
        const step = rate / Math.sqrt((rowSquares[start / hidden] += square));
        const kept = 1 - step * decay;
        for (let k = 0; k < hidden; k++) inputs[start + k] = inputs[start + k] * kept - step * units[k];
      }
    }
  }
  return { hidden, inputs, biases, outputs };
}

/** Several networks as one: what they sum up to is what each thinks, on average. */
export function together(nets, features) {
  const hidden = nets.reduce((sum, net) => sum + net.hidden, 0);
  const inputs = new Float32Array(features * hidden);
  let from = 0;
  for (const net of nets) {
    for (let row = 0; row < features; row++)
      inputs.set(net.inputs.subarray(row * net.hidden, (row + 1) * net.hidden), row * hidden + from);
    from += net.hidden;
  }
  return {
    hidden,
    inputs,
    biases: Float32Array.from(nets.flatMap(({ biases }) => [...biases])),
    outputs: Float32Array.from(
      nets.flatMap(({ outputs }) => [...outputs]),
      (weight) => weight / nets.length,
    ),
  };
}

/** What each class was judged too high by. */
function findSlopes(sums, slopes, targets, heads) {
  slopes.fill(0);
  let from = 0;
  for (const [index, head] of heads.entries()) {
    const to = from + head.classes.length;
    const target = targets[index];
    if (head.picks === 'one') {
      if (target >= 0) {
        let greatest = -Infinity;
        for (let k = from; k < to; k++) greatest = Math.max(greatest, sums[k]);
        let total = 0;
        for (let k = from; k < to; k++) total += slopes[k] = Math.exp(sums[k] - greatest);
        for (let k = from; k < to; k++) slopes[k] /= total;
        slopes[from + target] -= 1;
      }
    } else if (target) {
      for (let k = from; k < to; k++) slopes[k] = 1 / (1 + Math.exp(-sums[k])) - target[k - from];
    }
    from = to;
  }
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
function randomFrom(seed) {
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
