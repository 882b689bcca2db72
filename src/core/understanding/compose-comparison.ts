import type { Field } from '../model/records';
import { countsProjects } from './yardsticks';
import type { WordClass } from '../language/language-words';
import { rankedIn } from '../answering/like-amounts';
import { selectIds } from '../answering/select';
import { type AmountField, amountOf, conflictsOn, isAmountField, LIKELIEST_FIRST } from '../model/project-fields';
import type { Decision } from './decide';
import type { Composed, Filled } from './said';
import { composeSet, sideBySide } from './compose-set';
import {
  amountFor,
  filterOf,
  isRanking,
  isTotal,
  isUniting,
  namesSets,
  totalsInARow,
  pickedFromShown,
  saidCount,
  saysAmount,
  shownBefore,
  swappedIn,
  takenOut,
} from './referents';
import {
  framesOf,
  heldTogether,
  holdsSubject,
  setsAskedBefore,
  MOST_COMPARED,
  recentFocuses,
  lastAmountField,
} from './patch';
import { type Filter, type Memory, type Question, type Topic, isEmptyFilter, onlyThese } from '../model/question';
import { unique } from './reading';
import { idsOf, union } from './limits';
import { groupingAsked } from './lists/parts';

/** "Qui a le plus de projets, la Justice ou l'Intérieur ?", "entre la culture et la santé, qui a le plus reçu ?": two that are said, side by side. */
export function betweenSaid({ intent, reference, fields }: Decision, said: Filled): Composed | null {
  const { operators } = said.reading;
  const field = [...fields, ...said.reading.fields].find(isAmountField) ?? null;
  // "DGFiP vs Intérieur, total des aides"
  const measure = MEASURES.find((operation) => operation === intent);
  const isChosen = operators.has('or') || operators.has('between') || (reference === 'alone' && field === null);
  if (said.named.length > 0) return null;
  const opposed = setsSaid(said) ?? periodsAsked(said.limits);
  if (opposed === null) return null;
  // "Combien de projets chacun ?", "IGN contre DGFiP", "la DGFiP ou la Justice, qui en a le plus ?"
  const asksWho = operators.has('or') && (operators.has('max') || operators.has('min'));
  const isOpposed = operators.has('compare') || operators.has('each') || asksWho;
  if (!(measure === undefined ? isChosen : isOpposed)) return null;
  const operation = measure ?? (field === null ? 'count' : intent === 'min' ? 'min' : 'max');
  return { question: sideBySide(operation, field, ...opposed), support: 1 };
}

/**
 * "Plus de projets sur le logement ou sur la sécurité ?", "la Justice porte plus de projets que l'IGN ?": how many there are on each side. Null for what
 * asks for no more of them, or for more of them to be shown, and where the sides are not of one kind: "la DGFiP a plus de projets sur la santé que l'IGN ?"
 */
export function moreOf(said: Filled): Composed | null {
  const { words, operators } = said.reading;
  const { is } = said.knowledge.language;
  const says = (from: number, to: number, meaning: WordClass): boolean =>
    words.slice(from, to).some(({ folded }) => is(meaning, folded));
  const at = words.findIndex(
    ({ folded }, index) => is('exceeding', folded) && says(index + 1, index + 4, 'projectPlurals'),
  );
  const isOfSides = operators.has('or') || says(at + 1, words.length, 'than');
  if (at < 0 || !isOfSides || says(0, at, 'displaying') || said.named.length > 0) return null;
  const opposed = setsSaid(said) ?? periodsAsked(said.limits);
  const kinds = opposed?.[0].map(({ carriers, topics, territories }) =>
    [carriers, topics, territories].findIndex((limits) => limits.length > 0),
  );
  if (opposed === null || new Set(kinds).size > 1) return null;
  return { question: sideBySide('count', null, ...opposed), support: 1 };
}

