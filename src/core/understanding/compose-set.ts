import type { Field } from '../model/records';
import type { Direction } from './classes';
import { publishedAt } from '../answering/amounts';
import { idsAt, selectPositions } from '../answering/select';
import { type AmountField, amountOf, isAmountField } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readCount } from '../language/amounts';
import type { Decision } from './decide';
import { dimensionsNamed } from './limits';
import type { LanguageWords } from '../language/language-words';
import { type Composed, type Filled, filled } from './said';
import {
  type SaidOfSet,
  reconciled,
  framesOf,
  lastSetQuestion,
  narrowed,
  replaced,
  setOf,
  widened,
  without,
} from './patch';
import {
  type AggregateOperation,
  EMPTY_FILTER,
  type Filter,
  type Grouping,
  type Memory,
  type Question,
  isEmptyFilter,
} from '../model/question';
import { DEFAULT_TOP, type Reading, readQuestion, unique } from './reading';
import { idsOf } from './topics';

/** More columns would not be read on a phone. */
export const MOST_COMPARED = 5;
/** Candidates that a clarification can offer as buttons. */
export const MOST_CANDIDATES = 6;
/** A record found that explains less than this share of the words is none. */
export const LEAST_SHARE = 0.34;
/** What is near the best is listed with it. */
const NEAR = 0.6;

/** "Le deuxième", "le dernier", "les deux premiers", "l'autre", "celui d'Occitanie", "le plus cher": of what was shown. */
export function pickedFromShown(filled: Filled, several: boolean): readonly string[] {
  const { reading, memory, knowledge, limits, evidence, named } = filled;
  const shown = shownBefore(filled);
  if (shown.length === 0) return [];
  const held = new Set(shown);
  const namedShown = named.filter((id) => held.has(id));
  if (namedShown.length > 0) return namedShown;
  const counted = countedShown(reading, shown, knowledge.language);
  if (counted !== null) return counted;
  const ordinals = reading.references.filter(({ id }) => id === 'ordinal').map(({ position }) => position);
  const numbers = reading.quantities.flatMap(({ value, factor }) => (factor === null ? [value] : []));
  const stepped = steppedFrom(filled, shown);
  const ranking = isRanking(framesOf(memory)[0]?.question ?? null);
  const said = stepped !== null ? [stepped] : ordinals.length > 0 ? ordinals : numbers;
  // After a winner without more, "et juste derrière ?", "runner-up" is the next; its own end of the ranking is counted from.
  const positions = !ranking ? said : said.length > 0 ? said.map(Math.abs) : [2];
  const longer = rankedBeyond(filled);
  const picked = unique(
    positions.flatMap(
      (position) => (position < 0 ? shown.at(position) : (shown[position - 1] ?? longer[position - 1])) ?? [],
    ),
  );
  // "Le second, celui des fouilles": what describes one of them says more than its place.
  const limited = isEmptyFilter(limits)
    ? shown
    : idsAt(selectPositions({ ...limits, among: shown }, knowledge), knowledge);
  const isTheOne = reading.words.some(({ folded }) => knowledge.language.is('designating', folded));
  if (isTheOne && limited.length === 1 && shown.length > 1) return limited;
  if (picked.length > 0) return several ? picked : picked.slice(0, 1);
  if (reading.references.some(({ id }) => id === 'others')) {
    // "Lequel coûte le plus ?", then "et l'autre ?": who came first was spoken of.
    const spoken = memory.focus ?? (memory.question?.kind === 'compare' && shown.length === 2 ? shown[0] : null);
    const others = shown.filter((id) => id !== spoken);
    const isOneByOne = memory.shown.length === 1;
    return others.length < shown.length ? (isOneByOne && !several ? others.slice(-1) : others) : [];
  }
  const within = new Set(limited.length > 0 ? limited : shown);
  const described = evidence.projects.find(({ id }) => within.has(id));
  const extreme = reading.operators.has('max') ? 'max' : reading.operators.has('min') ? 'min' : null;
  const field = reading.fields.find(isAmountField) ?? lastAmountField(memory) ?? 'cost';
  // "Le plus gros des six, Business machin": what describes one of them says more than its place.
  const isDescribed = described !== undefined && described.share >= LEAST_SHARE && described.matched.length > 0;
  if (isDescribed && described.share >= SIDE_SHARE) return [described.id];
  if (extreme !== null) {
    const ranked = publishedAt(selectPositions({ ...EMPTY_FILTER, among: shown }, knowledge), field, knowledge);
    const winner = idsAt(extreme === 'max' ? ranked.slice(0, 1) : ranked.slice(-1), knowledge);
    if (winner.length > 0) return winner;
  }
  if (isDescribed) return [described.id];
  if (limited.length > 0 && limited.length < shown.length) return several ? limited : limited.slice(0, 1);
  return described === undefined ? [] : [described.id];
}

/** "Les deux premiers", "the last three"; null when no number of them is said so. */
function countedShown({ words }: Reading, shown: readonly string[], { is }: LanguageWords): readonly string[] | null {
  const at = words.findIndex(({ folded }) => is('foremost', folded) || is('hindmost', folded));
  const [count] = [words[at - 1], words[at + 1]].flatMap((word) => readCount(word?.folded ?? '') ?? []);
  if (at < 0 || count === undefined || count < 2 || count >= shown.length) return null;
  return is('foremost', words[at]?.folded ?? '') ? shown.slice(0, count) : shown.slice(-count);
}

