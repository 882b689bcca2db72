import { matchEnd } from './match-end';

const THOUSANDS = /^\d{1,3}(?:[ \t\u00a0\u202f.]\d{3})+$/u;
const CURRENCY = /[^\S\n]?(?:€|%|\$|£|(?:euros?|eur|k€|m€|md€|millions?|milliards?)(?!\p{L}))/iuy;

/** Written by thousands, or followed by a currency. */
export function isAmount(text: string, start: number, end: number): boolean {
  return isWrittenByThousands(text.slice(start, end)) || isMoney(text, end);
}

/** "12 000 000" */
export function isWrittenByThousands(number: string): boolean {
  return THOUSANDS.test(number);
}

/** A currency or a per cent follows. */
export function isMoney(text: string, end: number): boolean {
  return matchEnd(CURRENCY, text, end) !== null;
}
