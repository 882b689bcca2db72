import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readNumber } from '../../language/amounts';
import { aggregateOf, computes } from '../aggregate-question';
import { filterOf, isEmptyFilter, withKnownFields } from '../filter-of';
import { saysSize } from './about-shown';
import { filterIn, isShort, setMeant, startsFollowUp, withFilter } from './last-question';
import { amountFieldOf } from '../money';
import { GROUPINGS } from '../catalogue-question';
import { type AmountCondition, EMPTY_FILTER, type Filter, type Memory, type Question } from '../question';
import type { Reading } from '../reading';

/** "Enlève l'année", "sans limite de montant", "et peu importe le ministère": one limit less. */
export function withoutLimit(reading: Reading, last: Question): Question | null {
  const previous = filterIn(last);
  const removes =
    reading.operators.has('remove') || reading.words[0]?.folded === 'sans' || reading.words[1]?.folded === 'sans';
  if (!previous || !removes || !isShort(reading) || reading.operators.has('plural-subject')) return null;
  const said = new Set(reading.words.map(({ folded }) => folded));
  const dimension = DIMENSIONS.find(({ nouns }) => nouns.some((noun) => said.has(noun)));
  if (!dimension) return null;
  const filter = { ...previous, ...dimension.without };
  return isEmptyFilter(filter) && isEmptyFilter(previous) ? null : withFilter(last, filter);
}

/** The limits of a filter by the nouns that people call them. */
const DIMENSIONS: readonly { readonly nouns: readonly string[]; readonly without: Partial<Filter> }[] = [
  {
    nouns: [
      'annee',
      'annees',
      'date',
      'dates',
      'periode',
      'year',
      'years',
      'appel',
      'vague',
      'call',
      'session',
      'mois',
    ],
    without: { years: [], months: [], calls: [] },
  },
  {
    nouns: ['ministere', 'ministeres', 'porteur', 'porteurs', 'organisme', 'administration', 'ministry', 'body'],
    without: { carriers: [] },
  },
  {
    nouns: ['region', 'regions', 'territoire', 'lieu', 'departement', 'endroit', 'territory', 'place'],
    without: { territories: [] },
  },
  { nouns: ['theme', 'themes', 'sujet', 'thematique', 'domaine', 'topic', 'subject'], without: { topics: [] } },
  {
    nouns: ['montant', 'montants', 'somme', 'budget', 'plafond', 'seuil', 'amount', 'threshold'],
    without: { amounts: [], known: [], unknown: [] },
  },
  { nouns: ['exception', 'exclusion', 'exceptions'], without: { except: EMPTY_FILTER.except } },
];

/** "Et l'année suivante ?", "et l'appel d'avant ?": one year or one call further on or back. */
export function periodBeside(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  const step = stepIn(reading);
  if (!previous || step === 0 || !isShort(reading) || reading.years.length + reading.calls.length > 0) return null;
  const [year, ...years] = previous.years;
  const [call, ...calls] = previous.calls;
  if (call !== undefined && call.number !== null && calls.length === 0) {
    const number = call.number + step;
    if (knowledge.calls.every((row) => row.number !== number)) return null;
    return withFilter(last, { ...previous, calls: [{ number, session: null, scheme: null }], years: [] });
  }
  return year === undefined || years.length > 0
    ? null
    : withFilter(last, { ...previous, years: [year + step], months: [] });
}

function stepIn({ words }: Reading): -1 | 0 | 1 {
  const said = words.map(({ folded }) => folded);
  const isOfPeriod =
    said.some((word) => PERIODS.has(word)) || said.some((word) => word === 'celui' || word === 'celle');
  if (!isOfPeriod) return 0;
  if (
    said.some((word) =>
      ['suivant', 'suivante', 'apres', 'prochain', 'prochaine', 'next', 'after', 'following'].includes(word),
    )
  )
    return 1;
  return said.some((word) => ['precedent', 'precedente', 'avant', 'previous', 'before'].includes(word)) ? -1 : 0;
}

