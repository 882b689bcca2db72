import type { Locale } from '../../src/core/language/locale';

/** A whole page: every page but those of the conversation is one. `head` and `body` are HTML, the rest is text; `styles` are the addresses of its style sheets, in order. */
export function htmlDocument(page: {
  readonly locale: Locale;
  readonly title: string;
  readonly styles: readonly string[];
  readonly head?: string;
  /** Search engines may show it; left out, they may not. */
  readonly isIndexable?: boolean;
  readonly body: string;
}): string {
  return `<!doctype html>
<html lang="${page.locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
${page.isIndexable === true ? '' : '    <meta name="robots" content="noindex" />\n'}    <title>${escapeHtml(page.title)}</title>
${page.styles.map((style) => `    <link rel="stylesheet" href="${escapeHtml(style)}" />\n`).join('')}${page.head ?? ''}  </head>
  <body>
${page.body}
  </body>
</html>
`;
}

/** A text as HTML shows it, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** The attribute of what is written in French only, in a page of this language: a screen reader must hear it. */
export function inFrench(locale: Locale): string {
  return locale === 'fr' ? '' : ' lang="fr"';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
