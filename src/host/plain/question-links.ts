import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Locale } from '../../core/language/locale';
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
