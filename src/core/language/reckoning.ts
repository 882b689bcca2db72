import { factorOf, GREATEST, NUMBER, UNIT } from './amounts';

type Asked = 'sum' | 'difference' | 'ratio' | 'share';

/** What is made of numbers that a message says; money in M€. */
export interface Reckoning {
  readonly operation: Asked | 'average';
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

/** What a message asks to be made of numbers that it says itself: "1,1 milliard moins 800 millions", "339 / 149", "243 sur 800, en %". */
export function reckonedIn(folded: string): readonly Reckoning[] {
  const said = [...folded.matchAll(TERM)].map((match) => {
    const [whole, figure = '', , unit] = match;
    const value = Number(figure.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));
    return { value, unit, start: match.index, end: match.index + whole.length };
  });
  const asked = said.map(({ end }, at) => {
    const between = folded.slice(end, said[at + 1]?.start ?? 0);
    return BETWEEN.find(([, words]) => words.test(between))?.[0] ?? null;
  });
  return asked.flatMap((one, at) => {
    // "5 / 323, en %"
    const meant = one === 'ratio' && PERCENT.test(folded) ? 'share' : one;
    const end = asked.findIndex((other, index) => index > at && other !== one);
    const isAsked = meant !== 'share' || ASKING.test(folded);
    return meant === null || asked[at - 1] === one || !isAsked ? [] : (made(meant, said.slice(at, end + 1)) ?? []);
  });
}

type Terms = readonly { readonly value: number; readonly unit: string | undefined }[];

/** Null of years, of dates ("12/11"), of a span ("25 - 30"). */
function made(asked: Asked, said: Terms): Reckoning | null {
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
  const unit = terms.some((term) => term.unit === 'MEUR') ? 'MEUR' : 'number';
  const isOfEach = terms[0]?.unit === 'MEUR' && terms[1]?.unit === 'number';
  const quotient = exact(first / second);
  if (asked === 'share') return { operation: asked, terms, value: Math.round(1000 * quotient) / 10, unit: 'percent' };
  if (asked === 'ratio')
    return { operation: isOfEach ? 'average' : asked, terms, value: quotient, unit: isOfEach ? unit : 'number' };
  const value = asked === 'sum' ? terms.reduce((sum, term) => sum + term.value, 0) : first - second;
  return value < 0 ? null : { operation: asked, terms, value: exact(value), unit };
}

function exact(value: number): number {
  return Number(value.toPrecision(12));
}
