import { fieldOf } from '../field-of';
import { EMPTY_FILTER, type Exception, type Field, type Filter, type Memory, type Question } from '../question';
import { type Reading, unique } from '../reading';

export function filterIn(question: Question): Filter | null {
  return question.kind === 'list' || question.kind === 'aggregate' ? question.filter : null;
}

export function withFilter(question: Question, filter: Filter): Question {
  if (question.kind === 'aggregate') return { ...question, filter };
  return {
    kind: 'list',
    filter,
    sort: question.kind === 'list' ? question.sort : null,
    limit: question.kind === 'list' ? question.limit : null,
    found: [],
  };
}

/** The set that was spoken of, as it was limited: of a sum or a ranking all that it was made over, of the beginning of a list what is shown. */
export function setMeant({ question, shown }: Memory): Filter {
  const isWhole = question?.kind === 'aggregate' || (question?.kind === 'list' && question.limit === null);
  return isWhole ? question.filter : { ...EMPTY_FILTER, among: shown };
}

/** A set with more limits: a second body, place or period takes the place of the first, a second subject or amount is added. */
export function narrowed(previous: Filter, own: Filter): Filter {
  return {
    ...previous,
    topics: [...previous.topics, ...own.topics],
    carriers: own.carriers.length > 0 ? own.carriers : previous.carriers,
    territories: own.territories.length > 0 ? own.territories : previous.territories,
    calls: own.calls.length > 0 ? own.calls : previous.calls,
    years: own.years.length > 0 ? own.years : previous.years,
    amounts: [...previous.amounts, ...own.amounts],
    known: unique([...previous.known, ...own.known]),
    unknown: unique([...previous.unknown, ...own.unknown]),
    except: exceptedToo(previous.except, own.except),
  };
}

/** What was left out before stays out. */
function exceptedToo(before: Exception, own: Exception): Exception {
  return {
    topics: [...before.topics, ...own.topics],
    carriers: unique([...before.carriers, ...own.carriers]),
    territories: unique([...before.territories, ...own.territories]),
    projects: unique([...before.projects, ...own.projects]),
    calls: [...before.calls, ...own.calls],
    years: unique([...before.years, ...own.years]),
  };
}

/** Begins with "et", "and", "sinon et"…: asks on from the question before. */
export function startsFollowUp(reading: Reading): boolean {
  const first = reading.words.find(({ folded }) => !FILLERS.has(folded));
  return (
    first?.folded === 'et' ||
    first?.folded === 'and' ||
    first?.folded === 'pour' ||
    reading.operators.has('and-what-about')
  );
}

/** What people say before they go on. */
const FILLERS = new Set(
  'ok okay bon bien alors euh ah oui merci super parfait fine great thanks right well d accord'.split(' '),
);

export function isShort(reading: Reading): boolean {
  return reading.words.length <= 9;
}

/** A bare "c'est quoi ?" asks for the card. */
export function fieldOrCard(reading: Reading): Field | null {
  return fieldOf(reading) ?? reading.fields[0] ?? null;
}
