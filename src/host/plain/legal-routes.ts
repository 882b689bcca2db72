import type { Locale } from '../../core/language/locale';
import type { TextDocument } from '../../messages/plain/document';
import { legalMessagesFor } from '../../messages/messages-for';
import type { Route } from '../http/route';
import { RETENTION_DAYS } from '../storage/retention';
import { said } from './html-text';
import { localeOf } from './page-query';
import { PRIVACY_PATH, type ShowPage, TERMS_PATH } from './plain-page';
import { textParts } from './text-parts';

/** `/confidentialite` and `/conditions`, in French, or in English with `?lang=en`. */
export function createLegalRoutes(show: ShowPage, contact: string | undefined): Route[] {
  return [
    routeOf(PRIVACY_PATH, show, (locale) => legalMessagesFor(locale).privacy({ contact, days: RETENTION_DAYS })),
    routeOf(TERMS_PATH, show, (locale) => legalMessagesFor(locale).terms({ contact })),
  ];
}

function routeOf(path: string, show: ShowPage, textOf: (locale: Locale) => TextDocument): Route {
  return {
    method: 'GET',
    path,
    answer: ({ query }) => {
      const locale = localeOf(query.get('lang'));
      const { title, parts } = textOf(locale);
      const main = [`      <h1>${said(title, locale)}</h1>`, ...textParts(parts, locale)].join('\n');
      const inOtherLanguage = `${path}?lang=${locale === 'fr' ? 'en' : 'fr'}`;
      return Promise.resolve(show({ locale, title, skip: null, top: '', main, inOtherLanguage }));
    },
  };
}
