import type { Locale } from '../../core/language/locale';
import { legalMessagesFor } from '../../messages/messages-for';
import { accessibilityStatement } from '../../messages/fr/accessibility';
import type { TextBlock, TextDocument, TextPart } from '../../messages/sentences';
import { get, type Route } from '../http/route';
import { RETENTION_DAYS } from '../storage/retention';
import { contactLink, listHtml, said } from './html-text';
import { localeOf } from './page-query';
import { ACCESSIBILITY_PATH, type PlainParts, PRIVACY_PATH, TERMS_PATH } from './plain-page';

/**
 * The pages that are all text: `/confidentialite` and `/conditions`, in French, or in English with `?lang=en`; `/accessibilite`, in
 * French with a summary in English.
 */
export function createTextPageRoutes({ show, contact }: PlainParts): Route[] {
  const statement = accessibilityStatement(contact);
  const summary = ['      <section lang="en">', ...textParts([statement.english], 'en'), '      </section>'];
  const main = mainOf(statement.title, [...textParts(statement.parts, 'fr'), ...summary], 'fr');
  return [
    routeOf(PRIVACY_PATH, (locale) => legalMessagesFor(locale).privacy({ contact, days: RETENTION_DAYS })),
    routeOf(TERMS_PATH, (locale) => legalMessagesFor(locale).terms({ contact })),
    get(ACCESSIBILITY_PATH, () => show({ locale: 'fr', title: statement.title, main })),
  ];

  function routeOf(path: string, textOf: (locale: Locale) => TextDocument): Route {
    return get(path, ({ query }) => {
      const locale = localeOf(query.get('lang'));
      const { title, parts } = textOf(locale);
      const inOtherLanguage = `${path}?lang=${locale === 'fr' ? 'en' : 'fr'}`;
      return show({ locale, title, main: mainOf(title, textParts(parts, locale), locale), inOtherLanguage });
    });
  }
}

function mainOf(title: string, parts: readonly string[], locale: Locale): string {
  return [`      <h1>${said(title, locale)}</h1>`, ...parts].join('\n');
}

/** Parts of a text as HTML, their headings from this level on. */
function textParts(parts: readonly TextPart[], locale: Locale, level = 2): readonly string[] {
  return parts.flatMap(({ heading, blocks }) => [
    `      <h${level}>${said(heading, locale)}</h${level}>`,
    ...blocks.flatMap((block) => blockHtml(block, locale, level)),
  ]);
}

function blockHtml(block: TextBlock, locale: Locale, level: number): string | readonly string[] {
  if (typeof block === 'string') return `      <p>${said(block, locale)}</p>`;
  if ('contact' in block) return `      <p>${said(block.sentence, locale)} ${contactLink(block.contact)}</p>`;
  if ('heading' in block) return textParts([block], locale, level + 1);
  return listHtml(block.map((item) => said(item, locale)));
}
