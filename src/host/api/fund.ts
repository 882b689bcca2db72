import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Call, ProgrammeFact } from '../../core/model/records';

/** All that is known of the fund itself: the facts without the ways of asking for them, and the calls. */
export function fundOf({ facts, calls }: KnowledgeBase): {
  readonly facts: readonly Omit<ProgrammeFact, 'wordings' | 'words'>[];
  readonly calls: readonly Call[];
} {
  return { facts: facts.map(({ wordings: _wordings, words: _words, ...fact }) => fact), calls };
}
