import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { aggregateOf, countsUnread } from './aggregate-question';
import { asksHowToApply } from './applying';
import { catalogueOf } from './catalogue-question';
import { besideNamed } from './beside-named';
import { callsCompared, holdsOnlyPeriods, outcomeOfCall } from './call-question';
import { comparisonOf, extremesOf, strangerCompared } from './comparison';
import { questionAskedOutright, factOnDescribed, isOnTopicsOnly, outweighs } from './described-question';
import { exampleOf } from './example-question';
import { factOnProject } from './fact-question';
import { filterOf, isEmptyFilter, withKnownFields } from './filter-of';
import { isOffTopic } from './off-topic';
import { prefersProgramme } from './prefers-programme';
import { likelyFact, programmeFact } from './programme-question';
import type { Filter, Question } from './question';
import type { Reading } from './reading';
import { relaxed } from './relaxed-filter';
import { meantBy, questionOnMeant, questionOnSearch } from './search-question';
import { asksOfTheWorld, isOneProjectMeant, questionOnSet } from './set-question';
import { isCalledSo } from './saying';
import { smalltalkOf } from './smalltalk';
import { PROGRAMME_OVER_FILTER } from './thresholds';
import { unknownSubject } from './unknown-subject';
import { lacksInRecord, unrecordedOf } from './unrecorded';

/**
 * Decides what a question that stands on its own asks, from the most certain evidence to the least: small talk, projects compared, a project
 * named, the programme, a computation over a set, a set, words alone.
 */
export function decide(reading: Reading, knowledge: KnowledgeBase): Question {
  if (isOffTopic(reading)) return { kind: 'unknown', reason: 'out-of-scope', name: null };
  const example = exampleOf(reading, knowledge);
  if (example) return example;
  const smalltalk = smalltalkOf(reading);
  if (smalltalk) return { kind: 'smalltalk', act: smalltalk };
  if (asksHowToApply(reading)) return { kind: 'unknown', reason: 'applying', name: null };
  const catalogue = catalogueOf(reading, knowledge);
  if (catalogue) return catalogue;
  if (isWithoutSubject(reading)) return { kind: 'unknown', reason: 'no-context', name: null };

  const beside = besideNamed(reading, knowledge);
  if (beside) return beside;
  const compared = comparisonOf(reading, knowledge);
  if (compared) return compared;
  const stranger = strangerCompared(reading);
  if (stranger !== null) return { kind: 'unknown', reason: 'no-such-project', name: stranger };
  if (lacksInRecord(reading, knowledge)) return { kind: 'unknown', reason: 'not-recorded', name: null };
  const onNamed = factOnProject(reading, knowledge);
  if (onNamed) return onNamed;

  const filter = withKnownFields(relaxed(filterOf(reading, knowledge), reading, knowledge), reading);
  if (isBeyondRecords(filter, knowledge)) return { kind: 'unknown', reason: 'out-of-scope', name: null };
  const unrecorded = unrecordedOf(reading, filter, knowledge);
  if (unrecorded) return unrecorded;
  const outright = questionAskedOutright(reading, filter, knowledge);
  if (outright) return outright;
  const meant = meantBy(reading, knowledge);
  const onMeant = meant === null ? null : questionOnMeant(meant, reading, knowledge);
  if (meant && onMeant && outweighs(meant, reading, filter, knowledge)) return onMeant;
  if (reading.strangeName !== null && (reading.operators.has('subject') || isCalledSo(reading)))
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
  if (onSet && !(isOfNothing(onSet, knowledge) && isOnSubjects(filter) && !isAllLimits(reading))) return onSet;
  const isOnWorld = asksOfTheWorld(reading, filter);
  if (onMeant && !isOnWorld) return onMeant;
  const search = isOnWorld || countsUnread(reading, filter) ? null : questionOnSearch(reading, knowledge);
  const asksForProject = isOneProjectMeant(reading) && !reading.mentionsFund;
  if (
    programme &&
    programme.coverage >= (search?.coverage ?? 0) &&
    !(asksForProject && (search !== null || programme.coverage < PROGRAMME_OVER_FILTER))
  )
    return { kind: 'programme', facts: programme.facts };
  if (search) return search.question;
  if (onSet) return onSet;
  const likely = asksForProject || reading.strangeName !== null ? null : likelyFact(reading, knowledge);
  if (likely) return { kind: 'programme', facts: likely.facts };
  const name = reading.strangeName ?? unknownSubject(reading);
  return { kind: 'unknown', reason: name === null ? 'out-of-scope' : 'no-such-project', name };
}

/** A set that holds no project: the words may have been misread. */
function isOfNothing(question: Question, knowledge: KnowledgeBase): boolean {
  return (
    (question.kind === 'list' || question.kind === 'aggregate') &&
    selectPositions(question.filter, knowledge).length === 0
  );
}

/** "Aucun projet en Bretagne" is an answer; no project on three subjects at once hardly is. */
function isOnSubjects({ topics, carriers, territories }: Filter): boolean {
  return topics.length > 0 && topics.length + carriers.length + territories.length > 1;
}

/** "Projets de l'IGN de 2018 sur la justice": every word is a limit, and none was misread. */
function isAllLimits({ operators, leftoverStems }: Reading): boolean {
  return operators.has('plural-subject') && leftoverStems.length === 0;
}

/** "Combien ça a coûté ?" */
function saysThis({ words }: Reading): boolean {
  return words.length <= 7 && words.some(({ folded }) => ['ca', 'cela', 'it', 'that'].includes(folded));
}

/** Years of which neither a project nor a fact speaks: the future. */
function isBeyondRecords({ years }: Filter, { facets, factTextIndex }: KnowledgeBase): boolean {
  return years.length > 0 && years.every((year) => !facets.year.has(String(year)) && !factTextIndex.has(String(year)));
}

/** "et son coût ?" with nothing before it. */
function isWithoutSubject(reading: Reading): boolean {
  const hasSubject = reading.spans.some(({ tags }) =>
    tags.some(({ kind }) => kind !== 'field' && kind !== 'operator' && kind !== 'reference' && kind !== 'smalltalk'),
  );
  const asks = reading.fields.length > 0 || reading.operators.has('how-much');
  if (reading.operators.has('known') || reading.operators.has('not-known')) return false;
  // "Top 3 coût", "total des financements": over the whole base.
  if (computesOverAll(reading)) return false;
  // "La moyenne ?" of nothing
  if (isComputationAlone(reading) && !hasSubject) return true;
  if (hasSubject || reading.operators.has('plural-subject') || reading.leftoverStems.length > 0 || !asks) return false;
  return (
    reading.references.some(({ id }) => id === 'it' || id === 'ordinal') ||
    reading.words.length <= 3 ||
    saysThis(reading)
  );
}

function isComputationAlone(reading: Reading): boolean {
  const { operators, fields, leftoverStems, words } = reading;
  const isComputed = (['sum', 'average', 'median'] as const).some((operator) => operators.has(operator));
  const isBare = fields.length + leftoverStems.length === 0 && !operators.has('plural-subject');
  return isComputed && isBare && words.length <= 3;
}

function computesOverAll(reading: Reading): boolean {
  const { operators, references, fields } = reading;
  const isComputed = (['top', 'sum', 'average', 'median'] as const).some((operator) => operators.has(operator));
  return (
    isComputed &&
    fields.length > 0 &&
    references.length === 0 &&
    !saysThis(reading) &&
    !operators.has('how-much') &&
    reading.words.length >= 2
  );
}
