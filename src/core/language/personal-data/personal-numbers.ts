/** Where a sticky pattern that begins at `start` ends; null when it does not match there. */
function matchEnd(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** "12 000 000" */
const THOUSANDS = /^\d{1,3}(?:[ \t\u00a0\u202f.]\d{3})+$/u;
const CURRENCY = /[^\S\n]?(?:€|%|\$|£|(?:euros?|eur|k€|m€|md€|millions?|milliards?)(?!\p{L}))/iuy;

/** A currency or a per cent follows. */
function isMoney(text: string, end: number): boolean {
  return matchEnd(CURRENCY, text, end) !== null;
}

/** Digits that stand together, and how they are tied to those before. */
interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** The signs between it and the group before, without spaces and parentheses; null when more than signs stand there. */
  readonly tie: string | null;
}

/** A stretch of the text to be masked. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

const TIE = /^[ \t\u00a0\u202f.\-_/()·•]+$/u;
const LONGEST_TIE = 4;

/** Every run of digits of the text. */
function readGroups(text: string): readonly Group[] {
  let previousEnd: number | null = null;
  return [...text.matchAll(/\d+/g)].map((match) => {
    const between = previousEnd === null ? null : text.slice(previousEnd, match.index);
    const end = match.index + match[0].length;
    previousEnd = end;
    const isTied = between !== null && between.length <= LONGEST_TIE && TIE.test(between);
    return { digits: match[0], start: match.index, end, tie: isTied ? between.replace(/[^.\-_/·•]/g, '') : null };
  });
}

/** The groups tied together from this one on, 17 digits at most: none of the numbers is longer. */
function tiedFrom(groups: readonly Group[], at: number): readonly Group[] {
  const tied: Group[] = [];
  let count = 0;
  for (let index = at; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || (index > at && group.tie === null)) break;
    count += group.digits.length;
    if (count > 17) break;
    tied.push(group);
  }
  return tied;
}

/** How many digits each group has: "2,2,2,2,2". */
function shapeOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits.length).join(',');
}

/** Their digits, one after the other. */
function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('');
}

/** The telephone number that begins with the group `at`; `done` is where the last masked stretch ended. */
function telephoneAt(text: string, groups: readonly Group[], at: number, done: number): Found | null {
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
  return { start: withParenthesis(text, start, last.end, done), end: last.end, mark: '[téléphone]' };
}

/** The least number of groups, from the first, that hold one of these numbers of digits and fit; 0 when none do. */
function countWhere(groups: readonly Group[], lengths: readonly number[], fits: (some: readonly Group[]) => boolean) {
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
function isDomesticAt(groups: readonly Group[], at: number): boolean {
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
  return digitsOf(taken).length < 10 && THOUSANDS.test(text.slice(start, endOf(taken))) ? 0 : count;
}

/** The parenthesis opened just before a number that closes it belongs to it. */
function withParenthesis(text: string, start: number, end: number, done: number): number {
  const inside = text.slice(start, end);
  const opens = inside.split('(').length;
  return inside.split(')').length > opens && start > done && text.charAt(start - 1) === '(' ? start - 1 : start;
}

const BETWEEN = String.raw`[^\S\n]?[.\-]?[^\S\n]?`;
/** Sex, year, month (some are unknown: 20 to 42, 50 to 99), department (2A and 2B in Corsica), commune, rank. */
const BODY = new RegExp(
  ['[1-478]', String.raw`\d{2}`, String.raw`(?:0[1-9]|1[0-2]|[23]\d|4[0-2]|[5-9]\d)`, String.raw`(?:\d{2}|2[AB])`].join(
    BETWEEN,
  ) + String.raw`${BETWEEN}\d{3}${BETWEEN}\d{3}`,
  'iuy',
);
const KEY = new RegExp(String.raw`${BETWEEN}(?:0[1-9]|[1-8]\d|9[0-7])(?!\d)`, 'uy');

/** The social-security number (NIR) of 13 or 15 digits that begins with the group `at`. */
function socialSecurityAt(text: string, groups: readonly Group[], at: number): Found | null {
  const start = groups[at]?.start ?? 0;
  const bodyEnd = matchEnd(BODY, text, start);
  if (bodyEnd === null || !isGroupedAsPerson(text.slice(start, bodyEnd))) return null;
  const keyEnd = matchEnd(KEY, text, bodyEnd);
  // "1850578006084 06 12 34 56 78": the 06 begins a telephone number and is no key.
  const afterBody = groups.findIndex((group) => group.start >= bodyEnd);
  const takesKey = keyEnd !== null && !isDomesticAt(groups, afterBody);
  const end = takesKey ? keyEnd : bodyEnd;
  const isAmount = THOUSANDS.test(text.slice(start, end)) || isMoney(text, end);
  if (/\d/.test(text.charAt(end)) || isAmount) return null;
  return { start, end, mark: '[NIR]' };
}

/** In one piece or in its parts; "75001 75002 69003" is three postal codes. */
function isGroupedAsPerson(body: string): boolean {
  const signs = body.match(/[^\dAB]+/gi)?.length ?? 0;
  return signs === 0 || signs >= 3;
}

/** Masks telephone numbers, French and international, and social-security numbers; leaves amounts, years and SIRETs. */
export function maskPersonalNumbers(text: string): string {
  const groups = readGroups(text);
  let masked = '';
  let done = 0;
  for (let at = 0; at < groups.length;) {
    const company = companyLength(groups, at);
    const found = company > 0 ? null : (socialSecurityAt(text, groups, at) ?? telephoneAt(text, groups, at, done));
    if (found === null) {
      at += Math.max(company, 1);
      continue;
    }
    masked += text.slice(done, found.start) + found.mark;
    done = found.end;
    while ((groups[at]?.start ?? Infinity) < found.end) at += 1;
  }
  return masked + text.slice(done);
}

/** Number of groups that make a SIRET here, 0 for none: a body's number says nobody's name. */
function companyLength(groups: readonly Group[], at: number): number {
  const tied = tiedFrom(groups, at);
  if (/^(?!00)\d{14}$/.test(tied[0]?.digits ?? '')) return 1;
  if (shapeOf(tied.slice(0, 2)) === '9,5') return 2;
  return shapeOf(tied.slice(0, 4)) === '3,3,3,5' ? 4 : 0;
}
