import { clausesOf } from '../../answering/clauses';
import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { LOCALES } from '../../language/locale';
import type { AnswerBody, Verdict } from '../../model/answer';
import { isAmountField } from '../../model/project-fields';
import type { Memory, Question } from '../../model/question';
import { asksWhetherAll } from '../lists/once-more';
import { factStems } from '../fund/fund-facts';
import type { Reading } from '../reading';
import { causeOf } from './causes';

/**
 * "Pourquoi si peu ?", "pourquoi seulement 31 ?": a cause is asked for, which a record may tell; "pourquoi ?", "pourquoi PILAT est dedans ?" of a list asks
 * how the answer was reached.
 */
export function asksForCause(
  { operators, leftoverStems, words, named, quantities }: Reading,
  { question, shown }: Memory,
  { language }: KnowledgeBase,
): boolean {
  // So many were asked for.
  if (!operators.has('why') || (question?.kind === 'list' && question.limit !== null)) return false;
  // "Pourquoi PILAT a pris 5 ans dans la vue ?" says more than "est dedans".
  if (leftoverStems.length < 2 && named.flat().some((id) => shown.includes(id))) return false;
  return leftoverStems.length + quantities.length > 0 || words.some(({ folded }) => language.is('wondering', folded));
}

/** "Qui contacter ?", "on appelle qui ?", not "E-contact", nor "il s'appelle comment ?", "un projet qui s'appelle Mentor" */
export function asksForContact({ words, spans }: Reading, { language }: KnowledgeBase): boolean {
  const isInName = (at: number): boolean =>
    spans.some(({ start, end, tags }) => start <= at && at < end && tags.some(({ kind }) => kind === 'project'));
  const isOfSomebody = words.some(({ folded }) => language.is('who', folded) || language.is('someone', folded));
  return words.some(
    ({ folded }, at) =>
      !isInName(at) &&
      (language.is('contacting', folded) || (isOfSomebody && language.is('calling', folded) && !isInName(at + 1))),
  );
}

/** What is said before an answer that does not quite answer; null where nothing is. */
export function leadOf(
  body: AnswerBody,
  question: Question,
  reading: Reading,
  memory: Memory,
  knowledge: KnowledgeBase,
): Verdict | null {
  // Why the base holds so few is told.
  if (body.kind === 'programme' && body.lacking !== undefined) return null;
  const last = memory.question;
  const isSame = last !== null && JSON.stringify(last) === JSON.stringify(question);
  const isOfOne =
    body.kind === 'fact' &&
    (body.project === memory.focus || reading.named.flat().includes(body.project)) &&
    [body, ...body.also].some(({ field }) => isAmountField(field) || field === 'status');
  if (isSame && asksWhetherAll(reading, memory, knowledge)) return 'not-all';
  const cause = causeOf(reading, memory, knowledge);
  if (cause?.kind === 'programme') return null;
  if (cause?.kind === 'fact' && body.kind === 'fact' && cause.project === body.project) return 'no-cause';
  if (asksForCause(reading, memory, knowledge) && (isSame || isOfOne)) {
    if (body.kind !== 'aggregate') return 'no-cause';
    return body.withoutCount > 0 ? 'unpublished' : body.operation === 'count' ? 'not-all' : 'no-cause';
  }
  if (body.kind === 'fact' && body.field === 'carrier' && asksForContact(reading, knowledge)) return 'no-contact';
  if (body.kind === 'fact' && isSame && saysWhatIsNotTold(reading, body.project, knowledge)) return 'told-again';
  const isOfFact = body.kind === 'programme' && last?.kind === 'programme' && body.figure === null;
  if (isOfFact && body.facts.join() === last.facts.join()) {
    const held = new Set(body.facts.flatMap((id) => [...factStems(id, knowledge)]));
    if (reading.contentStems.some((stem) => !held.has(stem))) return 'told-again';
  }
  return null;
}

/** "C'est quoi les mesures d'urgence ?" after the cost, "l'objectif est atteint ?" after the status: it says what no text of the record holds. */
function saysWhatIsNotTold({ leftoverStems }: Reading, id: string, knowledge: KnowledgeBase): boolean {
  const project = knowledge.projectById.get(id);
  if (project === undefined || leftoverStems.length === 0) return false;
  const texts = LOCALES.flatMap((locale) => clausesOf(project, locale, knowledge));
  const held = new Set(texts.flatMap(({ words }) => words.map(({ stem }) => stem)));
  return leftoverStems.some((stem) => !held.has(stem));
}
