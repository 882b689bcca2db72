/** A learned model as data/weights.json holds it: see `classifierFile` in src/core/knowledge/classifier.ts. */
export function pack({ names, heads, hidden, inputs, biases, outputs }) {
  const [inputStep, inputBytes] = toBytes(inputs);
  const [outputStep, outputBytes] = toBytes(outputs);
  return {
    heads: heads.map(({ name, classes, picks }) => ({ name, classes: [...classes], picks })),
    hidden,
    features: names,
    inputStep,
    inputs: inputBytes,
    biases: [...biases].map((bias) => Number(bias.toFixed(4))),
    outputStep,
    outputs: outputBytes,
  };
}

/** Numbers as signed bytes of one step, in base64. */
function toBytes(numbers) {
  const greatest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
  const step = Number((greatest / 127).toPrecision(8));
  const bytes = Int8Array.from(numbers, (value) => Math.max(-127, Math.min(127, Math.round(value / step))));
  return [step, Buffer.from(bytes.buffer).toString('base64')];
}

/** Models that know nothing, to begin with. */
export function blank() {
  const nothing = {
    heads: [],
    hidden: 1,
    features: ['bias'],
    inputStep: 1,
    inputs: 'AA==',
    biases: [0],
    outputStep: 1,
    outputs: '',
  };
  return {
    trainedOn: '0'.repeat(64),
    decision: nothing,
    role: nothing,
    condition: nothing,
    scope: nothing,
    comparison: nothing,
    direction: nothing,
    check: nothing,
    subject: nothing,
  };
}
