import type { Field } from '../model/records';
import { COMPARISONS, CONDITIONS, DIRECTIONS, ROLES, SCOPES, type Direction, type Role } from './classes';
import { publishedAt } from '../answering/amounts';
import { idsAt, selectPositions } from '../answering/select';
import { amountOf, type AmountField, isAmountField } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readCount } from '../language/amounts';
import { readTerm } from '../language/words';
import { type Decision, isAct, isRefusal } from './decide';
import { describingStems, type Evidence, type Found } from './evidence';
import { limitsOf } from './limits';
import { mentionsIn } from './slots';
import type { Mention } from '../model/tag';
import { isCounted, plainComparison } from './money';
import {
  comparisonFeatures,
  conditionFeatures,
  directionFeatures,
  mentionFeatures,
  plainRole,
  scopeFeatures,
  type Slots,
} from './slots';
import type { AskedFact } from './fund-facts';
import { factsAsked } from './fund-facts';
import { likeliest } from '../knowledge/classifier';
import { dimensionsNamed, groupingAsked } from './groupings';
import { framesOf, lastSetQuestion, narrowed, replaced, setOf, type SaidOfSet, widened, without } from './patch';
import {
  type AggregateOperation,
  EMPTY_FILTER,
  type Filter,
  type Grouping,
  type Memory,
  type Question,
  isEmptyFilter,
} from '../model/question';
import { type Reading, unique } from './reading';
import { idsOf } from './topics';

/** A question made of a decision, with how well the message supports what was filled in. */
export interface Composed {
  readonly question: Question;
  /** 0 to 1: 1 where each slot is named or pointed at; less where the search found it. */
  readonly support: number;
}

/** The same with what each mention was taken to do. */
export interface Composition extends Composed {
  readonly usedRoles: readonly Role[];
}

/** All that the slots are filled from. */
export interface Said {
  readonly reading: Reading;
  readonly memory: Memory;
  readonly evidence: Evidence;
  /** Facts on the fund, best first, for the message alone. */
  readonly facts: readonly AskedFact[];
  readonly mentions: readonly Mention[];
  readonly knowledge: KnowledgeBase;
}

/** Nobody mentions more in one message: what each does is judged beside the others, for each decision. */
const MOST_MENTIONS = 20;

export function saidBy(
  reading: Reading,
  memory: Memory,
  evidence: Evidence,
  facts: readonly AskedFact[],
  knowledge: KnowledgeBase,
): Said {
  const mentions = mentionsIn(reading, memory, knowledge).filter(
    ({ kind }, index) => index < MOST_MENTIONS || kind === 'years' || kind === 'amount',
  );
  return { reading, memory, evidence, facts, mentions, knowledge };
}

/** The slots that take judgement, as the model judges them. */
export function slotsFor(decision: Decision, { reading, memory, evidence, mentions, knowledge }: Said): Slots {
  const { role, condition, scope, comparison, direction } = knowledge.models;
  return {
    roles: mentions.map(
      (mention) =>
        likeliest(
          canRuleOut(decision, reading) ? ROLES : ROLES.filter((one) => one !== 'out'),
          role.judge(mentionFeatures(mention, mentions, decision, reading, memory, knowledge)),
          'role',
        ) ?? plainRole(mention, reading),
    ),
    condition: likeliest(CONDITIONS, condition.judge(conditionFeatures(decision, reading)), 'condition') ?? 'none',
    scope: likeliest(SCOPES, scope.judge(scopeFeatures(decision, reading, evidence)), 'scope') ?? 'all',
    comparison:
      reading.sums.length === 0
        ? null
        : (likeliest(COMPARISONS, comparison.judge(comparisonFeatures(decision, reading, memory)), 'comparison') ??
          plainComparison(reading)),
    direction:
      (plainDirection(reading) === 'ascending' ? 'ascending' : null) ??
      likeliest(DIRECTIONS, direction.judge(directionFeatures(decision, reading, memory)), 'direction') ??
      plainDirection(reading),
  };
}

/** A first message leaves nothing out where no word of it excepts or denies. */
function canRuleOut({ reference }: Decision, { operators, words }: Reading): boolean {
  return (
    reference !== 'alone' ||
    operators.has('except') ||
    operators.has('remove') ||
    words.some(({ folded }) => DENYING.has(folded))
  );
}

const DENYING = new Set(['pas', 'non', 'nan', 'sans', 'ni', 'no', 'not', 'without']);

/** What a decision and its slots say together. */
interface Filled extends Said {
  readonly slots: Slots;
  readonly limits: Filter;
  /** Projects named that are not ruled out, in order. */
  readonly named: readonly string[];
}

