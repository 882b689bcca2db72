import type { Field } from '../model/records';
import { groupsOf } from '../answering/groups';
import { publishedAt, rankedIn } from '../answering/like-amounts';
import { selectPositions } from '../answering/select';
import { type AmountField, areAllAlike, isAmountField, LIKELIEST_FIRST } from '../model/project-fields';
import type { Decision, Direction } from './decide';
import { type Composed, fieldsOfEach, type Filled } from './said';
import { framesOf, heldTogether, holdsSubject, lastAmountField, lastSetQuestion, without } from './patch';
import {
  type AggregateOperation,
  type Filter,
  type Grouping,
  type Memory,
  type Question,
  EMPTY_FILTER,
  isEmptyFilter,
} from '../model/question';
import { DEFAULT_TOP, type Reading } from './reading';
import { DIMENSION_OF, groupingAsked, PARTS, setOfPart } from './lists/parts';
import { takesOut, unexplainedIn } from './open-slots';
import { asksForOwn, ownBefore, partOfFocus } from './again';
import { amountFor, isRanking, isTotal, isUniting, totalsInARow } from './referents';
import { countAsked, withOtherLimit } from './lists/stretches';
import { firstOf, rankedAnew, rankedAsked, saysOrder } from './lists/rankings';
import { isAdded, setFor } from './sets';
import { boundedByOne, countsProjects, partOnly, partRanked } from './yardsticks';

type SetIntent = 'list' | 'rank' | AggregateOperation;

const DATE_ENDS = ['oldest', 'newest'] as const;

/** Words that say which end of a ranking is asked for. */
const ENDS = ['max', 'min', 'oldest', 'newest', 'reverse', 'ascending', 'more-than', 'less-than'] as const;

