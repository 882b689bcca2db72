import { en } from './en';
import { fr, withFrenchSpaces } from './fr';
import type { Messages } from './messages';

/** The sentences of a language. */
export function messagesFor(locale: 'fr' | 'en'): Messages {
  return locale === 'fr' ? fr : en;
}

/** The last touch to a text before it is shown: the apostrophes of print, and the no-break spaces of French. */
export function typeset(text: string, locale: 'fr' | 'en'): string {
  const printed = text.replace(/(?<=\p{L})'/gu, '’');
  return locale === 'fr' ? withFrenchSpaces(printed) : printed;
}
