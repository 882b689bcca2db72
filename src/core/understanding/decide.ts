import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { aggregateOf, computes } from './aggregate-question';
import { comparisonOf, extremesOf } from './comparison';
import { filterOf, isEmptyFilter, withKnownFields } from './filter-of';
import { amountFieldOf } from './money';
import { isEverywhere, union as uniteTopics } from './topics';
import { factOnProject } from './fact-question';
import {
  factOfCall,
  factOfPeriod,
  isAboutFund,
  likelyFact,
  programmeFact,
  type ProgrammeMatch,
} from './programme-question';
import type { Filter, Question } from './question';
import { isAmountField } from './question';
import type { Reading } from './reading';
import { unique } from './reading';
import { saysMore, saysWhichOne } from './saying';
import { fieldOf } from './field-of';
import { soleProject } from './meant-project';
import { describingStems } from './ranking';
import { amountAsked, type Meant, meantBy, questionOnMeant, questionOnSearch } from './search-question';
import { asksOfTheWorld, isOneProjectMeant, questionOnSet, speaksOfProjects } from './set-question';
import { smalltalkOf } from './smalltalk';
import type { Operator } from './tag';
import {
  FIT_OVER_FILTER,
  MEANT_OVER_FILTER,
  MEANT_ASKED,
  MEANT_OVER_LIST,
  MEANT_OVER_THEME,
  PROGRAMME_OF_FUND,
  PROGRAMME_OVER_FILTER,
  MEANT,
  SIDE,
  WORDING_SURE,
} from './thresholds';

/**
 * Decides what a question that stands on its own asks, from the most certain evidence to the least: small talk, projects compared, a project
 * named, the programme, a computation over a set, a set, words alone.
 */
export function decide(reading: Reading, knowledge: KnowledgeBase): Question {
  const smalltalk = smalltalkOf(reading);
  if (smalltalk) return { kind: 'smalltalk', act: smalltalk };
  if (isOffTopic(reading)) return { kind: 'unknown', reason: 'out-of-scope', name: null };
  if (isWithoutSubject(reading)) return { kind: 'unknown', reason: 'no-context', name: null };

  const onNamed = comparisonOf(reading, knowledge) ?? factOnProject(reading, knowledge);
  if (onNamed) return onNamed;

  const filter = withKnownFields(relaxed(filterOf(reading, knowledge), reading, knowledge), reading);
  const meant = meantBy(reading, knowledge);
  const onMeant = meant === null ? null : questionOnMeant(meant, reading, knowledge);
  if (meant && onMeant && outweighs(meant, reading, filter, knowledge)) return onMeant;
  if (reading.strangeName !== null && reading.operators.has('subject'))
    return { kind: 'unknown', reason: 'no-such-project', name: reading.strangeName };
  const outcome = callsCompared(reading, knowledge) ?? outcomeOfCall(reading, filter, knowledge);
  if (outcome) return outcome;
  const onDescribed = factOnDescribed(reading, filter, knowledge);
  if (onDescribed) return onDescribed;
  const programme = programmeFact(reading, filter, knowledge);
  const isFarFromFund = programme?.fit === 0 && !reading.mentionsFund && isOnTopicsOnly(filter);
  if (meant && meant.owner.kind !== 'fact' && onMeant && isFarFromFund && isEmptyFilter(filter)) return onMeant;
  if (programme && prefersProgramme(programme, reading, filter, knowledge))
    return { kind: 'programme', facts: programme.facts };
  if (reading.strangeName !== null && (reading.fields.length > 0 || reading.operators.has('how-much'))) {
    return { kind: 'unknown', reason: 'no-such-project', name: reading.strangeName };
  }

  if (programme && holdsOnlyPeriods(filter) && selectPositions(filter, knowledge).length === 0)
    return { kind: 'programme', facts: programme.facts };

  const onSet =
    extremesOf(reading, filter, knowledge) ??
    aggregateOf(reading, filter, knowledge) ??
    questionOnSet(reading, filter, knowledge);
  if (onSet) return onSet;
  const isOnWorld = asksOfTheWorld(reading, filter);
  if (onMeant && !isOnWorld) return onMeant;
  const search = isOnWorld ? null : questionOnSearch(reading, knowledge);
  const asksForProject = isOneProjectMeant(reading) && !reading.mentionsFund;
  if (
    programme &&
    programme.coverage >= (search?.coverage ?? 0) &&
    !(asksForProject && (search !== null || programme.coverage < PROGRAMME_OVER_FILTER))
  )
    return { kind: 'programme', facts: programme.facts };
  if (search) return search.question;
  const likely = asksForProject || reading.strangeName !== null ? null : likelyFact(reading, knowledge);
  if (likely) return { kind: 'programme', facts: likely.facts };
  return reading.strangeName === null
    ? { kind: 'unknown', reason: 'out-of-scope', name: null }
    : { kind: 'unknown', reason: 'no-such-project', name: reading.strangeName };
}

