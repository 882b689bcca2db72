import { fold } from './fold';
import type { Locale } from './locale';

/** The parts of a set that it may be split by, and its limits on amounts. */
export const PARTS = ['theme', 'ministry', 'carrier', 'territory', 'call', 'year', 'amount'] as const;
export type Part = (typeof PARTS)[number];

/** What the words of French and English are, whatever the records say. Words are given folded: lower case, no accents. */
export interface LanguageWords {
  /** Carries no subject in a question on projects. Any letter alone is one; a digit never is. */
  readonly isFunctionWord: (folded: string) => boolean;
  /** Of everyday language, function words included: never taken for a typo of a word of the data. */
  readonly isCommonWord: (folded: string) => boolean;
  /** Reads phone and phonetic spellings as the words that they stand for; any other word comes back unchanged. */
  readonly readColloquial: (folded: string) => readonly string[];
  /** What a word names of a set: the part that it is split by, or its limits on amounts; null for any other word. */
  readonly partNamed: (folded: string) => Part | null;
  readonly asksForPart: (folded: string) => boolean;
  /** Joins two subjects into one; narrows one by the other; stands between two sides. */
  readonly joins: (folded: string) => boolean;
  readonly narrows: (folded: string) => boolean;
  readonly opposes: (folded: string) => boolean;
  /** Says that a limit stays while another goes. */
  readonly keeps: (folded: string) => boolean;
  /** Says that a limit goes: "toutes", "oublie", "sans". */
  readonly lifts: (folded: string) => boolean;
  /** Says no of what it stands with: "pas", "aucun". */
  readonly denies: (folded: string) => boolean;
  /** True for a word that says that what follows is missing. */
  readonly lacks: (folded: string) => boolean;
  readonly isFirstName: (folded: string) => boolean;
  /** A trade, a place in life, a mood: no name, after "je suis". */
  readonly isSelfDescription: (folded: string) => boolean;
  /** The language of a question by its words, names of the data left out; null where they do not tell. */
  readonly detectLocale: (folded: readonly string[]) => Locale | null;
}

/** The little words of one language, as its grammar lists them. */
type WordLists = Readonly<
  Record<'functionWords' | 'commonWords' | 'localeWords' | OneList, readonly string[]> & {
    readonly colloquial: Readonly<Record<string, string>>;
    readonly parts: Readonly<Record<Part, readonly string[]>>;
  }
>;
type OneList =
  | 'asking'
  | 'joining'
  | 'narrowing'
  | 'opposing'
  | 'keeping'
  | 'lifting'
  | 'denying'
  | 'lacking'
  | 'firstNames'
  | 'selfDescriptions';

export function createLanguageWords({ fr, en }: Readonly<Record<Locale, WordLists>>): LanguageWords {
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
  const parts = new Map<string, Part>(
    PARTS.flatMap((part) => [...fr.parts[part], ...en.parts[part]].map((noun): [string, Part] => [fold(noun), part])),
  );
  const isOneOf = (list: OneList): ((folded: string) => boolean) => {
    const words = foldedSet([...fr[list], ...en[list]]);
    return (folded) => words.has(folded);
  };
  return {
    partNamed: (folded) => parts.get(folded) ?? null,
    asksForPart: isOneOf('asking'),
    joins: isOneOf('joining'),
    narrows: isOneOf('narrowing'),
    opposes: isOneOf('opposing'),
    keeps: isOneOf('keeping'),
    lifts: isOneOf('lifting'),
    denies: isOneOf('denying'),
    lacks: isOneOf('lacking'),
    isFirstName: isOneOf('firstNames'),
    isSelfDescription: isOneOf('selfDescriptions'),
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