/** "Le suivant", "celui d'avant", "celui du milieu": a place counted from 1; null when none is said so. */
function steppedFrom({ reading, memory }: Filled, shown: readonly string[]): number | null {
  const has = (wanted: string): boolean => reading.references.some(({ id }) => id === wanted);
  const at = memory.focus === null ? (isRanking(memory.question) ? 1 : 0) : shown.indexOf(memory.focus) + 1;
  if (has('next')) return at === 0 ? shown.length + 1 : at + 1;
  if (has('before')) return at > 1 ? at - 1 : null;
  return has('middle') ? Math.ceil(shown.length / 2) : null;
}

/** The projects that an ordinal counts: those shown last, the whole ranking of which the first was told, or those spoken of one by one since. */
export function shownBefore({ memory, knowledge }: Filled): readonly string[] {
  const frames = framesOf(memory);
  const at = frames.findIndex(({ question, shown }) => shown.length > 1 || isRanking(question));
  const since = at < 0 ? frames : frames.slice(0, at);
  const spoken = [...unique(since.flatMap(({ focus }) => focus ?? []))].reverse();
  const frame = frames[at];
  if (frame === undefined || spoken.length > 1) return spoken.length > 1 ? spoken : memory.shown;
  const { question } = frame;
  if (!isRanking(question)) return frame.shown;
  const ranked = idsAt(publishedAt(selectPositions(question.filter, knowledge), question.field, knowledge), knowledge);
  return question.operation === 'max' ? ranked : [...ranked].reverse();
}

/** Of a ranking cut after the first ones, all of them: "et le quatrième ?" after the first three. */
function rankedBeyond({ memory, knowledge }: Filled): readonly string[] {
  const last = memory.question;
  if (last?.kind !== 'list' || last.limit === null || last.sort === null || last.sort.field === 'date') return [];
  const ranked = idsAt(publishedAt(selectPositions(last.filter, knowledge), last.sort.field, knowledge), knowledge);
  return last.sort.direction === 'descending' ? ranked : [...ranked].reverse();
}

export function isRanking(
  question: Question | null,
): question is Extract<Question, { kind: 'aggregate' }> & { readonly field: AmountField } {
  return (
    question?.kind === 'aggregate' &&
    (question.operation === 'max' || question.operation === 'min') &&
    question.groupBy === null &&
    question.field !== null
  );
}

/** What was spoken of before the last turn: what the message describes best, else the latest other project, or the first of all. */
export function previousFocus({ memory, reading, evidence, limits, knowledge }: Filled): string | null {
  const before = unique(memory.earlier.flatMap(({ focus }) => focus ?? [])).filter((id) => id !== memory.focus);
  const known = new Set([...before, ...memory.earlier.flatMap(({ shown }) => shown)]);
  const isFirst = reading.references.some(({ id, position }) => id === 'ordinal' && position === 1);
  const first = isFirst ? before.at(-1) : undefined;
  const described = evidence.projects.find(({ id, share }) => known.has(id) && share >= LEAST_SHARE);
  const [limited] = isEmptyFilter(limits)
    ? []
    : idsAt(selectPositions({ ...limits, among: before }, knowledge), knowledge);
  return first ?? limited ?? described?.id ?? before[0] ?? memory.focus;
}

// ---- a set

type SetIntent = 'list' | 'rank' | AggregateOperation;

export function composeSet(decision: Decision, intent: SetIntent, said: Filled): Composed | null {
  const { reading, memory } = said;
  const set = beyondNamed(decision, intent, said) ?? rankedAnew(decision, intent, said) ?? setFor(decision, said);
  if (set === null) return null;
  const { filter, support, found } = set;
  const groupBy = groupingAsked(reading, said.knowledge.language);
  const amount = amountFor(decision, said);
  const asks = fieldsOfEach(decision, said).filter((field) => !isAmountField(field) || !isBounded(field, said.limits));
  const further = decision.reference === 'alone' || isComputed(intent) ? null : furtherIn(said);
  if (further !== null) return { question: further, support: 1 };
  const longer = decision.reference === 'alone' ? null : withOtherLimit(said);
  if (longer !== null && intent === 'list') return { question: longer, support };
  switch (intent) {
    case 'list': {
      const [only, ...others] = selectPositions(filter, said.knowledge);
      const project = only === undefined || others.length > 0 ? undefined : said.knowledge.projects[only]?.id;
      const [field, ...also] = asks;
      if (project !== undefined && field !== undefined && field !== 'summary' && slotsLimitNothing(said))
        return { question: { kind: 'fact', project, field, also }, support };
      const parts = groupingAsked(reading, said.knowledge.language, true);
      if (parts !== null && parts !== 'asked' && (decision.reference === 'alone' || asks.length === 0))
        return { question: aggregate('count', null, filter, parts), support };
      const last = decision.reference === 'alone' ? null : lastSetQuestion(memory);
      const sort = last?.kind === 'list' && last.limit === null ? last.sort : null;
      return {
        question: { kind: 'list', filter, sort, limit: null, found, show: shownFields({ ...decision, fields: asks }) },
        support,
      };
    }
    case 'rank': {
      const rank = reading.count === null ? rankAsked(decision, reading) : 1;
      const project = rank > 1 ? rankedAt(rank, filter, amount, said.slots.direction, said.knowledge) : undefined;
      if (project !== undefined) return { question: { kind: 'fact', project, field: amount, also: [] }, support };
      return { question: ranking(decision, filter, amount, said), support };
    }
    case 'max':
    case 'min': {
      if (groupBy !== null)
        return {
          question: aggregate(intent, decision.fields.some(isAmountField) ? amount : null, filter, groupBy),
          support,
        };
      const split = decision.reference === 'alone' ? null : lastSplit(memory);
      if (split !== null) {
        const field = decision.fields.some(isAmountField) ? amount : split.field;
        return {
          question: aggregate(intent, field, isPatch(decision) ? filter : split.filter, split.groupBy),
          support,
        };
      }
      if (ranksByDate(decision, reading)) {
        const isFirst = reading.operators.has('oldest') || (intent === 'min' && !reading.operators.has('newest'));
        return { question: byDate(isFirst ? 'ascending' : 'descending', filter, reading.count ?? 1), support };
      }
      const rank = reading.count === null ? rankAsked(decision, reading) : 1;
      const direction = intent === 'max' ? 'descending' : 'ascending';
      const second = rank > 1 ? rankedAt(rank, filter, amount, direction, said.knowledge) : undefined;
      if (second !== undefined)
        return { question: { kind: 'fact', project: second, field: amount, also: [] }, support };
      const limit = reading.count ?? 1;
      if (limit > 1) return { question: sorted(amount, direction, filter, limit), support };
      return { question: aggregate(intent, amount, filter, null), support };
    }
    case 'count':
      return { question: aggregate('count', null, filter, groupBy ?? splitAgain(decision, intent, said)), support };
    case 'sum':
    case 'average':
    case 'median': {
      if (asks.length > 1 && asks.some((field) => !isAmountField(field)) && !reading.operators.has(intent))
        return composeSet({ ...decision, intent: 'list' }, 'list', said);
      const set = firstOf(filter, amount, said);
      // "Et en tout, ça fait combien ?" of one project adds nothing: its figure is asked.
      if (decision.reference === 'focus' && memory.focus !== null && groupBy === null)
        return { question: { kind: 'fact', project: memory.focus, field: amount, also: [] }, support };
      return { question: aggregate(intent, amount, set, groupBy ?? splitAgain(decision, intent, said)), support };
    }
  }
}

