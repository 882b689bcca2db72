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

export interface Hit {
  readonly id: string;
  /** Position of the document in the list given. */
  readonly position: number;
  readonly score: number;
  /** Share of the weight of the question's stems that the document holds, 0 to 1. */
  readonly coverage: number;
  readonly matched: readonly string[];
}

export interface WeightedField {
  readonly weight: number;
  readonly stems: readonly string[];
}

export interface IndexedDocument {
  readonly id: string;
  readonly fields: readonly WeightedField[];
  /** Fields that several documents have in common (a theme's synonyms), each one object for all of them: indexed once. */
  readonly shared?: readonly WeightedField[];
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
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
  readonly greatestImpact: number;
}

/** Documents, ascending, and the weighted frequency of a stem in each. */
interface Occurrences {
  readonly documents: readonly number[];
  readonly frequencies: readonly number[];
}

export function* rankedIndexInPieces(documents: Iterable<IndexedDocument>): Pieces<RankedIndex> {
  const { ids, lengths, own, shared } = yield* readAll(documents);
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
    const occurrences = occurrencesOf(stem);
    if (!occurrences) return null;
    const { documents, frequencies } = occurrences;
    const impacts = Float32Array.from(documents, (position, i) => {
      const frequency = frequencies[i] ?? 0;
      const length = (lengths[position] ?? 0) / average;
      return (
        (frequency * (SATURATION + 1)) /
        (frequency + SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length))
      );
    });
    const posting = {
      stem,
      rarity: rarityOf(documents.length, count),
      documents: Uint32Array.from(documents),
      impacts,
      greatestImpact: impacts.reduce((greatest, impact) => Math.max(greatest, impact), 0),
    };
    postings.set(stem, posting);
    own.delete(stem);
    return posting;
  }

  /** Those of the documents' own fields, and those of the shared fields that hold the stem. */
  function occurrencesOf(stem: string): Occurrences | null {
    const ownOnes = own.get(stem);
    const sharedOnes = shared.get(stem);
    if (!sharedOnes) return ownOnes ?? null;
    const frequencies = new Map(ownOnes?.documents.map((position, i) => [position, ownOnes.frequencies[i] ?? 0]));
    for (const { documents, frequency } of sharedOnes)
      for (const position of documents) frequencies.set(position, (frequencies.get(position) ?? 0) + frequency);
    const positions = [...Uint32Array.from(frequencies.keys()).sort()];
    return { documents: positions, frequencies: positions.map((position) => frequencies.get(position) ?? 0) };
  }

  function search(stems: readonly string[]): readonly Hit[] {
    const asked = [...new Set(stems)];
    const terms = asked.flatMap((stem) => postingOf(stem) ?? []).sort((a, b) => b.rarity - a.rarity);
    const total = asked.reduce((sum, stem) => sum + rarity(stem), 0);
    const found = addAll(terms);
    const best = bestOf(touched.subarray(0, found), scores);
    const hits = best.map((position): Hit => ({
      id: ids[position] ?? '',
      position,
      score: scores[position] ?? 0,
      coverage: total === 0 ? 0 : (weights[position] ?? 0) / total,
      matched: terms.filter(({ documents }) => find(documents, position) >= 0).map(({ stem }) => stem),
    }));
    for (let i = 0; i < found; i++) {
      const position = touched[i] ?? 0;
      scores[position] = 0;
      weights[position] = 0;
    }
    return hits;
  }

  /**
   * Adds the documents of every term, rarest term first; gives how many got something. Once the frequent terms that are left could not lift a
   * document that holds none of the rare ones among the best, they only add to those already found.
   */
  function addAll(terms: readonly Posting[]): number {
    let found = 0;
    terms.forEach(({ documents: positions, impacts, rarity }, index) => {
      if (positions.length > found * 4 && isOutOfReach(terms.slice(index), found)) {
        for (let i = 0; i < found; i++) {
          const position = touched[i] ?? 0;
          const at = find(positions, position);
          if (at >= 0) add(position, rarity, impacts[at] ?? 0);
        }
        return;
      }
      for (let i = 0; i < positions.length; i++) {
        const position = positions[i] ?? 0;
        if (weights[position] === 0) touched[found++] = position;
        add(position, rarity, impacts[i] ?? 0);
      }
    });
    return found;
  }

  /** True when the terms together weigh less than the last of the best so far. */
  function isOutOfReach(terms: readonly Posting[], found: number): boolean {
    if (found < MOST_HITS) return false;
    const most = terms.reduce((sum, { rarity, greatestImpact }) => sum + rarity * greatestImpact, 0);
    const last = bestOf(touched.subarray(0, found), scores).at(-1);
    return last !== undefined && (scores[last] ?? 0) > most;
  }

  function add(position: number, weight: number, impact: number): void {
    scores[position] = (scores[position] ?? 0) + weight * impact;
    weights[position] = (weights[position] ?? 0) + weight;
  }

  return { search, rarity, has: (stem) => postings.has(stem) || own.has(stem) || shared.has(stem) };
}

/** The documents that have a shared field, and the weighted frequency of a stem in it. */
interface SharedOccurrences {
  readonly documents: readonly number[];
  readonly frequency: number;
}

interface ReadDocuments {
  readonly ids: readonly string[];
  readonly lengths: readonly number[];
  readonly own: Map<string, Occurrences>;
  readonly shared: ReadonlyMap<string, readonly SharedOccurrences[]>;
}

function* readAll(documents: Iterable<IndexedDocument>): Pieces<ReadDocuments> {
  const ids: string[] = [];
  const lengths: number[] = [];
  const own = new Map<string, { readonly documents: number[]; readonly frequencies: number[] }>();
  const holders = new Map<WeightedField, number[]>();
  for (const { id, fields, shared = [] } of documents) {
    const position = ids.length;
    ids.push(id);
    let length = 0;
    for (const { weight, stems } of fields) {
      length += stems.length;
      for (const stem of stems) {
        let list = own.get(stem);
        if (!list) own.set(stem, (list = { documents: [], frequencies: [] }));
        const last = list.documents.length - 1;
        if (list.documents[last] === position) list.frequencies[last] = (list.frequencies[last] ?? 0) + weight;
        else {
          list.documents.push(position);
          list.frequencies.push(weight);
        }
      }
    }
    for (const field of shared) {
      length += field.stems.length;
      const positions = holders.get(field);
      if (positions) positions.push(position);
      else holders.set(field, [position]);
    }
    lengths.push(length);
    yield;
  }
  return { ids, lengths, own, shared: postShared(holders) };
}

function postShared(holders: ReadonlyMap<WeightedField, readonly number[]>): ReadDocuments['shared'] {
  const shared = new Map<string, SharedOccurrences[]>();
  for (const [{ weight, stems }, documents] of holders) {
    const frequencies = new Map<string, number>();
    for (const stem of stems) frequencies.set(stem, (frequencies.get(stem) ?? 0) + weight);
    for (const [stem, frequency] of frequencies) {
      const lists = shared.get(stem);
      if (lists) lists.push({ documents, frequency });
      else shared.set(stem, [{ documents, frequency }]);
    }
  }
  return shared;
}

/** BM25's inverse document frequency. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** The positions of the greatest scores, greatest first, ties ascending; the others are not sorted at all. */
function bestOf(touched: Uint32Array, scores: Float64Array): readonly number[] {
  const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b;
  if (touched.length <= MOST_HITS) return [...touched].sort(order);
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

/** Index of a value in ascending ones, or -1. */
function find(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = ascending[middle] ?? 0;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