/** "La surveillance des routes maritimes par IA, quelle aide du fonds ?": a field of the one project that the words describe. */
function factOnDescribed(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  const field = fieldOf(reading) ?? amountAsked(reading);
  const asksForSet =
    operators.has('plural-subject') || operators.has('list') || operators.has('compare') || operators.has('except');
  const computesOverSet = computes(reading) && (operators.has('count') || !operators.has('sum'));
  if (field === null || asksForSet || computesOverSet || filter.amounts.length > 0) return null;
  if (filter.calls.length + filter.years.length > 0 && !isOnTopicsOnly(filter)) return null;
  // A choice between two, and "anything meant for…?", ask for more than one.
  if ((operators.has('or') && saysMore(reading)) || (operators.has('existence') && !isAmountField(field))) return null;
  const isSaid = reading.mentionsFund || speaksOfProjects(reading) || reading.fields.some(isAmountField);
  if (!isSaid && !isAmountField(field) && field !== 'carrier') return null;
  const project = soleProject(
    describingStems(reading),
    knowledge,
    isSaid ? SIDE : isAmountField(field) ? MEANT_ASKED : MEANT,
  );
  return project === null ? null : { kind: 'fact', project, field };
}

/** "Le deuxième appel a-t-il distribué autant que le premier ?": the programme's facts on both. */
function callsCompared(reading: Reading, knowledge: KnowledgeBase): Question | null {
  const { operators, calls, references } = reading;
  const numbers = unique([
    ...calls.flatMap(({ number }) => (number === null ? [] : [number])),
    ...references.flatMap(({ id, position }) => (id === 'ordinal' && position > 0 ? [position] : [])),
  ]);
  const opposes = operators.has('compare') || saysMore(reading);
  if (calls.length === 0 || numbers.length !== 2 || !opposes || reading.named.length > 0) return null;
  const facts = numbers.flatMap((number) => factOfCall(number, knowledge) ?? []);
  return facts.length === 2 ? { kind: 'programme', facts } : null;
}

/** "Combien de lauréats au 2e appel, et pour combien ?": how many and how much of one call, as the programme's facts tell together. */
function outcomeOfCall(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators, fields } = reading;
  const asksBoth = operators.has('count') && (operators.has('sum') || fields.includes('funding') || saysMoney(reading));
  if (operators.has('known') || operators.has('not-known')) return null;
  if (!asksBoth || !holdsOnlyPeriods(filter) || filter.calls.length + filter.years.length > 2) return null;
  const fact = factOfPeriod(reading, filter, knowledge);
  return fact === null ? null : { kind: 'programme', facts: [fact] };
}

/** "montant", "for how much": money beside a count. */
function saysMoney({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      ['montant', 'montants', 'enveloppe', 'amount'].includes(folded) ||
      (folded === 'combien' && words[index - 1]?.folded === 'pour') ||
      (folded === 'much' && words[index - 1]?.folded === 'how'),
  );
}

/** The weather, a match, a poem: asked of every assistant, and of no project, whatever words the data shares with it. */
export function isOffTopic(reading: Reading): boolean {
  const { operators, named } = reading;
  if (operators.has('beyond') || isOtherProgramme(reading)) return true;
  const speaksOfProjects = operators.has('plural-subject') || isOneProjectMeant(reading);
  return operators.has('off-topic') && named.length === 0 && !speaksOfProjects;
}

/** "Le programme 723": a number of the budget that is not the fund's. */
function isOtherProgramme({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      /^\d{3}$/.test(folded) && folded !== FUND_PROGRAMME && words[index - 1]?.folded === 'programme',
  );
}

/** The fund's line in the State's budget. */
const FUND_PROGRAMME = '349';

