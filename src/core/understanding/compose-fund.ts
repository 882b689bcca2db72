import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { readTerm } from '../language/words';
import type { Decision } from './decide';
import { factsAsked } from './fund-facts';
import { type Reading, readQuestion } from './reading';
import type { Composed, Filled } from './said';

/** Two facts whose weights are this close answer together. */
const TIE = 0.15;

export function composeProgramme({ reference }: Decision, said: Filled): Composed | null {
  const { reading, memory, knowledge } = said;
  const last = memory.question?.kind === 'programme' ? memory.question.facts : [];
  const before =
    reference === 'previous'
      ? (memory.earlier.flatMap(({ question }) => (question?.kind === 'programme' ? [question.facts] : []))[0] ?? last)
      : last;
  const goesOn = reference !== 'alone' && before.length > 0;
  const next = goesOn ? nextInSeries(reading, before, knowledge) : null;
  if (next !== null) return { question: { kind: 'programme', facts: [next] }, support: 1 };
  const ranked = goesOn ? factsAsked(reading, before, knowledge) : said.facts;
  // Asked in its very words, a fact is asked: "FTAP 2" stands within many wordings of others.
  const verbatim = ranked.filter(({ id, fit }) => fit >= 1 && isAskedVerbatim(id, reading, knowledge));
  const [best, second] = verbatim.length === 1 ? verbatim : ranked;
  if (best === undefined) return goesOn ? { question: { kind: 'programme', facts: before }, support: 0.5 } : null;
  const facts = second !== undefined && second.weight > best.weight - TIE ? [best.id, second.id] : [best.id];
  return { question: { kind: 'programme', facts }, support: Math.min(1, 0.3 + best.fit) };
}

/** The message is one of the ways of asking for a fact, word for word. */
export function isAskedVerbatim(id: string, { words }: Reading, { factById }: KnowledgeBase): boolean {
  const fact = factById.get(id);
  const said = words.map(({ folded }) => folded).join(' ');
  const ways = fact === undefined ? [] : [fact.questionFr, fact.questionEn, ...fact.wordings.fr, ...fact.wordings.en];
  return ways.some(
    (way) =>
      readTerm(way)
        .map(({ folded }) => folded)
        .join(' ') === said,
  );
}

/**
 * "Quelle part des dossiers a été retenue en 2018 ?", then "et l'année suivante ?": the fact that answers the same question of another year or call;
 * null where the message says more than which, or no fact does.
 *
 * @param told ids of the facts told before
 */
function nextInSeries(reading: Reading, told: readonly string[], knowledge: KnowledgeBase): string | null {
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
