import { factorOf, GREATEST, NUMBER, UNIT } from './amounts';
import { fold } from './fold';
import type { LanguageWords } from './language-words';
import { SMALL, withNumbersInFigures } from './spoken-numbers';

type Asked = 'sum' | 'difference' | 'product' | 'ratio' | 'share' | 'average';
/** What joins two numbers: `part` as in "23 % de 149", `growth` "de 32,7 à 46,2", `excess` "55,2 contre 39,14", `gap` "l'écart entre 3,6 et 21,5". */
type Joint = Asked | 'part' | 'growth' | 'excess' | 'gap';

interface Term {
  readonly value: number;
  readonly unit: 'MEUR' | 'number' | 'percent';
}

/** What is made of numbers that a message says, or that were told; money in M€. `payback`: of a cost and what is saved each year, after how many years. */
export interface Reckoning {
  readonly operation: Asked | 'payback';
  readonly terms: readonly Term[];
  readonly value: number;
  readonly unit: Term['unit'] | 'years';
}

/** "100 par an pendant 6 ans" */
const EACH_TIME = '(?:par an|a year|per year|each year)';
const PER_TIME = new RegExp(EACH_TIME);
const joining = (opening: string, end: string, said: readonly (readonly [Joint, string])[]) =>
  said.map(([joint, words]) => {
    const pattern = new RegExp(String.raw`${opening}(?:et |and )?(?:${words})(?: les?| la| the| l')? ?${end}$`);
    return { joint, pattern };
  });
