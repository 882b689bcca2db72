import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Locale } from '../../core/language/locale';
import type { TextBlock, TextPart } from '../../messages/plain/document';
import { said } from './html-text';

/** Parts of a text as HTML, their headings from this level on. */
export function textParts(parts: readonly TextPart[], locale: Locale, level = 2): readonly string[] {
  return parts.flatMap(({ heading, blocks }) => [
    `      <h${level}>${said(heading, locale)}</h${level}>`,
    ...blocks.flatMap((block) => blockHtml(block, locale, level)),
  ]);
}

function blockHtml(block: TextBlock, locale: Locale, level: number): string | readonly string[] {
  if (typeof block === 'string') return `      <p>${said(block, locale)}</p>`;
  if ('contact' in block) return `      <p>${said(block.sentence, locale)} ${contactLink(block.contact)}</p>`;
  if ('heading' in block) return textParts([block], locale, level + 1);
  const items = block.map((item) => `        <li>${said(item, locale)}</li>`);
  return `      <ul>\n${items.join('\n')}\n      </ul>`;
}

/** The settings hold an e-mail address or the https address of a page, and nothing else; a colon is in the second only. */
export function contactLink(contact: string): string {
  const address = contact.includes(':') ? contact : `mailto:${contact}`;
  return `<a href="${escapeHtml(address)}">${escapeHtml(contact)}</a>`;
}
