import { z } from 'zod';
import { fold, foldedWords } from './fold';
import { phrases, words } from './phrases';

/** The words of periods: what they do beside a year or a month, and the names of the months. */
export const periodWords = z.strictObject({
  /** January to December, each with its short forms. */
  months: z.array(words).length(12, 'the twelve months'),
  /** Before a year or a month, that one and all after it; the same before a month alone: "from June 2019", but not "from 2019". */
  from: phrases,
  fromMonth: phrases,
  after: phrases,
  upTo: phrases,
  before: phrases,
  /** Behind a year: it and all after it, or it and all before it. */
  andAfter: phrases,
  andBefore: phrases,
  /** Before the first of two, and between them: "entre… et…", "de… à…". */
  between: phrases,
  and: phrases,
  /** Before a year, its first month and its last: "de juin 2019 à fin 2020". */
  beginning: words,
  end: words,
  firstDay: words,
  /** What may stand between a month and the year that it takes: "de mars à juin de l’année 2019". */
  besideMonth: words,
  /** The year after the one spoken of, and the one before it. */
  nextYear: phrases,
  yearBefore: phrases,
});
export type PeriodWords = Readonly<z.infer<typeof periodWords>>;
const PERIOD_CLASSES = periodWords.keyof().exclude(['months']).options;
type PeriodClass = (typeof PERIOD_CLASSES)[number];

/** The fund began in 2017; no record is of later than this. */
export const FIRST_YEAR = 2017;
export const LAST_YEAR = 2030;

/** A month counted from the year 0. */
type MonthCount = number;
const MONTHS = 12;
const FIRST_MONTH: MonthCount = FIRST_YEAR * MONTHS;
const LAST_MONTH: MonthCount = (LAST_YEAR + 1) * MONTHS - 1;

/** So many words before a date may open a stretch, behind it close one, or stand between a month and its year. */
const BEFORE = 4;
const BEHIND = 3;
const TO_ITS_YEAR = 5;

