import type { Answer } from '../../src/core/answering/answer';
import type { Source } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor } from '../../src/messages/messages-for';
import { shownSources, sourceLabel } from '../text/source-text';
import type { CardElement } from './adaptive-card';
import { escaped, heading, paragraph } from './elements';

/** The sources of an answer as links with their dates. */
export function sourceElements(answer: Answer): readonly CardElement[] {
  const sources = shownSources(answer);
  if (sources.length === 0) return [];
  return [
    heading(messagesFor(answer.locale).sourcesHeading),
    ...sources.map((source) => paragraph(sourceLink(source, answer.locale), { spacing: 'Small' })),
  ];
}

/** Markdown, of which neither the name nor the address of a source can make another link. */
function sourceLink(source: Source, locale: Locale): string {
  const label = escaped(sourceLabel(source, locale));
  return source.url === null ? label : `[${label}](${source.url.replace(/[()<>\\"\s]/g, percentEncoded)})`;
}

/** `encodeURIComponent` leaves parentheses as they are. All these signs are ASCII, but for spaces of another kind. */
function percentEncoded(sign: string): string {
  return sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign);
}
