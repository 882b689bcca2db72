import { fold } from './fold';

/* Numbers as they are said aloud, and as telephones write down what they hear. */

const named = (from: number, step: number, words: string): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, at) => [word, from + step * at]);
/** Numbers below a hundred by their names, folded. */
export const SMALL = new Map([
  ...named(0, 1, 'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
  ...named(0, 1, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
  ...named(16, 1, 'sixteen seventeen eighteen nineteen'),
  ...named(20, 10, 'vingt trente quarante cinquante soixante septante huitante nonante'),
  ...named(20, 10, 'twenty thirty forty fifty sixty seventy eighty ninety'),
  ...named(20, 60, 'vingts octante'),
  ...named(1, 0, 'une'),
]);
/** Parts of a whole, and multiples, by their names. */
export const FRACTIONS = new Map([
  ...named(0.5, 0, 'moitie half'),
  ...named(1 / 3, 0, 'tiers third'),
  ...named(0.25, 0, 'quart quarter'),
  ...named(2, 0, 'double twice'),
  ...named(3, 0, 'triple'),
]);
const HUNDRED = /^(?:cents?|hundred)$/;
const THOUSAND = /^(?:mille|thousand)$/;
const GREAT = /^(?:millions?|milliards?|billions?)$/;
const POINT = /^(?:virgule|point)$/;
const AND = /^(?:et|and)$/;
const HALF = /^(?:demie?|half)$/;
const NUMBER = [...SMALL.keys(), 'zéro', 'cents?', 'hundred', 'mille', 'thousand'].join('|');
const JOINED = 'virgule|point|et|and|an?|demie?|half|millions?|milliards?|billions?';
/** Words of numbers, with what joins them. */
const RUN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${NUMBER})(?:[ -]+(?:${NUMBER}|${JOINED}))+(?![\p{L}\p{N}])`,
  'giu',
);

interface Said {
  readonly value: number;
  /** Index of the word behind it. */
  readonly end: number;
}

/** "Dix millions", "deux millions et demi", "vingt-cinq", "deux mille vingt": sums, and numbers of several words, in figures. */
export function withNumbersInFigures(text: string): string {
  return text.replace(RUN, (run) => {
    const words = run.split(/[ -]+/);
    const folded = words.map(fold);
    const told: string[] = [];
    for (let at = 0; at < words.length;) {
      const number = numberAt(folded, at);
      told.push(number?.told ?? words[at] ?? '');
      at = number?.end ?? at + 1;
    }
    // Where all stays, so do the hyphens.
    return told.join(' ') === words.join(' ') ? run : told.join(' ');
  });
}

/** A sum or a number of several words that begins with one of them; null where none does. */
function numberAt(words: readonly string[], at: number): { readonly told: string; readonly end: number } | null {
  const whole = cardinalAt(words, at);
  if (whole === null) return null;
  const { value, end } = withHalf(words, withDecimals(words, whole));
  const unit = words[end] ?? '';
  // "Deux mille" is no year.
  const isTold = end - at > 1 && value !== 2 * THOUSANDS;
  if (!GREAT.test(unit)) return isTold ? { told: figures(value), end } : null;
  const more = cardinalAt(words, end + 1);
  const isMore = more !== null && more.value >= THOUSANDS && more.value < MILLION && unit.startsWith('million');
  const tail = isMore
    ? { value: value + more.value / MILLION, end: more.end }
    : withHalf(words, { value, end: end + 1 });
  return { told: `${figures(tail.value)} ${unit}`, end: tail.end };
}

const THOUSANDS = 1000;
const MILLION = 1_000_000;

function figures(value: number): string {
  return String(Number(value.toFixed(6))).replace('.', ',');
}

/** "Trois virgule cinq" */
function withDecimals(words: readonly string[], whole: Said): Said {
  if (!POINT.test(words[whole.end] ?? '')) return whole;
  const decimals = cardinalAt(words, whole.end + 1);
  return decimals === null ? whole : { value: Number(`${whole.value}.${decimals.value}`), end: decimals.end };
}

/** "Et demi", "and a half" */
function withHalf(words: readonly string[], { value, end }: Said): Said {
  if (!AND.test(words[end] ?? '')) return { value, end };
  const half = end + (words[end + 1] === 'a' ? 2 : 1);
  return HALF.test(words[half] ?? '') ? { value: value + 0.5, end: half + 1 } : { value, end };
}

/** "Deux cent cinquante mille", "quatre-vingt-dix-sept", "one hundred and twenty" */
function cardinalAt(words: readonly string[], at: number): Said | null {
  const first = THOUSAND.test(words[at] ?? '') ? { value: 1, end: at } : hundredsAt(words, at);
  if (first === null || !THOUSAND.test(words[first.end] ?? '')) return first;
  const rest = hundredsAt(words, first.end + 1) ?? { value: 0, end: first.end + 1 };
  return { value: first.value * THOUSANDS + rest.value, end: rest.end };
}

function hundredsAt(words: readonly string[], at: number): Said | null {
  const first = HUNDRED.test(words[at] ?? '') ? { value: 1, end: at } : tensAt(words, at);
  if (first === null || first.value > 9 || !HUNDRED.test(words[first.end] ?? '')) return first;
  const next = first.end + 1;
  const rest = tensAt(words, words[next] === 'and' ? next + 1 : next) ?? { value: 0, end: next };
  return { value: first.value * 100 + rest.value, end: rest.end };
}

function tensAt(words: readonly string[], at: number): Said | null {
  const value = SMALL.get(words[at] ?? '');
  if (value === undefined) return null;
  // "Quatre-vingts"
  const isScore = value === 4 && SMALL.get(words[at + 1] ?? '') === 20;
  const ten = isScore ? 80 : value;
  const end = at + (isScore ? 2 : 1);
  const isTen = ten === 10 || (ten >= 20 && ten % 10 === 0);
  if (!isTen) return { value: ten, end };
  const next = words[end] === 'et' ? end + 1 : end;
  const unit = SMALL.get(words[next] ?? '') ?? 0;
  // "Soixante-dix", "quatre-vingt-dix-sept"
  const isOver = (ten === 60 || ten === 80) && unit >= 10 && unit < 20;
  const over = isOver && unit === 10 ? tensAt(words, next) : null;
  if (over !== null) return { value: ten + over.value, end: over.end };
  const isMore = unit > 0 && (ten === 10 ? unit >= 7 && unit < 10 : unit < 10 || isOver);
  const isJoined = next === end || unit === 1 || unit === 11;
  return isMore && isJoined ? { value: ten + unit, end: next + 1 } : { value: ten, end };
}
