import { fold } from '../fold';
import type { LanguageWords } from '../language-words';
import { isFirstName } from './first-names';
import { isSelfDescription, looksLikeSelfDescription } from './self-descriptions';

/** The words that name nobody by themselves: of the languages, and of the knowledge base ("je suis Mentor" is then no name). */
export interface KnownWords extends Pick<LanguageWords, 'isFunctionWord' | 'isCommonWord'> {
  /** @param folded lower case, without accents */
  readonly isKnownWord: (folded: string) => boolean;
}

/** A word that is in some list of words, and so no surname as far as we know. */
export function isOrdinary(written: string, known: KnownWords): boolean {
  const folded = fold(written);
  if (isFirstName(folded)) return false;
  return known.isCommonWord(folded) || isSelfDescription(folded) || known.isKnownWord(folded);
}

/** The same for a word in lower case, where an ending tells a trade from a name. */
export function isLowerOrdinary(written: string, known: KnownWords): boolean {
  return isOrdinary(written, known) || (!isFirstName(fold(written)) && looksLikeSelfDescription(written));
}

/** "Madame Combien de projets…": what a sentence begins with after a greeting without its comma. */
export const ASKING: ReadonlySet<string> = new Set(['combien', 'quelles', 'donnez', 'pouvez', 'existe', 'how']);

/** Words inside a name that begin with a small letter. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de du des d la le van von der den el al ben bin da dos di st saint'.split(' '),
);

/** "M. de Villepin", but "Monsieur le Préfet". */
export const LOWER_PARTICLES: ReadonlySet<string> = new Set('de du des d van von ben el al da di'.split(' '));

/** "DGFiP", "DSI": a surname in capitals is longer, or stands beside a first name. */
export function isAcronym(written: string): boolean {
  return (
    (written === written.toUpperCase() && written.length <= 5) ||
    (/\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(written.slice(0, 12)) && /\p{Ll}/u.test(written))
  );
}
