import type { Field } from '../model/records';
import { publishedAt } from '../answering/like-amounts';
import { idsAt, selectPositions } from '../answering/select';
import { isAmountField } from '../model/project-fields';
import type { Decision } from './decide';
import type { Composed, Filled } from './said';
import { aggregate, amountFor } from './compose-set';
import {
  MOST_COMPARED,
  isRanking,
  pickedFromShown,
  recentFocuses,
  saidCount,
  shownBefore,
  swappedIn,
  takenOut,
} from './referents';
import { framesOf, without } from './patch';
import { EMPTY_FILTER, type Filter, type Memory, type Question, isEmptyFilter } from '../model/question';
import { unique } from './reading';
import { type Dimension, idsOf, union } from './limits';

/** "Qui a le plus de projets, la Justice ou l'Intérieur ?": of bodies, where no amount is said, the number of projects is compared. */
export function betweenBodies({ reference, fields }: Decision, said: Filled): Composed | null {
  const saysAmount = [...fields, ...said.reading.fields].some(isAmountField);
  const bodies = reference !== 'alone' || saysAmount || said.named.length > 0 ? null : bodiesAsked(said);
  return bodies === null
    ? null
    : { question: aggregate('count', null, { ...said.limits, ...bodies }, 'asked'), support: 1 };
}

/** "Total de la Justice", "et de l'Intérieur ?", then "lequel des deux a le plus ?": the same computation of two subjects or periods, side by side. */
export function betweenTotals({ memory, named, limits, reading }: Filled): Composed | null {
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

export function composeComparison(decision: Decision, said: Filled): Composed | null {
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
        (isRanking(memory.question) && !isOtherEnd(memory)
          ? beside(shownBefore(said).slice(0, 2))
          : beside(recentFocuses(memory).slice(0, isOtherEnd(memory) ? 2 : undefined)))
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
      return beside(sides, 0.9) ?? beside(endsOf(decision, said), 0.9) ?? beside([...last, ...sides], 0.8);
  }
}

/** "Le moins cher ?", "et le plus cher ?": both ends of a ranking, one after the other. */
function isOtherEnd({ question, earlier: [before] }: Memory): boolean {
  const last = before?.question ?? null;
  return isRanking(question) && isRanking(last) && question.operation !== last.operation;
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
