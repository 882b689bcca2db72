import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { readNumber } from '../../language/amounts';
import type { Hit } from '../../search/ranked-index';
import { computes } from '../aggregate-question';
import { MOST_COMPARED } from '../comparison';
import { fieldHolding } from '../fact-question';
import { fieldOf } from '../field-of';
import { filterOf, isEmptyFilter } from '../filter-of';
import { fieldOrCard, filterIn, isShort, narrowed, setMeant, startsFollowUp, withFilter } from './last-question';
import { asksWhichOne, saysThat, saysThey, saysTogether } from './about-them';
import { amountFieldOf } from '../money';
import {
  type AggregateOperation,
  type AmountField,
  type CallReference,
  EMPTY_FILTER,
  type Filter,
  isAmountField,
  type Memory,
  type Question,
} from '../question';
import { bestOfSet, subjectStems } from '../ranking';
import type { Reading } from '../reading';
import { MOST_TOLD_APART, ONE_SHOWN } from '../thresholds';

/** "le deuxième, c'est quoi ?" after a list; "et au deuxième ?" after a question on a call. */
export function aboutOrdinal(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  const ordinal = reading.references.find(({ id }) => id === 'ordinal');
  if (!ordinal || reading.named.length > 0 || reading.calls.length > 0) return null;
  // "Le deuxième projet le mieux financé" ranks the whole base.
  if (reading.operators.has('subject') && (reading.operators.has('max') || reading.operators.has('min'))) return null;
  const filter = filterIn(last);
  if (filter && filter.calls.length > 0 && reading.fields.length === 0 && startsFollowUp(reading)) {
    const call: CallReference = { number: ordinal.position, session: null, scheme: null };
    if (knowledge.calls.some(({ number }) => number === call.number))
      return withFilter(last, { ...filter, calls: [call] });
  }
  if (last.kind === 'programme') return null;
  const project = ordinal.position < 0 ? memory.shown.at(ordinal.position) : memory.shown[ordinal.position - 1];
  if (project === undefined || memory.shown.length < 2) return null;
  return { kind: 'fact', project, field: fieldOrCard(reading) ?? 'summary' };
}

/** "Et le deuxième ?", "et ensuite ?" after the one that costs the most: the ranking down to that place. */
export function nextRanked(reading: Reading, last: Question): Question | null {
  if (last.kind !== 'aggregate' || last.groupBy !== null || last.field === null || !isShort(reading)) return null;
  if (!(last.operation === 'max' || last.operation === 'min') || reading.named.length > 0) return null;
  if (reading.operators.has('subject') || reading.calls.length > 0) return null;
  if (reading.words.some(({ folded, stem }) => reading.leftoverStems.includes(stem) && !NEXT.has(folded))) return null;
  const ordinal = reading.references.find(({ id, position }) => id === 'ordinal' && position >= 2);
  const isNext = startsFollowUp(reading) && reading.words.some(({ folded }) => NEXT.has(folded));
  if (!ordinal && !isNext) return null;
  return {
    kind: 'list',
    filter: last.filter,
    sort: { field: last.field, direction: last.operation === 'max' ? 'descending' : 'ascending' },
    limit: ordinal?.position ?? 2,
    found: [],
  };
}

const NEXT = new Set('ensuite apres suivant suivante next after then'.split(' '));

/** "Seulement les deux premiers", "just the first three": the beginning of what is shown, in its order; "compare les deux premiers" side by side. */
export function firstShown(reading: Reading, memory: Memory, last: Question): Question | null {
  const folded = reading.words.map((word) => word.folded);
  const at = folded.findIndex((word) => ['premiers', 'premieres', 'first'].includes(word));
  if (at < 0 || last.kind !== 'list' || memory.shown.length < 3 || !isShort(reading)) return null;
  if (reading.named.length > 0 || reading.operators.has('plural-subject')) return null;
  const count = readNumber(folded.slice(Math.max(0, at - 1), at)) ?? readNumber(folded.slice(at + 1, at + 2));
  if (count === null || count < 2 || count >= memory.shown.length) return null;
  const found = memory.shown.slice(0, count);
  if (reading.operators.has('compare') && count <= MOST_COMPARED)
    return { kind: 'compare', projects: found, field: fieldOrCard(reading) };
  return { kind: 'list', filter: { ...EMPTY_FILTER, among: found }, sort: last.sort, limit: null, found };
}

