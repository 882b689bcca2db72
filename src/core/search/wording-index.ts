import type { Pieces } from './pieces';
import { rankedIndexInPieces } from './ranked-index';

/** What a wording asks for. */
export interface WordingOwner {
  readonly kind: 'project' | 'theme' | 'fact';
  readonly id: string;
}

/** The best wording of an owner for a question. */
export interface WordingMatch {
  readonly owner: WordingOwner;
  /**
   * How well question and wording cover each other, 0 to 1: the harmonic mean of the shares of weight that they have in common. A long question
   * that happens to hold one word of a wording, or a wording of which the question holds one word, fit badly.
   */
  readonly fit: number;
  readonly matched: readonly string[];
}

/** The ways in which people ask for a record without its words, each one a small document of its own. */
export interface WordingIndex {
  /** The best match of each owner, best first. */
  match(stems: readonly string[]): readonly WordingMatch[];
}

export interface OwnedWording {
  readonly owner: WordingOwner;
  readonly stems: readonly string[];
}

export function* wordingIndexInPieces(wordings: readonly OwnedWording[]): Pieces<WordingIndex> {
  const distinct = wordings.map(({ owner, stems }) => ({ owner, stems: [...new Set(stems)] }));
  yield;
  const index = yield* rankedIndexInPieces(
    distinct.map(({ owner, stems }) => ({ id: owner.id, fields: [{ weight: 1, stems }] })),
  );
  const weightOf = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + index.rarity(stem), 0);
  /** Of each wording, from when it is first found. */
  const wholes: number[] = [];

  function match(stems: readonly string[]): readonly WordingMatch[] {
    const best = new Map<string, WordingMatch>();
    for (const { position, coverage, matched } of index.search(stems)) {
      const wording = distinct[position];
      if (!wording) continue;
      const share = weightOf(matched) / (wholes[position] ??= weightOf(wording.stems));
      const fit = (2 * coverage * share) / (coverage + share);
      const key = `${wording.owner.kind} ${wording.owner.id}`;
      if (fit > (best.get(key)?.fit ?? 0)) best.set(key, { owner: wording.owner, fit, matched });
    }
    return [...best.values()].sort((a, b) => b.fit - a.fit || (a.owner.id < b.owner.id ? -1 : 1));
  }

  return { match: rememberLast(match) };
}

/** The same look-up is made several times in one turn: the last few are kept. */
const KEPT = 6;

/** A function of stems that keeps its last results. */
export function rememberLast<Result>(
  search: (stems: readonly string[]) => Result,
): (stems: readonly string[]) => Result {
  const kept = new Map<string, Result>();
  return (stems) => {
    const key = stems.join(' ');
    const before = kept.get(key);
    if (before !== undefined) return before;
    const found = search(stems);
    const [oldest] = kept.keys();
    if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, found);
    return found;
  };
}
