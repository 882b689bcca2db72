import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { filterOf, isEmptyFilter } from './filter-of';
import { amountFieldOf } from './money';
import type { Filter, Grouping, Question } from './question';
import type { Reading } from './reading';

/**
 * "Quels thèmes connais-tu ?", "liste des porteurs", "which ministries take part?": what the base can be asked by, with how many
 * projects each has; with limits, "quels organismes portent des projets de logement ?", over the projects that meet them.
 */
export function catalogueOf(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { words, operators, named, leftoverStems } = reading;
  if (named.length > 0 || EXTREMES.some((operator) => operators.has(operator)) || operators.has('except')) return null;
  const said = words.map(({ folded }) => folded);
  const at = said.findIndex((word, index) => GROUPINGS.has(word) && asksFor(said, index, operators));
  const groupBy = GROUPINGS.get(said[at] ?? '');
  const foreign = words.filter(
    ({ folded, stem }) => leftoverStems.includes(stem) && !TAKING_PART.has(folded) && !GROUPINGS.has(folded),
  );
  if (groupBy === undefined || said.length > MOST_WORDS || foreign.length > 0) return null;
  // "Quels ministères n'ont aucun projet ?": those that no record names are not known.
  if (saysNoProject(said) && operators.has('not-known')) return { kind: 'unknown', reason: 'out-of-scope', name: null };
  if (operators.has('not-known')) return null;
  const limits = filterOf(reading, knowledge);
  const ofProjects = operators.has('plural-subject') || operators.has('carried-by') || operators.has('existence');
  // "Quels appels ont retenu…", "which ministries … the fund" without a limit are asked of the programme.
  const isAskedOfRecords = ofProjects || isLimitedBySubject(limits) || operators.has('pays') || groupBy !== 'call';
  if (
    isEmptyFilter(limits)
      ? reading.mentionsFund && !operators.has('pays')
      : !isAskedOfRecords || (reading.mentionsFund && limits.calls.length === 0)
  )
    return null;
  const field = amountFieldOf(reading);
  // "Quels ministères ont reçu plus de 20 millions ?" sets the bound on their sums, which are told.
  const filter = { ...limits, amounts: [] };
  return field === null
    ? { kind: 'aggregate', operation: 'count', field: null, filter: limits, limit: 1, groupBy }
    : { kind: 'aggregate', operation: 'sum', field, filter, limit: 1, groupBy };
}

/** "Aucun projet", "no project" */
function saysNoProject(said: readonly string[]): boolean {
  return said.some((word, index) => (word === 'aucun' || word === 'no') && /^proje/.test(said[index + 1] ?? ''));
}

/** "Quels ministères", "combien de ministères", "compare les ministères", "liste des ministères", "thèmes des projets de…" */
function asksFor(said: readonly string[], index: number, operators: Reading['operators']): boolean {
  const before = said.slice(Math.max(0, index - 2), index);
  // "Sur combien d'années ?" is a length of time.
  const counts =
    GROUPINGS.get(said[index] ?? '') !== 'year' && /\b(?:combien (?:de|d)|how many)$/.test(before.join(' '));
  const opens =
    operators.has('list') ||
    operators.has('compare') ||
    /^(?:des|of) projets?$/.test(said.slice(index + 1, index + 3).join(' '));
  return WHICH.has(said[index - 1] ?? '') || counts || (opens && index <= 3);
}

/** An extreme over the parts is ranked, and a part is split by nothing more. */
const EXTREMES = [
  'max',
  'min',
  'top',
  'sort',
  'by-ministry',
  'by-theme',
  'by-year',
  'by-call',
  'by-territory',
] as const;

function isLimitedBySubject({ topics, carriers, territories }: Filter): boolean {
  return topics.length + carriers.length + territories.length > 0;
}

/** A longer sentence asks for more than the names. */
const MOST_WORDS = 11;

const WHICH = new Set('quels quelles which what'.split(' '));

const NOUNS: readonly (readonly [grouping: Grouping, nouns: string])[] = [
  ['theme', 'themes thematiques sujets domaines topics subjects'],
  ['ministry', 'ministeres ministries'],
  ['carrier', 'porteurs organismes administrations bodies carriers agencies'],
  ['territory', 'regions territoires departements territories'],
  ['call', 'appels vagues calls'],
  ['year', 'annees years'],
];

/** What people call the parts of a set. */
export const GROUPINGS = new Map(
  NOUNS.flatMap(([grouping, nouns]) => nouns.split(' ').map((noun) => [noun, grouping] as const)),
);

/** Verbs that say no more than that it is in the base. */
const TAKING_PART = new Set(
  'million millions euros portent porte ont retenu retenus retenues selectionnes selectionnees selected run running have had differents differentes different distincts distinctes recu recus participent participant concernes concernees couverts couvertes representes representees existent present presents take part covered involved concerned connais connaissez'.split(
    ' ',
  ),
);
