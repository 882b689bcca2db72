import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Hit } from '../search/ranked-index';
import type { Reading } from './reading';
import { STANDS_ALONE, STANDS_ALONE_COVERAGE } from './thresholds';

/** The projects given, best first by the words of the question; those that share no word come last, in the order of ids. */
export function rankWithin(stems: readonly string[], ids: readonly string[], knowledge: KnowledgeBase): readonly Hit[] {
  const wanted = new Set(ids);
  const hits = knowledge.projectIndex.search(stems).filter(({ id }) => wanted.has(id));
  const found = new Set(hits.map(({ id }) => id));
  return [
    ...hits,
    ...ids.filter((id) => !found.has(id)).map((id): Hit => ({ id, score: 0, coverage: 0, matched: [] })),
  ];
}

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
