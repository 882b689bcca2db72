import type { ConversationState, TurnContext } from 'botbuilder';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { respondTo } from '../../src/core/respond';
import { parseMemory } from '../../src/core/model/memory';
import type { Question } from '../../src/core/model/question';
import { MEMORY } from '../turn/turn';

/** Lets a conversation remember what it was told without asking, as if it had asked: « et son coût ? » then refers to it. */
export function createRememberNotice(
  conversationState: ConversationState,
  knowledge: KnowledgeBase,
): (context: TurnContext, question: Question, locale: Locale) => Promise<void> {
  const memory = conversationState.createProperty<unknown>(MEMORY);
  return async (context, question, locale) => {
    const before = parseMemory(await memory.get(context), (id) => knowledge.projectById.has(id));
    await memory.set(context, respondTo(question, locale, before, knowledge).memory);
    await conversationState.saveChanges(context);
  };
}
