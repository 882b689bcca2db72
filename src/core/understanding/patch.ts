import { intersect } from '../answering/ascending';
import { groupsOf } from '../answering/groups';
import { idsAt, selectIds, selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { AmountCondition, Exception, Filter, Frame, Memory, Question, Topic } from '../model/question';
import { EMPTY_FILTER, idsOfTopic, isEmptyFilter, onlyThese } from '../model/question';
import { unique } from './reading';
import { type AmountField, isAmountField, isMadeOfBoth } from '../model/project-fields';
import { setOfPart } from './lists/parts';
import { boundedBy, DIMENSIONS, type Dimension, union } from './limits';

/** What a message says of a set: its limits, and the projects that it names. */
export interface SaidOfSet {
  readonly limits: Filter;
  readonly named: readonly string[];
  /** Dimensions of which the message names only the kind: "toutes les années". */
  readonly dropped: readonly Dimension[];
  /** Those of them that a word beside says to go. */
  readonly lifted: readonly Dimension[];
  /** "Seulement ceux de 2023": of what was shown, though none be left. */
  readonly keepsOnly: boolean;
}

const KEYS: Readonly<Record<Dimension, readonly Exclude<keyof Filter, 'except'>[]>> = {
  subject: ['topics', 'carriers', 'partners', 'among'],
  body: ['carriers', 'partners'],
  place: ['territories'],
  period: ['calls', 'years', 'months'],
  amount: ['amounts'],
  known: ['known', 'unknown', 'disputes'],
};

/** The dimensions that a filter limits. */
export function dimensionsOf(filter: Filter): readonly Dimension[] {
  return DIMENSIONS.filter((dimension) => isLimitedIn(filter, dimension));
}

function isLimitedIn(filter: Filter, dimension: Dimension): boolean {
  return KEYS[dimension].some((key) => (filter[key]?.length ?? 0) > 0);
}

/** "Et en Occitanie ?", "plutôt 2019": each dimension said takes the place of the same one before. */
export function replaced(before: Filter, said: SaidOfSet, knowledge: KnowledgeBase): Filter {
  const { limits, named, lifted } = said;
  const last = lifted.reduce(without, before);
  const ofBody = otherBody(last, said, knowledge);
  if (ofBody !== null) return ofBody;
  const own = dimensionsOf(limits);
  if (named.length > 0 && own.length === 0) return { ...last, among: named, topics: [], carriers: [] };
  const filter = together(undenied(own.reduce(without, last), limits), swapped(last, limits));
  // "Et à la DGFiP ?" of a place in which it carries nothing asks for the body.
  const isElsewhere = limits.carriers.length > 0 && last.territories.length > 0 && limits.territories.length === 0;
  return isElsewhere && selectPositions(filter, knowledge).length === 0 ? without(filter, 'place') : filter;
}

/**
 * "Projets de l'Intérieur", then "et la Justice ?": what may be a body or a theme is a body in the place of one; a theme said beside ("projets IA de
 * l'Intérieur") stays, unless it says little but the body before. Null where no body is said in the place of one.
 */
function otherBody(last: Filter, { limits, named }: SaidOfSet, knowledge: KnowledgeBase): Filter | null {
  const carriers = [...limits.carriers, ...limits.topics.flatMap(({ organisations }) => organisations)];
  const isOfBody = carriers.length > 0 && limits.topics.every(({ organisations }) => organisations.length > 0);
  if (!isOfBody || named.length > 0 || last.carriers.length === 0) return null;
  const countOf = (filter: Filter): number => selectPositions(filter, knowledge).length;
  const others = dimensionsOf(limits).filter((dimension) => dimension !== 'subject');
  const kept = together(others.reduce(without, without(last, 'body')), { ...limits, topics: [], carriers });
  return countOf(kept) > 0 || countOf(last) < countOf({ ...last, topics: [] }) / 2 ? kept : null;
}

/** "Laissez tomber 2019, prenez 2023": said beside what takes its place, what limited before goes. */
function swapped(last: Filter, limits: Filter): Filter {
  const left = <Value>(before: readonly Value[], said: readonly Value[]): readonly Value[] => {
    const come = said.filter((value) => !before.includes(value));
    return come.length > 0 ? come : said;
  };
  const known = last.topics.reduce(union, { themes: [], beneficiaries: [], organisations: [] });
  const come = limits.topics.map(({ themes, beneficiaries, organisations }) => ({
    themes: left(known.themes, themes),
    beneficiaries: left(known.beneficiaries, beneficiaries),
    organisations: left(known.organisations, organisations),
  }));
  const isNew = (topic: Topic): boolean => !last.topics.some((other) => areSame(idsOfTopic(other), idsOfTopic(topic)));
  return {
    ...limits,
    topics: come.some(isNew) ? come.filter(isNew) : limits.topics,
    carriers: left(last.carriers, limits.carriers),
    territories: left(last.territories, limits.territories),
    // "Depuis 2020" holds the year told before.
    years: limits.years.length > 2 ? limits.years : left(last.years, limits.years),
  };
}

/** "Seulement ceux de 2019", "sans les prisons": a limit more; of the same dimension it takes the place of the one before. */
export function narrowed(last: Filter, said: SaidOfSet, knowledge: KnowledgeBase): Filter {
  const { limits, named, keepsOnly } = said;
  const kept = dimensionsOf(limits)
    .filter((dimension) => dimension !== 'subject' && dimension !== 'known')
    .filter((dimension) => dimension !== 'amount' || !opposes(last.amounts, limits.amounts))
    .reduce(without, last);
  const narrow = together(undenied(kept, limits), limits);
  const sameBody = last.carriers.length > 0 && limits.carriers.length > 0;
  const filter = sameBody ? { ...narrow, carriers: limits.carriers } : narrow;
  if (named.length > 0) return { ...filter, among: filter.among?.filter((id) => named.includes(id)) ?? named };
  // Of a body outside what was shown, the set itself is asked ("et à la DGFiP ?"), and so is a subject in the place of another.
  const isOther = limits.carriers.length > 0 || (holdsSubject(last) && holdsSubject(limits));
  const isLeft = (one: Filter): boolean => selectPositions(one, knowledge).length > 0;
  if (!isOther || keepsOnly || isLeft(filter)) return filter;
  const besides = without(last, 'subject');
  const other = together(besides, limits);
  return isLeft(other) || last.amounts.length === 0 ? other : together(without(besides, 'amount'), limits);
}

export function holdsSubject(filter: Filter): boolean {
  return filter.topics.length + filter.carriers.length > 0;
}

/**
 * "Ajoute Pix", "et aussi 2021", "toutes années confondues": more of the same dimension, what another limit gives besides, or no limit of it any more.
 *
 * @param wider the set before it that the last one narrowed, which is told again where nothing else is said; null where there is none
 */
export function widened(before: Filter, said: SaidOfSet, wider: Filter | null, knowledge: KnowledgeBase): Filter {
  const { dropped, lifted } = said;
  // "Oublie l'année, toutes celles de la DGFiP": what is named besides says which set it is.
  const isSaidAgain = dimensionsOf(said.limits).length > 0;
  const { last, limits, named } = backIn(isSaidAgain ? lifted.reduce(without, before) : before, said);
  if (named.length > 0) return onlyThese(unique([...idsIn(last, knowledge), ...named]));
  const own = dimensionsOf(limits);
  if (own.length === 0) {
    if (last.except !== before.except) return last;
    // "Sans limite de date": of what is named only what limits can be lifted; of bodies where none limits, the subject.
    const going = dropped
      .map((dimension) => (dimension === 'body' && last.carriers.length === 0 ? 'subject' : dimension))
      .filter((dimension) => isLimitedIn(last, dimension));
    if (going.length > 0) return going.reduce(without, last);
    if (wider !== null) return wider;
    const others = dimensionsOf(last).filter((dimension) => dimension !== 'subject');
    return { ...(others.length > 0 ? others : dimensionsOf(last)).reduce(without, last), except: EMPTY_FILTER.except };
  }
  // "Le logement", then "et 2021 en plus": what nothing limited in the same way comes besides, whatever it is on.
  const isOther = own.some(
    (dimension) => dimension !== 'amount' && dimension !== 'known' && !isLimitedIn(last, dimension),
  );
  const isOtherPeriod =
    last.years.length > 0 !== limits.years.length > 0 && last.calls.length > 0 !== limits.calls.length > 0;
  if (!isEmptyFilter(last) && (isOther || isOtherPeriod)) {
    const besides = isOther ? limits : together(without(last, 'period'), limits);
    return onlyThese(unique([...idsIn(last, knowledge), ...idsIn(besides, knowledge)]));
  }
  const [first, ...more] = last.topics;
  const topics =
    first !== undefined && limits.topics.length > 0
      ? [[...more, ...limits.topics].reduce(union, first)]
      : last.carriers.length > 0 && limits.topics.length > 0
        ? [limits.topics.reduce(union, { themes: [], beneficiaries: [], organisations: last.carriers })]
        : first !== undefined && limits.carriers.length > 0
          ? [union(first, { themes: [], beneficiaries: [], organisations: limits.carriers })]
          : unique([...last.topics, ...limits.topics]);
  const isSubjectMixed = topics.length === 1 && last.carriers.length > 0 !== limits.carriers.length > 0;
  return {
    ...last,
    topics,
    carriers: isSubjectMixed ? [] : unique([...last.carriers, ...limits.carriers]),
    territories: unique([...last.territories, ...limits.territories]),
    calls: [...last.calls, ...limits.calls],
    years: unique([...last.years, ...limits.years]),
    amounts: limits.amounts.length > 0 ? limits.amounts : last.amounts,
    among: null,
  };
}

/** What is left of a set once some of it goes, and what comes in its place. */
export function exchanged(last: Filter, except: Filter['except'], coming: Filter, knowledge: KnowledgeBase): Filter {
  const left = idsIn(together(last, { ...EMPTY_FILTER, except }), knowledge);
  return onlyThese(unique([...left, ...idsIn(coming, knowledge)]));
}

function idsIn(filter: Filter, knowledge: KnowledgeBase): readonly string[] {
  return selectPositions(filter, knowledge).flatMap((position) => knowledge.projects[position]?.id ?? []);
}

/** What is said was ruled out of the last set: "et avec les prisons" after "sans les prisons". */
export function comesBack(last: Filter, said: SaidOfSet): boolean {
  return backIn(last, said).last !== last;
}

/** What was ruled out and is said again comes back, and is nothing to add. */
function backIn(last: Filter, { limits, named }: SaidOfSet) {
  const { kept, except } = cancelled(limits, last.except, 'some');
  const left = { ...except, projects: except.projects.filter((id) => !named.includes(id)) };
  if (JSON.stringify(left) === JSON.stringify(last.except)) return { last, limits, named };
  const more = named.filter((id) => !last.except.projects.includes(id));
  return { last: { ...last, except: left }, limits: kept, named: more };
}

/** "Enlève le cadastre" of a set that it limits: what is ruled out goes from the limits, and nothing else is ruled out by it. */
export function reconciled(last: Filter, limits: Filter): { readonly last: Filter; readonly limits: Filter } {
  const { kept, except } = cancelled(last, limits.except, 'every');
  return { last: kept, limits: { ...limits, except } };
}

/** What limits a set and is ruled out too does neither: of a subject, where `some` of what it may be is ruled out, or `every` one. */
function cancelled(limits: Filter, except: Exception, match: 'some' | 'every') {
  const out = new Set(except.topics.flatMap(idsOfTopic));
  const topics = limits.topics.filter((topic) => idsOfTopic(topic)[match]((key) => out.has(key)));
  const gone = new Set(topics.flatMap(idsOfTopic));
  const rest = <Value>(all: readonly Value[], taken: readonly Value[]): readonly Value[] =>
    all.filter((value) => !taken.includes(value));
  return {
    kept: {
      ...limits,
      topics: rest(limits.topics, topics),
      carriers: rest(limits.carriers, except.carriers),
      territories: rest(limits.territories, except.territories),
      years: rest(limits.years, except.years),
    },
    except: {
      ...except,
      topics: except.topics.filter((topic) => !idsOfTopic(topic).some((key) => gone.has(key))),
      carriers: rest(except.carriers, limits.carriers),
      territories: rest(except.territories, limits.territories),
      years: rest(except.years, limits.years),
    },
  };
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((key) => others.includes(key));
}

/** Both at once. */
function together(a: Filter, b: Filter): Filter {
  return {
    topics: [
      ...a.topics,
      ...b.topics.filter((topic) => !a.topics.some((other) => areSame(idsOfTopic(other), idsOfTopic(topic)))),
    ],
    carriers: unique([...a.carriers, ...b.carriers]),
    partners: unique([...a.partners, ...b.partners]),
    territories: unique([...a.territories, ...b.territories]),
    calls: [...a.calls, ...b.calls],
    years: unique([...a.years, ...b.years]),
    months: unique([...a.months, ...b.months]),
    amounts: [...a.amounts, ...b.amounts],
    known: unique([...a.known, ...b.known]),
    unknown: unique([...a.unknown, ...b.unknown]),
    disputes: [...a.disputes, ...b.disputes],
    among: b.among ?? a.among,
    except: {
      topics: [...a.except.topics, ...b.except.topics],
      carriers: unique([...a.except.carriers, ...b.except.carriers]),
      territories: unique([...a.except.territories, ...b.except.territories]),
      projects: unique([...a.except.projects, ...b.except.projects]),
      calls: [...a.except.calls, ...b.except.calls],
      years: unique([...a.except.years, ...b.except.years]),
    },
  };
}

export function without(filter: Filter, dimension: Dimension): Filter {
  return KEYS[dimension].reduce<Filter>((left, key) => ({ ...left, [key]: EMPTY_FILTER[key] }), filter);
}

/** Of what must be published, and what must not, what is said now takes the place of its contrary. */
function undenied(last: Filter, { known, unknown, except, years, months }: Filter): Filter {
  // "Sans date", then "et en 2020 ?"
  const isDated = years.length + months.length > 0;
  // "Ceux du 2e appel", then "combien ne sont pas du 2e appel ?": what is ruled out limits no more.
  const left = <Value>(before: readonly Value[], out: readonly Value[]): readonly Value[] =>
    before.filter((value) => !out.some((other) => JSON.stringify(other) === JSON.stringify(value)));
  return {
    ...last,
    carriers: left(last.carriers, except.carriers),
    territories: left(last.territories, except.territories),
    calls: left(last.calls, except.calls),
    years: left(last.years, except.years),
    amounts: last.amounts.filter(({ field }) => isMadeOfBoth(field) || !unknown.includes(field)),
    known: last.known.filter((field) => !unknown.includes(field)),
    unknown: last.unknown.filter((field) => !known.includes(field) && !(isDated && field === 'date')),
  };
}

/** "Plus de 10" after "moins de 30" keeps both; "plus de 20" after "plus de 10" takes its place. */
export function opposes(last: readonly AmountCondition[], said: readonly AmountCondition[]): boolean {
  return said.every(({ field, min }) =>
    last.every((before) => before.field !== field || (before.min === null) !== (min === null)),
  );
}

/** The set that a frame put on the table; null when it put none. */
export function setOf({ question, shown }: Frame): Filter | null {
  switch (question?.kind) {
    case 'list':
      return question.limit === null ? question.filter : onlyThese(shown);
    case 'aggregate': {
      const isWinner = (question.operation === 'max' || question.operation === 'min') && question.groupBy !== null;
      return isWinner ? onlyThese(shown) : question.filter;
    }
    case 'compare':
    case 'clarify':
    case 'fact':
      return onlyThese(shown);
    case 'programme':
    case 'smalltalk':
    case 'unknown':
    case undefined:
      return null;
  }
}

/** What was on the table, the latest first. */
export function framesOf(memory: Memory): readonly Frame[] {
  return memory.question === null ? memory.earlier : [memory, ...memory.earlier];
}

/** More columns would not be read on a phone. */
export const MOST_COMPARED = 5;

/** The projects spoken of one by one, the last first. */
export function recentFocuses(memory: Memory): readonly string[] {
  return unique(framesOf(memory).flatMap(({ focus }) => focus ?? [])).slice(0, MOST_COMPARED);
}

/** The last question whose set can be asked again with other limits. */
export function lastSetQuestion(memory: Memory): Extract<Question, { kind: 'list' | 'aggregate' }> | null {
  for (const { question } of framesOf(memory))
    if (question?.kind === 'list' || question?.kind === 'aggregate') return question;
  return null;
}

/** So many of the last sets that were asked for, each once, the earliest first; not what they hold together; null where there are fewer. */
export function setsAskedBefore(memory: Memory, count: number, knowledge: KnowledgeBase): readonly Filter[] | null {
  const asked = framesOf(memory).flatMap((frame) => {
    const { question } = frame;
    if (question?.kind !== 'list' && question?.kind !== 'aggregate') return [];
    const ranksParts = question.kind === 'aggregate' && (question.operation === 'max' || question.operation === 'min');
    const [first] = ranksParts ? groupsOf(selectPositions(question.filter, knowledge), question, knowledge) : [];
    const part = first === undefined || question.kind === 'list' ? null : setOfPart(first, question, knowledge);
    return part ?? setOf(frame) ?? [];
  });
  const [last = EMPTY_FILTER, ...others] = new Map(asked.map((set) => [JSON.stringify(set), set])).values();
  const both = heldTogether(others.slice(0, count), knowledge).among ?? [];
  const isOfBoth = others.length >= count && last.among !== null && areSame(last.among, both);
  const sets = (isOfBoth ? others : [last, ...others]).slice(0, count);
  return asked.length === 0 || sets.length < count ? null : sets.reverse();
}

/** What any of several sets holds. */
export function heldTogether(sets: readonly Filter[], knowledge: KnowledgeBase): Filter {
  return onlyThese(unique(sets.flatMap((set) => selectIds(set, knowledge))));
}

/** What all of several sets hold: by their limits, where these tell it; else one by one. */
export function heldByAll([first = EMPTY_FILTER, ...sets]: readonly Filter[], knowledge: KnowledgeBase): Filter {
  const common = intersect([first, ...sets].map((set) => selectPositions(set, knowledge)));
  const limited = sets.reduce(together, first);
  const isTold = selectPositions(limited, knowledge).join() === common.join();
  return isTold ? limited : onlyThese(idsAt(common, knowledge));
}

/** The amount that was spoken of last. */
export function lastAmountField(memory: Memory): AmountField | null {
  for (const { question } of framesOf(memory)) {
    const field =
      question?.kind === 'list'
        ? (question.sort?.field ?? boundedBy(question.filter) ?? question.show.find(isAmountField))
        : question?.kind === 'aggregate'
          ? (question.field ?? boundedBy(question.filter))
          : question !== null && 'field' in question
            ? question.field
            : null;
    if (field === 'savings' || field === 'funding' || field === 'cost') return field;
  }
  return null;
}
