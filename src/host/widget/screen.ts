import { randomBytes } from 'node:crypto';
import type { Locale } from '../../core/language/locale';
import { messagesFor, plainMessagesFor, projectsMessagesFor, widgetMessagesFor } from '../../messages/messages-for';
import type { WidgetMessages } from '../../messages/fr/widget';
import type { Answer } from '../http/route';
import { said } from '../plain/html-text';
import { ACCESSIBILITY_PATH, PRIVACY_PATH, TERMS_PATH } from '../plain/plain-page';
import { indexPath } from '../plain/project-links';
import { QUESTION_PATH, questionAddress } from '../plain/question-links';
import { htmlAnswer } from './asset';

/** The addresses of what the screen loads, versions included. */
export interface ScreenAddresses {
  readonly styles: readonly string[];
  readonly script: string;
  /** Modules that the script imports, to be fetched with it rather than after. */
  readonly modules: readonly string[];
  readonly webChat: string;
  readonly cards: string;
  readonly icon: string;
}

/** The screen on which people talk with the assistant, by itself or in a frame. */
interface Screen {
  readonly locale: Locale;
  /** What its script is told: attributes of the root, by their names after `data-`. */
  readonly data: Readonly<Record<string, string>>;
  readonly isFramed: boolean;
  /** Styles that depend on the address. */
  readonly style?: string;
}

/** As long as a CSP nonce is asked to be, in characters that need no escaping. */
const NONCE_BYTES = 18;

/** The screen as an answer, for frames of `ancestors` alone; `accepted` is the Accept-Encoding header, `headers` are told beside its own. */
export function screenAnswer(
  screen: Screen,
  addresses: ScreenAddresses,
  accepted: string | undefined,
  ancestors: readonly string[],
  headers: Readonly<Record<string, string>>,
): Answer {
  // A new one at each answer, so that a page is never kept by anyone.
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return htmlAnswer(screenHtml(screen, nonce, addresses), accepted ?? '', {
    'Content-Security-Policy': contentSecurityPolicy(nonce, ancestors),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    ...headers,
  });
}