export function composeSet(decision: Decision, asked: SetIntent, said: Filled): Composed | null {
  const isExtreme = asked === 'max' || asked === 'min';
  const { reading, memory } = said;
  const { question } = memory;
  // "Lequel alors ?" after the least asks for no greatest.
  const saysEnd = ENDS.some((operator) => reading.operators.has(operator));
  const intent =
    isExtreme && !saysEnd && isRanking(question) && decision.reference !== 'alone' ? question.operation : asked;
  const meant = ownBefore(said) ?? (intent === 'list' ? null : partOfFocus(said));
  const bounded = boundedByOne(decision, said);
  if (bounded !== null && 'kind' in bounded) return { question: bounded, support: 1 };
  const set =
    meant === null
      ? (bounded ?? partOnly(decision, said) ?? rankedAnew(decision, intent, said) ?? setFor(decision, said))
      : { filter: meant, support: 1, found: [] };
  if (set === null) return null;
  const { support, found } = set;
  const groupBy = groupingAsked(reading, said.knowledge.language);
  // "Le suivant" of a ranking is one project, not the greatest of one.
  const isPlaced = decision.reference === 'ordinal' && reading.references.length > 0;
  // "C'est le plus aidé ?" of the project spoken of: one alone is no set to be the greatest of.
  const isOne = !isPlaced && isExtreme && set.filter.among?.length === 1;
  const [only] = set.filter.among ?? [];
  // "Le plus cher ?", then "et pour les hôpitaux ?", which one is on
  if (isOne && only !== undefined && decision.reference === 'replace' && isEmptyFilter(said.limits))
    return { question: { kind: 'fact', project: only, field: amountFor(decision, said), also: [] }, support };
  // "Et le plus cher de la Justice ?" is of what it says.
  const all = isOne ? said.limits : asBodies(beyondOnePart(set.filter, groupBy, said), lastSplit(memory));
  const whole = meant ?? all;
  // "Nos projets ?" of somebody who has not said where they are, or who told of a body that no record knows.
  if (isEmptyFilter(whole) && asksForOwn(said))
    return { question: { kind: 'unknown', reason: 'whose', name: null }, support: 1 };
  const orders = intent === 'max' || intent === 'min' || intent === 'rank';
  const likeliest = amountFor(decision, said);
  const amount = orders || isAdded(intent) ? publishedOf(whole, likeliest, said) : likeliest;
  const isComputed = isAdded(intent) || intent === 'median';
  const filter = firstOf(whole, amount, isComputed, said);
  // "Their expected savings?" where none of them are published: of each it is told so.
  const isSaidKnown = reading.operators.has('known') || decision.reference === 'alone';
  const isKnown = intent === 'list' && said.slots.condition === 'known' && !isSaidKnown;
  if (isKnown && selectPositions(filter, said.knowledge).length === 0) {
    const slots = { ...said.slots, condition: 'none' } as const;
    return composeSet(decision, asked, { ...said, slots, limits: { ...said.limits, known: [] } });
  }
  // "Les 3 ministères les plus financés" are ranked themselves.
  const ranked = isComputed ? null : partRanked(reading, said.knowledge);
  const end = said.slots.direction === 'ascending' || intent === 'min' ? 'min' : 'max';
  if (ranked !== null)
    return {
      question: { ...aggregate(end, ranked.isCounted ? null : amount, filter, ranked.part), limit: reading.count ?? 1 },
      support,
    };
  const asks = fieldsOfEach(decision, said, filter);
  const longer = decision.reference === 'alone' ? null : withOtherLimit(said);
  const isSameOrder = longer?.sort?.field === amount && longer.sort.direction === said.slots.direction;
  const isLonger = intent === 'list' || (intent === 'rank' && isSameOrder && longer.limit !== memory.shown.length);
  if (longer !== null && isLonger) return { question: longer, support };
  const [picked, ...more] = isPlaced ? (filter.among ?? []) : [];
  if (picked !== undefined && more.length === 0 && (orders || isAdded(intent))) {
    // "Les plus anciens ?", then "et le quatrième ?"
    const placed = lastSetQuestion(memory);
    const isByDate = placed?.kind === 'list' && placed.sort?.field === 'date' && !reading.fields.some(isAmountField);
    return { question: { kind: 'fact', project: picked, field: isByDate ? 'date' : amount, also: [] }, support };
  }
  switch (intent) {
    case 'list': {
      const [only, ...others] = selectPositions(filter, said.knowledge);
      const project = only === undefined || others.length > 0 ? undefined : said.knowledge.projects[only]?.id;
      const [field, ...also] = asks;
      // With no condition on what is published a field is one asked for.
      const isAsked = said.slots.condition === 'none' && (said.slots.comparison ?? 'none') === 'none';
      if (project !== undefined && field !== undefined && field !== 'summary' && isAsked)
        return { question: { kind: 'fact', project, field, also }, support };
      const parts = groupingAsked(reading, said.knowledge.language, true);
      if (parts !== null && (decision.reference === 'alone' || asks.length === 0))
        return { question: ofParts(filter, parts, amount, decision, said), support };
      const last = decision.reference === 'alone' ? null : lastSetQuestion(memory);
      // "La Justice, par ordre chronologique"
      const ends = DATE_ENDS.filter((end) => reading.operators.has(end));
      if (ends.length > 0 && ranksByDate(decision, reading) && countAsked(said) === null)
        return { question: sorted('date', ends[0] === 'oldest' ? 'ascending' : 'descending', filter, null), support };
      const isOfSame = last?.kind === 'list' && (last.limit === null || decision.reference === 'narrow');
      // "Aide des projets de santé", then "et culture" tells that of each as well.
      const asked = asks.filter((field) => field !== 'summary' && field !== 'sources');
      const show = asked.length === 0 && isPatch(decision) && last?.kind === 'list' ? last.show : asked;
      const limit = decision.reference === 'alone' ? countAsked(said) : null;
      return { question: { kind: 'list', filter, sort: isOfSame ? last.sort : null, limit, found, show }, support };
    }
    case 'rank': {
      // "Donne-moi cinq projets" asks for no order.
      const isOrdered = saysEnd || saysOrder(reading) || reading.fields.some(isAmountField);
      if (decision.reference === 'alone' && !isOrdered && countAsked(said) !== null)
        return composeSet({ ...decision, intent: 'list' }, 'list', said);
      // "Et les trois plus faibles ?" are not those of one project.
      if (filter.among?.length === 1 && (reading.count ?? 1) > 1) return null;
      const placed = rankedAsked(decision, filter, amount, said.slots.direction, said);
      return { question: placed ?? ranking(decision, filter, amount, said), support };
    }
    case 'max':
    case 'min': {
      // "Qui porte le plus de projets ?", "qui a le moins de projets ?"
      const { language } = said.knowledge;
      const asksWho =
        decision.fields.join() === 'carrier' || reading.words.some(({ folded }) => language.is('who', folded));
      const part = groupBy ?? (asksWho && countsProjects(reading, language) ? 'carrier' : null);
      const measured = part === groupBy && asksMoney(decision, said) ? amount : null;
      if (part !== null) return { question: aggregate(intent, measured, filter, part), support };
      // "Qui porte le projet le plus cher ?" Whose it is cannot be what the set is measured by.
      const isTold = (one: Field): boolean =>
        !isAmountField(one) && (one === 'carrier' || decision.fields.includes(one));
      const [field, ...also] = reading.fields.filter(isTold);
      const direction = intent === 'max' ? 'descending' : 'ascending';
      const [winner] = areAllAlike(amount) ? rankedIn(filter, amount, direction, said.knowledge) : [];
      if (field !== undefined && winner !== undefined && !NOT_OF_WINNER.has(field))
        return { question: { kind: 'fact', project: winner, field, also: [...also, amount] }, support };
      const split = decision.reference === 'alone' ? null : lastSplit(memory);
      if (split !== null) {
        const patched = { field: measured ?? split.field, filter: isPatch(decision) ? filter : split.filter };
        return { question: { ...split, operation: intent, ...patched }, support };
      }
      if (ranksByDate(decision, reading)) {
        const isFirst = reading.operators.has('oldest') || (intent === 'min' && !reading.operators.has('newest'));
        return { question: sorted('date', isFirst ? 'ascending' : 'descending', filter, reading.count ?? 1), support };
      }
      const placed = rankedAsked(decision, filter, amount, direction, said);
      if (placed !== null) return { question: placed, support };
      // "Lequel des deux ?" asks for one of them.
      const limit = reading.count ?? 1;
      if (limit > 1 && selectPositions(filter, said.knowledge).length > limit)
        return { question: sorted(amount, direction, filter, limit), support };
      return { question: aggregate(intent, amount, filter, null), support };
    }
    case 'count':
      if (groupBy !== null) return { question: ofParts(filter, groupBy, amount, decision, said), support };
      return { question: splitAs(aggregate('count', null, filter, null), decision, said), support };
    case 'sum':
    case 'average':
    case 'median': {
      // "Et les deux réunis ?" of two counts
      const isCount = isTotal(question) && question.operation === 'count';
      const isOfCount = intent === 'sum' && decision.fields.length === 0 && isCount;
      const isBare = isEmptyFilter(said.limits) && !reading.fields.some(isAmountField);
      const row = totalsInARow(memory);
      const areCounts = intent === 'sum' && isBare && row.count > 1 && row.total?.operation === 'count';
      if (areCounts || (isOfCount && decision.reference === 'shown'))
        return { question: aggregate('count', null, filter, groupBy), support };
      // "Ça coûte combien ?", then "et par rapport à la moyenne ?": one has none.
      const isMiddle = intent !== 'sum' && groupBy === null && isEmptyFilter(said.limits);
      if (isMiddle && filter.among?.length === 1)
        return { question: aggregate(intent, amount, EMPTY_FILTER, null), support };
      // "Et en tout, ça fait combien ?", "redis-moi la somme" of one project adds nothing: its figure is asked.
      const isOnlyFocus = memory.shown.length < 2 && filter.among?.length === 1 && filter.among[0] === memory.focus;
      const isOfFocus = decision.reference === 'focus' || (decision.reference === 'previous' && isOnlyFocus);
      if (memory.focus !== null && groupBy === null && isOfFocus)
        return { question: { kind: 'fact', project: memory.focus, field: amount, also: [] }, support };
      return { question: splitAs(aggregate(intent, amount, filter, groupBy), decision, said), support };
    }
  }
}

