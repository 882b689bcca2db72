import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fieldOf } from './field-of';
import { amountFieldOf } from './money';
import type { Question } from './question';
import { EMPTY_FILTER } from './question';
import { bestOfSet, isSubjectStem } from './ranking';
import type { Reading } from './reading';
import { unique } from './reading';
import { SEARCH } from './thresholds';

/** More columns would not be read on a phone. */
const MOST_COMPARED = 5;

/** Two to five projects side by side: named, or described on each side of "ou", "et", "vs". */
export function comparisonOf(reading: Reading, knowledge: KnowledgeBase): Question | null {
  if (reading.operators.has('except') || reading.operators.has('count')) return null;
  const named = unique(reading.named.flatMap((ids) => ids.slice(0, 1)));
  const field = fieldOf(reading);
  const amount = amountFieldOf(reading);
  if (named.length >= 2 && amount !== null && reading.operators.has('sum') && !reading.operators.has('compare')) {
    return {
      kind: 'aggregate',
      operation: 'sum',
      field: amount,
      filter: { ...EMPTY_FILTER, among: named },
      limit: 1,
      groupBy: null,
    };
  }
  if (named.length >= 2) return { kind: 'compare', projects: named.slice(0, MOST_COMPARED), field };
  const isAsked = reading.operators.has('compare') || (named.length === 1 && reading.operators.has('or'));
  if (!isAsked) return null;
  const described = comparedParts(reading).flatMap((stems) => {
    const hit = bestOfSet(knowledge.projectIndex.search(stems), knowledge.projectIndex);
    return hit && hit.coverage >= SEARCH ? [hit.id] : [];
  });
  const projects = unique([...named, ...described]);
  return projects.length >= 2 ? { kind: 'compare', projects: projects.slice(0, MOST_COMPARED), field } : null;
}

const SEPARATORS = new Set([
  'ou',
  'et',
  'vs',
  'versus',
  'contre',
  'or',
  'and',
  'against',
  'than',
  'lequel',
  'laquelle',
  'which',
  'qui',
  'who',
]);

/** The subject stems between the separators and at the ends of sentences. */
function comparedParts(reading: Reading): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const word of reading.words) {
    if (SEPARATORS.has(word.folded)) parts.push([]);
    else if (reading.contentStems.includes(word.stem) && isSubjectStem(reading, word.stem))
      parts.at(-1)?.push(word.stem);
  }
  return parts.filter((stems) => stems.length > 0);
}
