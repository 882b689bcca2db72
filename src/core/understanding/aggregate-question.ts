import { readCount } from '../language/amounts';
import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { idsOf } from './bodies';
import { asksWhich, saysMore } from './saying';
import { isEmptyFilter } from './filter-of';
import { amountFieldOf } from './money';
import type { AggregateOperation, AmountField, Filter, Grouping, Question } from './question';
import { bestOfSet, describingStems, isNumber } from './ranking';
import { isAmountField } from './question';
import type { Reading } from './reading';
import { unique } from './reading';

/** A plural without a number gets so many. */
const DEFAULT_TOP = 5;

/** A count, a sum, an average, a median, an extreme or a ranking over the projects of a filter; null when none is asked. */
export function aggregateOf(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (isEmptyFilter(filter) && describesSomething(reading, knowledge)) return null;
  if (!computes(reading) && !operators.has('share') && filter.known.length + filter.unknown.length > 0) return null;
  const field = fieldComputed(reading, filter);
  const sides = sidesAsked(reading, filter, knowledge);
  if (sides) return grouped(reading, field, sides, 'asked');
  // "Compare les coûts des projets de la Justice": each beside the others.
  if (
    operators.has('compare') &&
    operators.has('plural-subject') &&
    field &&
    !measures(reading) &&
    !isEmptyFilter(filter)
  )
    return { kind: 'list', filter, sort: { field, direction: 'descending' }, limit: null, found: [] };
  const groupBy = groupingOf(reading);
  if (groupBy !== null) return grouped(reading, field, filter, groupBy);
  const extreme = operators.has('max')
    ? 'max'
    : operators.has('min')
      ? 'min'
      : operators.has('top') || operators.has('sort')
        ? 'max'
        : null;
  if (extreme && field) return ranking(reading, extreme, field, filter);
  const byDate = operators.has('newest') ? 'descending' : operators.has('oldest') ? 'ascending' : null;
  if (byDate !== null)
    return { kind: 'list', filter, sort: { field: 'date', direction: byDate }, limit: countBeside(reading), found: [] };
  if (operators.has('average') && field) return computation('average', field, filter);
  if (operators.has('median') && field) return computation('median', field, filter);
  const addsMoney =
    operators.has('sum') &&
    field !== null &&
    (reading.fields.includes(field) || !countsProjects(reading)) &&
    filter.amounts.length + filter.known.length + filter.unknown.length === 0;
  const isShare = operators.has('share') && filter.known.length + filter.unknown.length + filter.amounts.length > 0;
  const countsAmounts = filter.amounts.length > 0 && operators.has('how-much') && saysHowMany(reading);
  // "Combien de projets, et pour quel montant ?": the sum says over how many it was made.
  if (operators.has('count') && field !== null && asksSumBeside(reading) && !isEmptyFilter(filter))
    return computation('sum', field, filter);
  if ((operators.has('count') || countsAmounts || isShare || countsNoun(reading, filter)) && !addsMoney)
    return countsUnread(reading, filter) ? null : computation('count', field, filter);
  if (filter.amounts.length > 0 && !operators.has('how-much')) return null;
  if (operators.has('sum') && field)
    return isOneProject(reading, filter, knowledge) ? null : computation('sum', field, filter);
  if (!field || !operators.has('how-much') || isEmptyFilter(filter)) return null;
  const isPlural = operators.has('plural-subject') || filter.calls.length + filter.years.length > 0;
  return isPlural && !isOneProject(reading, filter, knowledge) ? computation('sum', field, filter) : null;
}

/** "les tablettes dans les cellules, ça coûte combien en tout ?" adds nothing over the whole base: its words describe a project. */
function describesSomething(reading: Reading, knowledge: KnowledgeBase): boolean {
  if (reading.operators.has('plural-subject') || reading.operators.has('count') || reading.operators.has('list'))
    return false;
  return reading.leftoverStems.filter((stem) => knowledge.projectIndex.has(stem) && !isNumber(stem)).length >= 2;
}

/** "Combien de projets ont été abandonnés ?": counted by what no record tells, so that the number of all projects is no answer. */
export function countsUnread({ words, operators, leftoverStems, fields }: Reading, filter: Filter): boolean {
  if (!isEmptyFilter(filter) || !operators.has('count')) return false;
  // "Combien de projets as-tu en mémoire ?" counts them all.
  if (words.some(({ folded }) => OF_THE_BASE.has(folded))) return false;
  const counted = words.findIndex(({ folded }) => COUNTED.has(folded));
  const isAfter = words.some(({ stem }, index) => index > counted && leftoverStems.includes(stem));
  return counted >= 0 && (isAfter || fields.includes('status'));
}

const OF_THE_BASE = new Set('tu t te ta tes toi vous votre vos you your base'.split(' '));

/** "How many cost more than 30 million?" compares with a sum. */
function measures(reading: Reading): boolean {
  return (
    computes(reading) ||
    reading.operators.has('more-than') ||
    reading.operators.has('less-than') ||
    reading.operators.has('how-much')
  );
}

