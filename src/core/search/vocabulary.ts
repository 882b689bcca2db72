import Fuse from 'fuse.js';
import type { LanguageWords } from '../language/language-words';
import { stem } from '../language/stem';
import { type Pieces, whole } from './pieces';
import { grouped, post, type Postings } from './postings';

/**
 * The words that the assistant knows, and the nearest of them to a word it does not know. The only place that knows fuse.js.
 * The cost grows with the number of distinct words, not with the number of projects.
 */
export interface Vocabulary {
  /** True for a word of the data, of the grammar or of everyday language, in any inflection. */
  knows(folded: string): boolean;
  /** The same of the word as it stands. */
  holds(folded: string): boolean;
  /**
   * The word that an unknown one was most likely meant to be, or null. Never for short words, acronyms or numbers.
   *
   * @param isName it is written as a name, and may well be one that the data lacks: one edit at most
   */
  correct(folded: string, isName: boolean): string | null;
}

/** Words of four letters or fewer have too many neighbours to be guessed. */
const SHORTEST_CORRECTED = 5;
/** Shorter beginnings are those of too many words. */
const SHORTEST_BEGINNING = 6;
/** Fuse reads at most 32 characters of a pattern; a longer word is no typo. */
const LONGEST_CORRECTED = 32;
/** Candidates that go to Fuse, best shared bigrams first: 64 lost nothing against the whole vocabulary. */
const SHORTLIST = 64;

/** Of words as near, one that begins otherwise is less likely meant, and the name of a project more: "mentro" is Mentor, not metro. */
const OTHER_FIRST_LETTER = 0.5;
const OF_A_NAME = 0.4;
/** The same letters in another order: "dgifp" is DGFiP, not DGAFP. */
const SWAPPED = 0.3;

/** @param names the words among them that projects are called by */
export function createVocabulary(
  words: Iterable<string>,
  language: LanguageWords,
  names: ReadonlySet<string> = new Set(),
): Vocabulary {
  return whole(vocabularyInPieces(words, language, names));
}

export function* vocabularyInPieces(
  words: Iterable<string>,
  { isCommonWord }: LanguageWords,
  names: ReadonlySet<string>,
): Pieces<Vocabulary> {
  const known = [...new Set(words)].filter((word) => word.length >= 2);
  const folded = new Set(known);
  const stems = new Set<string>();
  for (const word of known) {
    stems.add(stem(word));
    yield;
  }
  const shelves = yield* shelve(known.filter((word) => word.length >= SHORTEST_CORRECTED - 1 && !/\d/.test(word)));

  function knows(word: string): boolean {
    return folded.has(word) || isCommonWord(word) || stems.has(stem(word));
  }

  function correct(word: string, isName: boolean): string | null {
    if (word.length < SHORTEST_CORRECTED || word.length > LONGEST_CORRECTED || /\d/.test(word) || knows(word))
      return null;
    return begunBy(word) ?? nearestTo(word, isName ? 1 : allowedDistance(word.length));
  }

  /** The only name that begins so, by half of it at least: "geoplat". */
  function begunBy(word: string): string | null {
    if (word.length < SHORTEST_BEGINNING) return null;
    const [only, ...others] = [...names].filter((name) => name.startsWith(word));
    return only === undefined || others.length > 0 || only.length > 2 * word.length ? null : only;
  }

  /** The least distance wins; Fuse tells equal ones apart, a different first letter counting against. */
  function nearestTo(word: string, limit: number): string | null {
    let least = limit;
    let nearest: string[] = [];
    for (const candidate of shortlist(word, limit)) {
      const distance = editDistance(word, candidate, least);
      if (distance === null) continue;
      if (distance < least) nearest = [];
      least = distance;
      nearest.push(candidate);
    }
    const scored = nearest.map((candidate) => {
      const { score } = Fuse.match(word, candidate, { ignoreLocation: true, includeScore: true, threshold: 0.6 });
      const other = word.startsWith(candidate.slice(0, 1)) ? 0 : OTHER_FIRST_LETTER;
      const named = names.has(candidate) ? OF_A_NAME : 0;
      return { candidate, score: score + other - named - (isSwapped(word, candidate) ? SWAPPED : 0) };
    });
    return scored.sort((a, b) => a.score - b.score)[0]?.candidate ?? null;
  }

  /** The words that can lie within the limit: an edit spoils three bigrams at most (a swap), so the others must be shared. */
  function shortlist(word: string, limit: number): readonly string[] {
    const bigrams = [...new Set(bigramsOf(word))];
    const least = word.length + 1 - 3 * limit;
    const near: { readonly target: string; readonly count: number }[] = [];
    for (let length = word.length - limit; length <= word.length + limit; length++) {
      const shelf = shelves.get(length);
      if (!shelf) continue;
      const { targets, byBigram, counts } = shelf;
      for (const bigram of bigrams)
        for (const index of byBigram.get(bigram) ?? []) counts[index] = (counts[index] ?? 0) + 1;
      for (let index = 0; index < counts.length; index++) {
        const count = counts[index] ?? 0;
        if (count > 0 && count >= least) near.push({ target: targets[index] ?? '', count });
      }
      counts.fill(0);
    }
    return near
      .sort((a, b) => b.count - a.count || (a.target < b.target ? -1 : 1))
      .slice(0, SHORTLIST)
      .map(({ target }) => target);
  }

  return { knows, holds: (word) => folded.has(word) || isCommonWord(word), correct };
}

