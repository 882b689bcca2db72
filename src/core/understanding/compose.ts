import type { Field } from '../model/records';
import { publishedAt } from '../answering/amounts';
import { idsAt, selectPositions } from '../answering/select';
import { amountOf, isAmountField } from '../model/project-fields';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { type Decision, isAct, isRefusal } from './decide';
import { type Evidence, type Found, describingStems } from './evidence';
import type { Slots } from './slots';
import { composeProgramme } from './compose-fund';
import { type Composed, type Composition, type Filled, type Said, filled, slotsFor } from './said';
import { aggregate, amountFor, composeSet, shownFields } from './compose-set';
import {
  LEAST_SHARE,
  MOST_CANDIDATES,
  MOST_COMPARED,
  isRanking,
  pickedFromShown,
  previousFocus,
  recentFocuses,
  saidCount,
  shownBefore,
  swappedIn,
  takenOut,
} from './referents';
import { restOf } from './sets';
import { framesOf, without } from './patch';
import { EMPTY_FILTER, type Filter, type Question, isEmptyFilter } from '../model/question';
import { type Reading, unique } from './reading';
import { type Dimension, idsOf, union } from './limits';

/** Another project of at least this share of the best one's weight is meant as well. */
const RIVAL = 0.92;
/** A longer name that is said at least by this share of the words. */
const NAME_OVER_NAME = 0.75;

/** Fills the slots of a decision; null when the message and what was said before do not hold what it needs. */
export function compose(decision: Decision, said: Said, slots: Slots = slotsFor(decision, said)): Composition | null {
  const composed = composeWith(decision, said, slots);
  return composed === null ? null : { ...composed, usedRoles: slots.roles };
}

function composeWith(judged: Decision, spoken: Said, slots: Slots): Composed | null {
  const decision = withoutDenied(judged, spoken.reading);
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
      return betweenTotals(said) ?? composeComparison(decision, said);
    case 'programme':
      return composeProgramme(decision, said);
    case 'list':
    case 'rank':
    case 'count':
    case 'sum':
    case 'average':
    case 'median':
      return composeSet(decision, intent, said);
    case 'max':
    case 'min':
      return betweenBodies(decision, said) ?? betweenTotals(said) ?? composeSet(decision, intent, said);
  }
}

/** "Qui a le plus de projets, la Justice ou l'Intérieur ?": of bodies, where no amount is said, the number of projects is compared. */
function betweenBodies({ reference, fields }: Decision, said: Filled): Composed | null {
  const saysAmount = [...fields, ...said.reading.fields].some(isAmountField);
  const bodies = reference !== 'alone' || saysAmount || said.named.length > 0 ? null : bodiesAsked(said);
  return bodies === null
    ? null
    : { question: aggregate('count', null, { ...said.limits, ...bodies }, 'asked'), support: 1 };
}

/** "Total de la Justice", "et de l'Intérieur ?", then "lequel des deux a le plus ?": the same computation of two subjects or periods, side by side. */
function betweenTotals({ memory, named, limits, reading }: Filled): Composed | null {
  const isOfTwo = saidCount(reading) === 2 || reading.operators.has('compare');
  const [last, before] = framesOf(memory).map(({ question }) => question);
  if (!isOfTwo || named.length > 0 || !isEmptyFilter(limits) || !isTotal(last) || !isTotal(before)) return null;
  const [a, b] = [before.filter, last.filter];
  const differOnlyIn = (dimension: Dimension): boolean =>
    JSON.stringify(without(a, dimension)) === JSON.stringify(without(b, dimension));
  if (last.operation !== before.operation || last.field !== before.field) return null;
  const periods = differOnlyIn('period')
    ? periodsOf({ years: [...a.years, ...b.years], calls: [...a.calls, ...b.calls] })
    : null;
  if (periods !== null)
    return {
      question: aggregate(last.operation, last.field, { ...b, ...periods.filter }, periods.groupBy),
      support: 1,
    };
  if (!differOnlyIn('subject')) return null;
  const carriers = unique([...a.carriers, ...b.carriers]);
  const [topic, ...topics] = [...a.topics, ...b.topics];
  const sides = carriers.length + topics.length + (topic === undefined ? 0 : 1);
  if (sides !== 2 || a.among !== null || b.among !== null) return null;
  const together =
    topic === undefined
      ? null
      : topics.reduce(union, { ...topic, organisations: [...topic.organisations, ...carriers] });
  const filter = { ...b, carriers: together === null ? carriers : [], topics: together === null ? [] : [together] };
  return { question: aggregate(last.operation, last.field, filter, 'asked'), support: 1 };
}

/** Two years or two calls, as the sides of one set; null where there are not two. */
function periodsOf({ years, calls }: Pick<Filter, 'years' | 'calls'>): {
  readonly filter: Pick<Filter, 'years' | 'calls'>;
  readonly groupBy: 'year' | 'call';
} | null {
  const [own, numbered] = [
    unique(years),
    calls.filter(({ number }, at) => calls.findIndex((call) => call.number === number) === at),
  ];
  if (own.length === 2 && numbered.length === 0) return { filter: { years: own, calls: [] }, groupBy: 'year' };
  return own.length === 0 && numbered.length === 2 ? { filter: { years: [], calls: numbered }, groupBy: 'call' } : null;
}

