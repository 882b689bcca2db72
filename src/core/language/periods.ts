/** Years and months written in a question. */

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

/** The fund began in 2017; no record is of later than this. */
const FIRST_YEAR = 2017;
const LAST_YEAR = 2030;

/** The years 2000 to 2099 among the words; "depuis 2021", "avant 2020" and "de 2018 à 2020" give all those that they cover. */
export function readYears(folded: readonly string[]): readonly number[] {
  const placed = folded.flatMap((word, index) => (/^20\d\d$/.test(word) ? [{ year: Number(word), index }] : []));
  const [first, second] = placed;
  if (!first) return [];
  const before = folded.slice(Math.max(0, first.index - 3), first.index).join(' ');
  const after = folded.slice(first.index + 1, first.index + 4).join(' ');
  if (second && /\b(entre|between|de|from)$/.test(before) && /^(et|a|and|to)\b/.test(after))
    return yearsFrom(first.year, second.year);
  if (placed.length > 1) return [...new Set(placed.map(({ year }) => year))];
  if (
    /\b(depuis|a partir de|a compter de|since)$/.test(before) ||
    /^(et apres|et au dela|and after|and later|onwards|ou apres)/.test(after)
  )
    return yearsFrom(first.year, LAST_YEAR);
  if (/\b(apres|after)$/.test(before)) return yearsFrom(first.year + 1, LAST_YEAR);
  if (/\b(avant|before)$/.test(before)) return yearsFrom(FIRST_YEAR, first.year - 1);
  return [first.year];
}

function yearsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset);
}

/** The months among the words, 1 to 12, only where a year follows ("may" and "mars" are also other words). */
export function readMonths(folded: readonly string[]): readonly number[] {
  return folded.flatMap((word, index) => {
    const month = MONTHS.findIndex((names) => names.includes(word));
    return month >= 0 && /^20\d\d$/.test(folded[index + 1] ?? '') ? [month + 1] : [];
  });
}
