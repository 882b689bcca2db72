import { fieldOf } from '../field-of';
import type { Field, Filter, Question } from '../question';
import type { Reading } from '../reading';

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
