import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { isEmptyFilter } from './filter-of';
import { amountFieldOf } from './money';
import { type ProgrammeMatch, isAboutFund } from './programme-question';
import type { Filter } from './question';
import { describingStems } from './ranking';
import type { Reading } from './reading';
import { isOneProjectMeant } from './set-question';
import type { Operator } from './tag';
import {
  FACT_MEANING,
  FACT_TEXT,
  FIT_OVER_FILTER,
  PROGRAMME_OF_FUND,
  PROGRAMME_OVER_FILTER,
  WORDING_FIT,
  WORDING_SURE,
} from './thresholds';
import { isEverywhere } from './topics';

/** A fact on the programme wins over a set of projects only when it fits very well, or when the fund itself is the subject. */
export function prefersProgramme(
  programme: ProgrammeMatch,
  reading: Reading,
  filter: Filter,
  knowledge: KnowledgeBase,
): boolean {
  // "IA + emploi": every word is a limit.
  if (reading.leftoverStems.length === 0 && !reading.mentionsFund && filter.topics.length > 0) return false;
  // "Que fait l'IGN avec l'argent du fonds ?": a body that carries projects is the subject, unless the fund's own fact is asked word for word.
  if (filter.carriers.length > 0 && programme.fit < WORDING_FIT) return false;
  // "Les projets du FTAP 2 qui ne sont pas portés par la Justice"
  if (reading.operators.has('plural-subject') && reading.operators.has('except') && !isEmptyFilter(filter))
    return false;
  if (namesProjectsOfScheme(reading, filter)) return false;
  // "À quelle date le premier appel a-t-il été ouvert ?": a date of the call, not of its projects.
  if (asksWhenCall(reading, filter)) return true;
  // "Qu'est-ce qui est porté par une préfecture ?"
  if (filter.carriers.length > 0 && reading.operators.has('said-carried') && !reading.mentionsFund) return false;
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
      (reading.operators.has('count') && programme.fit >= WORDING_SURE) ||
      holdsNearlyAll(programme, reading, knowledge)
    );
  if (isComputation(reading))
    return (
      onlyPeriods &&
      ((reading.mentionsFund && programme.coverageWithAnswer >= PROGRAMME_OVER_FILTER) ||
        holdsNearlyAll(programme, reading, knowledge))
    );
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

function asksWhenCall({ fields, operators, words }: Reading, filter: Filter): boolean {
  const isOfOneCall = filter.calls.length === 1 && isEmptyFilter({ ...filter, calls: [] });
  return (
    isOfOneCall &&
    fields.includes('date') &&
    !operators.has('list') &&
    !words.some(({ folded }, index) => HOLDERS.has(folded) && !CALL_LINKS.has(words[index - 1]?.folded ?? ''))
  );
}

/** What a call has selected. */
const HOLDERS = new Set('projets laureats dossiers projects winners'.split(' '));
/** "Appel à projets", "call for projects". */
const CALL_LINKS = new Set(['a', 'for']);

/** "À l'automne 2019, combien de projets et de millions au total ?": one fact holds most of the sentence, its little words too. */
function holdsNearlyAll({ facts }: ProgrammeMatch, reading: Reading, knowledge: KnowledgeBase): boolean {
  // "Combien de lauréats au premier appel ?" leaves no word that a set would not explain.
  if (reading.leftoverStems.length === 0) return false;
  const [id] = facts;
  const meaning = knowledge.meanings
    .match(describingStems(reading))
    .find(({ owner }) => owner.kind === 'fact' && owner.id === id);
  const text = knowledge.factTextIndex.search(reading.allStems).find((hit) => hit.id === id);
  return (meaning?.coverage ?? 0) >= FACT_MEANING && (text?.coverage ?? 0) >= FACT_TEXT;
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

/** "Projets FTAP 2", "projects of FTAP 2": a scheme and its projects, and not a word that asks something of them. */
function namesProjectsOfScheme({ operators, fields, leftoverStems }: Reading, filter: Filter): boolean {
  const onlyNames = [...operators].every((operator) => SAID_OF_PROJECTS.has(operator));
  return (
    isOfScheme(filter) && operators.has('plural-subject') && onlyNames && fields.length + leftoverStems.length === 0
  );
}

/** "The projects of": nothing is computed nor limited. */
const SAID_OF_PROJECTS: ReadonlySet<Operator> = new Set(['plural-subject', 'carried-by', 'list', 'count', 'how-much']);

/** An extreme, an average, what is known, the base itself: computed from the records, whatever the fund's own facts say. */
function isOnBase(reading: Reading): boolean {
  const { operators, words } = reading;
  const has = (list: readonly Operator[]): boolean => list.some((operator) => operators.has(operator));
  if (has(['by-ministry', 'by-theme', 'by-call', 'by-territory'])) return true;
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

/** True when the question computes over projects of the base. */
function isComputation(reading: Reading): boolean {
  const { operators } = reading;
  if (
    (['by-ministry', 'by-theme', 'by-year', 'by-call', 'by-territory', 'oldest', 'newest'] as const).some((operator) =>
      operators.has(operator),
    )
  )
    return true;
  const computes = (['sum', 'average', 'median', 'max', 'min', 'count', 'top'] as const).some((operator) =>
    operators.has(operator),
  );
  return computes && (operators.has('plural-subject') || operators.has('count') || amountFieldOf(reading) !== null);
}