function filled(decision: Decision, said: Said, slots: Slots): Filled {
  const { reading, memory, knowledge } = said;
  const mentions = said.mentions.map((mention) =>
    changesSubject(decision, said) ? asTheme(mention, reading) : mention,
  );
  const cast = mentions.map((mention, index) => ({ mention, role: slots.roles[index] ?? 'none' }));
  const last = decision.reference === 'alone' ? null : (lastSetQuestion(memory)?.filter ?? null);
  const isSet = decision.intent !== 'fact' && decision.intent !== 'programme';
  return {
    ...said,
    slots,
    limits: goneOn(
      limitsOf(cast, isSet ? slots.condition : 'none', slots.comparison, decision.fields, last, reading, knowledge),
      last,
      reading,
      knowledge,
    ),
    named: unique(
      cast.flatMap(({ mention, role }) =>
        mention.kind === 'project' && (role === 'in' || role === 'carrier')
          ? idsOf(mention.span?.tags ?? [], 'project').slice(0, 1)
          : [],
      ),
    ),
  };
}

/** Not one more of the projects said before, nor one in the place of another: "projets sur le logement" after a comparison is on housing. */
function changesSubject({ reference }: Decision, { reading, mentions }: Said): boolean {
  const described = mentions.filter(({ isDescribed }) => isDescribed === true);
  const isOneMore = (reference === 'widen' || reference === 'replace') && !reading.operators.has('plural-subject');
  return !isOneMore && reading.named.length === 0 && described.length === 1;
}

/** A project described by nothing but a theme or a body, as what was said of it. */
function asTheme(mention: Mention, { spans }: Reading): Mention {
  if (mention.isDescribed !== true) return mention;
  const span = spans.find(
    ({ start, end, tags }) =>
      start <= mention.start &&
      end >= mention.end &&
      tags.some(({ kind }) => kind === 'theme' || kind === 'beneficiary' || kind === 'organisation'),
  );
  return span === undefined ? mention : { kind: 'subject', start: span.start, end: span.end, span };
}

/** "L'année suivante", "et du deuxième ?": a period said by the one before it. */
function goneOn(limits: Filter, last: Filter | null, reading: Reading, knowledge: KnowledgeBase): Filter {
  if (last === null || limits.years.length + limits.calls.length + limits.months.length > 0) return limits;
  const [year] = last.years;
  if (year !== undefined && reading.yearShift !== 0) return { ...limits, years: [year + reading.yearShift] };
  if (last.calls.length === 0) return limits;
  if (reading.session !== null)
    return { ...limits, calls: last.calls.map((call) => ({ ...call, session: reading.session })) };
  const numbers = reading.references.flatMap(({ id, position }) =>
    id === 'ordinal' && position > 0 ? [position] : [],
  );
  const calls = numbers.filter((number) => knowledge.calls.some((call) => call.number === number));
  return { ...limits, calls: calls.map((number) => ({ number, session: null, scheme: null })) };
}

/** More columns would not be read on a phone. */
export const MOST_COMPARED = 5;
/** Candidates that a clarification can offer as buttons. */
const MOST_CANDIDATES = 6;
/** A plural without a number gets so many. */
const DEFAULT_TOP = 5;
/** A record found that explains less than this share of the words is none. */
const LEAST_SHARE = 0.34;
/** Another project of at least this share of the best one's weight is meant as well. */
const RIVAL = 0.92;
/** A longer name that is said at least by this share of the words. */
const NAME_OVER_NAME = 0.75;
/** What is near the best is listed with it. */
const NEAR = 0.6;

/** Fills the slots of a decision; null when the message and what was said before do not hold what it needs. */
export function compose(decision: Decision, said: Said, slots: Slots = slotsFor(decision, said)): Composition | null {
  const composed = composeWith(decision, said, slots);
  return composed === null ? null : { ...composed, usedRoles: slots.roles };
}

function composeWith(decision: Decision, spoken: Said, slots: Slots): Composed | null {
  const { intent } = decision;
  if (isAct(intent)) return { question: { kind: 'smalltalk', act: intent }, support: 1 };
  if (isRefusal(intent))
    return { question: { kind: 'unknown', reason: intent, name: nameOf(intent, spoken) }, support: 1 };
  const said = filled(decision, spoken, slots);
  if (decision.reference === 'explain' || decision.reference === 'sources') {
    const again = composeAgain(decision, said);
    if (again) return again;
  }
  switch (intent) {
    case 'fact':
      return composeFact(decision, said);
    case 'compare':
      return composeComparison(decision, said);
    case 'programme':
      return composeProgramme(decision, said);
    case 'list':
    case 'rank':
    case 'count':
    case 'sum':
    case 'average':
    case 'median':
    case 'max':
    case 'min':
      return composeSet(decision, intent, said);
  }
}

function nameOf(reason: string, { reading }: Said): string | null {
  return reason === 'no-such-project' ? (reading.strangeName ?? strangerIn(reading)) : null;
}

/** The longest word that nothing explains, as written. */
function strangerIn({ words, leftoverStems }: Reading): string | null {
  const strange = words.filter(({ stem }) => leftoverStems.includes(stem));
  return strange.reduce<string | null>(
    (best, { written }) => (written.length > (best?.length ?? 2) ? written : best),
    null,
  );
}

