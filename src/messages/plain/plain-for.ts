import { en } from './en';
import { fr } from './fr';
import type { PlainMessages } from './messages';

/** The words of the pages without JavaScript, in a language. */
export function plainMessagesFor(locale: 'fr' | 'en'): PlainMessages {
  return locale === 'fr' ? fr : en;
}
