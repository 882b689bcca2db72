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
export type Judgement = Pick<ReadonlyMap<string, ReadonlyMap<string, number>>, 'get'>;

/** Judges what is present of its features; what it has never seen tells it nothing. */
export interface Classifier {
  judge(features: readonly string[]): Judgement;
  /** It was taught the classes of this head. */
  has(head: string): boolean;
  /** Some people who taught it said so. */
  knows(feature: string): boolean;
}

/** Numbers added up side by side: four bytes of one word, four classes of a head. */
const SIDE_BY_SIDE = 4;
/** Two bytes of a word, each with room for so many of them to be added up. */
const EVERY_OTHER = 0x00ff00ff;
const MOST_ADDED = 256;
/** Makes of a signed byte one of 0 to 255, which is greater by so much. */
const LOWEST = 128;
const ALL_LOWEST = 0x80808080;

export function createClassifier(file: ClassifierFile): Classifier {
  const { hidden, features, inputStep, biases } = file;
  const inRow = Math.ceil(hidden / SIDE_BY_SIDE);
  const inputs = wordsOf(file.inputs, hidden, inRow);
  const rowOf = new Map(features.map((feature, row) => [feature, row * inRow]));
  const heads = headsOf(file);

  function judge(present: readonly string[]): Judgement {
    const rows = present.map((feature) => rowOf.get(feature)).filter((row) => row !== undefined);
    const units = new Float64Array(inRow * SIDE_BY_SIDE);
    for (let from = 0; from < rows.length; from += MOST_ADDED) {
      const to = Math.min(rows.length, from + MOST_ADDED);
      for (let word = 0; word < inRow; word++) {
        // Whole numbers until the last, two in each: adding bytes is most of the work.
        let even = 0;
        let odd = 0;
        for (let index = from; index < to; index++) {
          const four = inputs[(rows[index] ?? 0) + word] ?? 0;
          even = (even + (four & EVERY_OTHER)) | 0;
          odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
        }
        const k = word * SIDE_BY_SIDE;
        const greater = (to - from) * LOWEST;
        units[k] = (units[k] ?? 0) + (even & 0xffff) - greater;
        units[k + 1] = (units[k + 1] ?? 0) + (odd & 0xffff) - greater;
        units[k + 2] = (units[k + 2] ?? 0) + (even >>> 16) - greater;
        units[k + 3] = (units[k + 3] ?? 0) + (odd >>> 16) - greater;
      }
    }
    for (let k = 0; k < hidden; k++) units[k] = Math.tanh((units[k] ?? 0) * inputStep + (biases[k] ?? 0));
    const known = new Map<string, ReadonlyMap<string, number>>();
    return {
      get: (name) => {
        const probabilities = known.get(name) ?? heads.get(name)?.(units);
        if (probabilities !== undefined) known.set(name, probabilities);
        return probabilities;
      },
    };
  }

  return { judge, has: (head) => heads.has(head), knows: (feature) => rowOf.has(feature) };
}

/** Rows of signed bytes as rows of words, with the lowest as 0: the first byte of a word is its lowest. */
function wordsOf(base64: string, inRow: number, words: number): Int32Array {
  const bytes = Buffer.from(base64, 'base64');
  const rows = new Uint8Array((bytes.length / inRow) * words * SIDE_BY_SIDE);
  for (let row = 0; row * inRow < bytes.length; row++)
    rows.set(bytes.subarray(row * inRow, (row + 1) * inRow), row * words * SIDE_BY_SIDE);
  const inWords = new Int32Array(rows.buffer);
  for (let word = 0; word < inWords.length; word++) inWords[word] = (inWords[word] ?? 0) ^ ALL_LOWEST;
  return inWords;
}

type JudgeUnits = (units: Float64Array) => ReadonlyMap<string, number>;

/** Of each head, what makes the probabilities of its classes from the hidden units. */
function headsOf({ heads, hidden, outputs, outputStep }: ClassifierFile): ReadonlyMap<string, JudgeUnits> {
  const all = heads.reduce((sum, { classes }) => sum + classes.length, 0);
  const bytes = Buffer.from(outputs, 'base64');
  let from = 0;
  return new Map(
    heads.map(({ name, classes, picks }) => {
      const begin = (from += classes.length) - classes.length;
      const rows = Math.ceil(classes.length / SIDE_BY_SIDE);
      // Four classes stand together, unit by unit: each sum is made in the order of the units.
      const weights = Float64Array.from({ length: rows * hidden * SIDE_BY_SIDE }, (_, at) => {
        const unit = Math.floor(at / SIDE_BY_SIDE);
        const c = Math.floor(unit / hidden) * SIDE_BY_SIDE + (at % SIDE_BY_SIDE);
        return c < classes.length ? bytes.readInt8((unit % hidden) * all + begin + c) * outputStep : 0;
      });
      const judge: JudgeUnits = (units) => {
        const sums = new Float64Array(rows * SIDE_BY_SIDE);
        for (let row = 0; row < rows; row++) {
          let first = 0;
          let second = 0;
          let third = 0;
          let fourth = 0;
          for (let k = 0, at = row * hidden * SIDE_BY_SIDE; k < hidden; k++, at += SIDE_BY_SIDE) {
            const unit = units[k] ?? 0;
            first += unit * (weights[at] ?? 0);
            second += unit * (weights[at + 1] ?? 0);
            third += unit * (weights[at + 2] ?? 0);
            fourth += unit * (weights[at + 3] ?? 0);
          }
          const c = row * SIDE_BY_SIDE;
          sums[c] = first;
          sums[c + 1] = second;
          sums[c + 2] = third;
          sums[c + 3] = fourth;
        }
        if (picks === 'one') share(sums, classes.length);
        else for (let c = 0; c < classes.length; c++) sums[c] = 1 / (1 + Math.exp(-(sums[c] ?? 0)));
        return new Map(classes.map((name, c) => [name, sums[c] ?? 0]));
      };
      return [name, judge];
    }),
  );
}

/** Each class of a head with its probability, the likeliest first. */
export function ranked<Name extends string>(names: readonly Name[], judgement: Judgement, head: string) {
  const own = judgement.get(head);
  return names.map((name) => [name, own?.get(name) ?? 0] as const).sort(([, a], [, b]) => b - a);
}

/** The likeliest of some classes of a head; null when the classifier has none of it. `show`: what is judged, where more than one may be. */
export function likeliest<Name extends string>(
  names: readonly Name[],
  head: string,
  classifier: Classifier,
  show: () => readonly string[],
): Name | null {
  if (!classifier.has(head)) return null;
  const [first = null, ...others] = names;
  return others.length === 0 ? first : (ranked(names, classifier.judge(show()), head)[0]?.[0] ?? null);
}

/** Makes of the first so many sums probabilities, which sum to one. */
function share(sums: Float64Array, count: number): void {
  let greatest = -Infinity;
  let total = 0;
  for (let c = 0; c < count; c++) greatest = Math.max(greatest, sums[c] ?? 0);
  for (let c = 0; c < count; c++) total += sums[c] = Math.exp((sums[c] ?? 0) - greatest);
  for (let c = 0; c < count; c++) sums[c] = (sums[c] ?? 0) / total;
}

/** What was learned of how people ask. */
export interface Models extends Readonly<
  Record<'decision' | 'role' | 'condition' | 'scope' | 'comparison' | 'direction' | 'check', Classifier>
> {
  /** Which fact on the fund, and which project, the words ask for: heads `fact` and `project`. */
  readonly subject: Classifier;
  readonly facts: readonly number[];
  readonly records: readonly number[];
}