/** True when the question adds, averages, ranks or counts. */
export function computes({ operators }: Reading): boolean {
  return (['count', 'sum', 'average', 'median', 'max', 'min', 'top'] as const).some((operator) =>
    operators.has(operator),
  );
}

/** "par ministère", "par année"; or two bodies compared with each other. */
function groupingOf(reading: Reading): Grouping | null {
  const { operators, named } = reading;
  const ranks = named.length === 0 && (operators.has('max') || operators.has('min') || operators.has('top'));
  // "Quel ministère a reçu le plus ?" ranks ministries, not projects.
  if (ranks) {
    const asked = RANKED.find(([words]) => saysOneOf(reading, words));
    if (asked) return asked[1];
  }
  // "Plus de projets en 2018 ou en 2020 ?"
  if (reading.years.length === 2 && named.length === 0 && operators.has('or') && saysMore(reading)) return 'year';
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  if (operators.has('by-territory')) return 'territory';
  return null;
}

/** "Le logement ou la Justice", "DGFiP contre douane": the sets of both sides together; null when no two are opposed. */
function sidesAsked(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Filter | null {
  const { operators, named, spans } = reading;
  const measures = saysMore(reading) || operators.has('count') || operators.has('sum');
  const opposes = operators.has('compare') || ((asksWhich(reading) || operators.has('or')) && measures);
  if (named.length > 0 || !opposes) return null;
  const carriers: string[] = [];
  const themes: string[] = [];
  for (const { tags } of spans) {
    const body = idsOf(tags, 'organisation').find((id) => knowledge.facets.carrier.has(id));
    const theme = idsOf(tags, 'theme').find((id) => knowledge.facets.theme.has(id));
    if (body !== undefined) carriers.push(body);
    else if (theme !== undefined) themes.push(theme);
  }
  if (new Set([...carriers, ...themes]).size < 2) return null;
  const limits = { ...filter, carriers: [], topics: [] };
  return themes.length === 0
    ? { ...limits, carriers: unique(carriers) }
    : { ...limits, topics: [{ themes: unique(themes), beneficiaries: [], organisations: unique(carriers) }] };
}

/** "Parmi ceux dont on ignore l'aide, lequel coûte le plus ?": what is not known is not what is computed. */
function fieldComputed(reading: Reading, filter: Filter): AmountField | null {
  const field =
    amountFieldOf(reading) ?? (reading.mentionsFund && reading.operators.has('how-much') ? 'funding' : null);
  if (field === null || !filter.unknown.includes(field)) return field;
  return reading.fields.filter(isAmountField).find((other) => !filter.unknown.includes(other)) ?? field;
}

/** "Combien de dossiers portés par la Justice ?": of a call or a year the programme tells it. */
function countsNoun(reading: Reading, filter: Filter): boolean {
  const limits = filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length;
  return (
    reading.operators.has('how-much') &&
    limits + filter.known.length + filter.unknown.length > 0 &&
    countsProjects(reading)
  );
}

/** "… et pour quel montant", "… and how much" */
function asksSumBeside({ words }: Reading): boolean {
  return /\b(?:et|and) (?:pour |for )?(?:quel montant|quelle somme|combien|how much|quel budget)/.test(
    words.map(({ folded }) => folded).join(' '),
  );
}

/** "How many got less than two million?", "combien dépassent 30 M€ ?" */
function saysHowMany({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) => folded === 'many' || (folded === 'combien' && words[index + 1]?.folded !== 'a'),
  );
}

/** "Combien de projets": what is counted is said; "ça fait combien" may ask for the money. */
function countsProjects({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      COUNTED.has(folded) && followsCounting(words.slice(Math.max(0, index - 4), index).map((before) => before.folded)),
  );
}

/** "combien de vos", "how many of the": nothing but little words between the counting and the counted. */
function followsCounting(before: readonly string[]): boolean {
  const at = before.findLastIndex((word) => ['combien', 'many', 'nombre'].includes(word));
  return (
    at >= 0 &&
    before.slice(at + 1).every((word) => ['de', 'd', 'des', 'ces', 'vos', 'of', 'the', 'your', 'these'].includes(word))
  );
}

const COUNTED = new Set(
  'operations operation dossiers dossier fiches fiche projets projects entre eux elles those them ones'.split(' '),
);

/** What "quel … a le plus" ranks. */
const RANKED: readonly (readonly [words: readonly string[], grouping: Grouping])[] = [
  [['ministere', 'ministeres', 'ministry', 'ministries', 'department', 'departments'], 'ministry'],
  [
    [
      'direction',
      'directions',
      'organismes',
      'administrations',
      'porteurs',
      'bodies',
      'agencies',
      'organisme',
      'administration',
      'porteur',
      'etablissement',
      'service',
      'body',
      'agency',
    ],
    'carrier',
  ],
  [
    [
      'theme',
      'themes',
      'topics',
      'domaines',
      'thematique',
      'domaine',
      'secteur',
      'sujet',
      'topic',
      'field',
      'area',
      'subject',
    ],
    'theme',
  ],
  [['annee', 'annees', 'year', 'years'], 'year'],
  [['appel', 'appels', 'vague', 'call', 'calls', 'round', 'wave'], 'call'],
  [['region', 'regions', 'departement', 'departements', 'territoire', 'area'], 'territory'],
];