/** "La date la plus récente", "le plus gros, c’est quoi ?" are no more of the winner than its name. */
const NOT_OF_WINNER: ReadonlySet<Field> = new Set(['summary', 'date', 'call', 'sources']);

/** "Le plus gros" of those whose aid no source gives, where no amount is said, is by another one that is published. */
function publishedOf(filter: Filter, amount: AmountField, { reading, memory, knowledge }: Filled): AmountField {
  const isSaid =
    reading.fields.some(isAmountField) || reading.operators.has('pays') || lastAmountField(memory) === 'savings';
  const positions = isSaid ? [] : selectPositions(filter, knowledge);
  const isPublished = (field: AmountField): boolean => publishedAt(positions, field, knowledge).length > 0;
  return isSaid || isPublished(amount) ? amount : (LIKELIEST_FIRST.find(isPublished) ?? amount);
}

/** "Le total par ministère", then "la Justice, quelle part ?": what may be a body is one of those told. */
function asBodies(filter: Filter, split: ReturnType<typeof lastSplit>): Filter {
  if (split?.groupBy !== 'ministry' && split?.groupBy !== 'carrier') return filter;
  const toBodies = <Limits extends Pick<Filter, 'topics' | 'carriers'>>(limits: Limits): Limits => {
    const bodies = limits.topics.map(({ organisations }) => organisations);
    const areBodies = bodies.every(({ length }) => length > 0);
    return areBodies ? { ...limits, topics: [], carriers: [...limits.carriers, ...bodies.flat()] } : limits;
  };
  return { ...toBodies(filter), except: toBodies(filter.except) };
}

