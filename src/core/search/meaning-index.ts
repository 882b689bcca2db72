import type { Pieces } from './pieces';
import { type Hit, type IndexedDocument, rankedIndexInPieces } from './ranked-index';
import { rememberLast } from './remember-last';
import type { WordingOwner } from './wording-index';

/** How far the words of a question mean a record. */
class Meaning {
  constructor(
    readonly owner: WordingOwner,
    /** Weight (rarity) of the question's words that the record holds, the rarest word of the data being 1. */
    readonly strength: number,
    /**
     * The same as a share of the question, 0 to 1. Words that no record holds count for less than known ones: a person who tells a problem says
     * much that no record can hold, and a question on something else is told by how little it matches.
     */
    readonly coverage: number,
    /** How well the record is about these words (BM25F): tells apart records that hold the same ones. */
    readonly score: number,
    private readonly hit: Hit,
  ) {}

  get matched(): readonly string[] {
    return this.hit.matched;
  }
}

/** What people say around each record, of whatever kind, so that a question can be weighed against all of them at once. */
export interface MeaningIndex {
  /** Best first. */
  match(stems: readonly string[]): readonly Meaning[];
  has(stem: string): boolean;
}

/** What a word that no record holds counts for, beside the rarest of those that one does. */
const UNKNOWN_SHARE = 0.35;

export interface OwnedDocument extends IndexedDocument {
  readonly owner: WordingOwner;
}

export function* meaningIndexInPieces(documents: readonly OwnedDocument[]): Pieces<MeaningIndex> {
  const index = yield* rankedIndexInPieces(documents);

  function match(stems: readonly string[]): readonly Meaning[] {
    const total = [...new Set(stems)].reduce(
      (sum, stem) => sum + index.rarity(stem) * (index.has(stem) ? 1 : UNKNOWN_SHARE),
      0,
    );
    const rarest = index.rarity('');
    return index
      .search(stems)
      .flatMap((hit) => {
        const owner = documents[hit.position]?.owner;
        return owner ? [new Meaning(owner, hit.weight / rarest, hit.weight / total, hit.score, hit)] : [];
      })
      .sort((a, b) => b.strength - a.strength);
  }

  return { match: rememberLast(match), has: (stem) => index.has(stem) };
}
