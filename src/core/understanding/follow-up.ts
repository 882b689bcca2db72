import { selectPositions } from '../answering/select';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { filterOf, isEmptyFilter } from './filter-of';
import { fieldOf } from './field-of';
import { amountFieldOf } from './money';
import type { AggregateOperation, AmountField, CallReference, Field, Filter, Memory, Question } from './question';
import { EMPTY_FILTER } from './question';
import type { Reading } from './reading';
import { unique } from './reading';
import { MOST_CANDIDATES } from './thresholds';

/**
 * Completes an elliptic question from what the conversation remembers; null when the question stands on its own.
 * A complete question never inherits an old filter.
 */
export function completeFromMemory(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const last = memory.question;
  if (last === null) return null;
  return (
    aboutOrdinal(reading, memory, last, knowledge) ??
    comparedWithFocus(reading, memory) ??
    aboutOthers(reading, memory, last) ??
    aboutShown(reading, memory, knowledge) ??
    aboutAnotherProject(reading, last) ??
    refinement(reading, last, knowledge) ??
    programmeAgain(reading, memory, last, knowledge) ??
    aboutFocus(reading, memory, last, knowledge)
  );
}

/** "le deuxième, c'est quoi ?" after a list; "et au deuxième ?" after a question on a call. */
function aboutOrdinal(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  const ordinal = reading.references.find(({ id }) => id === 'ordinal');
  if (!ordinal || reading.named.length > 0 || reading.calls.length > 0) return null;
  const filter = filterIn(last);
  if (filter && filter.calls.length > 0 && reading.fields.length === 0 && startsFollowUp(reading)) {
    const call: CallReference = { number: ordinal.position, session: null, scheme: null };
    if (knowledge.calls.some(({ number }) => number === call.number))
      return withFilter(last, { ...filter, calls: [call] });
  }
  if (last.kind === 'programme') return null;
  const project = ordinal.position < 0 ? memory.shown.at(ordinal.position) : memory.shown[ordinal.position - 1];
  if (project === undefined || memory.shown.length < 2) return null;
  return { kind: 'fact', project, field: fieldOrCard(reading) ?? 'summary' };
}

/** "compare-le avec DossierFacile": with the project in focus. */
function comparedWithFocus(reading: Reading, memory: Memory): Question | null {
  const [project] = reading.named[0] ?? [];
  if (!reading.operators.has('compare') || reading.named.length !== 1 || project === undefined) return null;
  if (memory.focus === null || memory.focus === project || reading.operators.has('or')) return null;
  return { kind: 'compare', projects: [memory.focus, project], field: fieldOf(reading) };
}

/** "et les autres ?" after one project of a list. */
function aboutOthers(reading: Reading, memory: Memory, last: Question): Question | null {
  if (!reading.references.some(({ id }) => id === 'others') || reading.named.length > 0 || !isShort(reading))
    return null;
  const others = memory.shown.filter((id) => id !== memory.focus);
  const [other] = others;
  if (other === undefined) return null;
  const field = last.kind === 'fact' ? last.field : null;
  if (others.length === 1) return { kind: 'fact', project: other, field: field ?? 'summary' };
  if (field !== null && field !== 'summary') return { kind: 'compare', projects: others.slice(0, 5), field };
  return { kind: 'list', filter: { ...EMPTY_FILTER, among: others }, sort: null, limit: null, found: others };
}

/** "parmi ceux-là, lequel a reçu le plus ?", "ça fait combien de projets ?", "compare-les": over the projects shown. */
function aboutShown(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const { operators } = reading;
  if (memory.shown.length === 0 || reading.named.length > 0) return null;
  const own = filterOf(reading, knowledge);
  const speaksOfThem = reading.references.some(({ id }) => id === 'these');
  const isBare = isEmptyFilter(own) && reading.leftoverStems.length === 0 && isShort(reading);
  const field = amountFieldOf(reading);
  const over = (operation: AggregateOperation, of: AmountField | null): Question => ({
    kind: 'aggregate',
    operation,
    field: of,
    filter: { ...own, among: memory.shown },
    limit: 1,
    groupBy: null,
  });

  const isRanking = operators.has('max') || operators.has('min');
  if (
    operators.has('compare') &&
    !isRanking &&
    isBare &&
    memory.shown.length >= 2 &&
    memory.shown.length <= MOST_COMPARED
  ) {
    return { kind: 'compare', projects: memory.shown, field: fieldOrCard(reading) };
  }
  if (operators.has('count') && (speaksOfThem || (isBare && saysThat(reading)))) return over('count', null);
  if (!field || !(speaksOfThem || (isBare && asksWhichOne(reading)))) return null;
  const operation = (['max', 'min', 'average', 'median', 'sum'] as const).find((candidate) => operators.has(candidate));
  if (operation) return over(operation, field);
  return memory.focus === null ? over('sum', field) : null;
}