/** The words of one length, with the places of each pair of letters: a typo never reaches words much longer or shorter. */
interface Shelf {
  readonly targets: readonly string[];
  readonly byBigram: Postings;
  /** Work space of a look-up, all zeros between two. */
  readonly counts: Uint8Array;
}

function* shelve(words: readonly string[]): Pieces<ReadonlyMap<number, Shelf>> {
  const shelves = new Map<number, Shelf>();
  for (const [length, targets] of grouped(words, (word) => [String(word.length)])) {
    const byBigram = post(targets, bigramsOf);
    shelves.set(Number(length), { targets, byBigram, counts: new Uint8Array(targets.length) });
    yield;
  }
  return shelves;
}

/** The same, remembering each correction: for one question, whose words come back and are looked at in several ways. */
export function rememberCorrections(vocabulary: Vocabulary): Vocabulary {
  const remembered = new Map<string, string | null>();
  return {
    ...vocabulary,
    correct(folded, isName) {
      const key = isName ? ` ${folded}` : folded;
      const before = remembered.get(key);
      const found = before === undefined ? vocabulary.correct(folded, isName) : before;
      remembered.set(key, found);
      return found;
    },
  };
}

function isSwapped(a: string, b: string): boolean {
  const letters = (word: string): string => Array.from(word).sort().join('');
  return a.length === b.length && letters(a) === letters(b);
}

/** Edits allowed by length of the typed word: 1 up to 7 letters, 2 up to 15, 3 beyond. Looser ones read names of elsewhere as ours. */
function allowedDistance(length: number): number {
  return length <= 7 ? 1 : length <= 15 ? 2 : 3;
}

function bigramsOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** Rows of the table, reused: a question is compared with thousands of words. */
const ROWS = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/** Damerau–Levenshtein distance (a swap of neighbours counts one), or null beyond `limit`. Words of 63 letters at most. */
export function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let [beforePrevious, previous, current] = ROWS;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let smallest = i;
    const letter = a.charCodeAt(i - 1);
    const before = i > 1 ? a.charCodeAt(i - 2) : -1;
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j - 1] ?? 0) + (letter === other ? 0 : 1),
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && before === other)
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      current[j] = cost;
      if (cost < smallest) smallest = cost;
    }
    if (smallest > limit) return null;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  const distance = previous[b.length] ?? limit + 1;
  return distance <= limit ? distance : null;
}
