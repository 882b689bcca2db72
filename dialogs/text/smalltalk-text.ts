import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { SmalltalkAnswer } from '../../src/core/model/answer';
import { latestDate } from '../../src/core/model/project-fields';
import { messagesFor, smalltalkMessagesFor } from '../../src/messages/messages-for';
import type { SourcesTold } from '../../src/messages/fr/smalltalk';
import type { Operator } from '../operator';

/** The sentence for what a person says to the assistant; the answer before comes after it where it is asked for. */
export function smalltalkText(
  { act, again }: SmalltalkAnswer,
  locale: Locale,
  operator: Operator,
  knowledge: KnowledgeBase,
): string {
  const messages = smalltalkMessagesFor(locale);
  switch (act) {
    case 'identity':
      return messages.identity(operator.name);
    case 'sources-freshness':
      return messages.sources(baseTold(knowledge, locale));
    case 'human':
      return messages.human(operator.contact, operator.kept !== null);
    case 'privacy':
      return messages.privacy(operator.kept);
    case 'challenge':
    case 'repeat':
    case 'language':
      return messages[act](again !== null);
    default:
      return messages.said[act];
  }
}

/** How much the base holds, and how new its newest source is: counted, so that no sentence has to be kept up to date. */
function baseTold({ projects, facts }: KnowledgeBase, locale: Locale): SourcesTold {
  const sources = [...projects, ...facts].flatMap((record) => record.sources);
  const newest = latestDate(sources);
  return {
    projects: projects.length,
    facts: facts.length,
    sources: new Set(sources.map(({ name }) => name)).size,
    newest: newest === null ? null : messagesFor(locale).date(newest),
  };
}
