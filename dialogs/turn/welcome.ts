import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { buttons, cardOf } from '../cards/elements';
import { guideElements } from '../cards/guide-elements';
import { type Profile, sayAction } from '../cards/profile';
import type { Reply } from '../reply';

/** The bot's first message: what it is, three things to ask unless the channel shows some itself, and the guides. */
export function welcome(locale: Locale, profile: Profile, { hasStarters = false } = {}): Reply {
  const messages = messagesFor(locale);
  const text = typeset(messages.welcome, locale);
  const suggestions = hasStarters ? [] : messages.suggestions.first.map((suggestion) => typeset(suggestion, locale));
  const asked = profile.hasSuggestions
    ? []
    : suggestions.flatMap((said) => buttons([sayAction(said, said, profile)], 'Small'));
  return {
    text,
    card: cardOf([...asked, ...guideElements(['find', 'compare', 'note'], locale, profile)], text, locale),
    suggestions: profile.hasSuggestions ? suggestions.map((said) => ({ label: said, said })) : [],
    locale,
  };
}
