import type { Locale } from '../../core/language/locale';
import { messagesFor, plainMessagesFor } from '../../messages/messages-for';
import type { ErrorPage } from '../http/http-error';
import { said } from './html-text';
import { localeOf } from './page-query';
import type { PlainPage, ShowPage } from './plain-page';
import { wordsForm } from './project-form';
import { questionLinks } from './question-links';

/** In place of a page: why there is none, and what to do instead. */
export function missingPage(which: 'missingPage' | 'missingProject' | 'failure' | 'busy', locale: Locale): PlainPage {
  const { title, text } = plainMessagesFor(locale)[which];
  return {
    locale,
    title,
    main: `      <h1>${said(title, locale)}</h1>
      <p>${said(text, locale)}</p>
${wordsForm(locale)}
${questionLinks(messagesFor(locale).suggestions.first, locale)}`,
  };
}

/** What programs call: an error is theirs to read, as JSON. */
const FOR_PROGRAMS = /^\/(?:v3|api)\/|^\/widget\/token$|^\/(?:healthz|readyz|mcp)$/u;

/** Errors as pages for whoever asks for pages, in the reader's language. */
export function createErrorPage(show: ShowPage): ErrorPage {
  return ({ status }, { url, headers }) => {
    const [path = '', query = ''] = url.split('?');
    if (FOR_PROGRAMS.test(path) || !/\btext\/html\b/iu.test(headers.accept ?? '')) return null;
    const locale = localeOf(new URLSearchParams(query).get('lang'), headers['accept-language']);
    const which = status === 429 ? 'busy' : status >= 500 ? 'failure' : 'missingPage';
    return show(missingPage(which, locale), status);
  };
}