/** "et les autres ?" after one project of a list. */
export function aboutOthers(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  if (!reading.references.some(({ id }) => id === 'others') || reading.named.length > 0 || !isShort(reading))
    return null;
  // "Encore un projet sur la justice ?" says on what.
  if (reading.operators.has('subject') && !isEmptyFilter(filterOf(reading, knowledge))) return null;
  if (last.kind === 'aggregate' && (last.operation === 'max' || last.operation === 'min')) {
    const except = { ...last.filter.except, projects: [...last.filter.except.projects, ...memory.shown] };
    return { kind: 'list', filter: { ...last.filter, except }, sort: null, limit: null, found: [] };
  }
  const others = memory.shown.filter((id) => id !== memory.focus);
  const [other] = others;
  if (other === undefined) return null;
  const field = last.kind === 'fact' ? last.field : null;
  if (others.length === 1) return { kind: 'fact', project: other, field: field ?? 'summary' };
  if (field !== null && field !== 'summary') return { kind: 'compare', projects: others.slice(0, 5), field };
  return { kind: 'list', filter: { ...EMPTY_FILTER, among: others }, sort: null, limit: null, found: others };
}

/** "parmi ceux-là, lequel a reçu le plus ?", "ça fait combien de projets ?", "compare-les": over the projects shown. */
export function aboutShown(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (memory.shown.length === 0 || reading.named.length > 0) return null;
  const own = filterOf(reading, knowledge);
  const speaksOfThem =
    reading.references.some(({ id }) => id === 'these') ||
    reading.words.some(({ folded }) => ['eux', 'elles', 'them', 'those'].includes(folded));
  const isBare = isEmptyFilter(own) && reading.leftoverStems.length === 0 && isShort(reading);
  const set = setMeant(memory);
  const summed = amountOfLast(memory.question);
  const field = amountFieldOf(reading) ?? (isBareExtreme(reading) && saysSize(reading) ? (summed ?? 'cost') : null);
  const over = (operation: AggregateOperation, of: AmountField | null): Question => ({
    kind: 'aggregate',
    operation,
    field: of,
    filter: narrowed(set, own),
    limit: 1,
    groupBy: null,
  });

  const isRanking = operators.has('max') || operators.has('min');
  if (
    operators.has('compare') &&
    !isRanking &&
    isBare &&
    memory.shown.length >= 2 &&
    memory.shown.length <= MOST_COMPARED
  ) {
    return { kind: 'compare', projects: memory.shown, field: fieldOrCard(reading) };
  }
  const byDate = isBare ? byDateAmongShown(reading, memory, set) : null;
  if (byDate) return byDate;
  // "Combien ?" alone: the list said how many they are.
  if (isBareHowMuch(reading) && memory.question?.kind === 'list' && memory.focus === null)
    return over('sum', summed ?? 'funding');
  if (operators.has('count') && operators.has('sum') && isBare && saysThat(reading) && (field ?? summed) !== null)
    return over('sum', field ?? summed);
  // "Et combien en tout ?" after a list adds what the list was about.
  if (operators.has('sum') && isBare && (startsFollowUp(reading) || reading.words.length <= 3) && memory.focus === null)
    return over('sum', field ?? summed ?? 'funding');
  // "Le total ?", "la moyenne ?", "le plus bas ?": hardly more than the computation.
  const isOfSet =
    memory.question?.kind === 'list' || (memory.question?.kind === 'aggregate' && memory.question.groupBy === null);
  const alone = (startsFollowUp(reading) ? AVERAGES : ALONE).find((candidate) => operators.has(candidate));
  if (isOfSet && isBare && alone !== undefined && reading.words.length <= MOST_WORDS_ALONE && !reading.mentionsFund)
    return over(alone, field ?? summed ?? 'funding');
  // "Combien de projets ?" and nothing else
  const saysHowMany = reading.words.length <= 3 && reading.words.some(({ folded }) => folded === 'many');
  if (isOfSet && isBare && (operators.has('count') || saysHowMany) && reading.words.length <= 3 && !isEmptyFilter(set))
    return over('count', null);
  // "Combien ont coûté plus de 20 millions ?" counts among what was listed.
  if (own.amounts.length > 0 && isEmptyFilter({ ...own, amounts: [] }) && startsByCounting(reading))
    return over('count', null);
  if (operators.has('count') && (speaksOfThem || (isBare && saysThat(reading)))) return over('count', null);
  // "Lesquels n'ont pas de coût connu ?" limits them.
  if ((operators.has('known') || operators.has('not-known')) && asksWhichOne(reading)) return null;
  const addsThem = operators.has('sum') && saysThat(reading);
  const operation = (['max', 'min', 'average', 'median', 'sum'] as const).find((candidate) => operators.has(candidate));
  const computesThem = saysThey(reading) && (operation !== undefined || saysTogether(reading));
  if (
    !field ||
    !(speaksOfThem || (isBare && (asksWhichOne(reading) || addsThem || computesThem || isBareExtreme(reading))))
  )
    return null;
  // "Combien ça coûte en tout ?" after one project adds nothing.
  if (operation && !(operation === 'sum' && memory.focus !== null)) return over(operation, field);
  if (!isEmptyFilter(own))
    return { kind: 'list', filter: narrowed(set, own), sort: null, limit: null, found: memory.shown };
  return memory.focus === null ? over('sum', field) : null;
}

