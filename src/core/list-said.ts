import { EMPTY_MEMORY, type Question, isEmptyFilter } from './model/question';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import { compose } from './understanding/compose';
import { readQuestion } from './understanding/reading';
import { studied } from './understanding/understand';

/**
 * The list of projects that some words name, whatever else they might ask; null when they limit nothing. What a search box and an order to follow
 * leave unsaid: "2018", "FTAP 2" and "second call" ask them for the projects, not for what the fund did.
 */
export function listSaid(text: string, knowledge: KnowledgeBase): Extract<Question, { kind: 'list' }> | null {
  const { said } = studied(readQuestion(text, knowledge), EMPTY_MEMORY, knowledge);
  const question = compose({ intent: 'list', reference: 'alone', fields: [] }, said)?.question;
  return question?.kind === 'list' && !isEmptyFilter(question.filter) ? question : null;
}
