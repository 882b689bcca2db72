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
  const said = (questions: readonly string[]): string[] => questions.map((question) => typeset(question, locale));
  if (profile.hasSuggestions)
    return {
      text,
      card: null,
      suggestions: said([...suggestions.first, suggestions.help]).map((label) => ({ label, said: label })),
      locale,
    };
  const asked = hasStarters ? [] : said(suggestions.first).map((question) => sayAction(question, question, profile));
  return {
    text,
    card: cardOf(
      [...buttonColumn(asked), ...guideElements(['find', 'compare', 'note'], locale, profile)],
      text,
      locale,
    ),
    suggestions: [],
    locale,
  };
}