/** Nothing from outside, nothing inline but what has the nonce. The hash is that of the empty style Web Chat puts in. */
function contentSecurityPolicy(nonce: string, ancestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    // blob: and data: only for what moves while the assistant writes, which Web Chat has inside.
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    // The box to write in is a form for as long as no script has run.
    "form-action 'self'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}

/**
 * The whole document. It says the welcome and takes the first question by itself: Web Chat, which takes its place, comes later. Without
 * JavaScript the same box and the same examples lead to the plain pages.
 */
function screenHtml({ locale, data, isFramed, style }: Screen, nonce: string, addresses: ScreenAddresses): string {
  const messages = widgetMessagesFor(locale);
  const text = (words: string): string => said(words, locale);
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${value}"`);
  return `<!doctype html>
<html lang="${locale}" data-lang="${locale}" data-place="${isFramed ? 'frame' : 'page'}"${attributes.join('')}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    ${isFramed ? '<meta name="robots" content="noindex" />' : `<meta name="description" content="${text(messages.description)}" />`}
    <title>${text(messages.title)}</title>
    <link rel="icon" href="${addresses.icon}" type="image/svg+xml" />
${addresses.styles.map((address) => `    <link rel="stylesheet" href="${address}" />`).join('\n')}
${style === undefined ? '' : `    <style nonce="${nonce}">${style}</style>\n`}    <script src="${addresses.script}" type="module" nonce="${nonce}" data-web-chat="${addresses.webChat}" data-cards="${addresses.cards}"></script>
${addresses.modules
  .filter((address) => !address.endsWith(`said-${locale === 'fr' ? 'en' : 'fr'}.js`))
  .map((address) => `    <link rel="modulepreload" href="${address}" />`)
  .join('\n')}
    <link rel="preload" href="${addresses.webChat}" as="script" />
  </head>
  <body>
    <a class="skip" href="#chat">${text(messages.skip)}</a>
    <header>
      <img src="${addresses.icon}" alt="" width="28" height="28" />
      <h1>${text(messages.title)}</h1>
      ${iconButton('renew', text(messages.renew), ICONS.renew)}
      <details id="about">
        <summary title="${text(messages.notice)}" aria-label="${text(messages.notice)}">${icon(ICONS.about)}</summary>
        <div>
${aboutHtml(messages, locale, isFramed)}
        </div>
      </details>
${isFramed ? `      ${iconButton('close', text(messages.close), ICONS.close)}\n` : ''}    </header>
    <p id="done" role="status"></p>
    <p id="state" role="status">${text(messages.opening)}</p>
    <div id="trouble" role="alert" hidden>
      <p></p>
      <button type="button" class="button quiet"></button>
    </div>
    <main id="chat" tabindex="-1">
      <div id="lobby">
${lobbyHtml(messages, locale, isFramed)}
      </div>
    </main>
  </body>
</html>
`;
}

function aboutHtml(messages: WidgetMessages, locale: Locale, isFramed: boolean): string {
  const text = (words: string): string => said(words, locale);
  const plain = plainMessagesFor(locale);
  const other = locale === 'fr' ? 'en' : 'fr';
  const target = isFramed ? ' target="_blank" rel="noopener"' : '';
  const link = (address: string, words: string): string => `<a href="${address}"${target}>${text(words)}</a>`;
  return [
    ...messages.about.flatMap(({ heading, paragraphs }) => [
      `<h2>${text(heading)}</h2>`,
      ...paragraphs.map((paragraph) => `<p>${text(paragraph)}</p>`),
    ]),
    `<p><button type="button" id="forget" class="button quiet">${text(messages.forget)}</button></p>`,
    '<p class="links">',
    `  ${link(indexPath(locale), projectsMessagesFor(locale).title)}`,
    `  ${link(questionAddress('', locale), messages.plain)}`,
    `  ${link(ACCESSIBILITY_PATH, plain.accessibility)}`,
    `  ${link(`${PRIVACY_PATH}?lang=${locale}`, plain.privacy)}`,
    `  ${link(`${TERMS_PATH}?lang=${locale}`, plain.terms)}`,
    ...(isFramed
      ? []
      : [`  <a href="/?lang=${other}" hreflang="${other}" lang="${other}">${said(messages.otherLanguage, other)}</a>`]),
    '</p>',
  ]
    .map((line) => `          ${line}`)
    .join('\n');
}

/** What is there before Web Chat: the welcome that the bot says as well, and a box to write in. */
function lobbyHtml(messages: WidgetMessages, locale: Locale, isFramed: boolean): string {
  const { welcome, suggestions } = messagesFor(locale);
  const text = (words: string): string => said(words, locale);
  const target = isFramed ? ' target="_blank" rel="noopener"' : '';
  return [
    '<div class="talk">',
    `  <div class="said">${welcome
      .split('\n')
      .map((line) => `<p>${text(line)}</p>`)
      .join('')}</div>`,
    '</div>',
    `<nav class="chips" aria-label="${text(messages.examples)}">`,
    ...[...suggestions.first, suggestions.help].map(
      (question) => `  <a href="${questionAddress(question, locale)}"${target}>${text(question)}</a>`,
    ),
    '</nav>',
    `<form class="composer" action="${QUESTION_PATH}"${isFramed ? ' target="_blank"' : ''}>`,
    `  <input name="q" aria-label="${text(messages.placeholder)}" placeholder="${text(messages.placeholder)}" autocomplete="off" enterkeyhint="send" required${isFramed ? '' : ' autofocus'} />`,
    `  <input name="lang" type="hidden" value="${locale}" />`,
    `  <button aria-label="${text(messages.send)}">${SEND_ICON}</button>`,
    '</form>',
  ]
    .map((line) => `        ${line}`)
    .join('\n');
}

/** Lines of 24 × 24. */
const ICONS = {
  renew: '<path d="M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4Z" />',
  about: '<circle cx="12" cy="12" r="9" /><path d="M12 11v5M12 8v.01" />',
  close: '<path d="M6 6l12 12M18 6L6 18" />',
} as const;

/** Web Chat's own, which takes its place. */
const SEND_ICON =
  '<svg viewBox="0 0 45.7 33.8" width="28" height="28" aria-hidden="true"><path fill="currentColor" fill-rule="evenodd" d="M8.55 25.25l21.67-7.25H11zm2.41-9.47h19.26l-21.67-7.23zm-6 13l4-11.9L5 5l35.7 11.9z" /></svg>';

function icon(lines: string): string {
  return `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${lines}</svg>`;
}

function iconButton(id: string, name: string, lines: string): string {
  return `<button type="button" id="${id}" title="${name}" aria-label="${name}">${icon(lines)}</button>`;
}