/** A problem told in many words says more than the one word of it that is also the name of a theme. */
function outweighs(meant: Meant, reading: Reading, filter: Filter, knowledge: KnowledgeBase): boolean {
  const { operators } = reading;
  // "Les avions qui scannent le relief, ça revient à combien au total ?" adds nothing over a set.
  const computesOverSet = computes(reading) && (operators.has('count') || !operators.has('sum'));
  const asksForSet =
    ((operators.has('plural-subject') || operators.has('list')) && !saysWhichOne(reading)) ||
    operators.has('carried-by') ||
    computesOverSet;
  if (asksForSet) return meant.strength >= MEANT_OVER_LIST && meant.owner.kind === 'project' && isOnTopicsOnly(filter);
  const leavesNothing =
    meant.owner.kind === 'project' && !isEmptyFilter(filter) && selectPositions(filter, knowledge).length === 0;
  return (
    leavesNothing ||
    (meant.strength >= (saysWhichOne(reading) ? MEANT_OVER_THEME : MEANT_OVER_FILTER) && isOnTopicsOnly(filter))
  );
}

/** Nothing but subjects limits the set. */
function isOnTopicsOnly(filter: Filter): boolean {
  return isEmptyFilter({ ...filter, topics: [] });
}

/** "Je suis préfet, j'ai des bidonvilles": a body that is not said to carry anything limits nothing when it would leave nothing. */
function relaxed(filter: Filter, reading: Reading, knowledge: KnowledgeBase): Filter {
  const isSaid = reading.operators.has('carried-by') || reading.fields.includes('carrier');
  const isEmpty = (candidate: Filter): boolean => selectPositions(candidate, knowledge).length === 0;
  if (!isEmpty(filter)) return filter;
  // "Quel projet de Bercy devait arriver en 2022 ?": a year in passing is no year of selection.
  const withoutYears = { ...filter, years: [], months: [] };
  if (filter.years.length > 0 && !isEmptyFilter(withoutYears) && isOneProjectMeant(reading)) return withoutYears;
  // Who asks ("pour monsieur le préfet, les projets d'Île-de-France") is no subject beside a place, a call or a year.
  const withoutAsker = { ...filter, carriers: [] };
  if (filter.topics.length === 0)
    return isSaid || isEmptyFilter(withoutAsker) || isEmpty(withoutAsker) ? filter : withoutAsker;
  // "My flat is damp, and rents are hard to get": subjects that no project has together are each one of them asked for.
  const anyTopic = { ...filter, topics: [filter.topics.reduce(uniteTopics)] };
  if (filter.topics.length > 1 && !isEmpty(anyTopic)) return anyTopic;
  const withoutBodies = isSaid ? filter : { ...filter, carriers: [] };
  if (!isEmpty(withoutBodies)) return withoutBodies;
  // Who asks ("mon député") is no subject when a place or a body is.
  const withoutPeople = { ...filter, topics: filter.topics.filter(({ themes }) => themes.length > 0) };
  return isEmptyFilter(withoutPeople) || isEmpty(withoutPeople) ? filter : withoutPeople;
}

/** "et son coût ?" with nothing before it. */
function isWithoutSubject(reading: Reading): boolean {
  const hasSubject = reading.spans.some(({ tags }) =>
    tags.some(({ kind }) => kind !== 'field' && kind !== 'operator' && kind !== 'reference' && kind !== 'smalltalk'),
  );
  const asks = reading.fields.length > 0 || reading.operators.has('how-much');
  if (reading.operators.has('known') || reading.operators.has('not-known')) return false;
  if (hasSubject || reading.operators.has('plural-subject') || reading.leftoverStems.length > 0 || !asks) return false;
  return reading.references.some(({ id }) => id === 'it' || id === 'ordinal') || reading.words.length <= 3;
}

