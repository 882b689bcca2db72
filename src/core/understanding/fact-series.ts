import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readTerm } from '../language/words';
import { type Reading, readQuestion } from './reading';

/**
 * "Quelle part des dossiers a été retenue en 2018 ?", then "et l'année suivante ?": the fact that answers the same question of another year or call;
 * null where the message says more than which, or no fact does.
 *
 * @param told ids of the facts told before
 */
export function nextInSeries(reading: Reading, told: readonly string[], knowledge: KnowledgeBase): string | null {
  const { facts, factById, language } = knowledge;
  const rest = reading.words.filter(
    ({ folded, stem }) =>
      reading.leftoverStems.includes(stem) && language.partNamed(folded) === null && !/^\d/.test(folded),
  );
  if (rest.length > 0) return null;
  for (const id of told) {
    const question = factById.get(id)?.questionFr ?? '';
    const place = placeOf(question, knowledge);
    const wanted = place === null ? null : placeSaid(reading, place);
    if (wanted === null) continue;
    const form = formOf(question, knowledge);
    const found = facts.find(
      ({ questionFr }) => formOf(questionFr, knowledge) === form && placeOf(questionFr, knowledge) === wanted,
    );
    if (found !== undefined) return found.id;
  }
  return null;
}

/** The year or the number of the call that a question is on; null where it is on none, or on several. */
function placeOf(question: string, knowledge: KnowledgeBase): number | null {
  const { years, calls } = readQuestion(question, knowledge);
  const [place, ...others] = [...years, ...calls.flatMap(({ number }) => number ?? [])];
  return others.length > 0 ? null : (place ?? null);
}

/** A question without what says its place in a series. */
function formOf(question: string, { language }: KnowledgeBase): string {
  return readTerm(question)
    .map(({ folded, stem }) => (/^\d/.test(folded) || language.isOrdinal(stem) ? '#' : folded))
    .join(' ');
}

/** The place that a message says, by itself or from the one before. */
function placeSaid({ years, calls, references, yearShift }: Reading, place: number): number | null {
  const has = (wanted: string): boolean => references.some(({ id }) => id === wanted);
  const step = yearShift !== 0 ? yearShift : has('next') ? 1 : has('before') ? -1 : 0;
  const [said] = [...years, ...calls.flatMap(({ number }) => number ?? [])];
  const ordinal = references.find(({ id, position }) => id === 'ordinal' && position > 0);
  return said ?? (step !== 0 ? place + step : (ordinal?.position ?? null));
}
