import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Locale } from '../../src/core/language/locale';
import { conflictTexts } from './conflict-text';

/** What is known of the fund, with a warning where a single source says so. */
export function programmeText(
  id: string,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const fact = knowledge.factById.get(id);
  if (!fact) return [];
  return [
    locale === 'fr' ? fact.answerFr : fact.answerEn,
    ...(fact.confidence === 'high' ? [] : [messages.lowConfidence]),
    ...conflictTexts(fact.conflicts, fact.sources, locale, messages),
  ];
}
