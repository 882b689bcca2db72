import { escapeHtml } from '../../../dialogs/exports/html-document';
import type { Locale } from '../../core/language/locale';
import { messagesFor } from '../../messages/messages-for';
import { ACCESSIBILITY_LINK } from '../../messages/plain/accessibility';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import type { Answer } from '../http/route';
import { said } from './html-text';
import { questionAddress } from './question-links';

/** Where the accessibility statement is. */
export const ACCESSIBILITY_PATH = '/accessibilite';

/** Where the pages on privacy and on the terms of use are: the Teams package names them too. */
export const PRIVACY_PATH = '/confidentialite';
export const TERMS_PATH = '/conditions';

/** What a plain page shows; `top` and `main` are HTML, `title` is text, `style` is the address of the style sheet. */
export interface PlainPage {
  readonly locale: Locale;
  readonly title: string;
  readonly style: string;
  /** A link to the main part, for whoever does not want to hear what is before it. */
  readonly skip: string | null;
  readonly top: string;
  readonly main: string;
  /** What is shown of the page where people link to it; left out where it holds what somebody asked. `address` is the whole one. */
  readonly elsewhere?: { readonly description: string; readonly address: string | null };
  /** The same page in the other language; the form when left out. */
  readonly inOtherLanguage?: string;
}

/** A style sheet and pictures of this server, a form that comes back to it, and nothing else: no script at all. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that is complete without JavaScript. It is kept nowhere: the links in it work for a day, and its address holds a question. */
export function answerPlainPage(page: PlainPage, status = 200): Answer {
  return {
    status,
    headers: { 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' },
    content: { bytes: documentOf(page), type: 'text/html; charset=utf-8' },
  };
}

function documentOf(page: PlainPage): string {
  const { locale, title, style, skip, top, main, inOtherLanguage } = page;
  const words = plainMessagesFor(locale);
  const { botName } = messagesFor(locale);
  const other = locale === 'fr' ? 'en' : 'fr';
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${escapeHtml(title === '' ? '' : `${title} – `)}${escapeHtml(botName)}</title>
    <link rel="stylesheet" href="${escapeHtml(style)}" />
${elsewhereHtml(page)}  </head>
  <body>
${skip === null ? '' : `    <a class="skip" href="#main">${said(skip, locale)}</a>\n`}    <header>
      <p class="brand"><a href="${questionAddress('', locale)}">${escapeHtml(botName)}</a></p>
${top}
    </header>
    <main id="main" tabindex="-1">
${main}
    </main>
    <footer>
      <nav aria-label="${said(words.footLabel, locale)}">
        <ul>
          <li><a href="/">${said(words.conversation, locale)}</a></li>
          <li><a href="${inOtherLanguage === undefined ? questionAddress('', other) : escapeHtml(inOtherLanguage)}" hreflang="${other}" lang="${other}">${said(words.otherLanguage, other)}</a></li>
          <li><a href="${PRIVACY_PATH}?lang=${locale}">${said(words.privacy, locale)}</a></li>
          <li><a href="${TERMS_PATH}?lang=${locale}">${said(words.terms, locale)}</a></li>
          <li><a href="${ACCESSIBILITY_PATH}">${said(ACCESSIBILITY_LINK[locale], locale)}</a></li>
        </ul>
      </nav>
    </footer>
  </body>
</html>
`;
}

/** Open Graph, which Teams and other chats read to draw a link. */
function elsewhereHtml({ locale, title, elsewhere }: PlainPage): string {
  if (elsewhere === undefined) return '';
  const { description, address } = elsewhere;
  const properties = [
    ['og:type', 'article'],
    ['og:site_name', messagesFor(locale).botName],
    ['og:locale', locale === 'fr' ? 'fr_FR' : 'en_GB'],
    ['og:title', title],
    ['og:description', description],
    ...(address === null ? [] : [['og:url', address]]),
  ].map(([name = '', content = '']) => `    <meta property="${name}" content="${escapeHtml(content)}" />\n`);
  const canonical = address === null ? '' : `    <link rel="canonical" href="${escapeHtml(address)}" />\n`;
  return `    <meta name="description" content="${escapeHtml(description)}" />\n${canonical}${properties.join('')}`;
}