/** Another limit in the place of the last, or one more, or one less. */
function isPatch({ reference }: Decision): boolean {
  return reference === 'replace' || reference === 'narrow' || reference === 'widen';
}

/** "Combien par ministère ?", then "et en 2019 ?": the same parts of another set, unless the message asks anew. */
function splitAgain(
  { reference }: Decision,
  operation: AggregateOperation,
  { memory, reading }: Filled,
): Grouping | null {
  const split = lastSplit(memory);
  const asksAnew = (['count', 'sum', 'average', 'how-much'] as const).some((operator) =>
    reading.operators.has(operator),
  );
  return reference === 'replace' && split?.operation === operation && !asksAnew ? split.groupBy : null;
}

/** "Les trois plus petites aides", then "et les trois plus grosses ?": what orders no fewer than were shown is asked of the set that they are the first of. */
function rankedAnew(
  { reference }: Decision,
  intent: SetIntent,
  { memory, reading, limits, named }: Filled,
): SetFound | null {
  const { question, shown } = memory;
  const isOrder = intent === 'max' || intent === 'min' || intent === 'rank';
  const count = reading.count ?? 1;
  if (!isOrder || (reference !== 'shown' && reference !== 'focus')) return null;
  if (shown.length > count || named.length > 0 || !isEmptyFilter(limits)) return null;
  if (isRanking(question) || (question?.kind === 'list' && question.sort !== null && question.limit !== null))
    return { filter: question.filter, support: 0.9, found: [] };
  // "Les 5 projets les plus chers" after one or three: more than were shown are of all.
  return count > 1 && count > shown.length ? { filter: EMPTY_FILTER, support: 0.9, found: [] } : null;
}

/** "Les trois plus grosses aides réunies": a computation over the first of a ranking. */
function firstOf(filter: Filter, amount: AmountField, { reading, slots, knowledge }: Filled): Filter {
  const { operators } = reading;
  const count = reading.count;
  const isLeast = slots.direction === 'ascending';
  if (count === null || !(operators.has('max') || operators.has('min') || operators.has('top'))) return filter;
  const ranked = publishedAt(selectPositions(filter, knowledge), amount, knowledge);
  return { ...EMPTY_FILTER, among: idsAt(isLeast ? ranked.slice(-count) : ranked.slice(0, count), knowledge) };
}

/** "Élargis à cinq", "top 10 plutôt" after a ranking of three: the same with another number; null where none is said. */
function withOtherLimit({ reading, memory, limits, named }: Filled): Question | null {
  const last = lastSetQuestion(memory);
  const count = reading.count;
  const isRanked = last?.kind === 'list' && last.sort !== null && last.limit !== null;
  return isRanked && count !== null && named.length === 0 && isEmptyFilter(limits) ? { ...last, limit: count } : null;
}

function isComputed(intent: SetIntent): boolean {
  return intent === 'count' || intent === 'median' || isAdded(intent);
}

function isAdded(intent: Decision['intent']): boolean {
  return intent === 'sum' || intent === 'average';
}

/** "Et les trois suivants ?" after the first of a ranking: as many beyond the amount of its last; null where none are asked for, or none are left. */
function furtherIn(said: Filled): Question | null {
  const { memory, reading, knowledge } = said;
  const { question } = memory;
  const count = reading.count;
  if (question?.kind !== 'list' || question.limit === null || question.sort === null) return null;
  const { field, direction } = question.sort;
  if (field === 'date' || count === null || !reading.references.some(({ id }) => id === 'next')) return null;
  const last = knowledge.projectById.get(memory.shown.at(-1) ?? '');
  const value = last === undefined ? null : amountOf(last, field);
  if (value === null) return null;
  const bound = direction === 'descending' ? { min: null, max: value } : { min: value, max: null };
  const kept = question.filter.amounts.filter((amount) => amount.field !== field);
  const filter = { ...question.filter, amounts: [...kept, { field, ...bound, includesBounds: false }] };
  return selectPositions(filter, knowledge).length === 0 ? null : { ...question, filter, limit: count };
}

