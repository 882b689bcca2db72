import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Group } from '../../src/core/model/answer';
import { LONGEST_NAME, sideName } from './filter-text';
import { voiceOf } from './voice';
import { messagesFor } from '../../src/messages/messages-for';

/** The name of one part of a set that was split, from its id: a body, a theme, a place, a call, a year. */
export function groupName(id: string | null, locale: Locale, knowledge: KnowledgeBase): string {
  const messages = messagesFor(locale);
  if (id === null) return messages.noGroup;
  const named =
    knowledge.organisationById.get(id)?.name[locale] ??
    knowledge.themeById.get(id)?.label[locale] ??
    knowledge.territoryById.get(id)?.name[locale];
  if (named !== undefined) return named;
  if (/^\d$/.test(id)) return messages.filter.call(Number(id), null, null);
  return id === 'ftap2' || id === 'windows' || id === 'contract' ? messages.filter.call(null, null, id) : id;
}

/** The name of a part; of a set that stands beside others, what limits it, a long name with its acronym. */
export function partName({ id, side }: Group, locale: Locale, knowledge: KnowledgeBase): string {
  const name = groupName(id, locale, knowledge);
  if (side === null) return name;
  if (name === id) return sideName(side, voiceOf(locale, knowledge));
  const [acronym] = knowledge.organisationById.get(id ?? '')?.acronyms ?? [];
  return acronym === undefined || name.length <= LONGEST_NAME ? name : `${name} (${acronym})`;
}