/** "Pourquoi ?", "d'où vient ce chiffre ?": the last question again, or the sources of its project. */
function composeAgain({ reference, fields }: Decision, said: Filled): Composed | null {
  const { memory, named } = said;
  const last = memory.question;
  if (last === null || named.length > 0) return null;
  if (last.kind === 'fact') {
    const asked = fields.find((field) => said.reading.fields.includes(field) && field !== 'summary');
    const field = reference === 'sources' ? 'sources' : (asked ?? last.field);
    return { question: field === last.field ? last : { ...last, field, also: [] }, support: 1 };
  }
  return { question: last, support: 1 };
}

// ---- one project

function composeFact(decision: Decision, said: Filled): Composed | null {
  const { memory } = said;
  const subjects = subjectsOf(decision, said);
  if (subjects === null && decision.reference === 'alone' && said.reading.operators.has('example')) {
    const project = exampleOf(said.knowledge);
    return project === null ? null : { question: { kind: 'fact', project, field: 'summary', also: [] }, support: 1 };
  }
  if (subjects === null) {
    return memory.question?.kind === 'programme' && decision.reference !== 'alone'
      ? composeProgramme(decision, said)
      : null;
  }
  const { ids, support } = subjects;
  const [field, ...also] = fieldsFor(decision, said);
  const [project, ...others] = ids;
  if (project === undefined) return null;
  if (others.length === 0) return { question: { kind: 'fact', project, field: field ?? 'summary', also }, support };
  if (subjects.areRivals)
    return {
      question: { kind: 'clarify', candidates: ids.slice(0, MOST_CANDIDATES), field: field ?? null, readings: [] },
      support,
    };
  if (ids.length <= MOST_COMPARED && (said.named.length > 1 || (field !== undefined && field !== 'summary')))
    return {
      question: { kind: 'compare', projects: ids, field: field === 'summary' ? null : (field ?? null) },
      support,
    };
  // Of what was shown the set itself is told, with the limits that it had.
  if (decision.reference !== 'alone') return composeSet({ ...decision, intent: 'list' }, 'list', said);
  return {
    question: {
      kind: 'list',
      filter: { ...EMPTY_FILTER, among: ids },
      sort: null,
      limit: null,
      found: ids,
      show: shownFields(decision),
    },
    support,
  };
}

/** "Un projet au hasard": the first of which both what the fund gives and what it saves are published. */
function exampleOf({ projects }: KnowledgeBase): string | null {
  const known = projects.find(
    (project) => amountOf(project, 'funding') !== null && amountOf(project, 'savings') !== null,
  );
  return (known ?? projects[0])?.id ?? null;
}

/** The fields asked; none is said where a bare name takes over the last one. */
function fieldsFor({ fields, reference }: Decision, { reading, memory, named }: Filled): readonly Field[] {
  const last = memory.question;
  const saysField =
    named.length === 0 || reading.operators.has('how-much') || fields.some((field) => reading.fields.includes(field));
  if (reference === 'replace' && !saysField && last?.kind === 'fact') return [last.field, ...last.also];
  const said = reading.fields.filter((field) => field !== 'summary');
  return fields.length > 0 ? fields : said.length > 0 ? said.slice(0, 1) : ['summary'];
}

interface Subjects {
  readonly ids: readonly string[];
  readonly support: number;
  /** Any one of them may be meant. */
  readonly areRivals: boolean;
}

/** The project, or projects, that a message is about. */
function subjectsOf({ reference, intent }: Decision, said: Filled): Subjects | null {
  const { reading, memory, evidence, knowledge, named } = said;
  const sure = (ids: readonly string[]): Subjects | null =>
    ids.length === 0 ? null : { ids, support: 1, areRivals: false };
  const steps = reading.references.some(({ id }) => id === 'next' || id === 'before' || id === 'middle');
  if (reference === 'ordinal' || (steps && reference !== 'alone')) {
    const picked = pickedFromShown(said, intent === 'compare');
    if (picked.length > 0) return sure(picked);
  }
  if (named.length > 0) {
    const [only, ...more] = reading.named;
    if (only !== undefined && more.length === 0 && only.length > 1) return { ids: only, support: 0.8, areRivals: true };
    const [alone] = named;
    const own = evidence.projects.find(({ id }) => id === alone);
    const [best] = evidence.projects;
    const isWithin = own !== undefined && best !== undefined && holdsMore(best.matched, own.matched);
    // "PPN pour les administrations partenaires": a longer name that holds a shorter one.
    if (named.length === 1 && isWithin && best.share >= NAME_OVER_NAME)
      return { ids: [best.id], support: 0.8, areRivals: false };
    return sure(named);
  }
  if (namesStranger(reading)) return null;
  if (reference === 'focus' || reference === 'explain' || reference === 'sources') {
    if (memory.focus !== null) return sure([memory.focus]);
    const frame = framesOf(memory).find(({ focus, shown }) => focus !== null || shown.length > 0);
    return frame === undefined ? null : sure(frame.focus !== null ? [frame.focus] : frame.shown);
  }
  if (reference === 'shown') return sure(memory.shown);
  if (reference === 'previous') {
    const before = previousFocus(said);
    return before === null ? null : sure([before]);
  }
  const limited = isEmptyFilter(said.limits)
    ? null
    : new Set(idsAt(selectPositions(said.limits, knowledge), knowledge));
  if (limited !== null && limited.size === 1) return sure([...limited]);
  // "Le projet IA": a theme alone means any of its projects.
  const [theme, ...more] = reading.spans.filter(({ tags }) => tags.some(({ kind }) => kind === 'theme'));
  const ofTheme = theme === undefined ? [] : reading.words.slice(theme.start, theme.end).map(({ stem }) => stem);
  const isThemeAlone = more.length === 0 && describingStems(reading).every((stem) => ofTheme.includes(stem));
  if (limited !== null && limited.size > MOST_GUESSED_AMONG && theme !== undefined && isThemeAlone)
    return { ids: foundFirst([...limited], evidence), support: 0.6, areRivals: true };
  const within =
    limited === null || limited.size === 0 ? evidence.projects : evidence.projects.filter(({ id }) => limited.has(id));
  const best = bestOf(within.length > 0 ? within : evidence.projects);
  // "Pardon, pas le porteur, la somme": another field of the same project.
  return best ?? (reference === 'replace' && memory.focus !== null ? sure([memory.focus]) : null);
}