/** "Le deuxième projet le plus cher", "et le deuxième plus cher ?" is the last of two; one where no rank is said. */
function rankAsked({ reference }: Decision, { references, operators }: Reading): number {
  const ranks = reference === 'alone' || operators.has('max') || operators.has('min');
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position > 1);
  return ranks ? (ordinal?.position ?? 1) : 1;
}

/** The last question when it split its set ("par région"): "laquelle en a le plus ?" asks for one of the parts. */
function lastSplit({ question }: Memory): Extract<Question, { kind: 'aggregate' }> | null {
  return question?.kind === 'aggregate' && question.groupBy !== null ? question : null;
}

/** Who holds a rank among those whose amount is published. */
function rankedAt(
  rank: number,
  filter: Filter,
  amount: AmountField,
  direction: Direction,
  knowledge: KnowledgeBase,
): string | undefined {
  const ranked = idsAt(publishedAt(selectPositions(filter, knowledge), amount, knowledge), knowledge);
  return direction === 'descending' ? ranked[rank - 1] : ranked.at(-rank);
}

/** "Quels projets coûtent plus que LiDAR HD ?": the amount of the one named bounds the others. */
function beyondNamed(decision: Decision, intent: SetIntent, said: Filled): SetFound | null {
  const { reading, named, knowledge } = said;
  const [id, ...more] = named;
  const isMore = reading.operators.has('more-than');
  if (
    decision.reference !== 'alone' ||
    (intent !== 'list' && intent !== 'count') ||
    id === undefined ||
    more.length > 0
  )
    return null;
  if (reading.sums.length > 0 || (!isMore && !reading.operators.has('less-than'))) return null;
  const field = amountFor(decision, said);
  const project = knowledge.projectById.get(id);
  const value = project === undefined ? null : amountOf(project, field);
  if (value === null) return null;
  const bound = { field, min: isMore ? value : null, max: isMore ? null : value, includesBounds: false };
  return { filter: { ...said.limits, amounts: [bound] }, support: 1, found: [] };
}

/** No condition on what is published is said, so that a field is one asked for. */
function slotsLimitNothing({ slots }: Filled): boolean {
  return slots.condition === 'none' && slots.comparison === null;
}

function isBounded(field: Field, { amounts, known, unknown }: Filter): boolean {
  return amounts.some((condition) => condition.field === field) || known.includes(field) || unknown.includes(field);
}

/** The fields asked of each project of a set: of two said with a word that joins them both are, though one alone was decided. */
function fieldsOfEach({ fields }: Decision, { reading, knowledge }: Filled): readonly Field[] {
  const said = reading.fields.filter((field) => field !== 'summary' && field !== 'sources');
  const [second = ''] = said.slice(1);
  const at =
    reading.spans.find(({ tags }) => tags.some(({ kind, id }) => kind === 'field' && id === second))?.start ?? 0;
  const isJoined = reading.words
    .slice(Math.max(0, at - 2), at)
    .some(({ folded }) => knowledge.language.is('joining', folded));
  const areBoth = said.length === 2 && isJoined && said.some((field) => fields.includes(field));
  return areBoth ? unique([...said, ...fields]) : fields;
}

/** Fields told of each project of a list. */
export function shownFields({ fields }: Decision): readonly Field[] {
  return fields.filter((field) => field !== 'summary' && field !== 'sources');
}

export function aggregate(
  operation: AggregateOperation,
  field: AmountField | null,
  filter: Filter,
  groupBy: Grouping | null,
): Question {
  return { kind: 'aggregate', operation, field, filter, limit: 1, groupBy };
}

function sorted(field: AmountField, direction: Direction, filter: Filter, limit: number | null): Question {
  return { kind: 'list', filter, sort: { field, direction }, limit, found: [], show: [] };
}

function byDate(direction: Direction, filter: Filter, limit: number | null): Question {
  return { kind: 'list', filter, sort: { field: 'date', direction }, limit, found: [], show: [] };
}

/** "Le plus ancien", "les trois derniers annoncés", unless an amount is said. */
function ranksByDate({ fields }: Decision, { operators, fields: said }: Reading): boolean {
  if (said.some(isAmountField)) return false;
  return operators.has('oldest') || operators.has('newest') || (fields.includes('date') && !fields.some(isAmountField));
}

function ranking(decision: Decision, filter: Filter, amount: AmountField, said: Filled): Question {
  const { reading } = said;
  const groupBy = groupingAsked(reading, said.knowledge.language);
  const isByDate = ranksByDate(decision, reading);
  if (groupBy !== null && !isByDate)
    return aggregate(
      decision.fields.some(isAmountField) ? 'sum' : 'count',
      decision.fields.some(isAmountField) ? amount : null,
      filter,
      groupBy,
    );
  const { direction } = said.slots;
  const before = decision.reference === 'replace' ? lastSetQuestion(said.memory) : null;
  const limit =
    reading.count ??
    (reading.operators.has('top')
      ? DEFAULT_TOP
      : before?.kind === 'list' && before.sort !== null
        ? before.limit
        : null);
  return isByDate ? byDate(direction, filter, limit) : sorted(amount, direction, filter, limit);
}

