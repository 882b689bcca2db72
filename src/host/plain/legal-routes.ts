import { LOCALES, type Locale } from '../../core/language/locale';
import type { TextDocument } from '../../messages/plain/document';
import { legalMessagesFor } from '../../messages/legal/legal-for';
import type { Route } from '../http/route';
import { RETENTION_DAYS } from '../storage/retention';
import { said } from './html-text';
import { answerPlainPage, PRIVACY_PATH, TERMS_PATH } from './plain-page';
import { textParts } from './text-parts';

/** `/confidentialite` and `/conditions`, in French, or in English with `?lang=en`. `style` is the address of the style sheet. */
export function createLegalRoutes(style: string, contact: string | undefined): Route[] {
  return [
    routeOf(PRIVACY_PATH, style, (locale) => legalMessagesFor(locale).privacy({ contact, days: RETENTION_DAYS })),
    routeOf(TERMS_PATH, style, (locale) => legalMessagesFor(locale).terms({ contact })),
  ];
}

function routeOf(path: string, style: string, textOf: (locale: Locale) => TextDocument): Route {
  return {
    method: 'GET',
    path,
    answer: ({ query }) => {
      const locale = LOCALES.find((known) => known === query.get('lang')) ?? 'fr';
      const { title, parts } = textOf(locale);
      const main = [`      <h1>${said(title, locale)}</h1>`, ...textParts(parts, locale)].join('\n');
      const inOtherLanguage = `${path}?lang=${locale === 'fr' ? 'en' : 'fr'}`;
      return Promise.resolve(answerPlainPage({ locale, title, style, skip: null, top: '', main, inOtherLanguage }));
    },
  };
}
