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

/** The years 2000 to 2099 among the words. */
export function readYears(folded: readonly string[]): readonly number[] {
  return [...new Set(folded.filter((word) => /^20\d\d$/.test(word)).map(Number))];
}

/** The months among the words, 1 to 12, only where a year follows ("may" and "mars" are also other words). */
export function readMonths(folded: readonly string[]): readonly number[] {
  return folded.flatMap((word, index) => {
    const month = MONTHS.findIndex((names) => names.includes(word));
    return month >= 0 && /^20\d\d$/.test(folded[index + 1] ?? '') ? [month + 1] : [];
  });
}
