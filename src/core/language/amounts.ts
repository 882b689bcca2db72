import { SMALL, withNumbersInFigures } from './spoken-numbers';
import type { Word } from './words';

/** Sums of money and small numbers written in a question. */

export const NUMBER = String.raw`(\d{1,3}(?:[ .]\d{3})+|\d+)(?:[.,]\d+)?`;
export const UNIT = String.raw`(?:milliards?|billions?|bn|md€?|mds€?|mill?ions?|m€|meur|mio|m|milliers?|mille|k€|keur|k|euros?|eur|€)`;
/** As a word by itself. */
const UNIT_WORD = new RegExp(`^${UNIT}$`);
const AMOUNT = new RegExp(String.raw`(?:€\s?)?${NUMBER}\s?${UNIT}(?![a-z0-9])|€\s?${NUMBER}`, 'g');
/** Figures that go on and on are no sum: beyond this they are not even told apart, and from 309 of them on they make no number. */
export const GREATEST = Number.MAX_SAFE_INTEGER;
const WORDED = new Map([...SMALL, ['a', 1], ['both', 2], ['cent', 100], ['hundred', 100]]);

/** A folded text holds a sum with its unit. */
export function saysSum(folded: string): boolean {
  return [...withNumbersInFigures(folded).matchAll(AMOUNT)].some(
    ([, beforeUnit, behindSign]) => Number((beforeUnit ?? behindSign ?? '').replace(/[ .]/g, '')) <= GREATEST,
  );
}

export function factorOf(unit: string): number {
  if (/^(milliard|billion|bn|md)/.test(unit)) return 1000;
  if (/^(millier|mille|k)/.test(unit)) return 0.001;
  if (/^m/.test(unit)) return 1;
  return 0.000001;
}

/** What a quantity comes to in M€, exactly: 400 000 euros are 0.4; without a unit of its own in the one given. */
export function inMillions({ value, factor }: Pick<Quantity, 'value' | 'factor'>, unit = 1): number {
  return Number((value * (factor ?? unit)).toPrecision(12));
}

/** "85,9" is meant to a tenth, "450 000" to ten thousand: half of what the last figure that is no zero counts. */
export function precisionOf({ value }: Pick<Quantity, 'value'>): number {
  const [whole = '', decimals = ''] = String(value).split('.');
  const zeros = value >= LEAST_ROUNDED ? whole.length - whole.replace(/0+$/, '').length : 0;
  return HALF * 10 ** (zeros - decimals.length);
}

export const HALF = 0.5;
/** Below this, what ends in zeros is as exact as any other number. */
const LEAST_ROUNDED = 10_000;

/** A small count written in figures or letters ("top 3", "les trois projets"), or null. */
export function readCount(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const value = WORDED.get(word);
  return value !== undefined && value >= 2 && value <= 20 ? value : null;
}

/** A number in a question, with the word where it stands. */
export interface Quantity {
  readonly value: number;
  /** M€ for one of its unit; null without a unit. */
  readonly factor: number | null;
  /** Index of its word. */
  readonly word: number;
  /** Written in figures. */
  readonly isFigure: boolean;
}

/** The numbers of a question that may be sums, in figures or in letters; years, percentages and numbers that belong to a longer word are left out. */
export function readQuantities(said: readonly Pick<Word, 'folded' | 'isDecimal' | 'isPercent'>[]): readonly Quantity[] {
  const words = said.map(({ folded }) => folded);
  const isDecimal = (index: number): boolean => said[index]?.isDecimal === true;
  const found: Quantity[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const glued = /^(\d+)(m|md|mds|k|meur|keur|millions?|eur|euros?|bn)$/.exec(word);
    const bare = /^\d+$/.test(word) ? Number(word) : WORDED.get(word);
    const value = glued ? Number(glued[1]) : bare;
    // "Sous le million", "la barre du million"
    const before = words[index - 1] ?? '';
    if (/^(?:million|milliard)$/.test(word) && /^(?:le|du|au|demi)$/.test(before))
      found.push({ value: before === 'demi' ? 0.5 : 1, factor: factorOf(word), word: index, isFigure: false });
    if (value === undefined || /^(?:19|20)\d\d$/.test(word)) continue;
    const start = index;
    let whole = value;
    while (/^\d{1,3}$/.test(word) && /^\d{3}$/.test(words[index + 1] ?? '') && !isDecimal(index + 1)) {
      index++;
      whole = whole * 1000 + Number(words[index]);
    }
    if (isDecimal(index + 1) && /^\d+/.test(words[index + 1] ?? '')) {
      const decimals = /^\d+/.exec(words[index + 1] ?? '')?.[0] ?? '0';
      whole = Number(`${value}.${decimals}`);
      index++;
    }
    const tail = /^\d+([a-z]+)$/.exec(words[index] ?? '')?.[1] ?? words[index + 1] ?? '';
    const isUnit = UNIT_WORD.test(tail);
    const isLetters = !/^\d/.test(word);
    if (said[index]?.isPercent === true || whole > GREATEST || (isLetters && !isUnit && value <= 1)) continue;
    found.push({ value: whole, factor: isUnit ? factorOf(tail) : null, word: start, isFigure: !isLetters });
  }
  return found;
}
