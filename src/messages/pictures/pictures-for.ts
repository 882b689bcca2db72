import { en } from './en';
import { fr } from './fr';
import type { PictureMessages } from './messages';

/** The sentences of the pictures in a language. */
export function pictureMessagesFor(locale: 'fr' | 'en'): PictureMessages {
  return locale === 'fr' ? fr : en;
}
