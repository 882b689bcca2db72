import type { Locale } from '../../src/core/language/locale';
import { messagesFor, pictureMessagesFor, typeset } from '../../src/messages/messages-for';

/** One line of a picture: what it is of, how much, and the amount in words. */
export interface Bar {
  readonly label: string;
  /** M€ or a number of projects; null = not published, which is shown as such and never as zero. */
  readonly value: number | null;
  readonly valueText: string;
  /** For a group: how many of its projects have a published amount; null where that says nothing. */
  readonly coverage: { readonly known: number; readonly size: number } | null;
}

/** The data of a picture in bars, in the order to draw; texts are ready to show. */
export interface Bars {
  readonly title: string;
  readonly rows: readonly Bar[];
  /** "… et 9 autres, dont 4 non publiés"; null when every one is drawn. */
  readonly rest: string | null;
  readonly notes: readonly string[];
}

/**
 * How many lines a picture holds, the one for the rest included; how many of them are bars, and how many are for what is not published:
 * what a phone shows without being scrolled for long, and names without a figure are soon enough.
 */
const ROOM = { bars: 12, lines: 15, unpublished: 4 };

/** How many are published and are not. */
export type Counts = Readonly<Record<'published' | 'unpublished', number>>;

/**
 * As many rows as the picture has room for, in their order: the bars, then what is not published; and what is left out, in words.
 * `counts`: where there are more than these rows.
 */
export function fitted(rows: readonly Bar[], locale: Locale, counts?: Counts): Pick<Bars, 'rows' | 'rest'> {
  const published = rows.filter(({ value }) => value !== null);
  const unpublished = rows.filter(({ value }) => value === null);
  const all = counts ?? { published: published.length, unpublished: unpublished.length };
  const bars = published.slice(0, ROOM.bars);
  const linesLeft = Math.min(ROOM.lines - bars.length, ROOM.unpublished);
  const isWhole = bars.length === all.published && all.unpublished <= linesLeft;
  const named = unpublished.slice(0, isWhole ? linesLeft : linesLeft - 1);
  const kept = new Set([...bars, ...named]);
  const left = all.published + all.unpublished - kept.size;
  return {
    rows: rows.filter((row) => kept.has(row)),
    rest: left === 0 ? null : pictureMessagesFor(locale).rest(left, all.unpublished - named.length),
  };
}

/** All that the picture shows, in words: names whole, one line for each bar, then the rest and the notes. */
export function barsAlternative({ rows, rest, notes }: Bars, locale: Locale): string {
  return [...rows.map((row) => lineOf(row, locale)), ...(rest === null ? [] : [rest]), ...notes].join('\n');
}

function lineOf({ label, valueText, coverage }: Bar, locale: Locale): string {
  const covered = coverage === null ? '' : ` (${pictureMessagesFor(locale).coverage(coverage.known, coverage.size)})`;
  return typeset(messagesFor(locale).detail(label, valueText + covered), locale);
}