const AVERAGES = ['sum', 'average', 'median'] as const;
const ALONE = [...AVERAGES, 'max', 'min'] as const;
/** "Et le plus bas ?", "leur coût moyen" */
const MOST_WORDS_ALONE = 4;

/** "Quels projets ont un coût connu ?" is about their cost. */
function publishedFieldOf(last: Question): AmountField | null {
  const [field] = filterIn(last)?.known ?? [];
  return field !== undefined && isAmountField(field) ? field : null;
}

/** "Lequel est le plus récent ?" chooses among what is shown. */
function byDateAmongShown(reading: Reading, { question, shown }: Memory, filter: Filter): Question | null {
  const { operators } = reading;
  const isOfRanking = question?.kind === 'aggregate' && (question.operation === 'max' || question.operation === 'min');
  if (!(operators.has('newest') || operators.has('oldest')) || operators.has('plural-subject')) return null;
  if (shown.length < 2 && !isOfRanking) return null;
  if (!(asksWhichOne(reading) || reading.words.length <= 5)) return null;
  const direction = operators.has('newest') ? 'descending' : 'ascending';
  return {
    kind: 'list',
    filter,
    sort: { field: 'date', direction },
    limit: 1,
    found: [],
  };
}

/** The amount that the last question was about: "plus de 25 millions du fonds", "les plus chers". */
function amountOfLast(last: Question | null): AmountField | null {
  if (last?.kind === 'aggregate' && last.field !== null) return last.field;
  const sorted = last?.kind === 'list' && last.sort?.field !== 'date' ? (last.sort?.field ?? null) : null;
  return sorted ?? (last === null ? null : (filterIn(last)?.amounts[0]?.field ?? publishedFieldOf(last)));
}

/** "Combien ont…", with no noun of what is counted. */
function startsByCounting({ words, operators }: Reading): boolean {
  const first = words.find(({ folded }) => folded !== 'et');
  const counts =
    first?.folded === 'combien' || (first?.folded === 'how' && words.some(({ folded }) => folded === 'many'));
  return counts && !operators.has('plural-subject') && !operators.has('count');
}

/** "Le plus gros ?": of several spoken of, whose size is what they cost, or what they were last measured by. */
export function saysSize({ words }: Reading): boolean {
  return words.some(({ folded }) =>
    /^(gros|grosse|grand|grande|petit|petite|important|importante|bigg|big|large|small)/.test(folded),
  );
}

/** "Combien ?", "et combien ?" and nothing else. */
export function isBareHowMuch({ words, operators }: Reading): boolean {
  const said = words.filter(({ folded }) => folded !== 'et' && folded !== 'and' && folded !== 'de');
  return operators.has('how-much') && said.length <= 1 + Number(said[1]?.folded === 'much');
}

