import Fuse from 'fuse.js';
import { isCommonWord } from '../language/function-words';
import { stem } from '../language/stem';

/**
 * The words that the assistant knows, and the nearest of them to a word it does not know. The only place that knows fuse.js.
 * The cost grows with the number of distinct words, not with the number of projects.
 */
export interface Vocabulary {
  /** True for a word of the data, of the grammar or of everyday language, in any inflection. */
  knows(folded: string): boolean;
  /**
   * The word that an unknown one was most likely meant to be, or null. Never for short words, acronyms or numbers.
   *
   * @param isName it is written as a name, and may well be one that the data lacks: one edit at most
   */
  correct(folded: string, isName: boolean): string | null;
}

/** Words of four letters or fewer have too many neighbours to be guessed. */
const SHORTEST_CORRECTED = 5;
/** Fuse reads at most 32 characters of a pattern; a longer word is no typo. */
const LONGEST_CORRECTED = 32;
/** Candidates that go to Fuse, best shared bigrams first: 64 lost nothing against the whole vocabulary (trial noted in DESIGN.md). */
const SHORTLIST = 64;

export function createVocabulary(words: Iterable<string>): Vocabulary {
  const known = [...new Set(words)].filter((word) => word.length >= 2);
  const folded = new Set(known);
  const stems = new Set(known.map(stem));
  const targets = known.filter((word) => word.length >= SHORTEST_CORRECTED - 1 && !/\d/.test(word));
  const byBigram = postBigrams(targets);
  const counts = new Uint8Array(targets.length);

  function knows(word: string): boolean {
    return folded.has(word) || isCommonWord(word) || stems.has(stem(word));
  }

  function correct(word: string, isName: boolean): string | null {
    if (word.length < SHORTEST_CORRECTED || word.length > LONGEST_CORRECTED || /\d/.test(word) || knows(word))
      return null;
    const limit = isName ? 1 : allowedDistance(word.length);
    let best: { readonly word: string; readonly distance: number; readonly score: number } | null = null;
    for (const candidate of shortlist(word, limit)) {
      const distance = editDistance(word, candidate, limit);
      if (distance === null || (best !== null && distance > best.distance)) continue;
      const match = Fuse.match(word, candidate, { ignoreLocation: true, includeScore: true, threshold: 0.6 });
      const score = match.score + (word.startsWith(candidate.slice(0, 1)) ? 0 : 0.5);
      if (best === null || distance < best.distance || score < best.score) best = { word: candidate, distance, score };
    }
    return best?.word ?? null;
  }

  /** The words that can lie within the limit: an edit spoils three bigrams at most (a swap), so the others must be shared. */
  function shortlist(word: string, limit: number): readonly string[] {
    const touched: number[] = [];
    for (const bigram of new Set(bigramsOf(word))) {
      for (const index of byBigram.get(bigram) ?? []) {
        if (counts[index] === 0) touched.push(index);
        counts[index] = (counts[index] ?? 0) + 1;
      }
    }
    const least = word.length + 1 - 3 * limit;
    const near = touched.flatMap((index) => {
      const count = counts[index] ?? 0;
      counts[index] = 0;
      const target = targets[index] ?? '';
      return count >= least && Math.abs(target.length - word.length) <= limit ? [{ target, count }] : [];
    });
    return near
      .sort((a, b) => b.count - a.count || (a.target < b.target ? -1 : 1))
      .slice(0, SHORTLIST)
      .map(({ target }) => target);
  }

  return { knows, correct };
}

function postBigrams(words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const postings = new Map<string, number[]>();
  words.forEach((word, index) => {
    for (const bigram of new Set(bigramsOf(word))) {
      const entries = postings.get(bigram);
      if (entries) entries.push(index);
      else postings.set(bigram, [index]);
    }
  });
  return postings;
}

/** Edits allowed by length of the typed word: 1 up to 7 letters, 2 up to 12, 3 beyond. Looser ones read names of elsewhere as ours. */
function allowedDistance(length: number): number {
  if (length <= 7) return 1;
  return length <= 12 ? 2 : 3;
}

function bigramsOf(word: string): readonly string[] {
  const padded = ` ${word} `;
  const bigrams: string[] = [];
  for (let i = 0; i < padded.length - 1; i++) bigrams.push(padded.slice(i, i + 2));
  return bigrams;
}

/** Damerau–Levenshtein distance (a swap of neighbours counts one), or null beyond `limit`. */
export function editDistance(a: string, b: string, limit: number): number | null {
  if (Math.abs(a.length - b.length) > limit) return null;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return null;
    beforePrevious = previous;
    previous = current;
  }
  const distance = previous[b.length] ?? limit + 1;
  return distance <= limit ? distance : null;
}
