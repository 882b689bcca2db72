import { type Answer, LONGEST_LIST, toldBy } from '../../src/core/model/answer';
import type { Source } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';

/** The sources that go under an answer, best first: all of one project or of what is known of the fund, of more projects as many as a list shows. */
export function shownSources(answer: Answer): readonly Source[] {
  const { kind } = toldBy(answer);
  return kind === 'fact' || kind === 'programme' ? answer.sources : answer.sources.slice(0, LONGEST_LIST);
}

/** The answer lists its sources itself. */
export function areSourcesAsked(answer: Answer): boolean {
  const told = toldBy(answer);
  return told.kind === 'fact' && [told, ...told.also].some(({ field }) => field === 'sources');
}

/** Where the sources are that are not shown; nothing where all are. */
export function leftSources(count: number, shown: readonly Source[], locale: Locale): readonly string[] {
  const left = count - shown.length;
  return left === 0 ? [] : [typeset(messagesFor(locale).moreSources(left), locale)];
}

/** Name and date of a source. Names are French, and some tell the date, in words or in figures. */
export function sourceLabel({ name, date }: Source, locale: Locale): string {
  const messages = messagesFor(locale);
  const saysDate =
    date !== null &&
    [messagesFor('fr').date(date), date.split('-').reverse().join('/')].some((said) => name.includes(said));
  return typeset(messages.source(name, date === null || saysDate ? null : messages.date(date)), locale);
}

/** The names of sources in one line, to be read aloud. */
export function spokenSources(sources: readonly Source[], locale: Locale): string {
  return typeset(messagesFor(locale).sourcesLine(sources.map((source) => sourceLabel(source, locale))), locale);
}

export function sourceLine(source: Source, locale: Locale): string {
  return `${sourceLabel(source, locale)}${source.url === null ? '' : ` ${source.url}`}`;
}

/** The sources under an answer as lines of plain text; empty when there is none, and where the answer lists them. */
export function sourceLines(answer: Answer): readonly string[] {
  const { locale } = answer;
  const sources = areSourcesAsked(answer) ? [] : shownSources(answer);
  if (sources.length === 0) return [];
  return [
    typeset(messagesFor(locale).sourcesLine([]), locale).trimEnd(),
    ...sources.map((source) => `  - ${sourceLine(source, locale)}`),
    ...leftSources(answer.sources.length, sources, locale),
  ];
}