/** "Le projet Solaris": a name that no record holds is nothing that was spoken of. */
function namesStranger({ strangeName, words }: Reading): boolean {
  const at = strangeName === null ? -1 : words.findIndex(({ written }) => strangeName.startsWith(written));
  return at > 0 && /^proje[ct]t?$/.test(words[at - 1]?.folded ?? '');
}

/** Of a theme of more projects than this, none is guessed. */
const MOST_GUESSED_AMONG = 5;

/** Those that the words find, best first, then the others. */
function foundFirst(ids: readonly string[], { projects }: Evidence): readonly string[] {
  const found = projects.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  return unique([...found, ...ids]);
}

/** All that the other holds, and more. */
function holdsMore(matched: readonly string[], other: readonly string[]): boolean {
  return matched.length > other.length && other.every((stem) => matched.includes(stem));
}

function bestOf(found: readonly Found[]): Subjects | null {
  const [best, ...others] = found;
  if (best === undefined || best.share < LEAST_SHARE) return null;
  const rivals = others.filter(({ weight }) => weight >= best.weight * RIVAL);
  return {
    ids: [best.id, ...rivals.map(({ id }) => id)],
    support: Math.min(1, best.share) * (rivals.length === 0 ? 0.9 : 0.6),
    areRivals: rivals.length > 0,
  };
}