/** What stands between two numbers of each computation. */
const BETWEEN = [
  ...joining(String.raw`^\)* ?`, String.raw`\(*`, [
    ['sum', String.raw`\+|plus|ajoute\w*|add`],
    ['difference', '(?<= )-(?= )|[−–]|moins|minus'],
    ['product', String.raw`[x×*]|fois|multipli\w+ (?:par|by)|times`],
    ['product', String.raw`${EACH_TIME} (?:pendant|durant|sur|for|over)`],
    ['ratio', String.raw`[/÷]|divis\w+ par|divided? by`],
    ['share', String.raw`(?:en |in )?(?:%|pour ?cent\w*|percent\w*) (?:d[eu]s?|of)`],
    ['share', String.raw`sur|out of|rapporte\w* (?:a|aux?)|par rapport a`],
    ['growth', 'a|to'],
    ['gap', 'et|puis|and|then'],
    ['excess', 'vs|contre|versus|against|au lieu d[eu]|instead of'],
  ]),
  // "Les 133,9 payés cette année-là, moins 26,12": what says more before it joins two numbers.
  ...joining('[,;.)] ', '', [
    ['difference', 'moins|minus'],
    ['ratio', String.raw`divis\w+ par|divided? by`],
    ['share', String.raw`rapporte\w* (?:a|aux?)|(?:en |in )?(?:%|pourcentage|pour ?cent\w*|percent\w*) (?:d[eu]s?|of)`],
  ]),
];
const LATEST_DAY = 31;
/** A year that dates what stands before it. */
const DATED = /(?:^| )(?:en|de|in|of|fin|debut|depuis|since|cette annee) $/;
const MISSING = /\b(?:manqu\w+|missing)\b/;
const MAKES = /\b(?:fait|font|total|ensemble|en tout|makes?|together)\b/;
/** "La somme des hausses : 87,3, 24,5 et 6", not "la somme des appels 1 et 2", "entre 3,5 et 5". */
const ADDED = /\b(?:add|addition\w*|ajoute\w*|somme|sum|total)\b/;
const LISTED = /^ ?(?:[,;]|[,;]? ?(?:et|and)) $/;
const STRETCH = /(?:^| )(?:entre|between) $/;
const RESULT = /\b(?:fait|font|makes?)(?: donc)? $/;
const RATIO = /\bratio\b/;
export const PERCENT = /%|pour ?cent|percent/;
const PART = /^ ?(?:%|pour ?cents?|percent) (?:d[eu]s?|of) (?:les? |the )?$/;
const FROM = /(?:^| )(?:de|from) $/;
const THINGS = /^ d[e'] ?(?!euros?\b)[a-z]/;
const MILLIONS_OF_THINGS = /\bmill?i(?:on|ard)s? d[e'] ?(?!euros?\b)[a-z]/;
const A_MILLION = 1e6;
/** "149 x 77 %" is 77 % of 149. */
const TIMES_PERCENT = new RegExp(String.raw`(${NUMBER}) ?(?:[x×*]|fois|times) ?(${NUMBER}) ?%`, 'g');
/** "Divise 35 par 540" */
const DIVIDING = /\b(?:divis|divide)/;
const BY = /^ (?:par|by) $/;
const TIMES = /\b(?:combien de fois|how many times)\b/;
/** Not "1,5 ici et 0,53 là, d'où vient l'écart ?" */
const ASKING_GAP = /^(?!.*\b(?:qui|ou|pourquoi|who|where|why)\b).*\b(?:combien|quel\w*|calcul\w*|how much|what)\b/;
const GAP = /\b(?:ecart|differences?|gap|manqu\w+|missing)\b/;
/** "3 sur 16" by itself asks for nothing, but where no more is said: "18 sur 22,05 ?" */
const ASKING =
  /%|\b(?:pour ?cent\w*|part|taux|ratio|quotient|proportion|rapport\w*|combien|fait|calcul\w*|percent\w*|share|rate|how much)\b/;
const TERM = new RegExp(String.raw`(?<![\d.,])(${NUMBER})(?: ?(${UNIT}))?(?![\p{L}\d])`, 'gu');

/**
 * What a message asks to be made of numbers that it says itself: "1,1 milliard moins 800 millions", "339 / 149", "243 sur 800, en %", "cent vingt-six divisé
 * par dix-sept", "(55,2 - 39,14) / 39,14", "23 % de 149", "de 32,7 à 46,2, combien de hausse ?"
 *
 * @param isOfEach it asks for so much for each: "5,4 M€ pour 235 564 comptes, combien par compte ?"
 * @param isNoMore it says nothing else
 * @param told an amount told before it, M€: "1,9 / 29 millions" of it is money
 */
export function reckonedIn(
  text: string,
  isOfEach: boolean,
  { is, isFunctionWord }: Pick<LanguageWords, 'is' | 'isFunctionWord'>,
  isNoMore = false,
  told: number | null = null,
): readonly Reckoning[] {
  const folded = inFigures(text).replace(TIMES_PERCENT, '$3 % de $1');
  const asks = isNoMore || ASKING.test(folded);
  const has = (one: 'sharing' | 'growing' | 'leaving'): boolean =>
    (folded.match(/[a-z]+/g) ?? []).some((word) => is(one, word) && !isFunctionWord(word));
  const isPart = PERCENT.test(folded) || has('sharing');
  const isRatio = RATIO.test(folded);
  // "339 / 800" is of two amounts, "1,9 / 29 millions de visites" of one.
  const countsThings = isOfEach || MILLIONS_OF_THINGS.test(folded);
  const terms = [...folded.matchAll(TERM)].map((match) => {
    const [whole, figure = '', , named] = match;
    const written = Number(figure.replace(/[ .](?=\d{3})/g, '').replace(',', '.'));
    const end = match.index + whole.length;
    // "29 millions de visites" are no money.
    const isTold = named === undefined && written === told && countsThings;
    const isMoney = isTold || (named !== undefined && !THINGS.test(folded.slice(end)));
    const millions = named === undefined ? written : exact(written * factorOf(named));
    const value = named === undefined || isMoney ? millions : exact(millions * A_MILLION);
    return { value, unit: isMoney ? 'MEUR' : 'number', written, start: match.index, end } as const;
  });
  // "133,9 payés en 2021, moins 26,12"
  const others = terms.filter((term) => !isYear(term) || !DATED.test(folded.slice(0, term.start)));
  const dated = others.length > 1 ? others : terms;
  // "34 puis 27,9, cela fait donc 61,9 ?": the last one is what they are said to make.
  const saysResult = dated.length === 3 && RESULT.test(folded.slice(0, dated[2]?.start));
  const said = saysResult ? dated.slice(0, 2) : dated;
  const joints = said.map(({ unit, written, start, end }, at): Joint | null => {
    const next = said[at + 1];
    if (next === undefined) return null;
    const between = folded.slice(end, next.start);
    const joins = /^(?: [a-z]+){0,2} ([a-z]+) $/.exec(between)?.[1] ?? '';
    const isBy = BY.test(between) && DIVIDING.test(folded);
    const isOfTwo =
      said.length === 2 && unit === next.unit && ASKING_GAP.test(folded) && (has('leaving') || GAP.test(folded));
    const found = BETWEEN.find(({ pattern }) => pattern.test(between))?.joint ?? (isOfTwo ? 'gap' : null);
    const isTimes = (found === 'excess' && TIMES.test(folded)) || (isRatio && said.length === 2 && found === null);
    const joint = PART.test(between) ? 'part' : isBy || isTimes || (isRatio && found === 'excess') ? 'ratio' : found;
    // "1,2 sur 3 ans" says which is divided.
    const isUnlike = unit !== next.unit;
    const isFor = ((isUnlike || joint === null) && is('regarding', joins)) || (isUnlike && is('coordinating', joins));
    if (isOfEach && isFor) return 'average';
    // "650 000 appels pour 500 000 visés, combien en % ?", "835 bracelets sur 1 000, quelle part ?"
    if (isPart && joint === null && !isUnlike && is('regarding', joins)) return 'share';
    const isDate = between.includes('/') && [written, next.written].every(Number.isInteger);
    if (isDate && written <= LATEST_DAY && next.written <= 12) return null;
    // "De 3 à 5 M€" is a stretch.
    const isChange =
      (isPart || (has('growing') && ASKING.test(folded))) && (joint === 'excess' || FROM.test(folded.slice(0, start)));
    const isMoreThanPlace = said.some((one) => !Number.isInteger(one.written) || one.written > LATEST_DAY);
    if (ADDED.test(folded) && LISTED.test(between) && isMoreThanPlace && !STRETCH.test(folded.slice(0, start)))
      return 'sum';
    // "19,3 et 27,7, ça fait combien ?"
    if (joint === 'gap' && (isNoMore || saysResult) && MAKES.test(folded) && !GAP.test(folded)) return 'sum';
    if (joint === 'growth' || joint === 'excess' || joint === 'gap')
      return isChange && joint !== 'gap' ? joint : !GAP.test(folded) && !isOfTwo ? null : isPart ? 'growth' : 'gap';
    const isMade = joint !== 'share' && joint !== 'part' && !PER_TIME.test(between);
    return isMade || asks ? joint : null;
  });
  return joints.flatMap((joint, at) => {
    if (joint === null || (joints[at - 1] ?? null) !== null) return [];
    const end = joints.indexOf(null, at);
    const run = joints.slice(at, end).flatMap((one) => one ?? []);
    const betweens = said.slice(at, end).map((one, index) => folded.slice(one.end, said[at + index + 1]?.start));
    // Not "700 + 330 / 2", nor "330 / (2 + 1)", of which the last two are made first.
    const isSum = (one: Joint): boolean => one === 'sum' || one === 'difference';
    // "21,5 + 22 + 4 sur 60": what stands before "sur" is made first.
    const isSummed =
      run.length === 1 || run.every((one, index) => isSum(one) || (one === 'share' && index === run.length - 1));
    const isInOrder = isSummed || (betweens.at(-1)?.startsWith(')') === true && !betweens.join('').includes('('));
    const isLeft = has('leaving') || MISSING.test(folded);
    return (isInOrder ? madeOf(run, said.slice(at, end + 1), { isOfEach, isPart, isLeft }) : null) ?? [];
  });
}

function isYear({ value, unit }: Term): boolean {
  return unit === 'number' && Number.isInteger(value) && value >= 1900 && value < 2100;
}

/** "Et l’écart ?" */
export function asksGap(text: string): boolean {
  return GAP.test(fold(text));
}

/** In figures or in words: nothing is made of a text that says none. */
export function saysNumber(text: string): boolean {
  return /\d/.test(inFigures(text));
}

/** "À eux deux", "tous les trois" are no numbers. */
const ALL_OF = /\b(?:eux|elles|nous|tous|toutes) (?:les )?$/;

/** Numbers in words too, each of them: "dix" by itself is one here. */
function inFigures(text: string): string {
  const inWords = fold(withNumbersInFigures(text));
  return inWords.replace(/[a-z]+/g, (word, at: number) => {
    const value = SMALL.get(word) ?? 0;
    return value > 1 && !ALL_OF.test(inWords.slice(0, at)) ? String(value) : word;
  });
}

/** Null of years, of a span ("25 - 30"). */
function madeOf(
  joints: readonly Joint[],
  said: readonly Term[],
  { isOfEach, isPart, isLeft }: Readonly<Record<'isOfEach' | 'isPart' | 'isLeft', boolean>>,
): Reckoning | null {
  const [first, ...rest] = said.map(({ unit }) => unit === 'MEUR');
  const [a = 0, ...others] = said.map(({ value }) => value);
  const b = others.at(-1) ?? 0;
  const made = (left: number, right: number, at: number): number => OF_TWO[joints[at] ?? 'sum'](left, right);
  const before = others.slice(0, -1).reduce(made, a);
  const value = made(before, b, others.length - 1);
  const joint = joints.at(-1) ?? 'sum';
  // "339/2000", not "12/2018"
  const isFraction = joint === 'ratio' && a > LATEST_DAY;
  const areYears = joint === 'share' || isFraction ? said.every(isYear) : said.some(isYear);
  const isEndless = !Number.isFinite(value) || said.some((one) => one.value > GREATEST || one.value === 0);
  if (value < 0 || areYears || isEndless) return null;
  const told = (operation: Asked, of = value, own?: Term['unit']): Reckoning => ({
    operation,
    terms: said.map((term, at) => ({ value: term.value, unit: joint === 'part' && at === 0 ? 'percent' : term.unit })),
    value: exact(of),
    unit: own ?? (first === true || rest.includes(true) ? 'MEUR' : 'number'),
  });
  switch (joint) {
    case 'average': {
      // "150 projets et 1,1 milliard", "35 pour 252"
      const isTurned = first === rest[0] ? b > a : first === false;
      return first === true && rest[0] === true ? null : told(joint, isTurned ? b / a : value);
    }
    case 'share':
    case 'ratio': {
      if (joint === 'share' && isLeft) return before > b ? null : told('difference', b - before);
      // "1,2 M€ sur 3 ans"; of "62 sur 252 millions" both are money.
      const isSpread = (first === true && !rest.includes(true)) || (joint === 'share' && isOfEach);
      if (isSpread && !(joint === 'share' && isPart)) return told('average');
      return (joint === 'share' && before <= b) || isPart
        ? told('share', 100 * value, 'percent')
        : told('ratio', value, 'number');
    }
    case 'growth':
    case 'excess':
      return told('difference', 100 * value, 'percent');
    case 'gap':
      return told('difference');
    case 'part':
      return told('product');
    default:
      return told(joint === 'difference' && joints.includes('sum') ? 'sum' : joint);
  }
}

const OF_TWO: Readonly<Record<Joint, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  difference: (a, b) => a - b,
  product: (a, b) => a * b,
  part: (a, b) => (a * b) / 100,
  ratio: (a, b) => a / b,
  share: (a, b) => a / b,
  average: (a, b) => a / b,
  growth: (a, b) => Math.abs(b - a) / a,
  excess: (a, b) => Math.abs(a - b) / b,
  gap: (a, b) => Math.abs(a - b),
};

export function exact(value: number): number {
  return Number(value.toPrecision(12));
}
