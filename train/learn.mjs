import { readFileSync } from 'node:fs';
import loadWabt from 'wabt';

/**
 * A small network over sparse binary features: one hidden layer, several heads, AdaGrad with one rate for all weights of a feature or of a class.
 * Everything is counted in one order with one seed, so that the same examples always give the same weights.
 *
 * Part of the features is left out at each step, part of the hidden units too: people never say twice the same words.
 */
const DEFAULTS = { hidden: 16, epochs: 20, rate: 0.05, decay: 1e-5, withoutFeatures: 0.1, withoutUnits: 0.1, seed: 1 };

/** A class judged too high by less than this is left as it is: most are. */
const FELT = 5e-4;

/** What a row begins with having gone. */
const GONE = 0.01;

/** Rows are added up four numbers at a time, which JavaScript cannot say: it takes a fifth of the time. */
const { parseWat } = await loadWabt();
const text = readFileSync(new URL('vectors.wat', import.meta.url), 'utf8');
const vectors = new WebAssembly.Module(parseWat('vectors.wat', text, { simd: true }).toBinary({}).buffer);

/**
 * @param examples `{ starts, rows, targets }`: where the indexes of each one's features begin among `rows`, and their end; for each example and head the
 *   class (-1 = not told), or a 0/1 list where it picks each (null = not told)
 * @param features how many there are
 * @param heads `{ classes, picks }`
 * @returns `{ hidden, inputs, biases, outputs }`: features × hidden, hidden, hidden × classes
 */
export function learn({ starts, rows, targets }, features, heads, options = {}) {
  const { hidden, epochs, rate, decay, withoutFeatures, withoutUnits, seed } = { ...DEFAULTS, ...options };
  const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
  const random = randomFrom(seed);
  const order = targets.map((_, index) => index);
  const longest = order.reduce((most, at) => Math.max(most, starts[at + 1] - starts[at]), 0);

  let bytes = 16;
  const place = (numbers) => {
    const at = bytes;
    bytes += Math.ceil(numbers / 4) * 16;
    return at;
  };
  // Behind each row stands how far it has gone. The last row is of the biases, which are always on.
  const width = hidden + 4;
  const at = {
    inputs: place((features + 1) * width),
    outputs: place(classes * hidden),
    list: place(longest + 1),
    ...{ units: place(hidden), values: place(hidden), slopes: place(hidden), sums: place(classes) },
  };
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const { addRows, mix, multiply, descend } = new WebAssembly.Instance(vectors, { env: { memory } }).exports;
  const numbers = (start, length) => new Float32Array(memory.buffer, start, length);
  // From nothing: what a rare feature was given by chance it would keep.
  const inputs = numbers(at.inputs, (features + 1) * width);
  for (let row = 0; row <= features; row++) inputs[row * width + hidden] = GONE;
  const outputs = numbers(at.outputs, classes * hidden);
  for (let k = 0; k < outputs.length; k++) outputs[k] = ((random() - 0.5) * 2) / Math.sqrt(hidden);
  const gone = new Float64Array(classes).fill(GONE);
  const list = new Int32Array(memory.buffer, at.list, longest + 1);
  const [units, values, slopes] = [at.units, at.values, at.slopes].map((start) => numbers(start, hidden));
  const sums = numbers(at.sums, classes);
  const tooHigh = new Float64Array(classes);
  const bends = new Float64Array(hidden);
  const addresses = rows.map((row) => at.inputs + row * width * 4);
  const scale = 1 / (1 - withoutUnits);

  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const example of order) {
      let count = 0;
      for (let r = starts[example]; r < starts[example + 1]; r++)
        if (random() >= withoutFeatures) list[count++] = addresses[r];
      list[count++] = at.inputs + features * width * 4;
      units.fill(0);
      addRows(at.list, count, at.units, hidden);
      let square = 0;
      for (let k = 0; k < hidden; k++) {
        const unit = Math.tanh(units[k]);
        const given = random() >= withoutUnits ? scale : 0;
        values[k] = unit * given;
        bends[k] = given * (1 - unit * unit);
        square += values[k] * values[k];
      }
      multiply(at.outputs, classes, at.values, at.sums, hidden);
      findSlopes(sums, tooHigh, targets[example], heads);
      slopes.fill(0);
      for (let c = 0; c < classes; c++) {
        const slope = tooHigh[c];
        if (slope < FELT && slope > -FELT) continue;
        const row = at.outputs + c * hidden * 4;
        mix(at.slopes, 1, row, slope, hidden);
        const step = rate / Math.sqrt((gone[c] += (slope * slope * square) / hidden));
        mix(row, 1 - step * decay, at.values, -step * slope, hidden);
      }
      square = 0;
      for (let k = 0; k < hidden; k++) square += (slopes[k] *= bends[k]) ** 2;
      descend(at.list, count, at.slopes, square / hidden, rate, decay, hidden);
    }
  }
  const rowOf = (row) => inputs.subarray(row * width, row * width + hidden);
  const learned = new Float32Array(features * hidden);
  for (let row = 0; row < features; row++) learned.set(rowOf(row), row * hidden);
  const byUnit = Float32Array.from(outputs, (_, to) => outputs[(to % classes) * hidden + Math.floor(to / classes)]);
  return { hidden, inputs: learned, biases: rowOf(features).slice(), outputs: byUnit };
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
  const state = Int32Array.of(seed);
  return () => {
    const now = (state[0] += 0x6d2b79f5);
    let mixed = Math.imul(now ^ (now >>> 15), 1 | now);
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
