import { answerQuestion, sourcesOfAnswer } from './answering/answer-question';
import type { Answer, AnswerBody } from './answering/answer';
import type { KnowledgeBase } from './knowledge/knowledge-base';
import type { Locale } from './language/locale';
import type { Memory, Question } from './understanding/question';
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
  const { question, locale, trace, explainsLast } = understanding;
  const body = answerQuestion(question, reading, knowledge);
  const answer: Answer = {
    ...body,
    locale,
    sources: sourcesOfAnswer(body, knowledge),
    why: { question, ...trace, isAsked: explainsLast },
  };
  if (explainsLast) return { answer, memory: { ...memory, locale } };
  return { answer, memory: remember(memory, body, answer, reading?.allStems ?? []) };
}

/** The same for a question made by buttons instead of words. It asks for all that it limits, so nothing is completed from the memory. */
export function respondTo(
  question: Question,
  locale: Locale,
  memory: Memory,
  knowledge: KnowledgeBase,
): { readonly answer: Answer; readonly memory: Memory } {
  const body = answerQuestion(question, null, knowledge);
  const answer: Answer = {
    ...body,
    locale,
    sources: sourcesOfAnswer(body, knowledge),
    why: { question, ...EMPTY_MEMORY.trace, isAsked: false },
  };
  return { answer, memory: remember(memory, body, answer, []) };
}

/** Small talk and failures leave the memory as it was, but for the language; "laisse tomber" empties it. */
function remember(memory: Memory, body: AnswerBody, answer: Answer, stems: readonly string[]): Memory {
  const { locale, why } = answer;
  if (body.kind === 'smalltalk') return body.act === 'cancel' ? { ...EMPTY_MEMORY, locale } : { ...memory, locale };
  if (body.kind === 'unknown') return { ...memory, locale };
  const { question, matches, corrections, isFollowUp } = why;
  const shown = shownBy(body, memory);
  const recent = shown.focus === null ? memory.recent : recentWith(shown.focus, memory.recent);
  return { question, ...shown, recent, stems, trace: { matches, corrections, isFollowUp }, locale };
}

/** "Les deux" reaches no further back than this. */
const MOST_RECENT = 3;

function recentWith(focus: string, recent: readonly string[]): readonly string[] {
  return [...recent.filter((id) => id !== focus), focus].slice(-MOST_RECENT);
}

/** Ordinals and "les autres" reach no further than this. */
const MOST_SHOWN = 100;

function shownBy(
  body: Exclude<AnswerBody, { kind: 'smalltalk' | 'unknown' }>,
  memory: Memory,
): Pick<Memory, 'shown' | 'focus'> {
  switch (body.kind) {
    case 'fact':
      return { shown: memory.shown.includes(body.project) ? memory.shown : [body.project], focus: body.project };
    case 'list':
    case 'aggregate':
      return {
        shown: body.projects.slice(0, MOST_SHOWN),
        focus: body.projects.length === 1 ? (body.projects[0] ?? null) : null,
      };
    case 'compare':
      return { shown: body.projects, focus: null };
    case 'clarify':
      return { shown: body.candidates, focus: null };
    case 'programme':
      return { shown: [], focus: null };
  }
}