/** "Le deuxième", "le dernier", "les deux premiers", "l'autre", "celui d'Occitanie", "le plus cher": of what was shown. */
function pickedFromShown(filled: Filled, several: boolean): readonly string[] {
  const { reading, memory, knowledge, limits, evidence, named } = filled;
  const shown = shownBefore(filled);
  if (shown.length === 0) return [];
  const held = new Set(shown);
  const namedShown = named.filter((id) => held.has(id));
  if (namedShown.length > 0) return namedShown;
  const counted = countedShown(reading, shown);
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
  if (picked.length > 0) return several ? picked : picked.slice(0, 1);
  if (reading.references.some(({ id }) => id === 'others')) {
    // "Lequel coûte le plus ?", then "et l'autre ?": who came first was spoken of.
    const spoken = memory.focus ?? (memory.question?.kind === 'compare' && shown.length === 2 ? shown[0] : null);
    const others = shown.filter((id) => id !== spoken);
    return others.length < shown.length ? others : [];
  }
  const limited = isEmptyFilter(limits)
    ? shown
    : idsAt(selectPositions({ ...limits, among: shown }, knowledge), knowledge);
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
function countedShown({ words }: Reading, shown: readonly string[]): readonly string[] | null {
  const at = words.findIndex(({ folded }) => /^(?:premiers|premieres|derniers|dernieres|first|last)$/.test(folded));
  const [count] = [words[at - 1], words[at + 1]].flatMap((word) => readCount(word?.folded ?? '') ?? []);
  if (at < 0 || count === undefined || count < 2 || count >= shown.length) return null;
  return /^(?:premi|first)/.test(words[at]?.folded ?? '') ? shown.slice(0, count) : shown.slice(-count);
}

/** "Le suivant", "celui d'avant", "celui du milieu": a place counted from 1; null when none is said so. */
function steppedFrom({ reading, memory }: Filled, shown: readonly string[]): number | null {
  const has = (wanted: string): boolean => reading.references.some(({ id }) => id === wanted);
  const at = memory.focus === null ? (isRanking(memory.question) ? 1 : 0) : shown.indexOf(memory.focus) + 1;
  if (has('next')) return at === 0 ? shown.length + 1 : at + 1;
  if (has('before')) return at > 1 ? at - 1 : null;
  return has('middle') ? Math.ceil(shown.length / 2) : null;
}

/** The projects that an ordinal counts: those shown last, or the whole ranking of which the first was told. */
function shownBefore({ memory, knowledge }: Filled): readonly string[] {
  const frame = framesOf(memory).find(({ question, shown }) => shown.length > 1 || isRanking(question));
  if (frame === undefined) return memory.shown;
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

function isRanking(
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
function previousFocus({ memory, reading, evidence }: Filled): string | null {
  const before = unique(memory.earlier.flatMap(({ focus }) => focus ?? [])).filter((id) => id !== memory.focus);
  const known = new Set([...before, ...memory.earlier.flatMap(({ shown }) => shown)]);
  const isFirst = reading.references.some(({ id, position }) => id === 'ordinal' && position === 1);
  const first = isFirst ? before.at(-1) : undefined;
  const described = evidence.projects.find(({ id, share }) => known.has(id) && share >= LEAST_SHARE);
  return first ?? described?.id ?? before[0] ?? memory.focus;
}

// ---- a set

type SetIntent = 'list' | 'rank' | AggregateOperation;

function composeSet(decision: Decision, intent: SetIntent, said: Filled): Composed | null {
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
      const rank = countBeside(reading) === null ? rankAsked(decision, reading) : 1;
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
        return { question: byDate(isFirst ? 'ascending' : 'descending', filter, countBeside(reading) ?? 1), support };
      }
      const rank = countBeside(reading) === null ? rankAsked(decision, reading) : 1;
      const direction = intent === 'max' ? 'descending' : 'ascending';
      const second = rank > 1 ? rankedAt(rank, filter, amount, direction, said.knowledge) : undefined;
      if (second !== undefined)
        return { question: { kind: 'fact', project: second, field: amount, also: [] }, support };
      const limit = countBeside(reading) ?? 1;
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
  const count = countBeside(reading) ?? 1;
  if (!isOrder || (reference !== 'shown' && reference !== 'focus')) return null;
  if (shown.length > count || named.length > 0 || !isEmptyFilter(limits)) return null;
  if (isRanking(question) || (question?.kind === 'list' && question.sort !== null && question.limit !== null))
    return { filter: question.filter, support: 0.9, found: [] };
  // "Les 5 projets les plus chers" after three: more than were shown are of all.
  return count > shown.length && shown.length > 1 ? { filter: EMPTY_FILTER, support: 0.9, found: [] } : null;
}

/** "Les trois plus grosses aides réunies": a computation over the first of a ranking. */
function firstOf(filter: Filter, amount: AmountField, { reading, slots, knowledge }: Filled): Filter {
  const { operators } = reading;
  const count = countBeside(reading);
  const isLeast = slots.direction === 'ascending';
  if (count === null || !(operators.has('max') || operators.has('min') || operators.has('top'))) return filter;
  const ranked = publishedAt(selectPositions(filter, knowledge), amount, knowledge);
  return { ...EMPTY_FILTER, among: idsAt(isLeast ? ranked.slice(-count) : ranked.slice(0, count), knowledge) };
}

/** "Élargis à cinq", "top 10 plutôt" after a ranking of three: the same with another number; null where none is said. */
function withOtherLimit({ reading, memory, limits, named }: Filled): Question | null {
  const last = lastSetQuestion(memory);
  const count = countBeside(reading);
  const isRanked = last?.kind === 'list' && last.sort !== null && last.limit !== null;
  return isRanked && count !== null && named.length === 0 && isEmptyFilter(limits) ? { ...last, limit: count } : null;
}

function isComputed(intent: SetIntent): boolean {
  return intent === 'count' || intent === 'sum' || intent === 'average' || intent === 'median';
}

/** "Et les trois suivants ?" after the first of a ranking: as many beyond the amount of its last; null where none are asked for, or none are left. */
function furtherIn(said: Filled): Question | null {
  const { memory, reading, knowledge } = said;
  const { question } = memory;
  const count = countBeside(reading);
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

/** "Le deuxième projet le plus cher" is the last of two; one where no rank is said. */
function rankAsked({ reference }: Decision, { references }: Reading): number {
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position > 1);
  return reference === 'alone' ? (ordinal?.position ?? 1) : 1;
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
  const isJoined = reading.words.slice(Math.max(0, at - 2), at).some(({ folded }) => knowledge.language.joins(folded));
  const areBoth = said.length === 2 && isJoined && said.some((field) => fields.includes(field));
  return areBoth ? unique([...said, ...fields]) : fields;
}

/** Fields told of each project of a list. */
function shownFields({ fields }: Decision): readonly Field[] {
  return fields.filter((field) => field !== 'summary' && field !== 'sources');
}

function aggregate(
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
    countBeside(reading) ??
    (reading.operators.has('top')
      ? DEFAULT_TOP
      : before?.kind === 'list' && before.sort !== null
        ? before.limit
        : null);
  return isByDate ? byDate(direction, filter, limit) : sorted(amount, direction, filter, limit);
}

/** "du plus petit au plus grand" begins with the lowest, where nothing was learned. */
function plainDirection({ operators }: Reading): Direction {
  const isLeastFirst = operators.has('min') && !operators.has('max');
  return operators.has('oldest') || operators.has('ascending') || isLeastFirst ? 'ascending' : 'descending';
}

/** "Top 3", "les cinq plus chers": a number that is no year, no amount and no call. */
function countBeside({ words, spans, operators }: Reading): number | null {
  const isInside = (index: number): boolean =>
    spans.some(
      ({ start, end, tags }) =>
        start <= index &&
        index < end &&
        tags.some(({ kind }) => kind !== 'operator' && kind !== 'field' && kind !== 'reference'),
    );
  const index = words.findIndex(({ folded }, at) => {
    const count = readCount(folded);
    if (count === null || count < 2 || isInside(at)) return false;
    const [before, last] = [words[at - 2]?.folded ?? '', words[at - 1]?.folded ?? ''];
    // "Le moins cher des deux", "the cheaper of the two" want one.
    const next = words[at + 1]?.folded ?? '';
    if (
      (/^(?:des|ces|eux|toutes|tous)$/.test(last) && !isCounted(next)) ||
      (/^(?:les|the|these|those)$/.test(last) && /^(?:of|entre|parmi|between|among|sur|de)$/.test(before))
    )
      return false;
    return !/^(?:m|k|meur|keur|millions?|milliards?|euros?|ans?|annees?|years?)$/.test(next);
  });
  const count = index < 0 ? null : readCount(words[index]?.folded ?? '');
  return count ?? (operators.has('top') ? DEFAULT_TOP : null);
}

/** The amount that is computed: said, else that of the question before, else the likeliest, else the fund's money. */
function amountFor({ fields, reference }: Decision, { reading, memory }: Filled): AmountField {
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
  const { memory, knowledge, reading, limits, named } = said;
  const { reference } = decision;
  const sure = (filter: Filter): SetFound => ({ filter, support: 1, found: [] });
  const saidOfSet: SaidOfSet = {
    limits,
    named,
    dropped: dimensionsNamed(reading, knowledge.language),
  };
  const [frame] = framesOf(memory).filter((candidate) => setOf(candidate) !== null);
  const limited = frame === undefined ? null : setOf(frame);
  // "Au niveau national alors ?": the place does not limit any more.
  const last = limited === null ? null : everywhere(limited, said);
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
      if (isOfRecent) return sure({ ...EMPTY_FILTER, among: recent.slice(0, Math.max(2, saidCount(reading))) });
      if (reference === 'focus' && memory.focus !== null)
        return sure(
          decision.intent === 'list' ? siblingsOf(memory.focus, said) : { ...EMPTY_FILTER, among: [memory.focus] },
        );
      return sure(narrowed(last, { ...saidOfSet, named: [] }, knowledge));
    }
    case 'replace': {
      const question = lastSetQuestion(memory);
      const before = question?.filter ?? last;
      const base = before === null ? null : everywhere(before, said);
      const swapped = swappedIn(last?.among ?? [], said);
      if (swapped !== null) return sure({ ...EMPTY_FILTER, among: swapped });
      return base === null ? setAlone(decision, said) : sure(replaced(base, saidOfSet));
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
      const base = last ?? EMPTY_FILTER;
      const [described] = said.evidence.projects;
      const drops = saidOfSet.dropped.length > 0 || reading.operators.has('remove') || reading.operators.has('except');
      const isDescribed = named.length === 0 && isEmptyFilter(limits) && !drops;
      const added = isDescribed && described !== undefined && described.share >= SIDE_SHARE ? [described.id] : named;
      return sure(widened(base, { ...saidOfSet, named: added }, knowledge));
    }
    case 'previous': {
      const sets = framesOf(memory)
        .slice(1)
        .flatMap((candidate) => setOf(candidate) ?? []);
      const recent = recentFocuses(memory);
      const count = saidCount(reading);
      if (count > 1 && recent.length >= count) return sure({ ...EMPTY_FILTER, among: recent.slice(0, count) });
      const before = sets.find((set) => overlaps(set, limits)) ?? (isEmptyFilter(limits) ? sets[0] : undefined);
      return before === undefined ? setAlone(decision, said) : sure(before);
    }
    case 'alone':
      return setAlone(decision, said);
  }
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
function takenOut({ reference }: Decision, said: Filled): readonly string[] {
  const { operators, references } = said.reading;
  const isOut = operators.has('remove') || operators.has('except');
  const isPlaced = references.some(({ id }) => id === 'ordinal') || operators.has('max') || operators.has('min');
  if (reference !== 'narrow' || !isOut || !isPlaced || said.named.length > 0 || !isEmptyFilter(said.limits)) return [];
  const picked = pickedFromShown(said, true);
  return picked.length < shownBefore(said).length ? picked : [];
}

/** "Remplace PILAT par Calypso", "vire Mentor, mets Synaps": of projects said one by one, those named that were there go and the others come. */
function swappedIn(before: readonly string[], { named, limits, reading }: Filled): readonly string[] | null {
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
function saidCount({ words }: Reading): number {
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
function setAlone({ intent }: Decision, said: Filled): SetFound | null {
  const { limits, evidence, named, slots, reading, knowledge } = said;
  if (!isEmptyFilter(limits)) {
    const isOnNamed = named.length > 0 && limits.among === null && limits.except.projects.length === 0;
    const both = isOnNamed && named.length > 1 ? { ...limits, among: named } : limits;
    // Of projects named, what leaves some of them out where they are added up was misread, and so was what leaves none.
    const left = both.among === null ? [] : selectPositions(both, knowledge);
    const isAdded = intent === 'sum' || intent === 'average';
    const isEmptied = both.among !== null && (left.length === 0 || (isAdded && left.length < named.length));
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

// ---- projects or bodies side by side

function composeComparison(decision: Decision, said: Filled): Composed | null {
  const { memory, limits } = said;
  // "Projets de la Justice" is a list of its own: nothing in it joins a comparison.
  const addsNone = said.named.length === 0 && said.reading.operators.has('plural-subject') && !isEmptyFilter(limits);
  if (decision.reference === 'widen' && addsNone) return null;
  const [described] = said.evidence.projects;
  const isAdded = decision.reference === 'widen' && described !== undefined && described.share >= SIDE_SHARE;
  const named = said.named.length === 0 && isAdded ? [described.id] : said.named;
  const sides = named.filter((id) => !limits.except.projects.includes(id));
  const asked = decision.fields.find((candidate) => candidate !== 'summary') ?? null;
  const { fields, operators } = said.reading;
  const saysField =
    asked !== null && (fields.includes(asked) || SAYING_MONEY.some((operator) => operators.has(operator)));
  const field = saysField ? asked : (lastField(decision, memory) ?? asked);
  const beside = (projects: readonly string[], support = 1): Composed | null => {
    const compared = winnersFirst(unique(projects).slice(0, MOST_COMPARED), field, said);
    if (compared.length < 2) return null;
    // "Géoplateforme plus LiDAR HD, coût cumulé": side by side to be added, unless one of them is to win.
    const isCompared = (['compare', 'max', 'min'] as const).some((operator) => operators.has(operator));
    if (field !== null && isAmountField(field) && operators.has('sum') && !isCompared)
      return { question: aggregate('sum', field, { ...EMPTY_FILTER, among: compared }, null), support };
    return { question: { kind: 'compare', projects: compared, field }, support };
  };
  const out = new Set(limits.except.projects);
  const [frame] = framesOf(memory);
  const last = (
    frame?.question?.kind === 'compare'
      ? frame.question.projects
      : memory.focus !== null && memory.shown.length <= 1
        ? [memory.focus]
        : memory.shown
  ).filter((id) => !out.has(id));
  switch (decision.reference) {
    case 'widen':
      return beside([...last, ...sides]);
    case 'narrow': {
      const gone = takenOut(decision, said);
      const left = selectPositions({ ...EMPTY_FILTER, among: last, except: limits.except }, said.knowledge);
      const held = new Set(idsAt(left, said.knowledge));
      const kept = last.filter((id) => held.has(id) && !gone.includes(id));
      if (kept.length < last.length && kept.length > 0) return beside(kept) ?? oneLeft(kept, field);
      return out.size > 0 || sides.length === 0 ? (beside(last) ?? oneLeft(last, field)) : beside(sides);
    }
    case 'shown':
      return (
        beside(placedIn(last, said) ?? (said.named.length > 1 ? said.named : [...last, ...said.named])) ??
        (isRanking(memory.question) ? beside(shownBefore(said).slice(0, 2)) : beside(recentFocuses(memory)))
      );
    case 'ordinal':
      return beside(said.named.length > 1 ? said.named : [...pickedFromShown(said, true), ...said.named]);
    case 'focus':
      return beside([...(memory.focus === null ? last : [memory.focus]), ...sides]) ?? beside(recentFocuses(memory));
    case 'replace': {
      const swapped = swappedIn(last, said);
      if (swapped !== null) return beside(swapped);
      if (sides.length >= 2) return beside(sides);
      if (sides.length === 0) return beside(last);
      return beside(last.length >= 2 && out.size === 0 ? [...last.slice(0, 1), ...sides] : [...last, ...sides]);
    }
    case 'previous': {
      const before = recentFocuses(memory);
      const compared = memory.earlier.find(({ question }) => question?.kind === 'compare')?.question;
      return (
        (compared?.kind === 'compare' ? beside([...compared.projects, ...sides]) : null) ??
        beside([...before.slice(0, 1), ...sides]) ??
        beside(before.slice(0, 2))
      );
    }
    case 'alone':
    case 'explain':
    case 'sources': {
      const bodies = sides.length < 2 ? bodiesAsked(said) : null;
      if (bodies !== null) {
        const amount = decision.fields.find(isAmountField) ?? null;
        const filter = { ...limits, ...bodies };
        return { question: aggregate(amount === null ? 'count' : 'sum', amount, filter, 'asked'), support: 1 };
      }
      return beside(sides, 0.9) ?? beside(endsOf(decision, said), 0.9) ?? beside(last, 0.8);
    }
  }
}

/** "Compare le 2 et le 3": the places said of what was shown, two of them at least; null where none are. */
function placedIn(shown: readonly string[], { reading, named }: Filled): readonly string[] | null {
  const places = reading.quantities.flatMap(({ value, factor }) => (factor === null ? (shown[value - 1] ?? []) : []));
  return named.length === 0 && places.length > 1 ? places : null;
}

/** "Lequel des deux a reçu le plus ?": who answers the question comes first. */
function winnersFirst(
  projects: readonly string[],
  field: Field | null,
  { reading, knowledge }: Filled,
): readonly string[] {
  const { operators } = reading;
  if (!isAmountField(field) || operators.has('max') === operators.has('min')) return projects;
  const positions = selectPositions({ ...EMPTY_FILTER, among: projects }, knowledge);
  const ranked = idsAt(publishedAt(positions, field, knowledge), knowledge);
  const first = operators.has('max') ? ranked : [...ranked].reverse();
  return [...first, ...projects.filter((id) => !ranked.includes(id))];
}

/** "L'écart entre la plus grosse dotation et la plus petite": the two ends of a ranking. */
function endsOf(decision: Decision, said: Filled): readonly string[] {
  const { operators } = said.reading;
  if (!operators.has('max') || !operators.has('min')) return [];
  const ranked = idsAt(
    publishedAt(selectPositions(said.limits, said.knowledge), amountFor(decision, said), said.knowledge),
    said.knowledge,
  );
  return [...ranked.slice(0, 1), ...ranked.slice(-1)];
}

/** What a comparison leaves when all but one are taken out. */
function oneLeft([project]: readonly string[], field: Field | null): Composed | null {
  return project === undefined
    ? null
    : { question: { kind: 'fact', project, field: field ?? 'summary', also: [] }, support: 0.9 };
}

function recentFocuses(memory: Memory): readonly string[] {
  return unique(framesOf(memory).flatMap(({ focus }) => focus ?? [])).slice(0, MOST_COMPARED);
}

/** The share of a side's words that its project must explain. */
const SIDE_SHARE = 0.6;

/** Words that say a sum without naming its field: "lequel a touché le plus ?" */
const SAYING_MONEY = ['how-much', 'pays', 'max', 'min'] as const;

function lastField({ reference }: Decision, { question }: Memory): Field | null {
  return reference !== 'alone' && question !== null && 'field' in question ? question.field : null;
}

/** The bodies and themes that a message opposes, as the sides of one set; null when they are not two. */
function bodiesAsked({
  reading: { spans },
  knowledge: { facets },
}: Filled): Pick<Filter, 'topics' | 'carriers'> | null {
  const carriers: string[] = [];
  const themes: string[] = [];
  for (const { tags } of spans) {
    const body = idsOf(tags, 'organisation').find((id) => facets.carrier.has(id));
    const theme = idsOf(tags, 'theme').find((id) => facets.theme.has(id));
    if (body !== undefined) carriers.push(body);
    else if (theme !== undefined) themes.push(theme);
  }
  if (new Set([...carriers, ...themes]).size < 2) return null;
  return themes.length === 0
    ? { topics: [], carriers: unique(carriers) }
    : { topics: [{ themes: unique(themes), beneficiaries: [], organisations: unique(carriers) }], carriers: [] };
}

// ---- the fund

/** Two facts whose weights are this close answer together. */
const TIE = 0.15;

function composeProgramme({ reference }: Decision, said: Filled): Composed | null {
  const { reading, memory, knowledge } = said;
  const last = memory.question?.kind === 'programme' ? memory.question.facts : [];
  const before =
    reference === 'previous'
      ? (memory.earlier.flatMap(({ question }) => (question?.kind === 'programme' ? [question.facts] : []))[0] ?? last)
      : last;
  const goesOn = reference !== 'alone' && before.length > 0;
  const ranked = goesOn ? factsAsked(reading, before, knowledge) : said.facts;
  // Asked in its very words, a fact is asked: "FTAP 2" stands within many wordings of others.
  const verbatim = ranked.filter(({ id, fit }) => fit >= 1 && isAskedVerbatim(id, reading, knowledge));
  const [best, second] = verbatim.length === 1 ? verbatim : ranked;
  if (best === undefined) return goesOn ? { question: { kind: 'programme', facts: before }, support: 0.5 } : null;
  const facts = second !== undefined && second.weight > best.weight - TIE ? [best.id, second.id] : [best.id];
  return { question: { kind: 'programme', facts }, support: Math.min(1, 0.3 + best.fit) };
}

/** The message is one of the ways of asking for a fact, word for word. */
function isAskedVerbatim(id: string, { words }: Reading, { factById }: KnowledgeBase): boolean {
  const fact = factById.get(id);
  const said = words.map(({ folded }) => folded).join(' ');
  const ways = fact === undefined ? [] : [fact.questionFr, fact.questionEn, ...fact.wordings.fr, ...fact.wordings.en];
  return ways.some(
    (way) =>
      readTerm(way)
        .map(({ folded }) => folded)
        .join(' ') === said,
  );
}
