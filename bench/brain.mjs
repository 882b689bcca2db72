import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../scripts/prepare.mjs';

const require = createRequire(import.meta.url);
/** A module of the program as it is compiled. */
export const built = (file) => require(join(ROOT, 'dist', file));
const core = (file) => built(`src/core/${file}`);
const { createKnowledgeBase } = core('loading/create-knowledge-base.js');
const { respond } = core('respond.js');
const { EMPTY_MEMORY } = core('model/question.js');
const { readQuestion } = core('understanding/reading.js');

export { createKnowledgeBase, EMPTY_MEMORY };

/** One turn of a conversation: the ids that the answer is about, best first, and the memory for the next. */
export function turn(text, memory, knowledge) {
  const { answer, memory: next } = respond({ text, locale: 'fr' }, memory, knowledge);
  return { kind: answer.kind, ids: idsIn(answer), memory: next };
}

/** The search alone: words read and corrected, projects ranked. What the peers do, and only a part of a turn. */
export function searchAlone(text, knowledge) {
  return knowledge.projectIndex.search(readQuestion(text, knowledge).contentStems).map(({ id }) => id);
}

function idsIn(answer) {
  if (answer.kind === 'fact') return [answer.project];
  if (answer.kind === 'clarify') return answer.candidates;
  return answer.projects ?? [];
}
