import type { Hit } from '../search/ranked-index';
import type { Reading } from './reading';
import { STANDS_ALONE, STANDS_ALONE_COVERAGE } from './thresholds';

/** The best hit, when no other comes near it. */
export function bestAlone(hits: readonly Hit[]): Hit | null {
  const [best, second] = hits;
  if (!best || best.score === 0) return null;
  const isAlone =
    !second || second.score < best.score * STANDS_ALONE || second.coverage <= best.coverage - STANDS_ALONE_COVERAGE;
  return isAlone ? best : null;
}

/** False for a word that only says how the question is asked. */
export function isSubjectStem(reading: Reading, stem: string): boolean {
  return !reading.spans.some(
    ({ start, end, tags }) =>
      tags.every(
        ({ kind }) =>
          kind === 'field' || kind === 'operator' || kind === 'fund' || kind === 'smalltalk' || kind === 'reference',
      ) && reading.words.slice(start, end).some((word) => word.stem === stem),
  );
}