/** "Combien en 2020 ?", then "quelle année a le plus reçu ?": a set of one year has no other, so that all are asked for. */
function beyondOnePart(filter: Filter, groupBy: ReturnType<typeof groupingAsked>, { limits, memory }: Filled): Filter {
  if (groupBy === null || groupBy === 'theme') return filter;
  // "Quel ministère porte le plus de projets ?", then "et par financement, quel ministère ?" is of all of them again.
  const split = lastSplit(memory);
  if (split?.groupBy === groupBy && filter.among !== null && isEmptyFilter(limits)) return split.filter;
  const [dimension, parts] = [DIMENSION_OF[groupBy], PARTS[groupBy]];
  return filter[parts].length === 1 && limits[parts].length === 0 ? without(filter, dimension) : filter;
}

/**
 * "Quel ministère a reçu le plus ?", then "et le deuxième ?": the same of the part in that place; "l'écart entre le 1er et le 2e", "ces trois premiers,
 * quelle part du total ?": of several parts side by side, or of all that they hold; null where no parts were told, or more is said.
 */
export function partInPlace({ memory, reading, limits, named, knowledge }: Filled): Question | null {
  const asked = framesOf(memory).map(({ question }) => question);
  // "Et le troisième ?" counts in the same parts.
  const last = asked.find((question): boolean => !isTotal(question));
  if (last?.kind !== 'aggregate' || last.groupBy === null || last.groupBy === 'asked') return null;
  const { groupBy, filter, operation, field } = last;
  // "Et le deuxième ?" after calls is the second call.
  if (groupBy === 'call') return null;
  const { references, fields, operators, words, count } = reading;
  const { is, partNamed } = knowledge.language;
  // What comes next to a part told since is not counted.
  const second = asked[0] === last ? [2] : [];
  const places = references.flatMap(({ id, position }) =>
    id === 'ordinal' ? [position] : id === 'next' ? second : [],
  );
  const left = unexplainedIn(reading, knowledge.language, 'sharing');
  const saysMore = !isEmptyFilter(limits) || named.length + left.length > 0;
  const asksMore = fields.some((one) => one !== field && one !== 'summary');
  if (places.length === 0 || saysMore || asksMore) return null;
  const parts = groupsOf(selectPositions(filter, knowledge), last, knowledge).filter(({ value }) => value !== null);
  const areFirst = count !== null && words.some(({ folded }) => is('foremost', folded));
  const isPart = operators.has('share') || words.some(({ folded }) => is('sharing', folded));
  // "Le total par ministère, les 5 premiers"
  if (areFirst && !isPart && words.some(({ folded }) => partNamed(folded) === groupBy))
    return { ...last, limit: count };
  const chosen = areFirst
    ? parts.slice(0, count)
    : places.flatMap((place) => parts.at(place > 0 ? place - 1 : place) ?? []);
  const sets = chosen.flatMap((part) => setOfPart(part, last, knowledge) ?? []);
  const [only, ...others] = sets;
  const isMiddle = operation === 'average' || operation === 'median';
  const computed = field === null ? 'count' : isMiddle ? operation : 'sum';
  const all = others.length === 0 ? only : heldTogether(sets, knowledge);
  if (all === undefined) return null;
  const areApart = others.length > 0 && operators.has('compare');
  return areApart ? sideBySide(computed, field, sets, all) : aggregate(computed, field, all, null);
}

