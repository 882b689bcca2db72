/**
 * An inverted index over stems with weighted fields (BM25F). It ranks, and says how much of the question each document explains:
 * that coverage is what tells a paraphrase from an off-topic question.
 */
export interface RankedIndex {
  /** Best first; ties in the order of ids, so that the order of the records never matters. */
  search(stems: readonly string[]): readonly Hit[];
  /** Rarity of a stem: greater for words of few documents, greatest for words of none. */
  rarity(stem: string): number;
  has(stem: string): boolean;
}

export interface Hit {
  readonly id: string;
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

export function createRankedIndex(documents: readonly IndexedDocument[]): RankedIndex {
  const lengths = documents.map(({ fields }) => fields.reduce((sum, { stems }) => sum + stems.length, 0));
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const postings = new Map<string, Map<number, number>>();
  documents.forEach(({ fields }, document) => {
    for (const { weight, stems } of fields) {
      for (const stem of stems) {
        const entries = postings.get(stem) ?? new Map<number, number>();
        entries.set(document, (entries.get(document) ?? 0) + weight);
        postings.set(stem, entries);
      }
    }
  });

  function rarity(stem: string): number {
    const count = postings.get(stem)?.size ?? 0;
    return Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  }

  function search(stems: readonly string[]): readonly Hit[] {
    const asked = [...new Set(stems)];
    const totalWeight = asked.reduce((sum, stem) => sum + rarity(stem), 0);
    const found = new Map<number, { score: number; weight: number; matched: string[] }>();
    for (const stem of asked) {
      const weight = rarity(stem);
      for (const [document, frequency] of postings.get(stem) ?? []) {
        const length = (lengths[document] ?? 0) / averageLength;
        const saturated =
          (frequency * (SATURATION + 1)) /
          (frequency + SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * length));
        const hit = found.get(document) ?? { score: 0, weight: 0, matched: [] };
        hit.score += weight * saturated;
        hit.weight += weight;
        hit.matched.push(stem);
        found.set(document, hit);
      }
    }
    return [...found]
      .map(([document, { score, weight, matched }]) => ({
        id: documents[document]?.id ?? '',
        score,
        coverage: totalWeight === 0 ? 0 : weight / totalWeight,
        matched,
      }))
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  }

  return { search, rarity, has: (stem) => postings.has(stem) };
}
