import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { buttonColumn, cardOf } from '../cards/elements';
import { guideElements } from '../cards/press-action';
import { type Profile, sayAction } from '../cards/profile';
import type { Reply } from '../reply';

/**
 * The bot's first message: what it is, and things to ask. Beside them the chips of our page ask what else it can do; Teams shows the
 * guides on a card, and its own starters in the place of the questions.
 */
export function welcome(locale: Locale, profile: Profile, { hasStarters = false } = {}): Reply {
  const { welcome: words, suggestions } = messagesFor(locale);
  const text = typeset(words, locale);
  const first = suggestions.first.map((question) => typeset(question, locale));
  const beside = profile.hasSuggestions ? [...first, typeset(suggestions.help, locale)] : [];
  const asked = hasStarters ? [] : first.map((question) => sayAction(question, question, profile));
  const pressed = [...buttonColumn(asked), ...guideElements(['find', 'compare', 'note'], locale, profile)];
  return {
    text,
    card: profile.hasSuggestions ? null : cardOf(pressed, text, locale),
    suggestions: beside.map((label) => ({ label, said: label })),
    locale,
  };
}