/** "Compare la DGFiP et la Justice", "par ministère", then "en coût ?", "en nombre ?": another measure of the same parts; null where anything else is said. */
export function measuredAnew({ memory, reading, named, mentions, knowledge: { language } }: Filled): Question | null {
  const { question } = memory;
  const { operators, fields, references, leftoverStems, words } = reading;
  if (question?.kind !== 'aggregate' || question.groupBy === null || words.length > MOST_WORDS_OF_MEASURE) return null;
  if (named.length + mentions.length + references.length + leftoverStems.length > 0) return null;
  const isCounted = operators.has('count') && fields.length === 0;
  const [said = null, ...others] = fields;
  const saysMoney = words.some(({ folded }) => language.partNamed(folded) === 'amount');
  const field = said ?? (saysMoney ? 'funding' : null);
  const parts = groupingAsked(reading, language);
  const isOfOther = parts !== null && parts !== question.groupBy;
  const isOfMeasure = (operator: string): boolean =>
    operator.startsWith('by-') || OF_MEASURE.some((one) => one === operator);
  const saysMore = others.length > 0 || ![...operators].every(isOfMeasure);
  const measured = isCounted ? null : field;
  const averages = operators.has('average');
  const isSame = measured === question.field && !(averages && question.operation !== 'average');
  if (isOfOther || saysMore || (measured === null ? !isCounted : !isAmountField(measured)) || isSame) return null;
  const other = question.operation === 'count' ? 'sum' : question.operation;
  const operation = isCounted ? 'count' : averages ? 'average' : other;
  return { ...question, operation, field: isAmountField(measured) ? measured : null };
}

const OF_MEASURE = ['count', 'plural-subject', 'and-what-about', 'polite', 'how-much', 'average', 'each'] as const;

/** "Et en financement du fonds ?" */
const MOST_WORDS_OF_MEASURE = 6;

/** Another limit in the place of the last, or one more, or one less. */
function isPatch({ reference }: Decision): boolean {
  return reference === 'replace' || reference === 'narrow' || reference === 'widen';
}

/** "Combien par ministère ?", then "et en 2019 ?": the same parts of another set, unless the message asks anew. */
function splitAs(
  question: Question & { readonly kind: 'aggregate' },
  { reference }: Decision,
  { memory, reading, limits, knowledge }: Filled,
): Question {
  const last = lastSplit(memory);
  const asksAnew = (['count', 'sum', 'average', 'how-much'] as const).some((one) => reading.operators.has(one));
  const areSides = last?.sides !== undefined;
  const goesOn = reference === 'replace' || (areSides && (reference === 'narrow' || reading.operators.has('compare')));
  const isSame = goesOn && last?.operation === question.operation && !asksAnew;
  if (!isSame || question.groupBy !== null) return question;
  const { sides } = last;
  // "Compare la santé et la culture", then "et l’agriculture ?" is one more beside them.
  if (sides === undefined || !holdsSubject(limits)) return { ...last, field: question.field, filter: question.filter };
  const more = [...sides, limits];
  return sideBySide(last.operation, question.field, more, heldTogether(more, knowledge));
}