const PERIODS = new Set('annee an appel vague year call round'.split(' '));

/** "Trie-les par coût", "les plus chers d'abord": the same set, in another order. */
export function sortedAgain(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  const { operators } = reading;
  const said = reading.words.map(({ folded }) => folded);
  const orders =
    operators.has('sort') ||
    said.includes('abord') ||
    (said.includes('first') && (operators.has('max') || operators.has('min')));
  if (!previous || !orders || !isShort(reading) || reading.named.length > 0) return null;
  if (!isEmptyFilter(filterOf(reading, knowledge))) return null;
  const field =
    amountFieldOf(reading) ?? (said.some((word) => /^(date|annee|chronologique|year)/.test(word)) ? 'date' : 'funding');
  const isAscending =
    operators.has('min') ||
    said.some((word) => ['croissant', 'ascending', 'ancien', 'anciens', 'oldest'].includes(word));
  return {
    kind: 'list',
    filter: previous,
    sort: { field, direction: isAscending ? 'ascending' : 'descending' },
    limit: null,
    found: [],
  };
}

/** "Par ministère ?", "et par thème", "de quels ministères ?": the same set, part by part. */
export function splitAgain(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const last = memory.question;
  const isOfSet =
    last?.kind === 'list' || (last?.kind === 'aggregate' && !(last.operation === 'max' || last.operation === 'min'));
  if (!isOfSet || reading.words.length > MOST_WORDS_OF_PART || reading.operators.has('plural-subject')) return null;
  const bySplit = SPLITS.find(([operator]) => reading.operators.has(operator))?.[1];
  const said = reading.words.map(({ folded }) => folded).filter((word) => word !== 'et' && word !== 'and');
  const asked = OF_WHICH.has(said.slice(0, -1).join(' ')) ? GROUPINGS.get(said.at(-1) ?? '') : undefined;
  const groupBy = bySplit ?? asked;
  if (groupBy === undefined || !isEmptyFilter(filterOf(reading, knowledge))) return null;
  if (asked === undefined && reading.leftoverStems.length > 0) return null;
  const field = amountFieldOf(reading) ?? (last.kind === 'aggregate' ? last.field : null);
  return {
    kind: 'aggregate',
    operation: field === null ? 'count' : 'sum',
    field,
    filter: setMeant(memory),
    limit: 1,
    groupBy,
  };
}

const SPLITS = [
  ['by-ministry', 'ministry'],
  ['by-theme', 'theme'],
  ['by-year', 'year'],
  ['by-call', 'call'],
  ['by-territory', 'territory'],
] as const;
const OF_WHICH = new Set([
  'de quels',
  'de quelles',
  'quels',
  'quelles',
  'dans quels',
  'dans quelles',
  'which',
  'of which',
  'from which',
  'in which',
]);
/** "Et le total par ministère ?" */
const MOST_WORDS_OF_PART = 6;

/** "Et le moins ?", "laquelle en a le plus ?" after parts of a set: the other end of them. */
export function otherEndOfParts({ operators, words, named, leftoverStems }: Reading, last: Question): Question | null {
  const operation = operators.has('min') ? 'min' : operators.has('max') ? 'max' : null;
  if (last.kind !== 'aggregate' || last.groupBy === null || last.groupBy === 'asked' || operation === null) return null;
  if (words.length > MOST_WORDS_OF_END || named.length + leftoverStems.length > 0) return null;
  return { ...last, operation };
}

/** "Et lequel en a le moins ?" */
const MOST_WORDS_OF_END = 7;

/** "Lesquels ?", "détaille" after a number or a sum: the projects that it was made over. */
export function listedAgain({ words, named }: Reading, last: Question): Question | null {
  if (last.kind !== 'aggregate' || last.groupBy !== null || last.operation === 'max' || last.operation === 'min')
    return null;
  if (words.length > MOST_WORDS_WHICH || named.length > 0 || !words.every(({ folded }) => ASKING_WHICH.has(folded)))
    return null;
  return { kind: 'list', filter: last.filter, sort: null, limit: null, found: [] };
}

