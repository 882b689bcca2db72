import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { messagesFor } from '../../src/messages/messages-for';
import type { SourcesTold } from '../../src/messages/smalltalk/fr';

/** How much the base holds, and how new its newest source is: counted, so that no sentence has to be kept up to date. */
export function baseTold({ projects, facts }: KnowledgeBase, locale: Locale): SourcesTold {
  const names = new Set<string>();
  let newest: string | null = null;
  for (const { sources } of [...projects, ...facts])
    for (const { name, date } of sources) {
      names.add(name);
      // Partial dates stand before the days that they hold: "2026-01" is older than any day of that month.
      if (date !== null && (newest === null || date > newest)) newest = date;
    }
  return {
    projects: projects.length,
    facts: facts.length,
    sources: names.size,
    newest: newest === null ? null : messagesFor(locale).date(newest),
  };
}
