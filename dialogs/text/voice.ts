import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Messages } from '../../src/messages/fr/answers';
import { messagesFor, typeset } from '../../src/messages/messages-for';

/** What is told with: the language, its sentences, the base. */
export interface Voice {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly knowledge: KnowledgeBase;
}

export function voiceOf(locale: Locale, knowledge: KnowledgeBase): Voice {
  return { locale, messages: messagesFor(locale), knowledge };
}

/** A value with every text in it typeset: no-break spaces and apostrophes. Ids and numbers have none, and stay as they are. */
export function typesetAll<Value>(value: Value, locale: Locale): Value;
export function typesetAll(value: unknown, locale: Locale): unknown {
  if (typeof value === 'string') return typeset(value, locale);
  if (Array.isArray(value)) return value.map((one: unknown) => typesetAll(one, locale));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]: [string, unknown]) => [key, typesetAll(one, locale)]),
  );
}
