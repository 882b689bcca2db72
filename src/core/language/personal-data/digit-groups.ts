/** Digits that stand together, and how they are tied to those before. */
export interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** The signs between it and the group before, without spaces and parentheses; null when more than signs stand there. */
  readonly tie: string | null;
}

/** A stretch of the text to be masked. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

const TIE = /^[ \t\u00a0\u202f.\-_/()·•]+$/u;
const LONGEST_TIE = 4;

/** Every run of digits of the text. */
export function readGroups(text: string): readonly Group[] {
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
export function tiedFrom(groups: readonly Group[], at: number): readonly Group[] {
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
export function shapeOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits.length).join(',');
}

/** Their digits, one after the other. */
export function digitsOf(groups: readonly Group[]): string {
  return groups.map(({ digits }) => digits).join('');
}
