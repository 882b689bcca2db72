import { amountFieldOf } from './money';
import type { Field } from './question';
import type { Reading } from './reading';

/** The field that the words ask for, the most telling first; null when they ask for none ("parle-moi de" asks for the whole card). */
export function fieldOf(reading: Reading): Field | null {
  const { fields, operators } = reading;
  const amount = amountFieldOf(reading);
  if (amount === 'savings') return amount;
  const asksHowMuch = amount !== null && operators.has('how-much');
  for (const field of ['sources', 'partners'] as const) if (fields.includes(field) && !asksHowMuch) return field;
  // "quand a-t-il ouvert ?" asks for its life, not for the day it was selected.
  if (fields.includes('status') && !asksHowMuch && !fields.includes('territory')) return 'status';
  const asksElse = fields.includes('call') || fields.includes('carrier') || fields.includes('date');
  if (amount !== null && (asksHowMuch || !asksElse)) return amount;
  return fields.find((field) => field !== 'summary') ?? null;
}
