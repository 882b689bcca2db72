import type { Reading } from './reading';

/** A longer stretch is a sentence, not a subject. */
const MOST_WORDS = 5;

/**
 * "Projets concernant les personnes âgées": what projects were asked for and no record knows, as written; null when no projects were asked for, or
 * when the words that nothing explains are no single stretch.
 */
export function unknownSubject({ words, spans, operators, leftoverStems }: Reading): string | null {
  if (!operators.has('plural-subject')) return null;
  const isCovered = (index: number): boolean => spans.some(({ start, end }) => start <= index && index < end);
  const unexplained = words.flatMap(({ stem }, index) =>
    leftoverStems.includes(stem) && !isCovered(index) ? [index] : [],
  );
  const [first] = unexplained;
  const last = unexplained.at(-1);
  if (first === undefined || last === undefined || last - first >= MOST_WORDS) return null;
  const stretch = words.slice(first, last + 1);
  return stretch.some((word, offset) => isCovered(first + offset) || (offset > 0 && word.startsClause))
    ? null
    : stretch.map(({ written }) => written).join(' ');
}
