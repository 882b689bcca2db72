import { isAmount } from './amount-signs';
import type { Found, Group } from './digit-groups';
import { matchEnd } from './match-end';
import { isDomesticAt } from './telephone-numbers';

const MARK = '[NIR]';
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
export function socialSecurityAt(text: string, groups: readonly Group[], at: number): Found | null {
  const start = groups[at]?.start ?? 0;
  const bodyEnd = matchEnd(BODY, text, start);
  if (bodyEnd === null || !isGroupedAsPerson(text.slice(start, bodyEnd))) return null;
  const keyEnd = matchEnd(KEY, text, bodyEnd);
  const afterBody = firstFrom(groups, at, bodyEnd);
  // "1850578006084 06 12 34 56 78": the 06 begins a telephone number and is no key.
  const takesKey = keyEnd !== null && !isDomesticAt(groups, afterBody);
  const end = takesKey ? keyEnd : bodyEnd;
  if (/\d/.test(text.charAt(end)) || isAmount(text, start, end)) return null;
  return { start, end, mark: MARK };
}

/** Position of the first group from `at` on that starts at `start` or later. */
function firstFrom(groups: readonly Group[], at: number, start: number): number {
  let position = at;
  while ((groups[position]?.start ?? Infinity) < start) position += 1;
  return position;
}

/** In one piece or in its parts; "75001 75002 69003" is three postal codes. */
function isGroupedAsPerson(body: string): boolean {
  const signs = body.match(/[^\dAB]+/gi)?.length ?? 0;
  return signs === 0 || signs >= 3;
}
