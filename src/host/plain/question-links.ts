import { escapeHtml } from '../../../dialogs/exports/html-document';
import { orderIn } from '../../../dialogs/guides/orders';
import type { Suggestion } from '../../../dialogs/view/view';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import { cardMessagesFor } from '../../messages/messages-for';
import { listHtml, said } from './html-text';

/** Where a question is asked without JavaScript. */
export const QUESTION_PATH = '/question';

/** The address of a question, to be put in a quoted attribute as it is; `from`: how many projects of its list were shown before; `reading`: the number of the way to read it, empty when it has one. */
export function questionAddress(question: string, locale: Locale, from = 0, reading = ''): string {
  const query = new URLSearchParams({
    ...(question === '' ? {} : { q: question }),
    lang: locale,
    ...(from === 0 ? {} : { from: String(from) }),
    ...(reading === '' ? {} : { reading }),
  });
  return escapeHtml(`${QUESTION_PATH}?${query.toString()}`);
}

/** Questions as links that ask them. */
export function questionLinks(questions: readonly string[], locale: Locale): string {
  const items = questions.map(
    (question) => `<a href="${questionAddress(question, locale)}">${said(question, locale)}</a>`,
  );
  return listHtml(items, ' class="questions"');
}

/** The questions to ask next, under their heading. */
export function nextHtml(questions: readonly string[], locale: Locale): readonly string[] {
  if (questions.length === 0) return [];
  return [`      <h2>${said(cardMessagesFor(locale).next, locale)}</h2>`, questionLinks(questions, locale)];
}

/** Without those that complete the last question, and without orders: where nobody remembers it, and nobody is there to obey. */
export function standingAlone(suggestions: readonly Suggestion[], knowledge: KnowledgeBase): readonly string[] {
  return suggestions
    .filter(({ said, isFollowUp }) => !isFollowUp && orderIn(said, knowledge) === null)
    .map(({ said }) => said);
}
