import { bisect } from './bisect';
import type { Pieces } from './pieces';

/**
 * An inverted index over stems with weighted fields (BM25F). It ranks, and says how much of the question each document explains:
 * that coverage is what tells a paraphrase from an off-topic question.
 */
export interface RankedIndex {
  /** The best hits, ties in the order of the documents. */
  search(stems: readonly string[]): readonly Hit[];
  /** Rarity of a stem: greater for words of few documents, greatest for words of none. */
  rarity(stem: string): number;
  has(stem: string): boolean;
}

export interface WeightedField {
  readonly weight: number;
  readonly stems: readonly string[];
}

export interface IndexedDocument {
  readonly id: string;
  readonly fields: readonly WeightedField[];
}

/** BM25's usual saturation and length normalisation; lengths vary little here, so they are not tuned. */
const SATURATION = 1.2;
const LENGTH_NORMALISATION = 0.5;
/** No answer looks further down than this. */
const MOST_HITS = 64;

/** The documents of a stem, ascending, and what it adds to the score of each (before its rarity). */
interface Posting {
  readonly stem: string;
  readonly rarity: number;
  readonly documents: readonly number[];
  readonly impacts: Float32Array;
}

/** Documents, ascending, and the weighted frequency of a stem in each. */
interface Occurrences {
  readonly documents: number[];
  readonly frequencies: number[];
}

export class Hit {
  constructor(
    readonly id: string,
    /** Position of the document in the list given. */
    readonly position: number,
    readonly score: number,
    /** Share of the weight of the question's stems that the document holds, 0 to 1. */
    readonly coverage: number,
    /** The weight itself: the rarities of what it holds, together. */
    readonly weight: number,
    private readonly terms: readonly Posting[],
  ) {}

  /** The stems that it holds, the rarest first: of few hits that is looked at. */
  get matched(): readonly string[] {
    return this.terms.filter(({ documents }) => holds(documents, this.position)).map(({ stem }) => stem);
  }
}

export function* rankedIndexInPieces(documents: Iterable<IndexedDocument>): Pieces<RankedIndex> {
  const ids: string[] = [];
  const lengths: number[] = [];
  const occurrences = new Map<string, Occurrences>();
  for (const { id, fields } of documents) {
    const position = ids.length;
    for (const { weight, stems } of fields)
      for (const stem of stems) addOccurrence(occurrences, stem, position, weight);
    ids.push(id);
    lengths.push(fields.reduce((sum, { stems }) => sum + stems.length, 0));
    yield;
  }
  const count = ids.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, count);
  /** Made when a question first holds the stem: most words of the data are never asked for. */
  const postings = new Map<string, Posting>();
  const scores = new Float64Array(count);
  const weights = new Float64Array(count);
  const touched = new Uint32Array(count);

  const rarest = rarityOf(0, count);

  function rarity(stem: string): number {
    return postingOf(stem)?.rarity ?? rarest;
  }

  function postingOf(stem: string): Posting | null {
    const made = postings.get(stem);
    if (made) return made;
    const found = occurrences.get(stem);
    if (!found) return null;
    const { documents, frequencies } = found;
    const impacts = Float32Array.from(documents, (position, i) => {
      const frequency = frequencies[i] ?? 0;
      const length = (lengths[position] ?? 0) / average;
      return (
        (frequency * (SATURATION + 1)) /
        (frequency + SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length))
      );
    });
    const posting = { stem, rarity: rarityOf(documents.length, count), documents, impacts };
    postings.set(stem, posting);
    return posting;
  }

  function search(stems: readonly string[]): readonly Hit[] {
    const asked = [...new Set(stems)];
    const terms = asked.flatMap((stem) => postingOf(stem) ?? []).sort((a, b) => b.rarity - a.rarity);
    const total = asked.reduce((sum, stem) => sum + rarity(stem), 0);
    let found = 0;
    for (const { documents, impacts, rarity } of terms)
      for (let i = 0; i < documents.length; i++) {
        const position = documents[i] ?? 0;
        if (weights[position] === 0) touched[found++] = position;
        scores[position] = (scores[position] ?? 0) + rarity * (impacts[i] ?? 0);
        weights[position] = (weights[position] ?? 0) + rarity;
      }
    const best = bestOf(touched.subarray(0, found), scores);
    const hits = best.map((position) => {
      const weight = weights[position] ?? 0;
      return new Hit(ids[position] ?? '', position, scores[position] ?? 0, weight / total, weight, terms);
    });
    for (const position of touched.subarray(0, found)) {
      scores[position] = 0;
      weights[position] = 0;
    }
    return hits;
  }

  return { search, rarity, has: (stem) => occurrences.has(stem) };
}

function addOccurrence(occurrences: Map<string, Occurrences>, stem: string, position: number, weight: number): void {
  let list = occurrences.get(stem);
  if (!list) occurrences.set(stem, (list = { documents: [], frequencies: [] }));
  const last = list.documents.length - 1;
  if (list.documents[last] === position) list.frequencies[last] = (list.frequencies[last] ?? 0) + weight;
  else {
    list.documents.push(position);
    list.frequencies.push(weight);
  }
}

/** BM25's inverse document frequency. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** The positions of the greatest scores, greatest first, ties ascending; the others are not sorted at all. */
function bestOf(touched: Uint32Array, scores: Float64Array): readonly number[] {
  const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  let best: number[] = [];
  let least = 0;
  for (const position of touched) {
    if ((scores[position] ?? 0) < least) continue;
    best.push(position);
    if (best.length < MOST_HITS * 2) continue;
    best = best.sort(order).slice(0, MOST_HITS);
    least = scores[best[MOST_HITS - 1] ?? 0] ?? 0;
  }
  return best.sort(order).slice(0, MOST_HITS);
}

/** @param ascending the positions of documents */
function holds(ascending: readonly number[], position: number): boolean {
  return ascending[bisect(ascending.length, (index) => (ascending[index] ?? 0) < position)] === position;
}
