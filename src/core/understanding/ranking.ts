import { readCount } from '../language/amounts';
import type { Hit, RankedIndex } from '../search/ranked-index';
import type { Reading } from './reading';
import { RIVAL_SHARE, STANDS_ALONE, STANDS_ALONE_COVERAGE, TELLING_SHARE } from './thresholds';

/** The best hit, when no other comes near it. */
function bestAlone(hits: readonly Hit[]): Hit | null {
  const [best, second] = hits;
  if (!best || best.score === 0) return null;
  const isAlone =
    !second || second.score < best.score * STANDS_ALONE || second.coverage <= best.coverage - STANDS_ALONE_COVERAGE;
  return isAlone ? best : null;
}

/**
 * The best hit of a set that the question's filter has already chosen: what all of them share tells nothing, so the words that only one of the
 * first two holds decide.
 */
export function bestOfSet(hits: readonly Hit[], index: RankedIndex): Hit | null {
  const alone = bestAlone(hits);
  const [best, second] = hits;
  if (alone || !best || !second) return alone;
  const weightOf = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + index.rarity(stem), 0);
  const ownOfBest = weightOf(best.matched.filter((stem) => !second.matched.includes(stem)));
  const ownOfSecond = weightOf(second.matched.filter((stem) => !best.matched.includes(stem)));
  const isTelling = ownOfBest >= weightOf(best.matched) * TELLING_SHARE;
  return isTelling && ownOfSecond <= ownOfBest * RIVAL_SHARE ? best : null;
}

/** The content stems that may be the subject. */
export function subjectStems(reading: Reading): readonly string[] {
  return reading.contentStems.filter((stem) => isSubjectStem(reading, stem));
}

/** The content stems that describe a project: not the bodies, places and calls that only limit the set. */
export function describingStems(reading: Reading): readonly string[] {
  const limiting = reading.spans.filter(({ tags }) =>
    tags.every(({ kind }) => kind === 'organisation' || kind === 'territory' || kind === 'call' || kind === 'session'),
  );
  const excluded = new Set(
    limiting.flatMap(({ start, end }) => reading.words.slice(start, end).map((word) => word.stem)),
  );
  return subjectStems(reading).filter((stem) => !excluded.has(stem) && !isNumber(stem));
}

/** "Sur quatre ans": a number and what it counts describe nothing. */
export function isNumber(stem: string): boolean {
  return (
    /^\d+$/.test(stem) || readCount(stem) !== null || ['ans', 'an', 'quatr', 'mois', 'year', 'month'].includes(stem)
  );
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