/** "Total des financements", "et les coûts ?", then "la différence ?": what the costs leave without the fund's money, of those with both. */
function gapOfTotals({ memory, named, limits, reading }: Filled): Question | null {
  const totals = framesOf(memory).flatMap(({ question }) =>
    isTotal(question) && question.groupBy === null ? question : [],
  );
  const [last, before] = totals;
  const isOfBoth =
    last !== undefined &&
    last === memory.question &&
    [last, before].every((total) => total?.operation === 'sum') &&
    [last.field, before?.field].sort().join() === 'cost,funding' &&
    JSON.stringify(last.filter) === JSON.stringify(before?.filter);
  if (!isOfBoth || named.length + reading.fields.length > 0 || !isEmptyFilter(limits)) return null;
  const filter: Filter = { ...last.filter, known: unique([...last.filter.known, 'cost', 'funding']) };
  return { kind: 'list', filter, sort: { field: 'rest', direction: 'descending' }, limit: null, found: [], show: [] };
}

/** "Projets santé", "et justice ?", then "lequel des deux a le plus reçu ?", "la moyenne de chaque": the last sets, each with its own figure. */
export function betweenSets({ intent, fields, reference }: Decision, said: Filled): Composed | null {
  const { memory, named, limits, reading, knowledge } = said;
  const { operators, words } = reading;
  const count = saidCount(reading);
  const measureSaid = countsProjects(reading, knowledge.language)
    ? 'count'
    : MEASURES.find((operation) => operators.has(operation));
  const { is, partNamed } = knowledge.language;
  // "Lequel des deux", "quelle région des deux", not "quel écart entre les deux".
  const chooses = words.some(
    ({ folded }, at) =>
      is('choosing', folded) || (is('which', folded) && partNamed(words[at + 1]?.folded ?? '') !== null),
  );
  // "Qui a le plus ?", "laquelle est la plus haute ?" of two averages, "classe les trois"; "lequel, sur l’ensemble des deux ?" is of what they hold together.
  const row = totalsInARow(memory);
  const isOrdered = operators.has('sort') && count > 1 && row.count >= count;
  const isRanked = intent === 'max' || intent === 'min' || (chooses && count > 1) || isOrdered;
  // "Le coût de chacun" is of each project, "la moyenne de chacun" of each set.
  const isOfEach = operators.has('each') && (measureSaid !== undefined || namesSets(said));
  const asksWho = isRanked && words.some(({ folded }) => is('who', folded));
  const areTold =
    row.count > 1 && (asksWho || isOrdered || (chooses && (measureSaid !== undefined || namesSets(said))));
  // "Lesquels coûtent le plus au total ?", "quel groupe est le plus cher ?"
  const areRanked = isRanked && (count > 1 || (chooses && (measureSaid === 'sum' || namesSets(said))));
  // "Et l'écart ?" after two totals
  const isDifference = intent === 'compare' && reference !== 'alone' && row.count > 1;
  const isOfThem = areTold || areRanked || isDifference || operators.has('compare');
  const left = intent === 'compare' ? gapOfTotals(said) : null;
  if (left !== null) return { question: left, support: 1 };
  const isOther =
    (['common', 'newest', 'oldest'] as const).some((operator) => operators.has(operator)) || isUniting(said);
  const { question } = memory;
  // "Combien d’argent ?" of a body, then "c’est plus que la DGFiP ?"
  const isBesideOther = reference !== 'alone' && operators.has('compare') && holdsSubject(limits);
  if (isBesideOther && named.length === 0 && isTotal(question) && question.groupBy === null) {
    const two = [question.filter, limits];
    return { question: sideBySide(question.operation, question.field, two, heldTogether(two, knowledge)), support: 1 };
  }
  const sides = setsAskedBefore(memory, Math.max(2, count), knowledge);
  // "Combien de plus pour Bercy ?" names one of them.
  const namesOne = isDifference && sides?.some((side) => JSON.stringify(side) === JSON.stringify(limits)) === true;
  if (named.length > 0 || !(isEmptyFilter(limits) || namesOne)) return null;
  // "Et en moyenne ?" of sets side by side
  const split = memory.question?.kind === 'aggregate' && reference !== 'alone' ? memory.question : null;
  if (split?.sides !== undefined && measureSaid !== undefined && measureSaid !== 'sum') {
    const measured = measureSaid === 'count' ? null : (reading.fields.find(isAmountField) ?? split.field ?? 'funding');
    return { question: sideBySide(measureSaid, measured, split.sides, split.filter), support: 1 };
  }
  if (sides === null || !(isOfEach || (isOfThem && !isOther))) return null;
  // "Leur aide ?", "sans le plus gros ?", then "qui est en tête ?": a set is no side of what it is a part of.
  const all = heldTogether(sides, knowledge);
  const isPart = sides.some((side) => selectIds(side, knowledge).length === all.among?.length);
  if (isPart && !isOfEach && !isDifference) return null;
  const last = row.count > 1 || memory.question === row.total ? row.total : null;
  // Those shown last are meant, unless sets are spoken of, or so many sets, or a figure of each was told.
  const isOfTotals = measureSaid === 'sum' && operators.has('compare');
  const areSets =
    last !== null || isOfEach || isOfTotals || namesSets(said) || (count > 1 && memory.shown.length !== count);
  if (!areSets || (count < 2 && groupingAsked(reading, knowledge.language) !== null)) return null;
  const field = reading.fields.find(isAmountField) ?? last?.field ?? fields.find(isAmountField) ?? null;
  // "Compare les deux en montant" of two counts
  const isHowMuch = operators.has('how-much') && !operators.has('count');
  const asksMoney = reading.fields.some(isAmountField) || isHowMuch || (operators.has('pays') && isRanked);
  const isCounted = last?.operation === 'count' && asksMoney;
  const measure = measureSaid ?? (isCounted ? 'sum' : last?.operation) ?? (field === null ? 'count' : 'sum');
  const measured = measure === 'count' ? null : (field ?? 'funding');
  // Who has most is told first, where parts are added or counted.
  const end = intent === 'min' || operators.has('min') ? 'min' : 'max';
  const operation = isRanked && (measure === 'count' || measure === 'sum') ? end : measure;
  return { question: sideBySide(operation, measured, sides, all), support: 1 };
}