/** "Et lesquels sont-ils ?" */
const MOST_WORDS_WHICH = 4;
const ASKING_WHICH = new Set(
  'et lesquels lesquelles sont ils elles ce c est quels which ones are they and list them liste les detaille detaillez details detail'.split(
    ' ',
  ),
);

/** "Et la médiane ?", "et les 3 moins chers ?", "et combien sans coût connu ?", "and over twenty-five?": the same set, computed in another way. */
export function computedAgain(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  const previous = filterIn(last);
  if (!previous || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0) return null;
  const own = withKnownFields(filterOf(reading, knowledge), reading);
  const limits = { ...own, amounts: [], known: [], unknown: [] };
  const foreign = reading.leftoverStems.filter((stem) => readNumber([stem]) === null && stem !== 'twenti');
  if (!isEmptyFilter(limits) || foreign.length > 1) return null;
  const lastField =
    last.kind === 'aggregate'
      ? last.field
      : last.kind === 'list' && last.sort?.field !== 'date'
        ? (last.sort?.field ?? null)
        : null;
  const amounts = own.amounts.length > 0 ? boundsBeside(own, previous, reading) : boundsAlike(reading, previous);
  const isNew = amounts.length + own.known.length + own.unknown.length > 0;
  if (isNew && last.kind === 'aggregate' && last.operation === 'count')
    return withFilter(last, { ...previous, amounts, known: own.known, unknown: own.unknown });
  if (isNew && last.kind === 'list' && amounts.length > 0) return withFilter(last, { ...previous, amounts });
  const fields = [lastField ?? (saysSize(reading) ? 'cost' : null)].filter((field) => field !== null);
  const asked = fields.length === 0 || amountFieldOf(reading) !== null ? reading : { ...reading, fields };
  return computes(reading)
    ? aggregateOf(asked, { ...previous, known: own.known, unknown: own.unknown }, knowledge)
    : null;
}

/** "Et moins de 30 millions" after "coût de plus de 20 millions": of the same field. */
function boundsBeside({ amounts }: Filter, previous: Filter, reading: Reading): Filter['amounts'] {
  const [before, ...more] = previous.amounts;
  const [said, ...others] = amounts;
  if (!before || !said || more.length + others.length > 0) return amounts;
  return withOtherEnd(before, amountFieldOf(reading) === null ? { ...said, field: before.field } : said);
}

/** Both bounds when they are the two ends of one stretch; else the new one alone. */
function withOtherEnd(before: AmountCondition, bound: AmountCondition): Filter['amounts'] {
  const [low, high] = before.max === null ? [before.min, bound.max] : [bound.min, before.max];
  const isOtherEnd =
    bound.field === before.field && (before.max === null) !== (bound.max === null) && low !== null && high !== null;
  return isOtherEnd && low < high ? [before, bound] : [bound];
}

/** "Et plus de vingt-cinq ?" after "plus de dix millions": the same unit, the same field. */
function boundsAlike(reading: Reading, { amounts: [before] }: Filter): Filter['amounts'] {
  if (!before) return [];
  const { operators } = reading;
  const value = readNumber(reading.words.map(({ folded }) => folded));
  if (value === null) return [];
  const { field } = before;
  const [low, high, ...more] = reading.words.flatMap((word) => readNumber([word.folded]) ?? []);
  if (operators.has('between') && low !== undefined && high !== undefined && more.length === 0 && low < high)
    return [{ field, min: low, max: high, includesBounds: true }];
  if (operators.has('less-than') || operators.has('at-most'))
    return withOtherEnd(before, { field, min: null, max: value, includesBounds: operators.has('at-most') });
  if (operators.has('more-than') || operators.has('at-least'))
    return withOtherEnd(before, { field, min: value, max: null, includesBounds: operators.has('at-least') });
  return [{ ...before, min: before.min === null ? null : value, max: before.max === null ? null : value }];
}
