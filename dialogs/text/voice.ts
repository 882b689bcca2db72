import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Messages } from '../../src/messages/fr/answers';
import { messagesFor } from '../../src/messages/messages-for';

/** What is told with: the language, its sentences, the base. */
export interface Voice {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly knowledge: KnowledgeBase;
}

export function voiceOf(locale: Locale, knowledge: KnowledgeBase): Voice {
  return { locale, messages: messagesFor(locale), knowledge };
}