/** More columns would not be read on a phone. */
const MOST_COMPARED = 5;

/** "ça fait combien ?", "how many are there?" speak of what is shown; "combien de projets ?" does not. */
function saysThat(reading: Reading): boolean {
  return reading.words.some(({ folded }) => ['ca', 'cela', 'en', 'that', 'there'].includes(folded));
}

/** "lequel coûte le plus ?" chooses among what is shown; "quel projet coûte le plus ?" does not. */
function asksWhichOne(reading: Reading): boolean {
  const folded = reading.words.map((word) => word.folded);
  return (
    !reading.operators.has('plural-subject') &&
    (['lequel', 'laquelle', 'lesquels'].some((word) => folded.includes(word)) || folded.join(' ').includes('which one'))
  );
}

/** "et FICOBA 3 ?", "pardon, je voulais dire CFVR": the same field of another project. */
function aboutAnotherProject(reading: Reading, last: Question): Question | null {
  const [project] = reading.named[0] ?? [];
  if (project === undefined || reading.named.length !== 1 || last.kind !== 'fact') return null;
  const field = fieldOrCard(reading);
  if (field !== null && field !== 'summary') return null;
  const isFollowUp = startsFollowUp(reading) || reading.operators.has('correction');
  return isFollowUp && reading.leftoverStems.length === 0 ? { kind: 'fact', project, field: last.field } : null;
}

/** "et en Occitanie ?" replaces what it names, "seulement ceux de la Justice" adds it. */
function refinement(reading: Reading, last: Question, knowledge: KnowledgeBase): Question | null {
  if (reading.named.length > 0 || last.kind === 'programme') return null;
  const previous = filterIn(last);
  if (!previous) return null;
  const own = filterOf(reading, knowledge);
  if (isEmptyFilter(own)) return null;
  const narrows =
    reading.operators.has('only') || beginsByNarrowing(reading) || isException(own) || asksWhichOfThem(reading);
  const isElliptic =
    narrows || (startsFollowUp(reading) && !reading.operators.has('plural-subject') && reading.fields.length === 0);
  if (!isElliptic || reading.operators.has('count')) return null;
  const merged: Filter = narrows
    ? {
        ...previous,
        topics: [...previous.topics, ...own.topics],
        carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
        territories: own.territories.length > 0 ? own.territories : previous.territories,
        calls: own.calls.length > 0 ? own.calls : previous.calls,
        years: own.years.length > 0 ? own.years : previous.years,
        amounts: [...previous.amounts, ...own.amounts],
        except: own.except,
      }
    : {
        ...previous,
        ...bodiesAsked(own, previous, knowledge),
        territories: own.territories.length > 0 ? own.territories : previous.territories,
        calls: own.calls.length > 0 ? own.calls : own.years.length > 0 ? [] : previous.calls,
        years: own.years.length > 0 ? own.years : own.calls.length > 0 ? [] : previous.years,
        months: own.years.length > 0 ? own.months : previous.months,
        amounts: own.amounts.length > 0 ? own.amounts : previous.amounts,
        among: null,
      };
  return withFilter(last, merged);
}

/** "que ceux de l'Intérieur", even where a name holds the second word. */
function beginsByNarrowing({ words: [first, second] }: Reading): boolean {
  return (
    ['seulement', 'uniquement', 'juste', 'only', 'just'].includes(first?.folded ?? '') ||
    (first?.folded === 'que' && second?.folded === 'ceux')
  );
}

/** "Lesquels viennent du FTAP 2 ?" chooses among what is shown. */
function asksWhichOfThem(reading: Reading): boolean {
  const [first] = reading.words;
  return (
    first?.folded === 'lesquels' ||
    first?.folded === 'lesquelles' ||
    reading.references.some(({ id }) => id === 'these')
  );
}

/** "Et la douane ?" is a body after a body, and a subject after a subject. */
function bodiesAsked(own: Filter, previous: Filter, knowledge: KnowledgeBase): Pick<Filter, 'topics' | 'carriers'> {
  const bodies = own.topics
    .flatMap(({ organisations }) => organisations)
    .filter((id) => knowledge.facets.carrier.has(id));
  if (own.carriers.length === 0 && previous.carriers.length > 0 && bodies.length > 0) {
    const kept = selectPositions({ ...previous, carriers: bodies }, knowledge).length > 0 ? previous.topics : [];
    return { topics: kept, carriers: bodies };
  }
  return {
    topics: own.topics.length > 0 ? own.topics : previous.topics,
    carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
  };
}