/** "Quel ministère", "le thème qui": not any other place of the sentence. */
function saysOneOf({ words }: Reading, nouns: readonly string[]): boolean {
  return words.some(
    ({ folded }, index) =>
      nouns.includes(folded) &&
      (words.slice(Math.max(0, index - 3), index).some((before) => ASKING_WHICH.includes(before.folded)) ||
        ['qui', 'that'].includes(words[index + 1]?.folded ?? '')),
  );
}

const ASKING_WHICH = ['quel', 'quelle', 'quels', 'quelles', 'which', 'what'];

function grouped(reading: Reading, field: AmountField | null, filter: Filter, groupBy: Grouping): Question {
  const { operators } = reading;
  const ranks = groupBy !== 'asked' && (operators.has('max') || operators.has('top') || operators.has('min'));
  const extreme = operators.has('min') && !operators.has('max') ? 'min' : 'max';
  const counts = field === null || operators.has('count');
  const asked = (['average', 'median'] as const).find((candidate) => operators.has(candidate));
  const operation = ranks ? extreme : counts ? 'count' : (asked ?? 'sum');
  return { kind: 'aggregate', operation, field: counts ? null : field, filter, limit: 1, groupBy };
}

/** The words describe one project of the set: then its own figure is asked. */
function isOneProject(reading: Reading, filter: Filter, knowledge: KnowledgeBase): boolean {
  if (reading.operators.has('plural-subject') || isEmptyFilter(filter)) return false;
  const stems = describingStems(reading);
  if (stems.length === 0) return false;
  const positions = selectPositions(filter, knowledge);
  return (
    positions.length === 1 ||
    bestOfSet(knowledge.projectIndex.search(stems, positions), knowledge.projectIndex) !== null
  );
}

function computation(operation: AggregateOperation, field: AmountField | null, filter: Filter): Question {
  return { kind: 'aggregate', operation, field, filter, limit: 1, groupBy: null };
}

/** One winner is an extreme; several are a sorted list. */
function ranking(reading: Reading, operation: 'max' | 'min', field: AmountField, filter: Filter): Question {
  const limit = reading.operators.has('sort') ? null : (rankAsked(reading) ?? countBeside(reading));
  if (limit === 1) return { kind: 'aggregate', operation, field, filter, limit, groupBy: null };
  return {
    kind: 'list',
    filter,
    sort: { field, direction: directionOf(reading, operation) },
    limit,
    found: [],
  };
}

/** "Le deuxième projet le mieux financé" is the last of two. */
function rankAsked({ references }: Reading): number | null {
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position >= 2);
  return ordinal?.position ?? null;
}

/** "du plus petit au plus grand" begins with the lowest. */
function directionOf({ spans }: Reading, operation: 'max' | 'min'): 'ascending' | 'descending' {
  const first = spans
    .flatMap(({ tags }) => tags)
    .find((tag) => tag.kind === 'operator' && (tag.id === 'max' || tag.id === 'min'));
  return (first?.id ?? operation) === 'min' ? 'ascending' : 'descending';
}

/** "Les 4 lauréats. Qui a touché le plus ?": only a number beside what is ranked says how many are wanted. */
function ranksBeside(folded: readonly string[], index: number): boolean {
  return (
    folded[index - 1] === 'top' ||
    folded.slice(index + 1, index + 4).some((word) => RANKED_NOUNS.has(word)) ||
    folded.slice(Math.max(0, index - 2), index).some((word) => word === 'first' || word === 'premiers')
  );
}

const RANKED_NOUNS = new Set(
  'projets projet projects project dossiers plus moins premiers premieres meilleurs most least biggest largest highest lowest smallest cheapest dearest mieux grosses gros petits petites aides best'.split(
    ' ',
  ),
);

/** "top 3", "les trois projets", "les 5 plus chers"; one for a singular. */
function countBeside(reading: Reading): number {
  const folded = reading.words.map((word) => word.folded);
  const written = folded
    .map((word, index) => (ranksBeside(folded, index) ? readCount(word) : null))
    .find((count) => count !== null && count >= 2);
  if (written !== undefined && written !== null) return written;
  const isPlural =
    reading.operators.has('top') ||
    ['projets', 'projects', 'lesquels', 'quels', 'les'].some((word) => folded.includes(word));
  const isSingular =
    ['lequel', 'quel', 'laquelle', 'quelle', 'which', 'le', 'la'].some((word) => folded.includes(word)) &&
    !folded.includes('quels') &&
    !folded.includes('lesquels') &&
    !folded.includes('projects');
  return isPlural && !isSingular ? DEFAULT_TOP : 1;
}
