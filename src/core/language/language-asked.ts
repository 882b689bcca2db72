import type { Locale } from './locale';
import type { Word } from './words';

/** As the languages are called in each of them, folded. */
const NAMES: ReadonlyMap<string, Locale> = new Map([
  ['francais', 'fr'],
  ['francaise', 'fr'],
  ['french', 'fr'],
  ['anglais', 'en'],
  ['anglaise', 'en'],
  ['english', 'en'],
]);

/** The language that somebody wants to go on in: the one that is named, else the other one than now. */
export function languageAsked(
  reading: { readonly words: readonly Pick<Word, 'folded'>[] } | null,
  now: Locale,
): Locale {
  const named = (reading?.words ?? []).flatMap(({ folded }) => NAMES.get(folded) ?? []);
  return named.at(-1) ?? (now === 'fr' ? 'en' : 'fr');
}