/** "et la seconde ?" after a fact of the programme: the same words, with the new ones instead of the old ordinal. */
function programmeAgain(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  if (last.kind !== 'programme' || !startsFollowUp(reading) || !isShort(reading) || reading.named.length > 0)
    return null;
  const ordinals = new Set(
    [
      'premier',
      'premiere',
      'deuxiem',
      'second',
      'troisiem',
      'quatriem',
      'cinquiem',
      'first',
      'third',
      '1er',
      '1r',
      '2e',
      '3e',
      '4e',
      '5e',
      '1',
      '2',
      '3',
      '4',
      '5',
    ].flatMap((form) => [form, form.replace(/e$/, '')]),
  );
  const own = reading.allStems.filter(
    (stem) => knowledge.factIndex.has(stem) && (reading.contentStems.includes(stem) || ordinals.has(stem)),
  );
  if (own.length === 0) return null;
  const isOrdinal = own.some((stem) => ordinals.has(stem));
  const asked = isOrdinal ? own.filter((stem) => ordinals.has(stem)) : own;
  const kept = memory.stems.filter((stem) => (isOrdinal ? !ordinals.has(stem) : !/^\d{4}$/.test(stem)));
  const [best] = knowledge.factIndex
    .search(unique([...kept, ...asked]))
    .filter(({ id, matched }) => !last.facts.includes(id) || asked.every((stem) => matched.includes(stem)));
  return best ? { kind: 'programme', facts: [best.id] } : null;
}

/** "et son coût ?", "qui le porte ?": a field of the project in focus, or of the projects just compared. */
function aboutFocus(reading: Reading, memory: Memory, last: Question, knowledge: KnowledgeBase): Question | null {
  const field = fieldOrCard(reading) ?? placeAsked(reading);
  if (field === null || reading.named.length > 0 || reading.operators.has('plural-subject')) return null;
  const refers = reading.references.some(({ id }) => id === 'it') || startsFollowUp(reading);
  const computes = reading.operators.has('sum') || reading.operators.has('average');
  if ((computes && !refers) || !isOfFocus(reading, memory, refers, knowledge)) return null;
  // Words of everyday language ("quelle économie en attendait-on ?") name no other subject.
  const foreign = reading.leftoverStems.filter(
    (stem) => knowledge.projectIndex.has(stem) || knowledge.factIndex.has(stem),
  );
  if (foreign.length > (refers ? 1 : 0) || reading.leftoverStems.length > MOST_LEFT_OVER) return null;
  if (last.kind === 'compare') return { kind: 'compare', projects: last.projects, field };
  if (memory.focus !== null) return { kind: 'fact', project: memory.focus, field };
  // "Combien a-t-il reçu ?" after several: which one is asked back.
  const isOneOfFew =
    reading.references.some(({ id }) => id === 'it') &&
    memory.shown.length >= 2 &&
    memory.shown.length <= MOST_CANDIDATES;
  return isOneOfFew ? { kind: 'clarify', candidates: memory.shown, field } : null;
}

/** "Où ça ?" and nothing else: inside a sentence "ou ça" is no question of place. */
function placeAsked({ words }: Reading): Field | null {
  return words.map(({ folded }) => folded).join(' ') === 'ou ca' ? 'territory' : null;
}

/** More words than this are a question of their own. */
const MOST_LEFT_OVER = 2;

/** No limit is named, or only one that the project in focus meets: "avec qui l'IGN travaille-t-il là-dessus ?" */
function isOfFocus(reading: Reading, memory: Memory, refers: boolean, knowledge: KnowledgeBase): boolean {
  const own = filterOf(reading, knowledge);
  if (isEmptyFilter(own)) return true;
  const { focus } = memory;
  return refers && focus !== null && selectPositions({ ...own, among: [focus] }, knowledge).length > 0;
}

/** A bare "c'est quoi ?" asks for the card. */
function fieldOrCard(reading: Reading): Field | null {
  return fieldOf(reading) ?? reading.fields[0] ?? null;
}

function filterIn(question: Question): Filter | null {
  return question.kind === 'list' || question.kind === 'aggregate' ? question.filter : null;
}

function withFilter(question: Question, filter: Filter): Question {
  if (question.kind === 'aggregate') return { ...question, filter };
  return {
    kind: 'list',
    filter,
    sort: question.kind === 'list' ? question.sort : null,
    limit: question.kind === 'list' ? question.limit : null,
    found: [],
  };
}

function isException(filter: Filter): boolean {
  const { topics, carriers, territories, projects } = filter.except;
  return topics.length + carriers.length + territories.length + projects.length > 0;
}

/** Begins with "et", "and", "sinon et"…: asks on from the question before. */
function startsFollowUp(reading: Reading): boolean {
  const [first] = reading.words;
  return (
    first?.folded === 'et' ||
    first?.folded === 'and' ||
    first?.folded === 'pour' ||
    reading.operators.has('and-what-about')
  );
}

function isShort(reading: Reading): boolean {
  return reading.words.length <= 8;
}