/** One number for a whole set. */
function isTotal(question: Question | null | undefined): question is Extract<Question, { kind: 'aggregate' }> {
  return (
    question?.kind === 'aggregate' &&
    question.groupBy === null &&
    question.operation !== 'max' &&
    question.operation !== 'min'
  );
}

/** "L'argent du fonds, pas le coût total": what is ruled out is not asked. */
function withoutDenied(decision: Decision, { fields, deniedFields }: Reading): Decision {
  const asked = decision.fields.filter((field) => fields.includes(field) || !deniedFields.includes(field));
  return asked.length === 0 || asked.length === decision.fields.length ? decision : { ...decision, fields: asked };
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
  // "Et les autres ?" after the first three
  if (decision.reference === 'shown' && restOf(said) !== null)
    return composeSet({ ...decision, intent: 'list' }, 'list', said);
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
  if (ids.length <= MOST_COMPARED)
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

/** The fields asked: decided, else the first that is said. */
function fieldsFor({ fields }: Decision, { reading }: Filled): readonly Field[] {
  const [said] = reading.fields.filter((field) => field !== 'summary');
  return fields.length > 0 ? fields : [said ?? 'summary'];
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
  // "Et le quatrième ?" of a ranking is none of what was spoken of before it.
  const isPlaced =
    named.length === 0 &&
    (reference === 'focus' || reference === 'previous') &&
    memory.shown.length > 2 &&
    reading.references.some(({ id, position }) => id === 'ordinal' && position > 0 && position <= memory.shown.length);
  if (reference === 'ordinal' || isPlaced) {
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
  const isThemeAlone = more.length === 0 && describingStems(reading, knowledge).every((stem) => ofTheme.includes(stem));
  if (limited !== null && limited.size > MOST_GUESSED_AMONG && theme !== undefined && isThemeAlone)
    return { ids: foundFirst([...limited], evidence), support: 0.6, areRivals: true };
  const within =
    limited === null || limited.size === 0 ? evidence.projects : evidence.projects.filter(({ id }) => limited.has(id));
  // Words that limit may describe as well: a project outside of the limit that holds all that the best one within it does, and more, is meant.
  const [first] = evidence.projects;
  const isOutdone = first !== undefined && within[0] !== undefined && holdsMore(first.matched, within[0].matched);
  const best = bestOf(within.length > 0 && !isOutdone ? within : evidence.projects);
  // "Pardon, pas le porteur, la somme": another field of the same project.
  return best ?? (reference === 'replace' && memory.focus !== null ? sure([memory.focus]) : null);
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

// ---- projects or bodies side by side

function composeComparison(decision: Decision, said: Filled): Composed | null {
  const { memory, limits } = said;
  // "Projets de la Justice" is a list of its own: nothing in it joins a comparison.
  const addsNone = said.named.length === 0 && said.reading.operators.has('plural-subject') && !isEmptyFilter(limits);
  if (decision.reference === 'widen' && addsNone) return null;
  const sides = said.named.filter((id) => !limits.except.projects.includes(id));
  const field = decision.fields.find((candidate) => candidate !== 'summary') ?? null;
  const { operators } = said.reading;
  const beside = (projects: readonly string[], support = 1): Composed | null => {
    const compared = winnersFirst(unique(projects).slice(0, MOST_COMPARED), field, said);
    if (compared.length < 2) return null;
    return { question: { kind: 'compare', projects: compared, field }, support };
  };
  const out = new Set(limits.except.projects);
  const [frame] = framesOf(memory);
  const isOfSets = sides.length < 2 && (decision.reference === 'alone' || decision.reference === 'replace');
  const opposed = isOfSets ? setsAsked(decision, said) : null;
  if (opposed !== null) return opposed;
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
      // "Non, HIPE et PILAT": both sides are said; "remplace HIPE par PILAT" is one for another.
      const swapped = sides.length > 1 && !operators.has('remove') ? null : swappedIn(last, said);
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
    case 'sources':
      return beside(sides, 0.9) ?? beside(endsOf(decision, said), 0.9) ?? beside(last, 0.8);
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

/** "DGFiP ou Justice", "2019 contre 2020": the same number of two bodies, themes, years or calls; null where no two are opposed. */
function setsAsked({ fields }: Decision, said: Filled): Composed | null {
  const { limits, reading } = said;
  const bodies = bodiesAsked(said);
  const periods = bodies === null ? periodsOf(limits) : null;
  if (bodies === null && periods === null) return null;
  const amount = fields.find(isAmountField) ?? null;
  const operation = amount === null ? 'count' : reading.operators.has('average') ? 'average' : 'sum';
  const filter = { ...limits, ...bodies, ...periods?.filter };
  return { question: aggregate(operation, amount, filter, periods?.groupBy ?? 'asked'), support: 1 };
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
