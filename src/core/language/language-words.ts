import type { Grammar } from '../knowledge/grammar-schema';
import { fold } from './fold';
import type { Locale } from './locale';

/** What the words of French and English are, whatever the records say. Words are given folded: lower case, no accents. */
export interface LanguageWords {
  /** Carries no subject in a question on projects. Any letter alone is one; a digit never is. */
  readonly isFunctionWord: (folded: string) => boolean;
  /** Of everyday language, function words included: never taken for a typo of a word of the data. */
  readonly isCommonWord: (folded: string) => boolean;
  /** Reads phone and phonetic spellings as the words that they stand for; any other word comes back unchanged. */
  readonly readColloquial: (folded: string) => readonly string[];
  /** The language of a question by its words, names of the data left out; null where they do not tell. */
  readonly detectLocale: (folded: readonly string[]) => Locale | null;
}

export function createLanguageWords({ fr, en }: Grammar): LanguageWords {
  const functionWords = foldedSet([...fr.functionWords, ...en.functionWords]);
  const commonWords = foldedSet([...fr.commonWords, ...en.commonWords]);
  const french = foldedSet(fr.localeWords);
  const english = foldedSet(en.localeWords);
  const spellings = new Map(
    [...Object.entries(fr.colloquial), ...Object.entries(en.colloquial)].map(([spelling, meant]) => [
      fold(spelling),
      fold(meant).match(/[\p{L}\p{N}]+/gu) ?? [],
    ]),
  );
  return {
    isFunctionWord: (folded) => (folded.length === 1 ? !/\d/.test(folded) : functionWords.has(folded)),
    isCommonWord: (folded) => functionWords.has(folded) || commonWords.has(folded),
    readColloquial: (folded) => spellings.get(folded) ?? [folded],
    detectLocale: (folded) => {
      const inFrench = folded.filter((word) => french.has(word)).length;
      const inEnglish = folded.filter((word) => english.has(word)).length;
      if (inFrench === inEnglish) return null;
      return inFrench > inEnglish ? 'fr' : 'en';
    },
  };
}

function foldedSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}
