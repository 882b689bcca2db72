import { en } from './en';
import { fr } from './fr';
import type { SmalltalkMessages } from './messages';

/** What is answered to small talk in a language. */
export function smalltalkMessagesFor(locale: 'fr' | 'en'): SmalltalkMessages {
  return locale === 'fr' ? fr : en;
}
