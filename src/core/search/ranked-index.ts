/**
 * An inverted index over stems with weighted fields (BM25F). It ranks, and says how much of the question each document explains:
 * that coverage is what tells a paraphrase from an off-topic question.
 */
export interface RankedIndex {
  /**
   * The best hits, ties in the order of the documents.
   *
   * @param within positions of the documents to look at, ascending; all of them when left out
   */
  search(stems: readonly string[], within?: readonly number[]): readonly Hit[];
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
}

/** BM25's usual saturation and length normalisation; lengths vary little here, so they are not tuned. */
const SATURATION = 1.2;
const LENGTH_NORMALISATION = 0.5;
/** No answer looks further down than this. */
const MOST_HITS = 64;

/** The documents of a stem, ascending, and what it adds to the score of each (before its rarity). */
interface Posting {
  readonly rarity: number;
  readonly documents: Uint32Array;
  readonly impacts: Float32Array;
}

export function createRankedIndex(documents: readonly IndexedDocument[]): RankedIndex {
  const postings = postAll(documents);
  const scores = new Float64Array(documents.length);
  const weights = new Float64Array(documents.length);

  const rarest = rarityOf(0, documents.length);

  function rarity(stem: string): number {
    return postings.get(stem)?.rarity ?? rarest;
  }

  function search(stems: readonly string[], within?: readonly number[]): readonly Hit[] {
    const asked = [...new Set(stems)];
    const terms = asked.flatMap((stem) => {
      const posting = postings.get(stem);
      return posting ? [{ stem, posting, weight: posting.rarity }] : [];
    });
    const total = asked.reduce((sum, stem) => sum + rarity(stem), 0);
    const touched = within ? addWithin(terms, within) : addAll(terms);
    const best = bestOf(touched, scores);
    const hits = best.map((position): Hit => ({
      id: documents[position]?.id ?? '',
      position,
      score: scores[position] ?? 0,
      coverage: total === 0 ? 0 : (weights[position] ?? 0) / total,
      matched: terms.filter(({ posting }) => find(posting.documents, position) >= 0).map(({ stem }) => stem),
    }));
    for (const position of touched) {
      scores[position] = 0;
      weights[position] = 0;
    }
    return hits;
  }

  type Term = { readonly posting: Posting; readonly weight: number };

  /** Adds every document of every term; gives the positions that got something. */
  function addAll(terms: readonly Term[]): readonly number[] {
    const touched: number[] = [];
    for (const { posting, weight } of terms) {
      const { documents: positions, impacts } = posting;
      for (let i = 0; i < positions.length; i++) {
        const position = positions[i] ?? 0;
        if (weights[position] === 0) touched.push(position);
        add(position, weight, impacts[i] ?? 0);
      }
    }
    return touched;
  }

  /** The same for a set: looked up one by one when that is less work than reading whole postings. */
  function addWithin(terms: readonly Term[], within: readonly number[]): readonly number[] {
    const whole = terms.reduce((sum, { posting }) => sum + posting.documents.length, 0);
    if (within.length * terms.length * 8 > whole) {
      const wanted = new Set(within);
      const touched = addAll(terms);
      for (const position of touched) {
        if (wanted.has(position)) continue;
        scores[position] = 0;
        weights[position] = 0;
      }
      return touched.filter((position) => wanted.has(position));
    }
    return within.filter((position) => {
      for (const { posting, weight } of terms) {
        const at = find(posting.documents, position);
        if (at >= 0) add(position, weight, posting.impacts[at] ?? 0);
      }
      return weights[position] !== 0;
    });
  }

  function add(position: number, weight: number, impact: number): void {
    scores[position] = (scores[position] ?? 0) + weight * impact;
    weights[position] = (weights[position] ?? 0) + weight;
  }

  return { search, rarity, has: (stem) => postings.has(stem) };
}

function postAll(documents: readonly IndexedDocument[]): ReadonlyMap<string, Posting> {
  const lengths = documents.map(({ fields }) => fields.reduce((sum, { stems }) => sum + stems.length, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const lists = new Map<string, { readonly documents: number[]; readonly frequencies: number[] }>();
  documents.forEach(({ fields }, position) => {
    for (const { weight, stems } of fields) {
      for (const stem of stems) {
        let list = lists.get(stem);
        if (!list) lists.set(stem, (list = { documents: [], frequencies: [] }));
        const last = list.documents.length - 1;
        if (list.documents[last] === position) list.frequencies[last] = (list.frequencies[last] ?? 0) + weight;
        else {
          list.documents.push(position);
          list.frequencies.push(weight);
        }
      }
    }
  });
  const postings = new Map<string, Posting>();
  for (const [stem, list] of lists) {
    const impacts = list.documents.map((position, i) => {
      const frequency = list.frequencies[i] ?? 0;
      const length = (lengths[position] ?? 0) / average;
      return (
        (frequency * (SATURATION + 1)) /
        (frequency + SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length))
      );
    });
    postings.set(stem, {
      rarity: rarityOf(list.documents.length, documents.length),
      documents: Uint32Array.from(list.documents),
      impacts: Float32Array.from(impacts),
    });
  }
  return postings;
}

/** BM25's inverse document frequency. */
function rarityOf(count: number, total: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** The positions of the greatest scores, greatest first, ties ascending; the others are not sorted at all. */
function bestOf(touched: readonly number[], scores: Float64Array): readonly number[] {
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