/** "Le moins doté ?" and hardly a word more. */
function isBareExtreme({ operators, words }: Reading): boolean {
  return words.length <= 5 && words[0]?.folded !== 'et' && (operators.has('max') || operators.has('min'));
}

/** "coût total ?" after a list: the figure of each, side by side or in order. "Combien a-t-il reçu ?" is of one, and asks back which. */
export function aboutEachShown(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  const [field, ...fields] = reading.fields;
  if (last.kind !== 'list' || memory.shown.length < 2 || field === undefined || fields.length > 0) return null;
  const isBare =
    reading.named.length + reading.references.length + reading.leftoverStems.length === 0 &&
    isShort(reading) &&
    !reading.mentionsFund &&
    !reading.operators.has('plural-subject') &&
    !computes(reading) &&
    isEmptyFilter(filterOf(reading, knowledge));
  if (!isBare) return null;
  if (memory.shown.length <= MOST_COMPARED) return { kind: 'compare', projects: memory.shown, field };
  return isAmountField(field) ? { ...last, sort: { field, direction: 'descending' }, limit: null } : null;
}

/** "Et sans celui des tablettes ?": the projects shown but the one that the words describe. */
export function withoutOneShown(
  reading: Reading,
  memory: Memory,
  last: Question,
  knowledge: KnowledgeBase,
): Question | null {
  const previous = filterIn(last);
  const words = reading.words.map(({ folded }) => folded);
  const [named] = reading.named[0] ?? [];
  if (
    previous &&
    named !== undefined &&
    memory.shown.length > 1 &&
    memory.shown.includes(named) &&
    reading.operators.has('except') &&
    isShort(reading)
  )
    return withFilter(last, {
      ...previous,
      except: { ...previous.except, projects: [...previous.except.projects, named] },
    });
  const excludes = words.slice(0, 3).some((word) => EXCLUDING.has(word)) && words.some((word) => POINTING.has(word));
  if (!previous || !excludes || !isShort(reading)) return null;
  const described = bestShown(subjectStems(reading), memory.shown, knowledge);
  if (described === null) return null;
  const except = { ...previous.except, projects: [...previous.except.projects, described.id] };
  return withFilter(last, { ...previous, except });
}

const EXCLUDING = new Set('sans sauf hors excepte without except'.split(' '));

/** Of the projects shown, the one that the words describe. */
function bestShown(stems: readonly string[], shown: readonly string[], knowledge: KnowledgeBase): Hit | null {
  const within = shown.flatMap((id) => knowledge.positionById.get(id) ?? []).sort((a, b) => a - b);
  return bestOfSet(knowledge.projectIndex.search(stems, within), knowledge.projectIndex);
}

/** "La prison là, c'est combien de places ?", "lequel m'aiderait pour les scellés ?": the one of the projects shown that the words describe. */
export function aboutOneShown(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { shown } = memory;
  if (shown.length === 0 || shown.length > MOST_TOLD_APART || reading.named.length > 0) return null;
  if (reading.mentionsFund && amountFieldOf(reading) === null) return null;
  if (reading.operators.has('plural-subject') || reading.operators.has('list') || reading.operators.has('count'))
    return null;
  const stems = subjectStems(reading);
  const field = fieldOf(reading);
  const points = reading.words.some(({ folded, written }) => POINTING.has(folded) || written === 'là');
  if (stems.length === 0 || !(points || (field !== null && isShort(reading)))) return null;
  const hit = bestShown(stems, shown, knowledge);
  if (!hit || hit.coverage < ONE_SHOWN) return null;
  return field === null && !reading.operators.has('how-much')
    ? { kind: 'list', filter: { ...EMPTY_FILTER, among: [hit.id] }, sort: null, limit: null, found: [hit.id] }
    : { kind: 'fact', project: hit.id, field: field ?? fieldHolding(reading, hit.id, knowledge) };
}
/** Words that point at one of several. */
const POINTING = new Set('celui celle lequel laquelle one which that'.split(' '));
