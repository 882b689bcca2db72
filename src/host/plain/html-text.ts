import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Locale } from '../../core/language/locale';
import { typeset } from '../../messages/messages-for';

/** A sentence as HTML, with the spaces of its language. */
export function said(text: string, locale: Locale): string {
  return escapeHtml(typeset(text, locale));
}

/** A list of items of HTML. */
export function listHtml(items: readonly string[], attributes = ''): string {
  return `      <ul${attributes}>\n${items.map((item) => `        <li>${item}</li>`).join('\n')}\n      </ul>`;
}

/** The settings hold an e-mail address or the https address of a page, and nothing else; a colon is in the second only. */
export function contactLink(contact: string): string {
  const address = contact.includes(':') ? contact : `mailto:${contact}`;
  return `<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`;
}
