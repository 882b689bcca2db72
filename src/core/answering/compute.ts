/** Arithmetic on amounts in M€, without the rounding noise of binary fractions: sums are made on whole euros. */

const SCALE = 1_000_000;

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * SCALE), 0) / SCALE;
}

/** Null for no value. */
export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Null for no value. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : sum([sorted[middle - 1] ?? 0, upper]) / 2;
}
