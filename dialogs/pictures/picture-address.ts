import type { Locale } from '../../src/core/language/locale';
import { type CallReference, type Filter, type Question, questionSchema } from '../../src/core/model/question';

/** Longer addresses are cut by some mail programs and proxies. */
const LONGEST_ADDRESS = 1800;

/** Where the picture of a question's answer is; null when the question is too long for an address, or one that would not be read back. */
export function pictureAddress(question: Question, locale: Locale): string | null {
  if (!isPossible(question)) return null;
  const encoded = Buffer.from(JSON.stringify(question), 'utf8').toString('base64url');
  const address = `/pictures/${encoded}.svg?lang=${locale}`;
  return address.length > LONGEST_ADDRESS ? null : address;
}

/** The question of an address, from what follows `/pictures/`; null when nobody but a forger can have written it. */
export function readPictureName(name: string): Question | null {
  const [, encoded] = /^([A-Za-z0-9_-]+)\.svg$/u.exec(name) ?? [];
  if (encoded === undefined || name.length > LONGEST_ADDRESS) return null;
  const parsed = questionSchema.safeParse(parseJson(Buffer.from(encoded, 'base64url').toString('utf8')));
  return parsed.success && isPossible(parsed.data) ? parsed.data : null;
}

/** Undefined for what is no JSON: it fits no schema. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** M€: beyond what any State spends. A longer number would only fill the title. */
const GREATEST_AMOUNT = 1_000_000;

/** Calls, and sessions of a call: five and two in eight years. */
const MOST_CALLS = 99;

/**
 * The schema says "a number"; what understanding makes are counts, months, years and sums of money. Side by side, a set written three
 * times would have its projects counted three times.
 */
function isPossible(question: Question): boolean {
  if (question.kind !== 'aggregate' && question.kind !== 'list') return true;
  const { limit, filter } = question;
  const { sides = [], of = filter } = question.kind === 'aggregate' ? question : {};
  const isSideBySide = question.kind === 'aggregate' && question.groupBy === 'asked';
  const areDistinct = new Set(sides.map((side) => JSON.stringify(side))).size === sides.length;
  const areSides = isSideBySide ? sides.length > 1 && areDistinct : sides.length === 0;
  return (limit === null || isCount(limit)) && [filter, of, ...sides].every(isPossibleFilter) && areSides;
}

function isPossibleFilter({ years, months, amounts, calls, except }: Filter): boolean {
  const isAmount = (value: number | null): boolean => value === null || (value >= 0 && value <= GREATEST_AMOUNT);
  const isCall = ({ number, session, scheme }: CallReference): boolean =>
    [number, session].every((value) => value === null || (isCount(value) && value <= MOST_CALLS)) &&
    (number !== null || scheme !== null);
  return (
    [...years, ...except.years].every((year) => isCount(year) && year < 10_000) &&
    months.every((month) => /^20\d\d-(?:0[1-9]|1[0-2])$/.test(month)) &&
    amounts.every(({ min, max }) => isAmount(min) && isAmount(max)) &&
    [...calls, ...except.calls].every(isCall)
  );
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}
