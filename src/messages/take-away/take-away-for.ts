import { en } from './en';
import { fr } from './fr';
import type { TakeAwayMessages } from './messages';

/** The words of what people take away, in a language. */
export function takeAwayMessagesFor(locale: 'fr' | 'en'): TakeAwayMessages {
  return locale === 'fr' ? fr : en;
}
