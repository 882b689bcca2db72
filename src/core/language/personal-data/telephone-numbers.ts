import { isMoney, isWrittenByThousands } from './amount-signs';
import { digitsOf, shapeOf, tiedFrom, type Found, type Group } from './digit-groups';

const MARK = '[téléphone]';

/** The telephone number that begins with the group `at`; `done` is where the last masked stretch ended. */
export function telephoneAt(text: string, groups: readonly Group[], at: number, done: number): Found | null {
  const tied = tiedFrom(groups, at);
  const [first] = tied;
  if (first === undefined) return null;
  const plus = plusBefore(text, first.start, done);
  if (plus === null && !/^(?:00?[1-9]|33)/.test(digitsOf(tied))) return null;
  const count =
    countWhere(tied, ABROAD_LENGTHS, (some) => isFrenchAbroad(text, some, plus !== null)) ||
    (hangsOnDigits(text, first.start, done) ? 0 : countWhere(tied, DOMESTIC_LENGTHS, isDomestic)) ||
    // "1000+20000000" adds; "+ 20 000 000" is an increase.
    (plus === first.start - 1 && !isDigitAt(text, plus - 1, done)
      ? foreignCount(text, groups, at, /^[1-9]\d{7,14}$/)
      : foreignCount(text, groups, at, /^00[1-9]\d{8,13}$/));
  const last = count === 0 ? undefined : tied[count - 1];
  if (last === undefined) return null;
  const start = plus ?? first.start;
  return { start: withParenthesis(text, start, last.end, done), end: last.end, mark: MARK };
}

/** The least number of groups, from the first, that hold one of these numbers of digits and fit; 0 when none do. */
function countWhere(
  groups: readonly Group[],
  lengths: readonly number[],
  fits: (some: readonly Group[]) => boolean,
): number {
  let digits = 0;
  for (const [index, group] of groups.entries()) {
    digits += group.digits.length;
    if (lengths.includes(digits) && fits(groups.slice(0, index + 1))) return index + 1;
  }
  return 0;
}

/** Where the "+" of an international number stands: right before it, or a space or a parenthesis away. */
function plusBefore(text: string, start: number, done: number): number | null {
  for (const position of [start - 1, start - 2]) {
    if (position < done) return null;
    const sign = text.charAt(position);
    if (sign === '+') return position;
    if (!/[ \u00a0\u202f(]/u.test(sign)) return null;
  }
  return null;
}

/** "2018-0612345678" is one reference: its second part is no telephone number. */
function hangsOnDigits(text: string, start: number, done: number): boolean {
  return /[-/,]/.test(text.charAt(start - 1)) && isDigitAt(text, start - 2, done);
}

/** A digit that was not masked already. */
function isDigitAt(text: string, position: number, done: number): boolean {
  return position >= done && /\d/.test(text.charAt(position));
}

/** "33" or "0033", a zero or none, and nine digits. */
const ABROAD_LENGTHS = [11, 12, 13, 14];
/** Ten, or one too many. */
const DOMESTIC_LENGTHS = [10, 11];

/** +33, 0033, or 33 alone where no amount is written so. */
function isFrenchAbroad(text: string, groups: readonly Group[], hasPlus: boolean): boolean {
  const digits = digitsOf(groups);
  if (/^00330?[1-9]\d{8}$/.test(digits)) return true;
  if (!/^330?[1-9]\d{8}$/.test(digits)) return false;
  return hasPlus || (['11', '2,1,2,2,2,2', '3,2,2,2,2'].includes(shapeOf(groups)) && !isMoney(text, endOf(groups)));
}

function endOf(groups: readonly Group[]): number {
  return groups[groups.length - 1]?.end ?? 0;
}

/** How the ten digits are grouped by those who write them; a date and an amount are grouped otherwise. */
const DOMESTIC_SHAPES: ReadonlySet<string> = new Set([
  ...['10', '2,2,2,2,2', '4,2,2,2', '2,8', '2,4,4', '4,3,3', '3,3,4', '2,3,3,2', '2,2,3,3', '4,6', '3,7', '4,2,4'],
  ...['2,2,2,4', '3,3,2,2', '2,2,2,2,1,1', '1,9', '1,3,3,3', '1,3,2,2,2', '1,1,2,2,2,2', '1,1,1,1,1,1,1,1,1,1'],
]);

function isDomestic(groups: readonly Group[]): boolean {
  const digits = digitsOf(groups);
  // One digit too many after 06 or 07 is a slip of the hand in somebody's own number.
  if (groups.length === 1 && /^0[67]\d{9}$/.test(digits)) return true;
  if (!/^0[1-9]\d{8}$/.test(digits) || !DOMESTIC_SHAPES.has(shapeOf(groups))) return false;
  const ties = new Set(groups.slice(1).map(({ tie }) => tie));
  // "0.612345678" is a number with decimals.
  if (groups[0]?.digits.length === 1 && groups[1]?.tie === '.' && groups.length < 10) return false;
  // "06.12.24 10.30" is a day and an hour: mixed signs are only believed when the second pair is no month.
  return ties.size <= 1 || Number(digits.slice(2, 4)) > 12;
}

/** A French number without its country begins with this group. */
export function isDomesticAt(groups: readonly Group[], at: number): boolean {
  const tied = tiedFrom(groups, at);
  return /^0[1-9]/.test(digitsOf(tied)) && countWhere(tied, DOMESTIC_LENGTHS, isDomestic) > 0;
}

/** Groups of an international number of unknown grouping: as many as fit, up to the next number. */
function foreignCount(text: string, groups: readonly Group[], at: number, pattern: RegExp): number {
  const tied = tiedFrom(groups, at);
  let count = 0;
  for (let next = 1; next <= tied.length; next += 1) {
    if (next > 1 && isDomesticAt(groups, at + next - 1)) break;
    if (pattern.test(digitsOf(tied.slice(0, next)))) count = next;
  }
  const taken = tied.slice(0, count);
  if (count === 0 || isMoney(text, endOf(taken))) return 0;
  const start = taken[0]?.start ?? 0;
  // "+30 000 000" is an increase; a telephone number of nine digits or fewer is not written by thousands.
  return digitsOf(taken).length < 10 && isWrittenByThousands(text.slice(start, endOf(taken))) ? 0 : count;
}

/** The parenthesis opened just before a number that closes it belongs to it. */
function withParenthesis(text: string, start: number, end: number, done: number): number {
  const inside = text.slice(start, end);
  const opens = inside.split('(').length;
  return inside.split(')').length > opens && start > done && text.charAt(start - 1) === '(' ? start - 1 : start;
}
