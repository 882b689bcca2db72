import type { Pieces } from './pieces';
import { type Hit, rankedIndexInPieces } from './ranked-index';
import { rememberLast } from './remember-last';

/** What a wording asks for. */
export interface WordingOwner {
  readonly kind: 'project' | 'theme' | 'fact';
  readonly id: string;
}

/** The best wording of an owner for a question. */
class WordingMatch {
  constructor(
    readonly owner: WordingOwner,
    /**
     * How well question and wording cover each other, 0 to 1: the harmonic mean of the shares of weight that they have in common. A long question
     * that happens to hold one word of a wording, or a wording of which the question holds one word, fit badly.
     */
    readonly fit: number,
    private readonly hit: Hit,
  ) {}

  get matched(): readonly string[] {
    return this.hit.matched;
  }
}

/** The ways in which people ask for a record without its words, each one a small document of its own. */
export interface WordingIndex {
  /** The best match of each owner, best first. */
  match(stems: readonly string[]): readonly WordingMatch[];
}

export function* wordingIndexInPieces(
  wordings: readonly { readonly owner: WordingOwner; readonly stems: readonly string[] }[],
): Pieces<WordingIndex> {
  const distinct = wordings.map(({ owner, stems }) => ({
    owner,
    key: `${owner.kind} ${owner.id}`,
    stems: [...new Set(stems)],
  }));
  yield;
  const index = yield* rankedIndexInPieces(
    distinct.map(({ owner, stems }) => ({ id: owner.id, fields: [{ weight: 1, stems }] })),
  );
  const weightOf = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + index.rarity(stem), 0);
  /** Of each wording, from when it is first found. */
  const wholes: number[] = [];

  function match(stems: readonly string[]): readonly WordingMatch[] {
    const best = new Map<string, WordingMatch>();
    for (const hit of index.search(stems)) {
      const wording = distinct[hit.position];
      if (!wording) continue;
      const { owner, key } = wording;
      const share = hit.weight / (wholes[hit.position] ??= weightOf(wording.stems));
      const fit = (2 * hit.coverage * share) / (hit.coverage + share);
      if (fit > (best.get(key)?.fit ?? 0)) best.set(key, new WordingMatch(owner, fit, hit));
    }
    return [...best.values()].sort((a, b) => b.fit - a.fit || (a.owner.id < b.owner.id ? -1 : 1));
  }

  return { match: rememberLast(match) };
}
