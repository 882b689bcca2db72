import { en } from './en';
import { fr } from './fr';
import type { GuideMessages } from './messages';

/** The sentences of the guided conversations in a language. */
export function guideMessagesFor(locale: 'fr' | 'en'): GuideMessages {
  return locale === 'fr' ? fr : en;
}
