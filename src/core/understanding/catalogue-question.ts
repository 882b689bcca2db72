import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { filterOf, isEmptyFilter } from './filter-of';
import { EMPTY_FILTER, type Grouping, type Question } from './question';
import type { Reading } from './reading';

/** "Quels thèmes connais-tu ?", "liste des porteurs", "which ministries take part?": what the base can be asked by, with how many projects each has. */
export function catalogueOf(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { words, operators, named, mentionsFund, leftoverStems } = reading;
  if (named.length > 0 || mentionsFund || operators.has('plural-subject')) return null;
  const said = words.map(({ folded }) => folded);
  const asks = operators.has('list') || said.some((word) => WHICH.has(word));
  const groupBy = said.map((word) => GROUPINGS.get(word)).find((found) => found !== undefined);
  const foreign = words.filter(({ folded, stem }) => leftoverStems.includes(stem) && !TAKING_PART.has(folded));
  if (!asks || groupBy === undefined || said.length > MOST_WORDS || foreign.length > 0) return null;
  if (!isEmptyFilter(filterOf(reading, knowledge))) return null;
  return { kind: 'aggregate', operation: 'count', field: null, filter: EMPTY_FILTER, limit: 1, groupBy };
}

/** A longer sentence asks for more than the names. */
const MOST_WORDS = 7;

const WHICH = new Set('quels quelles which what'.split(' '));

const NOUNS: readonly (readonly [grouping: Grouping, nouns: string])[] = [
  ['theme', 'themes thematiques sujets domaines topics subjects'],
  ['ministry', 'ministeres ministries'],
  ['carrier', 'porteurs organismes administrations bodies carriers'],
  ['territory', 'regions territoires departements territories'],
  ['call', 'appels vagues calls'],
];

const GROUPINGS = new Map(
  NOUNS.flatMap(([grouping, nouns]) => nouns.split(' ').map((noun) => [noun, grouping] as const)),
);

/** Verbs that say no more than that it is in the base. */
const TAKING_PART = new Set(
  'participent participant concernes concernees couverts couvertes representes representees existent present presents take part covered involved concerned connais connaissez'.split(
    ' ',
  ),
);
