/** Years and months written in a question. */

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january', 'janv'],
  ['fevrier', 'february', 'fev', 'fevr'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july', 'juil'],
  ['aout', 'august'],
  ['septembre', 'september', 'sept'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];

/** The fund began in 2017; no record is of later than this. */
const FIRST_YEAR = 2017;
export const LAST_YEAR = 2030;

/**
 * The years 2000 to 2099 among the words; "depuis 2021", "avant 2020", "pas avant 2020" and "de 2018 à 2020" give all those that they cover, and so do months that
 * begin with one year and end with another ("après le 1er janvier 2023").
 */
export function readYears(folded: readonly string[]): readonly number[] {
  const stretch = stretchOfMonths(folded);
  if (stretch !== null && isOfYears(stretch)) return yearsFrom(stretch[0] / 12, (stretch[1] + 1) / 12 - 1);
  const placed = folded.flatMap((word, index) => (/^(?:19|20)\d\d$/.test(word) ? [{ year: Number(word), index }] : []));
  const [first, second] = placed;
  if (!first) return [];
  const before = folded.slice(Math.max(0, first.index - 3), first.index).join(' ');
  const after = folded.slice(first.index + 1, first.index + 4).join(' ');
  if (second && /\b(entre|between|de|from)$/.test(before) && /^(et|a|and|to)\b/.test(after))
    return yearsFrom(first.year, second.year);
  if (placed.length > 1) return [...new Set(placed.map(({ year }) => year))];
  if (
    /\b(depuis|a partir de|a compter de|since|pas avant|not before)$/.test(before) ||
    /^(et apres|et au dela|and after|and later|onwards|ou apres)/.test(after)
  )
    return yearsFrom(first.year, LAST_YEAR);
  if (/\b(jusque|jusqu (?:a|en)|until|up to|pas apres|not after)$/.test(before) || /^(et avant|ou avant)\b/.test(after))
    return yearsFrom(FIRST_YEAR, first.year);
  if (/\b(apres|after|posterieure?s? a)$/.test(before)) return yearsFrom(first.year + 1, LAST_YEAR);
  if (/\b(avant|before|anterieure?s? a)$/.test(before)) return yearsFrom(FIRST_YEAR, first.year - 1);
  return [first.year];
}

/** The year after one, or before it; of several, all that come after them, or before. */
export function yearsBeside(years: readonly number[], step: number): readonly number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  if (first === last) return [first + step];
  return step > 0 ? yearsFrom(last + 1, LAST_YEAR) : yearsFrom(FIRST_YEAR, first - 1);
}

function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/**
 * The months that a question limits to, as "2019-06", in order: those written with a year, and all those of a stretch ("de juin 2019 à mars
 * 2020", "depuis juin 2019") unless it is one of whole years. A month without a year takes that of the next one. Empty where no month is written
 * ("may" and "mars" alone are other words).
 */
export function readMonths(folded: readonly string[]): readonly string[] {
  const stretch = stretchOfMonths(folded);
  if (stretch !== null) return isOfYears(stretch) ? [] : monthsFrom(...stretch);
  return [...new Set(monthsIn(folded).map(({ count }) => nameOf(count)))];
}

/** A month counted from the year 0. */
type MonthCount = number;

function monthsIn(folded: readonly string[]): readonly { readonly count: MonthCount; readonly index: number }[] {
  return folded.flatMap((word, index) => {
    const month = monthOf(word);
    const years = folded.slice(index + 1, index + 6);
    const at = years.findIndex((next) => /^20\d\d$/.test(next));
    const isDated = at >= 0 && years.slice(0, at).every((next) => BETWEEN.test(next) || monthOf(next) > 0);
    return month > 0 && isDated ? [{ count: Number(years[at]) * 12 + month - 1, index }] : [];
  });
}

/** "De juin 2019 à fin 2020": what stands for the first or the last month of the year behind it, where a month is said as well. */
const ENDS_OF_YEAR = new Map([
  ['debut', 'janvier'],
  ['early', 'january'],
  ['fin', 'decembre'],
  ['late', 'december'],
  ['end', 'december'],
]);

/** The first and the last month of a stretch; null where months are named one by one, or none is. */
function stretchOfMonths(folded: readonly string[]): readonly [MonthCount, MonthCount] | null {
  const [first, second] = monthsIn(
    folded.map((word, index) => (/^20\d\d$/.test(folded[index + 1] ?? '') ? (ENDS_OF_YEAR.get(word) ?? word) : word)),
  );
  if (!first || (second === undefined && monthsIn(folded).length === 0)) return null;
  const said = folded.slice(Math.max(0, first.index - 4), first.index).join(' ');
  const between = second === undefined ? '' : folded.slice(first.index + 1, second.index).join(' ');
  if (second !== undefined && /\b(?:entre|between|de|du|from)\b/.test(said) && /\b(?:et|a|au|and|to)\b/.test(between))
    return [first.count, second.count];
  const [, before = said, day] = /^(.*?)(?: (?:le|the|du))?(?: (\d+|premier|1er|first))?$/.exec(said) ?? [];
  // From within a month on, and until within one, that month counts too; the first of a month is its beginning.
  const isWithin = day !== undefined && !/^(?:1|1er|premier|first)$/.test(day);
  const isFirst = day !== undefined && !isWithin;
  if (/\b(?:depuis|a partir|a partir de|a compter|a compter de|since|from)$/.test(before))
    return [first.count, LAST_YEAR * 12 + 11];
  if (/\b(?:apres|after|posterieure?s? a)$/.test(before))
    return [first.count + (day === undefined ? 1 : 0), LAST_YEAR * 12 + 11];
  if (/\b(?:avant|before|anterieure?s? a)$/.test(before))
    return [FIRST_YEAR * 12, first.count - (day === undefined || isFirst ? 1 : 0)];
  return null;
}

function isOfYears([first, last]: readonly [MonthCount, MonthCount]): boolean {
  return first % 12 === 0 && last % 12 === 11;
}

/** 1 to 12; 0 for a word that names no month. */
function monthOf(word: string): number {
  return MONTHS.findIndex((names) => names.includes(word)) + 1;
}

/** What stands between a month and the year that it takes: "de mars à juin de l'année 2019". "How many may there be in 2018" says no month. */
const BETWEEN = /^(?:a|au|and|annee|d|de|du|en|end|et|fin|in|jusqu|l|le|of|ou|or|the|to|until|year|\d{1,2})$/;

function monthsFrom(first: number, last: number): readonly string[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => nameOf(first + offset));
}

function nameOf(count: number): string {
  return `${String(Math.floor(count / 12))}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** "L'année suivante" = 1, "un an plus tôt" = -1: years from the one spoken of; 0 when none is said so. */
export function readYearShift(folded: readonly string[]): number {
  const text = folded.join(' ');
  if (!/\b(?:an|annee|year)\b/.test(text)) return 0;
  if (
    /\b(?:annee|an) (?:suivante?|d apres|apres|plus tard|prochaine?)\b|\b(?:next|following) year\b|\byear (?:after|later)\b/.test(
      text,
    )
  )
    return 1;
  if (
    /\b(?:annee|an) (?:precedente?|d avant|avant|plus tot)\b|\bremont\w* d un an\b|\b(?:previous|preceding) year\b|\byear (?:before|earlier)\b/.test(
      text,
    )
  )
    return -1;
  return 0;
}