/** The amount that is computed: said, else that of the question before, else the likeliest, else the fund's money. */
export function amountFor({ fields, reference }: Decision, { reading, memory }: Filled): AmountField {
  const said = fields.filter(isAmountField).find((field) => reading.fields.includes(field));
  const likely = fields.find(isAmountField);
  const before = reference === 'alone' ? null : lastAmountField(memory);
  const saysMoney = reading.operators.has('how-much') || reading.operators.has('pays');
  return said ?? (saysMoney ? likely : null) ?? before ?? likely ?? 'funding';
}

function lastAmountField(memory: Memory): AmountField | null {
  for (const { question } of framesOf(memory)) {
    const field =
      question === null
        ? null
        : 'field' in question
          ? question.field
          : 'sort' in question
            ? (question.sort?.field ?? boundedBy(question.filter))
            : null;
    if (field === 'savings' || field === 'funding' || field === 'cost') return field;
  }
  return null;
}

/** "Projets de plus de 50 M€ de coût", then "leur médiane ?": the amount that the set was limited by. */
function boundedBy({ amounts, known }: Filter): AmountField | null {
  return amounts[0]?.field ?? known.find(isAmountField) ?? null;
}

interface SetFound {
  readonly filter: Filter;
  readonly support: number;
  readonly found: readonly string[];
}

/** The set that a message is about. */
function setFor(decision: Decision, said: Filled): SetFound | null {
  const { memory, knowledge, reading, named } = said;
  const { reference } = decision;
  const sure = (filter: Filter): SetFound => ({ filter, support: 1, found: [] });
  const [frame] = framesOf(memory).filter((candidate) => setOf(candidate) !== null);
  const before = callTold(said) ?? (frame === undefined ? null : setOf(frame));
  const { last: limited, limits } =
    before === null ? { last: null, limits: said.limits } : reconciled(before, said.limits);
  // "Enlève le cadastre, je veux tout ce que porte la DGFiP": of all that limited, what is said first goes.
  const isAllGone = limited !== null && before !== null && isEmptyFilter(limited) && !isEmptyFilter(before);
  const firstOut = said.slots.roles.indexOf('out');
  if (isAllGone && said.slots.roles.lastIndexOf('out') > firstOut) {
    const roles = said.slots.roles.map((role, at) => (role === 'out' && at > firstOut ? 'in' : role));
    return setFor(decision, filled(decision, said, { ...said.slots, roles }));
  }
  const lifted = dimensionsNamed(reading, knowledge.language, true);
  // "Enlève la limite de 50": the bound said is the one that goes.
  const isBoundGone = lifted.includes('amount') && reading.operators.has('remove');
  const saidOfSet: SaidOfSet = {
    limits: isBoundGone ? { ...limits, amounts: [] } : limits,
    named,
    dropped: dimensionsNamed(reading, knowledge.language),
    lifted,
    keepsOnly: reading.operators.has('only'),
  };
  // "Au niveau national alors ?": the place does not limit any more.
  const last = limited === null ? null : everywhere(limited, said);
  const rest = reference === 'alone' ? null : restOf(said);
  if (rest !== null) return sure(rest);
  switch (reference) {
    case 'ordinal': {
      const picked = pickedFromShown(said, true);
      return picked.length === 0 ? null : sure({ ...EMPTY_FILTER, among: picked });
    }
    case 'focus':
    case 'shown':
    case 'explain':
    case 'sources': {
      if (last === null) return null;
      // After a comparison, a theme or a body is another subject: what was compared is not limited by it.
      if (frame?.question?.kind === 'compare' && limits.topics.length + limits.carriers.length > 0)
        return setAlone(decision, said);
      const recent = recentFocuses(memory);
      const isOfRecent =
        memory.shown.length < 2 && recent.length > 1 && (reference === 'shown' || memory.focus === null);
      if (isOfRecent)
        return sure({ ...EMPTY_FILTER, among: recent.slice(0, saidCount(reading) || askedInARow(memory)) });
      if (reference === 'focus' && memory.focus !== null)
        return sure(
          decision.intent === 'list' ? siblingsOf(memory.focus, said) : { ...EMPTY_FILTER, among: [memory.focus] },
        );
      return sure(narrowed(last, { ...saidOfSet, named: [] }, knowledge));
    }
    case 'replace': {
      const asked = lastSetQuestion(memory)?.filter ?? before;
      const kept = asked === null ? null : reconciled(asked, said.limits).last;
      const base = kept === null ? null : everywhere(kept, said);
      const swapped = swappedIn(last?.among ?? [], said);
      if (swapped !== null) return sure({ ...EMPTY_FILTER, among: swapped });
      if (base === null) return setAlone(decision, said);
      // "Enlève l'emploi, mets la fiscalité": what is said to go is all that the new one takes the place of.
      const isSaidToGo = JSON.stringify(kept) !== JSON.stringify(asked);
      return sure(
        isSaidToGo ? narrowed(base, { ...saidOfSet, keepsOnly: true }, knowledge) : replaced(base, saidOfSet),
      );
    }
    case 'narrow': {
      // "Top 3… enlève le premier"
      const gone = last === null ? [] : takenOut(decision, said);
      if (gone.length > 0 && last !== null) {
        const before = last.among ?? idsAt(selectPositions(last, knowledge), knowledge);
        return sure({ ...EMPTY_FILTER, among: before.filter((id) => !gone.includes(id)) });
      }
      return last === null ? setAlone(decision, said) : sure(narrowed(last, saidOfSet, knowledge));
    }
    case 'widen': {
      // "Enlève le cadastre": what is named goes, though nothing was taken to rule out.
      const isNamedToGo = reading.operators.has('remove') && said.mentions.length > 0 && isEmptyFilter(said.limits);
      if (isNamedToGo && named.length === 0 && said.slots.roles.every((role) => role === 'none'))
        return setFor(decision, filled(decision, said, { ...said.slots, roles: said.slots.roles.map(() => 'out') }));
      // "Enlève l'emploi, mets la fiscalité"
      const isExchanged =
        reading.operators.has('remove') && last !== before && !isEmptyFilter(without(limits, 'amount'));
      if (isExchanged && last !== null && JSON.stringify(last) !== JSON.stringify(before))
        return sure(narrowed(last, { ...saidOfSet, keepsOnly: true }, knowledge));
      // What limited is gone already, as a place is where the whole country is said: nothing else is lifted.
      const isLifted = isEmptyFilter(limits) && (!isEmptyFilter(said.limits) || last !== limited);
      if (isLifted && last !== null && named.length === 0) return sure(last);
      const base = last ?? EMPTY_FILTER;
      const [described] = said.evidence.projects;
      const drops = saidOfSet.dropped.length > 0 || reading.operators.has('remove') || reading.operators.has('except');
      const isDescribed = named.length === 0 && isEmptyFilter(limits) && !drops;
      const added = isDescribed && described !== undefined && described.share >= SIDE_SHARE ? [described.id] : named;
      // "Les deux années réunies"
      const both = saidCount(reading) === 2 && isEmptyFilter(limits) && named.length === 0 ? bothBefore(said) : null;
      if (both !== null) return sure(both);
      return sure(widened(base, { ...saidOfSet, named: added }, widerBefore(base, said), knowledge));
    }
    case 'previous': {
      const sets = framesOf(memory)
        .slice(1)
        .flatMap((candidate) => setOf(candidate) ?? []);
      // "Trackdéchets ?", "DossierFacile, idem", then "additionnez"
      const recent = recentFocuses(memory);
      const isOfRecent = isAdded(decision.intent) && isEmptyFilter(limits) && memory.shown.length < 2;
      const count = saidCount(reading) || (isOfRecent ? askedInARow(memory) : 0);
      if (count > 1 && recent.length >= count) return sure({ ...EMPTY_FILTER, among: recent.slice(0, count) });
      // "Reviens à la première liste"
      const isFirst = reading.references.some(({ id, position }) => id === 'ordinal' && position === 1);
      const nearest = isFirst ? sets.at(-1) : sets[0];
      const before = sets.find((set) => overlaps(set, limits)) ?? (isEmptyFilter(limits) ? nearest : undefined);
      return before === undefined ? setAlone(decision, said) : sure(before);
    }
    case 'alone':
      return setAlone(decision, said);
  }
}

