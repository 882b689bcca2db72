import { factorOf, GREATEST, NUMBER, UNIT } from './amounts';
import type { LanguageWords } from './language-words';

type Asked = 'sum' | 'difference' | 'ratio' | 'share' | 'average';

/** What is made of numbers that a message says; money in M€. */
export interface Reckoning {
  readonly operation: Asked;
  readonly terms: readonly { readonly value: number; readonly unit: 'MEUR' | 'number' }[];
  readonly value: number;
  readonly unit: 'MEUR' | 'number' | 'percent';
}

/** What stands between two numbers of each computation. */
const BETWEEN: readonly (readonly [Asked, RegExp])[] = [
  ['sum', /^(?: ?\+ ?| plus )$/],
  ['difference', /^(?: - | ?[−–] ?| moins | minus )$/],
  ['ratio', /^(?: ?[/÷] ?| divise[es]* par | divided by )$/],
  ['share', /^ (?:sur|out of|rapporte[es]* a|par rapport a) $/],
];
const PERCENT = /%|pour ?cent|percent/;
/** "3 sur 16" by itself asks for nothing. */
const ASKING = /%|\b(?:pour ?cent\w*|part|taux|ratio|rapport\w*|combien|fait|percent\w*|share|rate)\b/;
const TERM = new RegExp(String.raw`(?<![\d.,])(${NUMBER}) ?(${UNIT})?(?![\p{L}\d])`, 'gu');

/**
 * What a message asks to be made of numbers that it says itself: "1,1 milliard moins 800 millions", "339 / 149", "243 sur 800, en %".
 *
 * @param isOfEach it asks for so much for each: "5,4 M€ pour 235 564 comptes, combien par compte ?"
 */
export function reckonedIn(folded: string, isOfEach: boolean, { is }: Pick<LanguageWords, 'is'>): readonly Reckoning[] {
  const said = [...folded.matchAll(TERM)].map((match) => {
    const [whole, figure = '', , unit] = match;
    const value = Number(figure.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));
    return { value, unit, start: match.index, end: match.index + whole.length };
  });
  const asked = said.map(({ end }, at) => {
    const between = folded.slice(end, said[at + 1]?.start ?? 0);
    const joins = /^(?: [a-z]+)? ([a-z]+) $/.exec(between)?.[1] ?? '';
    const isFor = isOfEach && (is('regarding', joins) || is('coordinating', joins));
    return isFor ? 'average' : (BETWEEN.find(([, words]) => words.test(between))?.[0] ?? null);
  });
  return asked.flatMap((one, at) => {
    // "5 / 323, en %"
    const meant = one === 'ratio' && PERCENT.test(folded) ? 'share' : one;
    const end = asked.findIndex((other, index) => index > at && other !== one);
    const isAsked = meant !== 'share' || ASKING.test(folded);
    return meant === null || asked[at - 1] === one || !isAsked
      ? []
      : (made(meant, said.slice(at, end + 1), PERCENT.test(folded)) ?? []);
  });
}

type Terms = readonly { readonly value: number; readonly unit: string | undefined }[];

/** Null of years, of dates ("12/11"), of a span ("25 - 30"). */
function made(asked: Asked, said: Terms, asksPercent: boolean): Reckoning | null {
  const terms = said.map(({ value, unit }) =>
    unit === undefined
      ? { value, unit: 'number' as const }
      : { value: exact(value * factorOf(unit)), unit: 'MEUR' as const },
  );
  const [a = 0, b = 0] = said.map(({ value }) => value);
  const [first, second, ...others] = terms.map(({ value }) => value);
  const isYear = ({ value, unit }: (typeof terms)[number]): boolean =>
    unit === 'number' && value >= 1900 && value < 2100;
  const areYears = asked === 'share' ? terms.every(isYear) : terms.some(isYear);
  const isDate = asked === 'ratio' && Number.isInteger(a) && Number.isInteger(b) && a <= 31 && b <= 12;
  const isEndless = terms.some(({ value }) => value > GREATEST);
  if (!first || !second || areYears || isDate || isEndless || (others.length > 0 && asked !== 'sum')) return null;
  const isMoney = terms.map((term) => term.unit === 'MEUR');
  const unit = isMoney.includes(true) ? 'MEUR' : 'number';
  const quotient = exact(first / second);
  const isOfEach = isMoney[0] === true && isMoney[1] === false && !(asked === 'share' && asksPercent);
  // "1,2 M€ sur 3 ans", "150 projets et 1,1 milliard"; of "62 sur 252 millions" both are.
  if (asked === 'average' && isMoney[0] === isMoney[1]) return null;
  if (asked === 'average' || (isOfEach && asked !== 'sum' && asked !== 'difference'))
    return { operation: 'average', terms, value: isMoney[0] === true ? quotient : exact(second / first), unit };
  if (asked === 'share') return { operation: asked, terms, value: exact(100 * quotient), unit: 'percent' };
  if (asked === 'ratio') return { operation: asked, terms, value: quotient, unit: 'number' };
  const value = asked === 'sum' ? terms.reduce((sum, term) => sum + term.value, 0) : first - second;
  return value < 0 ? null : { operation: asked, terms, value: exact(value), unit };
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}
