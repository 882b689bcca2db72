import { escapeHtml, inFrench } from '../../../dialogs/exports/html-document';
import { sourceLabel } from '../../../dialogs/text/source-text';
import type { Locale } from '../../core/language/locale';
import type { Source } from '../../core/model/records';
import { typeset } from '../../messages/messages-for';

/** A sentence as HTML, with the spaces of its language. */
export function said(text: string, locale: Locale): string {
  return escapeHtml(typeset(text, locale));
}

/** A list of items of HTML. */
export function listHtml(items: readonly string[], attributes = ''): string {
  return `      <ul${attributes}>\n${items.map((item) => `        <li>${item}</li>`).join('\n')}\n      </ul>`;
}

/** A source: a link where it is online, else its name and these words. */
export function sourceHtml(source: Source, locale: Locale, notOnline: string): string {
  const label = `<span${inFrench(locale)}>${said(sourceLabel(source, locale), locale)}</span>`;
  return source.url === null
    ? `${label} (${said(notOnline, locale)})`
    : `<a href="${escapeHtml(source.url)}" rel="noreferrer">${label}</a>`;
}

/** The settings hold an e-mail address or the https address of a page, and nothing else; a colon is in the second only. */
export function contactLink(contact: string): string {
  const address = contact.includes(':') ? contact : `mailto:${contact}`;
  return `<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`;
}