/** "Que s'est-il passé au premier appel ?", then "dans cet appel, lesquels ?": the call that a fact told is of, where it goes on. */
function callTold({ memory: { question }, knowledge }: Filled): Filter | null {
  if (question?.kind !== 'programme') return null;
  const calls = question.facts.flatMap(
    (id) => readQuestion(knowledge.factById.get(id)?.questionFr ?? '', knowledge).calls,
  );
  const [call, ...others] = calls.filter(
    ({ number }, at) => calls.findIndex((other) => other.number === number) === at,
  );
  return call === undefined || others.length > 0 ? null : { ...EMPTY_FILTER, calls: [call] };
}

/** "2018", "et 2019 ?", then "les deux": what the last two sets hold together. */
function bothBefore({ memory, knowledge }: Filled): Filter | null {
  const [last, before] = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  if (last === undefined || before === undefined) return null;
  const held = [before, last].flatMap((set) => idsAt(selectPositions(set, knowledge), knowledge));
  return { ...EMPTY_FILTER, among: unique(held) };
}

/** The set before it that the last one is a part of, with other limits: "projets emploi", then "restreins à l'Île-de-France". */
function widerBefore(last: Filter, { memory, knowledge }: Filled): Filter | null {
  const held = selectPositions(last, knowledge);
  const wider = framesOf(memory)
    .slice(1)
    .flatMap((frame) => setOf(frame) ?? [])
    .find((set) => !isEmptyFilter(set) && selectPositions(set, knowledge).length > held.length);
  if (wider === undefined) return null;
  const within = new Set(selectPositions(wider, knowledge));
  return held.every((position) => within.has(position)) ? wider : null;
}

/** "Lesquels pas ?", "et le reste ?": of the wider set, what the last one does not hold; null where nothing else is asked or is left. */
export function restOf(said: Filled): Filter | null {
  const { memory, knowledge } = said;
  const [last] = framesOf(memory).flatMap((frame) => setOf(frame) ?? []);
  if (last === undefined || !asksForRest(last, said)) return null;
  const [field, ...more] = last.known;
  if (field !== undefined && more.length === 0) return { ...last, known: [], unknown: [field] };
  const held = idsAt(selectPositions(last, knowledge), knowledge);
  const { question } = memory;
  const wide =
    last.among !== null && question !== null && 'filter' in question ? question.filter : widerBefore(last, said);
  if (wide === null || selectPositions(wide, knowledge).length <= held.length) return null;
  return { ...wide, except: { ...wide.except, projects: unique([...wide.except.projects, ...held]) } };
}

