import type { Answer } from '../../src/core/model/answer';
import type { Source } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';

/** Sources shown with an answer; the others are one question away ("quelles sources ?"). */
const MOST_SOURCES = 5;

/** The sources that go under an answer, best first. */
export function shownSources(answer: Answer): readonly Source[] {
  return answer.kind === 'fact' && [answer, ...answer.also].some(({ field }) => field === 'sources')
    ? answer.sources
    : answer.sources.slice(0, MOST_SOURCES);
}

/** Name and date of a source. */
export function sourceLabel({ name, date }: Source, locale: Locale): string {
  const messages = messagesFor(locale);
  const saysDate = date !== null && (name.includes(date.slice(0, 4)) || name.includes(messages.date(date)));
  return typeset(messages.source(name, date === null || saysDate ? null : messages.date(date)), locale);
}

/** The names of sources in one line, to be read aloud. */
export function spokenSources(sources: readonly Source[], locale: Locale): string {
  return typeset(messagesFor(locale).sourcesLine(sources.map((source) => sourceLabel(source, locale))), locale);
}

/** The sources as lines of plain text, with their addresses; empty when there is none. */
export function sourceLines(answer: Answer): readonly string[] {
  const sources = shownSources(answer);
  if (sources.length === 0) return [];
  const heading = typeset(messagesFor(answer.locale).sourcesLine([]), answer.locale).trimEnd();
  return [
    heading,
    ...sources.map(
      (source) => `  - ${sourceLabel(source, answer.locale)}${source.url === null ? '' : ` ${source.url}`}`,
    ),
  ];
}
