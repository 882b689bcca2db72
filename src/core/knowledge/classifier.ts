import { z } from 'zod';

export const TRAINED = 'écrits par « npm run train »';
/** Looked through for a sign that is none of base64: whether enough bytes stand there is counted below. */
const base64 = z.string().refine((text) => !/[^A-Za-z\d+/=]|=(?!=?$)/.test(text), `des octets en base64, ${TRAINED}`);
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
    expectSize('inputs', Buffer.byteLength(inputs, 'base64'), features.length * hidden, 'octets');
    expectSize('outputs', Buffer.byteLength(outputs, 'base64'), hidden * classes, 'octets');
    expectSize('biases', biases.length, hidden, 'nombres');
  });
export type ClassifierFile = Readonly<z.infer<typeof classifierFile>>;

/** The probabilities of the classes of each head, by the head's name; reckoned when they are first asked for. */
export type Judgement = Pick<ReadonlyMap<string, ReadonlyMap<string, number>>, 'get' | 'has'>;

/** Judges what is present of its features; what it has never seen tells it nothing. */
export interface Classifier {
  judge(features: readonly string[]): Judgement;
  /** Some people who taught it said so. */
  knows(feature: string): boolean;
}

/** Units added up side by side: each on its own takes twice the time. */
const SIDE_BY_SIDE = 4;

export function createClassifier(file: ClassifierFile): Classifier {
  const { hidden, features, inputStep, biases } = file;
  const inputs = bytesOf(file.inputs, SIDE_BY_SIDE);
  const rowOf = new Map(features.map((feature, row) => [feature, row * hidden]));
  const heads = headsOf(file);

  function judge(present: readonly string[]): Judgement {
    const rows: number[] = [];
    for (const feature of present) {
      const row = rowOf.get(feature);
      if (row !== undefined) rows.push(row);
    }
    const units = new Float64Array(hidden + SIDE_BY_SIDE);
    for (let k = 0; k < hidden; k += SIDE_BY_SIDE) {
      // Whole numbers until the last: adding bytes is most of the work.
      let [first, second, third, fourth] = [0, 0, 0, 0];
      for (let index = 0; index < rows.length; index++) {
        const at = (rows[index] ?? 0) + k;
        first += inputs[at] ?? 0;
        second += inputs[at + 1] ?? 0;
        third += inputs[at + 2] ?? 0;
        fourth += inputs[at + 3] ?? 0;
      }
      units[k] = first;
      units[k + 1] = second;
      units[k + 2] = third;
      units[k + 3] = fourth;
    }
    for (let k = 0; k < hidden; k++) units[k] = Math.tanh((units[k] ?? 0) * inputStep + (biases[k] ?? 0));
    const known = new Map<string, ReadonlyMap<string, number>>();
    return {
      has: (name) => heads.has(name),
      get: (name) => {
        const head = heads.get(name);
        const probabilities = known.get(name) ?? head?.(units);
        if (probabilities !== undefined) known.set(name, probabilities);
        return probabilities;
      },
    };
  }

  return { judge, knows: (feature) => rowOf.has(feature) };
}

/** Bytes with so many zeros behind them. */
function bytesOf(base64: string, zeros = 0): Int8Array {
  const bytes = Buffer.from(base64, 'base64');
  const padded = new Int8Array(bytes.length + zeros);
  padded.set(bytes);
  return padded;
}

type JudgeUnits = (units: Float64Array) => ReadonlyMap<string, number>;

/** Of each head, what makes the probabilities of its classes from the hidden units. */
function headsOf({ heads, hidden, outputs, outputStep }: ClassifierFile): ReadonlyMap<string, JudgeUnits> {
  const all = heads.reduce((sum, { classes }) => sum + classes.length, 0);
  const bytes = bytesOf(outputs);
  let from = 0;
  return new Map(
    heads.map(({ name, classes, picks }) => {
      const begin = (from += classes.length) - classes.length;
      const weights = Float64Array.from(
        { length: classes.length * hidden },
        (_, at) => (bytes[(at % hidden) * all + begin + Math.floor(at / hidden)] ?? 0) * outputStep,
      );
      const judge: JudgeUnits = (units) => {
        const sums = new Float64Array(classes.length);
        for (let c = 0; c < classes.length; c++) {
          let sum = 0;
          for (let k = 0; k < hidden; k++) sum += (units[k] ?? 0) * (weights[c * hidden + k] ?? 0);
          sums[c] = sum;
        }
        const values = picks === 'one' ? softmax(sums) : sums.map((sum) => 1 / (1 + Math.exp(-sum)));
        return new Map(classes.map((id, c) => [id, values[c] ?? 0]));
      };
      return [name, judge];
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
  const greatest = Math.max(...sums);
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