/** "Et le budget ?", of which the aid alone is told, then "plus ou moins que la PPN ?": an amount that no one says is one that is published of all, if any is. */
function toldOfAll(projects: readonly string[], field: Field | null, { reading, knowledge }: Filled): Field | null {
  const all = projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const isTold = (amount: AmountField): boolean => all.every((project) => amountOf(project, amount) !== null);
  if (!isAmountField(field) || saysAmount(field, reading) || isTold(field)) return field;
  return LIKELIEST_FIRST.find(isTold) ?? field;
}

/** One number for a whole set. */
const MEASURES = ['average', 'median', 'sum', 'count'] as const;

export function composeComparison(decision: Decision, said: Filled): Composed | null {
  const { memory, limits } = said;
  const sides = said.named.filter((id) => !limits.except.projects.includes(id));
  // More than stand side by side are a list.
  if (sides.length > MOST_COMPARED) return composeSet({ ...decision, intent: 'list' }, 'list', said);
  const { operators, fields } = said.reading;
  const isByDate = operators.has('oldest') || operators.has('newest');
  // "C'est quoi, PILAT et CFVR ?" is of no amount that is only thought of.
  const isOfWhat = decision.fields.includes('summary') && fields.includes('summary');
  const asked = decision.fields.filter((field) => field !== 'summary' && (!isOfWhat || fields.includes(field)));
  // "Top 3 du coût", "le 2e et le 3e", then "la différence": of the amount spoken of, where none is said.
  const [thought = isByDate ? 'date' : null] = asked;
  const isSaid = !isAmountField(thought) || saysAmount(thought, said.reading) || decision.reference === 'alone';
  const field = isSaid ? thought : (lastAmountField(memory) ?? thought);
  const beside = (projects: readonly string[], support = 1): Composed | null => {
    const compared = winnersFirst(unique(projects).slice(0, MOST_COMPARED), field, said);
    if (compared.length < 2) return null;
    return { question: { kind: 'compare', projects: compared, field: toldOfAll(compared, field, said) }, support };
  };
  const out = new Set(limits.except.projects);
  const isOfSets = sides.length < 2 && (decision.reference === 'alone' || decision.reference === 'replace');
  const opposed = isOfSets ? setsAsked(decision, said) : null;
  if (opposed !== null) return opposed;
  const told = sides.length === 0 && operators.has('compare') ? amountsTold(memory) : null;
  if (told !== null) return { question: told, support: 1 };
  // "Comparez le premier et le deuxième que j'ai cités"
  const places = said.reading.references.filter(({ id }) => id === 'ordinal').length;
  const placed = places > 1 && sides.length === 0 ? beside(pickedFromShown(said, true)) : null;
  if (placed !== null) return placed;
  const last = memory.shown.filter((id) => !out.has(id));
  switch (decision.reference) {
    case 'widen':
      // "C’est ROCSP que je voulais, pas GMBI"
      return beside(swappedIn(last, said) ?? [...last, ...sides]);
    case 'narrow': {
      const gone = takenOut(said);
      const held = new Set(selectIds({ ...onlyThese(last), except: limits.except }, said.knowledge));
      const kept = last.filter((id) => held.has(id) && !gone.includes(id));
      if (kept.length < last.length && kept.length > 0) return beside(kept);
      return beside(out.size > 0 || sides.length === 0 ? last : sides);
    }
    case 'shown':
      // "Projets logement", then "quand ont-ils été annoncés ?": more than stand side by side are a list.
      if (last.length > MOST_COMPARED && memory.question?.kind === 'list' && said.named.length === 0)
        return composeSet({ ...decision, intent: 'list' }, 'list', said);
      return (
        // "Lequel est le plus ancien, CFVR ou PPN ?", then "ils sont de quel appel ?" of both
        (last.length < 2 ? beside([...(filterOf(memory.question)?.among ?? []), ...sides]) : null) ??
        beside(said.named.length > 1 ? said.named : [...last, ...said.named]) ??
        beside(isRanking(memory.question) ? shownBefore(said).slice(0, 2) : recentFocuses(memory))
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

/**
 * "Il devait coûter combien au début ?", then "l'écart ?": of one project alone its amount again, which says how far its values lie apart; null where
 * none do, or the message says of what else: "compare les ministères".
 */
export function toldAgain({ reference }: Decision, { memory: { question }, reading, mentions, knowledge }: Filled) {
  const { operators, references, leftoverStems } = reading;
  if (reference === 'alone' || !operators.has('compare') || question?.kind !== 'fact') return null;
  const project = knowledge.projectById.get(question.project);
  const told = [question.field, ...question.also].filter(isAmountField);
  // "L'écart entre les deux" of two amounts
  const areThese = told.length > 1 && references.some(({ id }) => id === 'these');
  if (mentions.length > 0 || !(areThese || references.length + leftoverStems.length === 0)) return null;
  const areApart = told.some((field) => project !== undefined && conflictsOn(project, field).length > 0);
  return told.length > 1 || areApart ? { question, support: 1 } : null;
}

/** "Le coût ?", "et l'aide ?", then "la différence ?": both amounts of the one project that was asked for; null where two were not. */
function amountsTold({ question, focus, earlier: [before] }: Memory): Question | null {
  const [last, other] = [question, before?.question ?? null].map((one) =>
    one?.kind === 'fact' && one.project === focus && isAmountField(one.field) ? one.field : null,
  );
  if (focus === null || last == null || other == null || last === other) return null;
  const [field, also] = last === 'cost' ? [other, last] : [last, other];
  return { kind: 'fact', project: focus, field, also: [also] };
}

/** "Lequel des deux a reçu le plus ?": who answers the question comes first. */
function winnersFirst(projects: readonly string[], field: Field | null, { reading, knowledge }: Filled) {
  const { operators } = reading;
  if (field === 'date' && operators.has('oldest') !== operators.has('newest')) {
    const sign = operators.has('oldest') ? 1 : -1;
    // Of no known date: behind all others.
    const placeOf = (id: string): number =>
      sign * Date.parse(knowledge.projectById.get(id)?.call.announced ?? '') || Number.MAX_VALUE;
    return [...projects].sort((a, b) => placeOf(a) - placeOf(b));
  }
  if (!isAmountField(field) || operators.has('max') === operators.has('min')) return projects;
  const direction = operators.has('max') ? 'descending' : 'ascending';
  return unique([...rankedIn(onlyThese(projects), field, direction, knowledge), ...projects]);
}

/** "L'écart entre la plus grosse dotation et la plus petite": the two ends of a ranking. */
function endsOf(decision: Decision, said: Filled): readonly string[] {
  const { operators } = said.reading;
  if (!operators.has('max') || !operators.has('min')) return [];
  const ranked = rankedIn(said.limits, amountFor(decision, said), 'descending', said.knowledge);
  return [...ranked.slice(0, 1), ...ranked.slice(-1)];
}

/** "DGFiP ou Justice", "2019 contre 2020": the same number of two bodies, themes, years or calls; null where no two are opposed. */
function setsAsked({ fields }: Decision, said: Filled): Composed | null {
  const { limits, reading } = said;
  const opposed = setsSaid(said) ?? periodsAsked(limits);
  if (opposed === null) return null;
  // Of sets whose measure is not said, the money tells of how many projects it is.
  const isCounted = reading.operators.has('count') || countsProjects(reading, said.knowledge.language);
  const amount = fields.find(isAmountField) ?? (isCounted ? null : 'funding');
  const operation = amount === null ? 'count' : reading.operators.has('average') ? 'average' : 'sum';
  return { question: sideBySide(operation, amount, ...opposed), support: 1 };
}

/** Sets that stand side by side, and the one that holds them. */
type Opposed = readonly [sides: readonly Filter[], whole: Filter];

/** Two years or two calls. */
function periodsAsked(limits: Filter): Opposed | null {
  const { years, calls } = limits;
  if (years.length === 2 && calls.length === 0) return [years.map((year) => ({ ...limits, years: [year] })), limits];
  return years.length === 0 && calls.length === 2
    ? [calls.map((call) => ({ ...limits, calls: [call] })), limits]
    : null;
}

/** The bodies, themes, publics and places that a message opposes; null when they are not two. */
function setsSaid({ reading: { spans }, limits, knowledge: { facets } }: Filled): Opposed | null {
  const base = { ...limits, topics: [], carriers: [], territories: [] };
  const about = (topic: Partial<Topic>): Filter => ({
    ...base,
    topics: [{ themes: [], beneficiaries: [], organisations: [], ...topic }],
  });
  const sides = spans.flatMap(({ tags }): Filter[] => {
    const bodies = idsOf(tags, 'organisation').filter((id) => facets.carrier.has(id));
    const themes = idsOf(tags, 'theme').filter((id) => facets.theme.has(id));
    return [
      ...bodies.map((id) => ({ ...base, carriers: [id] })),
      ...themes.map((id) => about({ themes: [id] })),
      ...idsOf(tags, 'beneficiary').map((id) => about({ beneficiaries: [id] })),
      ...idsOf(tags, 'territory').map((id) => ({ ...base, territories: [id] })),
    ].slice(0, 1);
  });
  const distinct = [...new Map(sides.map((side) => [JSON.stringify(side), side])).values()];
  if (distinct.length < 2) return null;
  const [carriers, topics] = [distinct.flatMap((side) => side.carriers), distinct.flatMap((side) => side.topics)];
  const subject = topics.reduce(union, { themes: [], beneficiaries: [], organisations: carriers });
  const territories = distinct.flatMap((side) => side.territories);
  return [distinct, { ...base, territories, ...(topics.length === 0 ? { carriers } : { topics: [subject] }) }];
}