/** Nothing but that the others are meant: no subject, no other field, no limit, nothing to be taken out. */
function asksForRest({ known }: Filter, { reading, limits, named, knowledge: { language } }: Filled): boolean {
  const { words, operators, references, fields, leftoverStems } = reading;
  const isOfOthers = references.some(({ id }) => id === 'others');
  const isDenied = words.some(({ folded }) => language.is('denying', folded));
  const isBare =
    named.length === 0 && isEmptyFilter({ ...limits, known: [], unknown: [] }) && leftoverStems.length === 0;
  return (
    isBare && !operators.has('remove') && (isOfOthers || (isDenied && fields.every((field) => known.includes(field))))
  );
}

/** "Que porte-t-il d'autre ?", "d'autres sur ce thème ?": what shares with a project what the message says, its carrier where it says nothing. */
function siblingsOf(id: string, { reading, limits, knowledge }: Filled): Filter {
  const { broaderOrganisations, language } = knowledge;
  const project = knowledge.projectById.get(id);
  const except = { ...limits.except, projects: unique([...limits.except.projects, id]) };
  const has = (field: Field): boolean => reading.fields.includes(field);
  const ofMinistry = reading.words.some(({ folded }) => language.partNamed(folded) === 'ministry');
  const of: Partial<Filter> = has('themes')
    ? { topics: [{ themes: project?.themes.slice(0, 1) ?? [], beneficiaries: [], organisations: [] }] }
    : has('territory')
      ? { territories: project?.territories ?? [] }
      : {
          carriers: (project?.carrierIds ?? []).flatMap(
            (body) => (ofMinistry ? broaderOrganisations.get(body)?.at(-1) : body) ?? [],
          ),
        };
  return { ...EMPTY_FILTER, ...limits, ...of, except };
}

/** "Enlève le premier", "sans le plus gros": those of what was shown that a message takes out by their place. */
export function takenOut({ reference }: Decision, said: Filled): readonly string[] {
  const { operators, references } = said.reading;
  const isOut = operators.has('remove') || operators.has('except');
  if (reference !== 'narrow' || !isOut || said.named.length > 0 || !isEmptyFilter(said.limits)) return [];
  const isPlaced = references.some(({ id }) => id === 'ordinal') || operators.has('max') || operators.has('min');
  const isPointed = references.some(({ id }) => id === 'it' || id === 'these') && said.memory.focus !== null;
  if (!isPlaced && !isPointed) return [];
  const picked = isPlaced ? pickedFromShown(said, true) : [said.memory.focus].flatMap((id) => id ?? []);
  return picked.length < shownBefore(said).length ? picked : [];
}

/** "Remplace PILAT par Calypso", "vire Mentor, mets Synaps": of projects said one by one, those named that were there go and the others come. */
export function swappedIn(before: readonly string[], { named, limits, reading }: Filled): readonly string[] | null {
  // "Remplace le premier par GMBI"
  const placed = reading.references.flatMap(({ id, position }) =>
    id === 'ordinal' ? (before.at(position > 0 ? position - 1 : position) ?? []) : [],
  );
  const gone = new Set([...limits.except.projects, ...named.filter((id) => before.includes(id)), ...placed]);
  const come = named.filter((id) => !before.includes(id));
  const kept = before.filter((id) => !gone.has(id));
  return come.length === 0 || kept.length === before.length || kept.length === 0 ? null : [...kept, ...come];
}

/** The set without its place where the whole country is said; what nothing else limits is what covers the country. */
function everywhere(filter: Filter, { reading, knowledge }: Filled): Filter {
  const [country] = reading.spans.flatMap(({ tags }) =>
    idsOf(tags, 'territory').filter((id) => knowledge.territoryById.get(id)?.kind === 'country'),
  );
  if (country === undefined) return filter;
  const wide = without(filter, 'place');
  return isEmptyFilter(wide) ? { ...wide, territories: [country] } : wide;
}

/** "Les deux", "tous les trois" */
export function saidCount({ words }: Reading): number {
  return words.map(({ folded }) => readCount(folded)).find((count) => count !== null) ?? 0;
}

function overlaps(set: Filter, limits: Filter): boolean {
  const key = (filter: Filter): readonly string[] => [
    ...filter.topics.flatMap(({ themes, beneficiaries, organisations }) => [
      ...themes,
      ...beneficiaries,
      ...organisations,
    ]),
    ...filter.carriers,
    ...filter.territories,
    ...filter.years.map(String),
  ];
  const said = new Set(key(limits));
  return key(set).some((id) => said.has(id));
}

/** The whole base is asked when nothing is left over; with words that nothing explains it hardly is. */
function supportOfAll(intent: Decision['intent'], { leftoverStems }: Reading): number {
  return Math.max(0.2, (intent === 'list' ? 0.6 : 0.95) - 0.15 * leftoverStems.length);
}