/** The last question when it split its set ("par région"): "laquelle en a le plus ?" asks for one of the parts. */
function lastSplit({ question }: Memory): Extract<Question, { kind: 'aggregate' }> | null {
  return question?.kind === 'aggregate' && question.groupBy !== null ? question : null;
}

function aggregate(
  operation: AggregateOperation,
  field: AmountField | null,
  filter: Filter,
  groupBy: Grouping | null,
): Question & { readonly kind: 'aggregate' } {
  return { kind: 'aggregate', operation, field, filter, limit: 1, groupBy };
}

/** The amount of each part of a set, else their numbers. */
function ofParts(filter: Filter, by: Grouping, amount: AmountField, decision: Decision, said: Filled): Question {
  return asksMoney(decision, said) ? aggregate('sum', amount, filter, by) : aggregate('count', null, filter, by);
}

/** "Quel ministère reçoit le plus ?", "montant par région", not "le montant des projets par région". */
function asksMoney({ fields, reference }: Decision, { reading, memory, knowledge: { language } }: Filled): boolean {
  const { operators, words } = reading;
  // "Qui a le plus de projets ?", then "et le moins ?"
  const wasCounted = reference !== 'alone' && lastSplit(memory)?.field === null;
  if (wasCounted && reading.fields.length === 0 && !operators.has('pays') && !operators.has('how-much')) return false;
  const saysMoney = operators.has('pays') || words.some(({ folded }) => language.partNamed(folded) === 'amount');
  // "Projets annoncés en 2018", then "par ministère": how many, where no amount was told.
  const isUnsaid = reference !== 'alone' && !operators.has('how-much') && lastAmountField(memory) === null;
  if (isUnsaid && !saysMoney && !reading.fields.some(isAmountField)) return false;
  return fields.some(isAmountField) || (saysMoney && !operators.has('plural-subject'));
}

/** The same of each of several sets, side by side, over all that they hold. */
export function sideBySide(
  operation: AggregateOperation,
  field: AmountField | null,
  sides: readonly Filter[],
  filter: Filter,
): Question {
  return { kind: 'aggregate', operation, field, filter, limit: 1, groupBy: 'asked', sides };
}

function sorted(field: AmountField | 'date', direction: Direction, filter: Filter, limit: number | null): Question {
  return { kind: 'list', filter, sort: { field, direction }, limit, found: [], show: [] };
}

/** "Le plus ancien", "les trois derniers annoncés", unless an amount is said. */
function ranksByDate({ fields }: Decision, { operators, fields: said }: Reading): boolean {
  if (said.some(isAmountField)) return false;
  const isSorted = operators.has('sort') && said.includes('date');
  const isSaid = operators.has('oldest') || operators.has('newest') || isSorted;
  return isSaid || (fields.includes('date') && !fields.some(isAmountField));
}

function ranking(decision: Decision, filter: Filter, amount: AmountField, said: Filled): Question {
  const { reading } = said;
  const groupBy = groupingAsked(reading, said.knowledge.language);
  const isByDate = ranksByDate(decision, reading);
  const [end, ...others] = DATE_ENDS.filter((one) => reading.operators.has(one));
  const ofEnd = end === 'oldest' ? 'ascending' : 'descending';
  const direction = isByDate && end !== undefined && others.length === 0 ? ofEnd : said.slots.direction;
  if (groupBy !== null && !isByDate) return ofParts(filter, groupBy, amount, decision, said);
  const before = decision.reference === 'replace' ? lastSetQuestion(said.memory) : null;
  const last = before?.kind === 'list' && before.sort !== null ? before.limit : null;
  // "Sans les deux premiers": of those that are left all are shown.
  const limit =
    decision.reference !== 'alone' && takesOut(reading)
      ? last
      : ((isUniting(said) ? null : reading.count) ?? (reading.operators.has('top') ? DEFAULT_TOP : last));
  return sorted(isByDate ? 'date' : amount, direction, filter, limit);
}
