import { en } from './en';
import { fr } from './fr';
import type { LegalMessages } from './messages';

/** The pages on privacy and on the terms of use, in a language. */
export function legalMessagesFor(locale: 'fr' | 'en'): LegalMessages {
  return locale === 'fr' ? fr : en;
}