/** The set that a message names by itself: its limits, else what its words describe, else all. */
function setAlone(decision: Decision, said: Filled): SetFound | null {
  const { intent } = decision;
  const { limits, evidence, named, slots, reading, knowledge } = said;
  // "Cheffe de bureau en préfecture. Vos projets sur le logement ?", "… sur la prison ? son fils est à Melun": what leaves nothing was told beside.
  if (!isEmptyFilter(limits) && selectPositions(limits, knowledge).length === 0) {
    const isAsked = partOfRequest(said);
    const roles = slots.roles.map((role, at) => (isAsked(said.mentions[at]?.start ?? 0) ? role : 'none'));
    if (roles.some((role, at) => role !== slots.roles[at]) && roles.some((role) => role !== 'none'))
      return setAlone(decision, filled(decision, said, { ...slots, roles }));
  }
  if (!isEmptyFilter(limits)) {
    const isOnNamed = named.length > 0 && limits.among === null && limits.except.projects.length === 0;
    const both = isOnNamed && named.length > 1 ? { ...limits, among: named } : limits;
    // Of projects named, what leaves some of them out where they are added up was misread, and so was what leaves none.
    const left = both.among === null ? [] : selectPositions(both, knowledge);
    const isEmptied = both.among !== null && (left.length === 0 || (isAdded(intent) && left.length < named.length));
    const filter = isEmptied ? { ...EMPTY_FILTER, among: named } : both;
    return { filter, support: 1, found: evidence.projects.map(({ id }) => id) };
  }
  if (named.length > 0) return { filter: { ...EMPTY_FILTER, among: named }, support: 1, found: named };
  const [project] = evidence.projects;
  const [theme] = evidence.themes;
  const [bestShare, best] = [
    Math.max(project?.share ?? 0, theme?.share ?? 0),
    Math.max(project?.weight ?? 0, theme?.weight ?? 0),
  ];
  // "Des projets sur la natation ?": nothing of the base is on that.
  if (bestShare === 0 && reading.leftoverStems.length > 0 && intent === 'list') return null;
  if (slots.scope === 'all' || bestShare === 0)
    return { filter: EMPTY_FILTER, support: supportOfAll(intent, reading), found: [] };
  if (theme !== undefined && theme.weight >= best * NEAR)
    return {
      filter: { ...EMPTY_FILTER, topics: [{ themes: [theme.id], beneficiaries: [], organisations: [] }] },
      support: theme.share * 0.9,
      found: evidence.projects.map(({ id }) => id),
    };
  const near = evidence.projects
    .filter(({ weight }) => weight >= best * NEAR)
    .slice(0, MOST_CANDIDATES)
    .map(({ id }) => id);
  if (near.length === 0) return { filter: EMPTY_FILTER, support: 0.5, found: [] };
  return { filter: { ...EMPTY_FILTER, among: near }, support: bestShare * 0.8, found: near };
}

/** The clause in which projects are asked for, or a computation; of a message that says neither, the last sentence. */
function partOfRequest({ reading: { words, spans } }: Filled): (index: number) => boolean {
  const asking = spans.find(({ tags }) =>
    tags.some((tag) => tag.kind === 'operator' && REQUESTING.some((operator) => operator === tag.id)),
  );
  if (asking === undefined) {
    const start = words.findLastIndex(({ startsSentence }) => startsSentence);
    return (index) => index >= start;
  }
  const start = words.findLastIndex(({ startsClause }, index) => startsClause && index <= asking.start);
  const end = words.findIndex(({ startsClause }, index) => startsClause && index > asking.start);
  return (index) => index >= start && (end < 0 || index < end);
}

const REQUESTING = ['list', 'plural-subject', 'count', 'sum', 'average', 'median', 'existence'] as const;

export function recentFocuses(memory: Memory): readonly string[] {
  return unique(framesOf(memory).flatMap(({ focus }) => focus ?? [])).slice(0, MOST_COMPARED);
}

/** How many projects were asked one after another for the same field, two at least. */
function askedInARow(memory: Memory): number {
  const [last, ...before] = framesOf(memory).map(({ question }) => (question?.kind === 'fact' ? question : null));
  const other = before.findIndex((question) => question?.field !== last?.field);
  return Math.max(2, 1 + (other < 0 ? before.length : other));
}

/** The share of a side's words that its project must explain. */
const SIDE_SHARE = 0.6;

// ---- its parts

/**
 * "Par ministère", "quel ministère", "liste des thèmes": what a set is split by; null when it is not.
 *
 * @param isOfSeveral only a plural asks for the parts themselves: "quelles régions", not "dans quelle région"
 */
function groupingAsked(
  { operators, words, spans, named, years }: Reading,
  { partNamed, is }: LanguageWords,
  isOfSeveral = false,
): Grouping | null {
  if (operators.has('by-ministry')) return 'ministry';
  if (operators.has('by-theme')) return 'theme';
  if (operators.has('by-year')) return 'year';
  if (operators.has('by-call')) return 'call';
  if (operators.has('by-territory')) return 'territory';
  if (named.length > 0) return null;
  if (years.length === 2 && (operators.has('or') || operators.has('compare'))) return 'year';
  // "L'année avec le plus de projets", "porteur qui a le plus reçu", not "le porteur du projet le plus cher"
  const most = operators.has('subject')
    ? -1
    : (spans.find(({ tags }) => tags.some(({ kind, id }) => kind === 'operator' && (id === 'max' || id === 'min')))
        ?.start ?? -1);
  const opensClause = (index: number): boolean =>
    words[index]?.startsClause === true ||
    (is('articles', words[index - 1]?.folded ?? '') && words[index - 1]?.startsClause === true);
  const isOfName = (index: number): boolean =>
    spans.some(({ start, end, tags }) => start <= index && index < end && !tags.some(({ kind }) => kind === 'field'));
  const asked = words.flatMap(({ folded }, index) => {
    const part = partNamed(folded);
    const isAsked =
      words.slice(Math.max(0, index - REACH), index).some((before) => is('asking', before.folded)) ||
      (index < most && !isOfName(index) && opensClause(index));
    const isWanted = !isOfSeveral || folded.endsWith('s');
    return part !== null && part !== 'amount' && isAsked && isWanted ? [part] : [];
  });
  return asked[0] ?? null;
}

/** So many words at most stand between what asks for a part and the part: "combien de ministères", "liste de vos thèmes". */
const REACH = 3;
