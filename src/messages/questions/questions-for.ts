import { en } from './en';
import { fr } from './fr';
import type { QuestionMessages } from './messages';

/** What questions are called in a language. */
export function questionMessagesFor(locale: 'fr' | 'en'): QuestionMessages {
  return locale === 'fr' ? fr : en;
}