/** Reads years and months written in a question, of which the words are given folded. */
export function createPeriodReader(grammars: readonly PeriodWords[]) {
  const monthOf = new Map(
    grammars.flatMap(({ months }) =>
      months.flatMap((names, month) => names.map((name): [string, number] => [fold(name), month])),
    ),
  );
  const phrases = new Map(
    PERIOD_CLASSES.map((own) => [
      own,
      grammars.flatMap((grammar) => grammar[own].map((phrase) => spaced(foldedWords(phrase)))),
    ]),
  );
  const has = (own: PeriodClass, isThere: (phrase: string) => boolean): boolean =>
    phrases.get(own)?.some(isThere) === true;
  const ends = (text: string, own: PeriodClass): boolean => has(own, (phrase) => text.endsWith(phrase));
  const begins = (text: string, own: PeriodClass): boolean => has(own, (phrase) => text.startsWith(phrase));
  const holds = (text: string, own: PeriodClass): boolean => has(own, (phrase) => text.includes(phrase));

  /**
   * The years 1900 to 2099 among the words; "depuis 2021", "avant 2020", "pas avant 2020" and "de 2018 à 2020" give all those that they cover, and so
   * do months that begin with one year and end with another ("après le 1er janvier 2023").
   */
  function years(folded: readonly string[]): readonly number[] {
    const stretch = stretchOfMonths(folded);
    if (stretch !== null && isOfYears(stretch)) return allFrom(stretch[0] / MONTHS, (stretch[1] + 1) / MONTHS - 1);
    const placed = folded.flatMap((word, index) =>
      /^(?:19|20)\d\d$/.test(word) ? [{ year: Number(word), index }] : [],
    );
    const [first, second] = placed;
    if (!first) return [];
    const { year, index } = first;
    const before = spaced(folded.slice(Math.max(0, index - BEFORE), index));
    const behind = spaced(folded.slice(index + 1, index + 1 + BEHIND));
    if (second && ends(before, 'between') && begins(behind, 'and')) return allFrom(year, second.year);
    if (second) return [...new Set(placed.map((one) => one.year))];
    if (ends(before, 'from') || begins(behind, 'andAfter')) return allFrom(year, LAST_YEAR);
    if (ends(before, 'upTo') || begins(behind, 'andBefore')) return allFrom(FIRST_YEAR, year);
    if (ends(before, 'after')) return allFrom(year + 1, LAST_YEAR);
    if (ends(before, 'before')) return allFrom(FIRST_YEAR, year - 1);
    return [year];
  }

  /**
   * The months that a question limits to, as "2019-06", in order: those written with a year, and all those of a stretch ("de juin 2019 à mars
   * 2020", "depuis juin 2019") unless it is one of whole years. A month without a year takes that of the next one. Empty where no month is written
   * ("may" and "mars" alone are other words).
   */
  function months(folded: readonly string[]): readonly string[] {
    const stretch = stretchOfMonths(folded);
    if (stretch !== null) return isOfYears(stretch) ? [] : allFrom(...stretch).map(nameOf);
    return [...new Set(monthsIn(folded).map(({ count }) => nameOf(count)))];
  }

  /** "L'année suivante" = 1, "un an plus tôt" = -1: years from the one spoken of; 0 when none is said so. */
  function yearShift(folded: readonly string[]): number {
    const text = spaced(folded);
    return holds(text, 'nextYear') ? 1 : holds(text, 'yearBefore') ? -1 : 0;
  }

  function monthsIn(folded: readonly string[], monthAt = (word: string, _next?: string) => monthOf.get(word)) {
    return folded.flatMap((word, index) => {
      const month = monthAt(word, folded[index + 1]);
      if (month === undefined) return [];
      const next = folded.slice(index + 1, index + 1 + TO_ITS_YEAR);
      const at = next.findIndex((one) => /^20\d\d$/.test(one));
      const isDated = at >= 0 && next.slice(0, at).every((one) => monthOf.has(one) || isBesideMonth(one));
      return isDated ? [{ count: Number(next[at]) * MONTHS + month, index }] : [];
    });
  }

  function isBesideMonth(word: string): boolean {
    return /^\d{1,2}$/.test(word) || holds(spaced([word]), 'besideMonth');
  }

  /** The first and the last month of a stretch; null where months are named one by one, or none is. */
  function stretchOfMonths(folded: readonly string[]): readonly [MonthCount, MonthCount] | null {
    const [first, second] = monthsIn(folded, monthOfWord);
    if (!first || (second === undefined && monthsIn(folded).length === 0)) return null;
    const said = folded.slice(Math.max(0, first.index - BEFORE), first.index);
    const between = second === undefined ? [] : folded.slice(first.index + 1, second.index);
    if (second !== undefined && holds(spaced(said), 'between') && holds(spaced(between), 'and'))
      return [first.count, second.count];
    const last = said.at(-1) ?? '';
    const isFirst = holds(spaced([last]), 'firstDay');
    const isDay = isFirst || /^\d+$/.test(last);
    const bare = isDay ? said.slice(0, -1) : said;
    const before = spaced(bare);
    // "Depuis le 3 juin", "à partir du 3 juin"
    const opened = spaced(bare.slice(0, holds(spaced(bare.slice(-1)), 'besideMonth') ? -1 : undefined));
    const opens = (own: PeriodClass): boolean => ends(before, own) || ends(opened, own);
    // From within a month on, and until within one, that month counts too; the first of a month is its beginning.
    if (opens('from') || opens('fromMonth')) return [first.count, LAST_MONTH];
    if (opens('upTo')) return [FIRST_MONTH, first.count];
    if (opens('after')) return [first.count + (isDay ? 0 : 1), LAST_MONTH];
    if (opens('before')) return [FIRST_MONTH, first.count - (isDay && !isFirst ? 0 : 1)];
    return null;
  }

  /** "De juin 2019 à fin 2020": a first or last month of the year behind it, where a month is said as well. */
  function monthOfWord(word: string, next = ''): number | undefined {
    if (!/^20\d\d$/.test(next)) return monthOf.get(word);
    return holds(spaced([word]), 'beginning') ? 0 : holds(spaced([word]), 'end') ? MONTHS - 1 : monthOf.get(word);
  }

  return { years, months, yearShift };
}

/** With a blank at both ends, so that phrases are found as whole words. */
function spaced(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

export function allFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** The year after one, or before it; of several, all that come after them, or before. */
export function yearsBeside(years: readonly number[], step: number): readonly number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first === last) return [first + step];
  return step > 0 ? allFrom(last + 1, LAST_YEAR) : allFrom(FIRST_YEAR, first - 1);
}

function isOfYears([first, last]: readonly [MonthCount, MonthCount]): boolean {
  return first % MONTHS === 0 && last % MONTHS === MONTHS - 1;
}

function nameOf(count: MonthCount): string {
  return `${String(Math.floor(count / MONTHS))}-${String((count % MONTHS) + 1).padStart(2, '0')}`;
}
