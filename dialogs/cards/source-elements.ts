import type { Answer } from '../../src/core/model/answer';
import type { Source } from '../../src/core/knowledge/schema';
import type { Locale } from '../../src/core/language/locale';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { messagesFor } from '../../src/messages/messages-for';
import { shownSources, sourceLabel } from '../text/source-text';
import type { CardElement } from './adaptive-card';
import { buttons, escaped, heading, paragraph } from './elements';
import type { Profile } from './profile';

/**
 * The sources of an answer as links with their dates. In Teams they are cited in the text, so that on the card they are
 * folded: phones and older clients draw no citation, and not every address may be one's.
 */
export function sourceElements(answer: Answer, profile: Profile): readonly CardElement[] {
  const sources = shownSources(answer);
  if (sources.length === 0) return [];
  if (profile === 'teams') {
    const body = sources.map((source, index) =>
      paragraph(`${escaped(`[${index + 1}]`)} ${sourceLink(source, answer.locale)}`, { spacing: 'Small' }),
    );
    return buttons([
      {
        type: 'Action.ShowCard',
        title: cardMessagesFor(answer.locale).sources(sources.length),
        card: { type: 'AdaptiveCard', body, actions: [] },
      },
    ]);
  }
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
