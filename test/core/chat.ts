import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { respond } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';

/** A conversation: each line is answered with what was said before in mind. */
export function createChat(
  knowledge: KnowledgeBase,
  locale: Locale = 'fr',
): { readonly say: (text: string) => Answer } {
  let memory = EMPTY_MEMORY;
  return {
    say: (text) => {
      const result = respond({ text, locale }, memory, knowledge);
      memory = result.memory;
      return result.answer;
    },
  };
}

/** The last answer of a conversation, by its turns. */
export function conversing(knowledge: KnowledgeBase) {
  return (turns: readonly string[], locale: Locale = 'fr'): Answer | undefined => {
    const chat = createChat(knowledge, locale);
    return turns.map((turn) => chat.say(turn)).at(-1);
  };
}
