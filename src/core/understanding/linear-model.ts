import { z } from 'zod';

/** One linear model as `npm run train` writes it: a row of bytes for each feature, a column for each class of each head. */
export const linearModelFile = z.strictObject({
  heads: z.array(
    z.strictObject({
      name: z.string(),
      classes: z.array(z.string()).min(1),
      /** Of "one" the probabilities of the classes sum to one; of "each" every class is judged for itself. */
      picks: z.enum(['one', 'each']),
    }),
  ),
  /** What one unit of a byte is worth. */
  step: z.number().positive(),
  features: z.array(z.string()).min(1),
  /** Base64 of signed bytes, row after row. */
  weights: z.base64(),
});
export type LinearModelFile = Readonly<z.infer<typeof linearModelFile>>;
export type Head = LinearModelFile['heads'][number];

/** The probabilities of the classes of each head, by the head's name. */
export type Judgement = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A linear model over sparse features that are present or not. */
export interface LinearModel {
  judge(features: readonly string[]): Judgement;
}

export function createLinearModel({ heads, features, weights, step }: LinearModelFile): LinearModel {
  const classes = heads.reduce((sum, head) => sum + head.classes.length, 0);
  const bytes = Buffer.from(weights, 'base64');
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const rowOf = new Map(features.map((feature, row) => [feature, row]));
  return {
    judge: (present) => {
      const sums = new Float64Array(classes);
      for (const feature of present) {
        const row = rowOf.get(feature);
        if (row === undefined) continue;
        const start = row * classes;
        for (let index = 0; index < classes; index++) sums[index] = (sums[index] ?? 0) + (rows[start + index] ?? 0);
      }
      return judgementOf(sums.map((sum) => sum * step), heads);
    },
  };
}

/** From the sums of weights of all classes, heads side by side, to probabilities. */
export function judgementOf(sums: Float64Array, heads: readonly Head[]): Judgement {
  let from = 0;
  return new Map(
    heads.map(({ name, classes, picks }) => {
      const own = sums.subarray(from, (from += classes.length));
      const values = picks === 'one' ? softmax(own) : own.map(logistic);
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

/** The likeliest class of a head; null when the model has none of it. */
export function likeliest<Name extends string>(names: readonly Name[], judgement: Judgement, head: string): Name | null {
  return judgement.has(head) ? (ranked(names, judgement, head)[0]?.[0] ?? null) : null;
}

function softmax(sums: Float64Array): Float64Array {
  const greatest = sums.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = sums.map((sum) => Math.exp(sum - greatest));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
