import type { SmalltalkAnswer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { smalltalkMessagesFor } from '../../src/messages/messages-for';
import type { Service } from '../service';
import { baseTold } from './base-text';

/** The sentence for what a person says to the assistant; the answer before comes after it where it is asked for. */
export function smalltalkText(
  { act, again }: SmalltalkAnswer,
  locale: Locale,
  service: Service,
  knowledge: KnowledgeBase,
): string {
  const messages = smalltalkMessagesFor(locale);
  const hasAnswer = again !== null;
  switch (act) {
    case 'identity':
      return messages.identity(service.operator);
    case 'sources-freshness':
      return messages.sources(baseTold(knowledge, locale));
    case 'human':
      return messages.human(service.contact, service.kept !== null);
    case 'privacy':
      return messages.privacy(service.kept);
    case 'challenge':
    case 'repeat':
    case 'language':
      return messages[act](hasAnswer);
    case 'greeting':
    case 'thanks':
    case 'goodbye':
    case 'help':
    case 'how-it-works':
    case 'complaint':
    case 'insult':
    case 'praise':
    case 'test':
    case 'not-understood':
    case 'signature':
    case 'cancel':
      return messages.said[act];
  }
}