/** A fact on the programme wins over a set of projects only when it fits very well, or when the fund itself is the subject. */
function prefersProgramme(
  programme: ProgrammeMatch,
  reading: Reading,
  filter: Filter,
  knowledge: KnowledgeBase,
): boolean {
  // "IA + emploi": every word is a limit.
  if (reading.leftoverStems.length === 0 && !reading.mentionsFund && filter.topics.length > 0) return false;
  if (addsUpRecords(reading)) return programme.fit >= WORDING_SURE;
  if (isOnBase(reading) || (filter.amounts.length > 0 && filter.calls.length === 0)) return false;
  const onlyPeriods =
    filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length === 0;
  if (
    onlyPeriods &&
    !isEmptyFilter(filter) &&
    (asksOutcome(reading) ||
      (isOfScheme(filter) && !reading.operators.has('plural-subject') && !reading.operators.has('list')))
  )
    return true;
  const asksForAny = reading.operators.has('existence') || reading.operators.has('list') || isOneProjectMeant(reading);
  if (asksForAny && programme.fit === 0 && !reading.mentionsFund) return false;
  if (isEmptyFilter({ ...filter, topics: filter.topics.filter((topic) => !isEverywhere(topic, knowledge)) }))
    return (
      !isComputation(reading) ||
      (reading.mentionsFund && programme.coverageWithAnswer >= PROGRAMME_OVER_FILTER) ||
      (reading.operators.has('count') && programme.fit >= WORDING_SURE)
    );
  if (isComputation(reading))
    return reading.mentionsFund && onlyPeriods && programme.coverageWithAnswer >= PROGRAMME_OVER_FILTER;
  if (isAboutFund(reading, filter)) return true;
  const asksForProjects =
    reading.operators.has('list') ||
    reading.operators.has('plural-subject') ||
    reading.operators.has('existence') ||
    isOneProjectMeant(reading);
  if (reading.mentionsFund && programme.fit >= WORDING_SURE) return !asksForProjects;
  return (
    !asksForProjects &&
    (reading.mentionsFund || reading.contentStems.length >= 2) &&
    programme.fit >= FIT_OVER_FILTER &&
    programme.coverage >= (reading.mentionsFund ? PROGRAMME_OF_FUND : PROGRAMME_OVER_FILTER)
  );
}

/** "Bilan du deuxième appel", "résultat de la première session": what came of it, as the programme's facts tell. */
function asksOutcome({ words }: Reading): boolean {
  return words.some(({ folded }) =>
    ['bilan', 'resultat', 'resultats', 'results', 'outcome', 'deposes', 'candidatures', 'applications'].includes(
      folded,
    ),
  );
}

/** A window or FTAP 2: the programme knows more of it than the projects do. */
function isOfScheme({ calls }: Filter): boolean {
  return calls.length > 0 && calls.every(({ scheme }) => scheme !== null);
}

/** An extreme, an average, what is known, the base itself: computed from the records, whatever the fund's own facts say. */
function isOnBase(reading: Reading): boolean {
  const { operators, words } = reading;
  const has = (list: readonly Operator[]): boolean => list.some((operator) => operators.has(operator));
  if (has(['by-ministry', 'by-theme', 'by-call'])) return true;
  const isComputed = has(['max', 'min', 'average', 'median', 'known', 'not-known']);
  return (
    (isComputed && operators.has('plural-subject')) ||
    (has(['max', 'min', 'average', 'median']) && amountFieldOf(reading) !== null && reading.calls.length === 0) ||
    words.some(({ folded }) => folded === 'base' || folded === 'fiches')
  );
}

/** "Additionne ce que le fonds a donné aux lauréats de…": an order to add, which a fact of the programme would not obey. */
function addsUpRecords(reading: Reading): boolean {
  const { operators, words } = reading;
  const orders = words.some(({ folded }) => /^(additionne|somme|totalise|faites|fais|add|cumule)/.test(folded));
  return operators.has('sum') && orders && (operators.has('plural-subject') || amountFieldOf(reading) !== null);
}

/** A year of which the base holds no project may still be told of by the programme. */
function holdsOnlyPeriods(filter: Filter): boolean {
  return (
    filter.years.length + filter.calls.length > 0 &&
    filter.topics.length + filter.carriers.length + filter.territories.length + filter.amounts.length === 0
  );
}

/** True when the question computes over projects of the base. */
function isComputation(reading: Reading): boolean {
  const { operators } = reading;
  if (
    (['by-ministry', 'by-theme', 'by-year', 'by-call', 'oldest', 'newest'] as const).some((operator) =>
      operators.has(operator),
    )
  )
    return true;
  const computes = (['sum', 'average', 'median', 'max', 'min', 'count', 'top'] as const).some((operator) =>
    operators.has(operator),
  );
  return computes && (operators.has('plural-subject') || operators.has('count') || amountFieldOf(reading) !== null);
}
