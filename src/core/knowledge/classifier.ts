import { z } from 'zod';

export const TRAINED = 'écrits par « npm run train »';
const base64 = z.base64(`des octets en base64, ${TRAINED}`);
/** Tens of thousands, which one schema for each would take longer to look at than all the rest. */
const texts = z.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'),
  `des textes, ${TRAINED}`,
);

/** A small network as `npm run train` writes it: features, one hidden layer, heads. Numbers are bytes; `…Step` is what one unit is worth. */
export const classifierFile = z
  .strictObject({
    heads: z.array(
      z.strictObject({
        name: z.string(),
        classes: z.array(z.string()).min(1),
        /** Of "one" the probabilities of the classes sum to one; of "each" every class is judged for itself. */
        picks: z.enum(['one', 'each']),
      }),
    ),
    hidden: z.number().int().positive(),
    features: texts,
    inputStep: z.number().positive(),
    /** Base64 of signed bytes: features × hidden. */
    inputs: base64,
    biases: z.array(z.number()),
    outputStep: z.number().positive(),
    /** Base64 of signed bytes: hidden × classes. */
    outputs: base64,
  })
  .superRefine(({ heads, hidden, features, inputs, biases, outputs }, context) => {
    const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
    const expectSize = (path: string, found: number, wanted: number, what: string): void => {
      if (found !== wanted)
        context.addIssue({ code: 'custom', path: [path], message: `${String(wanted)} ${what}, ${TRAINED}` });
    };
    expectSize('inputs', bytesOf(inputs).length, features.length * hidden, 'octets');
    expectSize('outputs', bytesOf(outputs).length, hidden * classes, 'octets');
    expectSize('biases', biases.length, hidden, 'nombres');
  });
export type ClassifierFile = Readonly<z.infer<typeof classifierFile>>;
export type Head = ClassifierFile['heads'][number];

/** The probabilities of the classes of each head, by the head's name. */
export type Judgement = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Judges what is present of its features; what it has never seen tells it nothing. */
export interface Classifier {
  judge(features: readonly string[]): Judgement;
}

export function createClassifier(file: ClassifierFile): Classifier {
  const { heads, hidden, features, inputStep, biases, outputStep } = file;
  const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
  const inputs = bytesOf(file.inputs);
  const outputs = Float64Array.from(bytesOf(file.outputs), (value) => value * outputStep);
  const rowOf = new Map(features.map((feature, row) => [feature, row]));

  function judge(present: readonly string[]): Judgement {
    // Whole numbers until the last: adding bytes is most of the work.
    const units = new Int32Array(hidden);
    for (const feature of present) {
      const row = rowOf.get(feature);
      if (row === undefined) continue;
      const start = row * hidden;
      for (let k = 0; k < hidden; k++) units[k] = (units[k] ?? 0) + (inputs[start + k] ?? 0);
    }
    const sums = new Float64Array(classes);
    for (let k = 0; k < hidden; k++) {
      const value = Math.tanh((units[k] ?? 0) * inputStep + (biases[k] ?? 0));
      const start = k * classes;
      for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + value * (outputs[start + c] ?? 0);
    }
    return judgementOf(sums, heads);
  }

  return { judge };
}

function bytesOf(base64: string): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** From the sums of all classes, heads side by side, to probabilities. */
function judgementOf(sums: Float64Array, heads: readonly Head[]): Judgement {
  let from = 0;
  return new Map(
    heads.map(({ name, classes, picks }) => {
      const own = sums.subarray(from, (from += classes.length));
      const values = picks === 'one' ? softmax(own) : own.map((sum) => 1 / (1 + Math.exp(-sum)));
      return [name, new Map(classes.map((id, index) => [id, values[index] ?? 0]))];
    }),
  );
}

/** Each class of a head with its probability, the likeliest first. */
export function ranked<Name extends string>(
  names: readonly Name[],
  judgement: Judgement,
  head: string,
): readonly (readonly [name: Name, probability: number])[] {
  const own = judgement.get(head);
  return names.map((name) => [name, own?.get(name) ?? 0] as const).sort(([, a], [, b]) => b - a);
}

/** The likeliest class of a head; null when the classifier has none of it. */
export function likeliest<Name extends string>(
  names: readonly Name[],
  judgement: Judgement,
  head: string,
): Name | null {
  return judgement.has(head) ? (ranked(names, judgement, head)[0]?.[0] ?? null) : null;
}

function softmax(sums: Float64Array): Float64Array {
  const greatest = sums.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - greatest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** What was learned of how people ask. */
export interface Models {
  readonly decision: Classifier;
  readonly role: Classifier;
  readonly condition: Classifier;
  readonly scope: Classifier;
  readonly comparison: Classifier;
  readonly direction: Classifier;
  readonly check: Classifier;
  /** Which fact on the fund, and which project, the words ask for: heads `fact` and `project`. */
  readonly subject: Classifier;
  readonly facts: readonly number[];
  readonly records: readonly number[];
}
