import type { Locale } from '../../src/core/language/locale';
import { pictureMessagesFor, typeset } from '../../src/messages/messages-for';
import type { Bar, Bars } from './bar-data';

/** All that the picture shows, in words: names whole, one line for each bar, then the rest and the notes. */
export function barsAlternative({ rows, rest, notes }: Bars, locale: Locale): string {
  return [...rows.map((row) => lineOf(row, locale)), ...(rest === null ? [] : [rest]), ...notes].join('\n');
}

function lineOf({ label, valueText, coverage }: Bar, locale: Locale): string {
  const pictures = pictureMessagesFor(locale);
  const covered = coverage === null ? null : pictures.coverage(coverage.known, coverage.size);
  return typeset(pictures.line(label, valueText, covered), locale);
}
