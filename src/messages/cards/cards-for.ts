import { en } from './en';
import { fr } from './fr';
import type { CardMessages } from './messages';

/** The words of the cards in a language. */
export function cardMessagesFor(locale: 'fr' | 'en'): CardMessages {
  return locale === 'fr' ? fr : en;
}
