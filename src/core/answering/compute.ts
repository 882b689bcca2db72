import type { AggregateOperation } from '../model/question';

/** Arithmetic on amounts in M€, without the rounding noise of binary fractions: sums are made on whole euros. */

/** What an operation makes of amounts; null of none. What is counted or ranked as a whole is worth its sum: "quel ministère a le plus ?" */
export function computed(operation: AggregateOperation, values: readonly number[]): number | null {
  if (values.length === 0) return null;
  if (operation === 'average') return sum(values) / values.length;
  return operation === 'median' ? median(values) : sum(values);
}

const SCALE = 1_000_000;

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.round(value * SCALE), 0) / SCALE;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : sum([sorted[middle - 1] ?? 0, upper]) / 2;
}
