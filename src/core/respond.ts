import { answerQuestion, sourcesOfAnswer } from './answering/answer-question';
import type { Answer, AnswerBody } from './answering/answer';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import type { Memory } from './understanding/question';
import { EMPTY_MEMORY } from './understanding/question';
import type { Turn } from './understanding/understand';
import { understand } from './understanding/understand';

/** The whole brain: one turn in, one answer and the new memory out. Pure: the same input always gives the same output. */
export function respond(
  turn: Turn,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly answer: Answer; readonly memory: Memory } {
  const { understanding, reading } = understand(turn, memory, knowledge);
  const { question, locale, matches, corrections, completedFrom } = understanding;
  const body = answerQuestion(question, reading, knowledge);
  const answer: Answer = {
    ...body,
    locale,
    sources: sourcesOfAnswer(body, knowledge),
    why: { question, matches, corrections, isFollowUp: completedFrom !== null },
  };
  return { answer, memory: remember(memory, body, answer, reading?.allStems ?? []) };
}

/** Small talk and failures leave the memory as it was, but for the language; "laisse tomber" empties it. */
function remember(memory: Memory, body: AnswerBody, answer: Answer, stems: readonly string[]): Memory {
  const { locale, why } = answer;
  switch (body.kind) {
    case 'smalltalk':
      return body.act === 'cancel' ? { ...EMPTY_MEMORY, locale } : { ...memory, locale };
    case 'unknown':
      return { ...memory, locale };
    case 'fact':
      return {
        question: why.question,
        shown: memory.shown.includes(body.project) ? memory.shown : [body.project],
        focus: body.project,
        stems,
        locale,
      };
    case 'list':
    case 'aggregate':
      return {
        question: why.question,
        shown: body.projects,
        focus: body.projects.length === 1 ? (body.projects[0] ?? null) : null,
        stems,
        locale,
      };
    case 'compare':
      return { question: why.question, shown: body.projects, focus: null, stems, locale };
    case 'clarify':
      return { question: why.question, shown: body.candidates, focus: null, stems, locale };
    case 'programme':
      return { question: why.question, shown: [], focus: null, stems, locale };
  }
}
