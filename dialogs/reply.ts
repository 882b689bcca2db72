import { ActionTypes, CardFactory, InputHints, MessageFactory, type Activity } from 'botbuilder';
import type { Source } from '../src/core/model/records';
import type { Locale } from '../src/core/language/locale';
import type { AdaptiveCard } from './cards/adaptive-card';
import type { Profile } from './cards/profile';
import { citationEntity, citationMarks } from './citations';
import { spokenSources } from './text/source-text';
import type { Suggestion } from './view/view';

/** A message of the bot before it is an activity. */
export interface Reply {
  /** All of it in words, for whoever has no cards, and read aloud. */
  readonly text: string;
  /** What is said above the card where the card shows the rest, empty where it shows all; the whole text when left out. */
  readonly headline?: string;
  readonly card: AdaptiveCard | null;
  /** Questions to ask next; on the card already where the channel shows none beside it. */
  readonly suggestions: readonly Pick<Suggestion, 'label' | 'said'>[];
  readonly locale: Locale;
  /** Cited in Teams; on the card where the channel has no citations. */
  readonly sources?: readonly Source[];
  /** Number of the answer that the thumbs under this message rate: the channel draws them itself. */
  readonly rates?: number;
  /** What was chosen before, told where this reply takes the place of the card on which it was chosen. */
  readonly chosen?: string;
}

/** The activity of a reply. Teams shows text and card one above the other, so there the text is the headline. */
export function activityOf(
  { text, headline = text, card, suggestions, locale, sources = [], rates }: Reply,
  profile: Profile,
): Partial<Activity> {
  const isCiting = profile.citesInText && sources.length > 0;
  const shown = profile.hasTextAboveCard && card !== null ? headline : text;
  const written = asMarkdown(isCiting ? `${shown}${citationMarks(sources)}` : shown);
  const spoken = isCiting ? `${text}\n${spokenSources(sources, locale)}` : text;
  return {
    ...(card === null
      ? MessageFactory.text(written, spoken, InputHints.ExpectingInput)
      : MessageFactory.attachment(CardFactory.adaptiveCard(card), written, spoken, InputHints.ExpectingInput)),
    locale,
    textFormat: 'markdown',
    // Our page shows the headline above the card; every other client of Direct Line gets the whole text.
    ...(card !== null && headline !== text && !profile.hasTextAboveCard
      ? { channelData: { headline: asMarkdown(headline) } }
      : {}),
    ...(rates === undefined ? {} : profile.voting(rates)),
    ...(isCiting ? { entities: [citationEntity(sources, locale)] } : {}),
    ...(suggestions.length === 0 && !profile.hasSuggestions
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: suggestions.map(({ label, said }) => ({ type: ActionTypes.ImBack, title: label, value: said })),
          },
        }),
  };
}

/** Markdown runs two lines into one unless an empty line parts them; the items of a list stay together. */
function asMarkdown(text: string): string {
  return (
    text
      // No text of the data is a picture from elsewhere.
      .replace(/!\[/g, '!\\[')
      .replace(/\n(?!- )/g, '\n\n')
      .replace(/(^|\n)(?!- )([^\n]+)\n- /g, '$1$2\n\n- ')
  );
}
