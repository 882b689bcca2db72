import { selectPositions } from '../answering/select';
import { type KnowledgeBase, questionKey } from '../knowledge/knowledge-base';
import { computes } from './aggregate-question';
import { holdsOnlyPeriods } from './call-question';
import { fieldOf } from './field-of';
import { isEmptyFilter } from './filter-of';
import { soleProject } from './meant-project';
import { EMPTY_FILTER, type Filter, isAmountField, type Question } from './question';
import { describingStems } from './ranking';
import type { Reading } from './reading';
import { asksHowMuchFor } from './money';
import { saysMore, saysWhichOne } from './saying';
import { type Meant, amountAsked } from './search-question';
import { isLimitedOutright, speaksOfProjects } from './set-question';
import {
  FACT_OVER_SET,
  FACT_OVER_SET_COVERAGE,
  WORDING_APART,
  WORDING_ITSELF,
  MEANT_ASKED,
  MEANT_OVER_FILTER,
  MEANT_OVER_LIST,
  MEANT_OVER_THEME,
  SIDE,
} from './thresholds';

/** A wording of the data that is the question itself, word for word or nearly, says what is asked. */
export function questionAskedOutright(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const fact = knowledge.factByQuestion.get(questionKey(reading.allStems));
  if (fact !== undefined) return { kind: 'programme', facts: [fact] };
  const [best, second] = knowledge.wordings.match(reading.contentStems);
  if (!best || best.fit < WORDING_ITSELF || best.matched.length < 2) return null;
  if (second && second.fit > best.fit - WORDING_APART) return null;
  const { owner } = best;
  const { operators } = reading;
  const asksForSet =
    operators.has('plural-subject') || operators.has('list') || operators.has('carried-by') || computes(reading);
  if (asksForSet || !isOnTopicsOnly(filter)) return null;
  if (owner.kind === 'theme') return null;
  const field = fieldOf(reading) ?? amountAsked(reading);
  if (owner.kind === 'fact') {
    // "How much did the fund give to the AI project that watches shipping lanes?"
    const isOnProject = isAmountField(field) && soleProject(describingStems(reading), knowledge) !== null;
    return isOnProject ? null : { kind: 'programme', facts: [owner.id] };
  }
  if (field !== null) return { kind: 'fact', project: owner.id, field };
  const among = { ...EMPTY_FILTER, among: [owner.id] };
  return { kind: 'list', filter: among, sort: null, limit: null, found: [owner.id] };
}

/** A problem told in many words says more than the one word of it that is also the name of a theme. */
export function outweighs(meant: Meant, reading: Reading, filter: Filter, knowledge: KnowledgeBase): boolean {
  if (isFactOverSet(meant, filter)) return true;
  const { operators } = reading;
  // "Les avions qui scannent le relief, ça revient à combien au total ?" adds nothing over a set.
  const computesOverSet = computes(reading) && (operators.has('count') || !operators.has('sum'));
  const asksForSet =
    ((operators.has('plural-subject') || operators.has('list')) && !saysWhichOne(reading)) ||
    operators.has('carried-by') ||
    computesOverSet;
  if (asksForSet) return meant.strength >= MEANT_OVER_LIST && meant.owner.kind === 'project' && isOnTopicsOnly(filter);
  const leavesNothing =
    !isLimitedOutright(reading, filter) &&
    meant.owner.kind === 'project' &&
    !isEmptyFilter(filter) &&
    selectPositions(filter, knowledge).length === 0;
  return (
    leavesNothing ||
    (meant.strength >= (saysWhichOne(reading) ? MEANT_OVER_THEME : MEANT_OVER_FILTER) && isOnTopicsOnly(filter))
  );
}

/** "La vague dévoilée au GovTech Summit : combien de lauréats ?": a fact holds all the words, of which only periods would limit a set. */
function isFactOverSet({ owner, strength, coverage, rivals }: Meant, filter: Filter): boolean {
  return (
    owner.kind === 'fact' &&
    rivals.length === 0 &&
    strength >= FACT_OVER_SET &&
    coverage >= FACT_OVER_SET_COVERAGE &&
    (isEmptyFilter(filter) || holdsOnlyPeriods(filter))
  );
}

/** Nothing but subjects limits the set. */
export function isOnTopicsOnly(filter: Filter): boolean {
  return isEmptyFilter({ ...filter, topics: [] });
}

/** "Le robot qui renseigne sur les passeports, il a été retenu à quel appel ?": taken up again by a pronoun, it is one thing. */
function refersBack({ references, words }: Reading): boolean {
  return references.some(({ id }) => id === 'it') || words.some(({ folded }) => folded === 'ca');
}

/** "La surveillance des routes maritimes par IA, quelle aide du fonds ?": a field of the one project that the words describe. */
export function factOnDescribed(reading: Reading, filter: Filter, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  const field = fieldOf(reading) ?? amountAsked(reading);
  const asksForSet =
    operators.has('plural-subject') || operators.has('list') || operators.has('compare') || operators.has('except');
  const computesOverSet = computes(reading) && (operators.has('count') || !operators.has('sum'));
  if (field === null || asksForSet || computesOverSet || filter.amounts.length > 0) return null;
  if (filter.calls.length + filter.years.length > 0 && !isOnTopicsOnly(filter)) return null;
  // A choice between two, and "anything meant for…?", ask for more than one.
  if ((operators.has('or') && saysMore(reading)) || (operators.has('existence') && !isAmountField(field))) return null;
  const isSaid =
    asksHowMuchFor(reading) || reading.mentionsFund || speaksOfProjects(reading) || reading.fields.some(isAmountField);
  const isSure = isAmountField(field) || refersBack(reading);
  if (!isSaid && !isSure && field === 'themes') return null;
  const project = soleProject(
    describingStems(reading),
    knowledge,
    isSaid ? SIDE : isSure ? MEANT_ASKED : MEANT_OVER_THEME,
  );
  return project === null ? null : { kind: 'fact', project, field };
}
