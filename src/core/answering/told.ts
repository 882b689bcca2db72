import type { AnswerBody } from '../model/answer';

/** What an answer tells: its own parts, or those of the answer that it gives again. */
export function toldBy(answer: AnswerBody): AnswerBody {
  return answer.kind === 'smalltalk' && answer.again !== null ? answer.again : answer;
}

/** Ids of the projects that an answer is about, in its order. */
export function projectsOf(answer: AnswerBody): readonly string[] {
  switch (answer.kind) {
    case 'list':
    case 'aggregate':
    case 'compare':
      return answer.projects;
    case 'fact':
      return [answer.project];
    case 'clarify':
      return answer.candidates;
    case 'programme':
    case 'smalltalk':
    case 'unknown':
      return [];
  }
}
