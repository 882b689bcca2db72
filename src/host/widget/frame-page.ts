import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { escapeHtml } from '../../../dialogs/exports/html-document';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import { widgetMessagesFor } from '../../messages/widget/widget-for';
import { HttpError } from '../http/http-error';
import type { Answer } from '../http/route';
import { PRIVACY_PATH } from '../plain/plain-page';

/** The addresses of what the frame loads, versions included. */
export interface FrameAddresses {
  readonly style: string;
  readonly chatStyle: string;
  /** Says that the server is there; the rest takes longer. */
  readonly loading: string;
  readonly script: string;
  readonly webChat: string;
  readonly icon: string;
}

/** What the site that embeds the widget chooses. */
const choicesSchema = z.strictObject({
  lang: z.enum(['fr', 'en']).default('fr'),
  theme: z.enum(['auto', 'light', 'dark']).default('auto'),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/u)
    .default('#000091'),
  /** Which widget of its page it is: each has a conversation of its own. */
  rank: z
    .string()
    .regex(/^\d{1,2}$/u)
    .default('0'),
});

type Choices = z.infer<typeof choicesSchema>;

/** As long as a CSP nonce is asked to be, in characters that need no escaping. */
const NONCE_BYTES = 18;

/** The inside of the widget, for a frame on one of `ancestors` or on our own site. 400 for choices that the loader never makes. */
export function answerFrame(query: URLSearchParams, addresses: FrameAddresses, ancestors: readonly string[]): Answer {
  const choices = choicesSchema.safeParse(Object.fromEntries(query));
  if (!choices.success)
    throw new HttpError(
      400,
      'BadArgument',
      'This address is made by widget.js: lang (fr, en), theme (auto, light, dark), color (#rrggbb), rank.',
    );
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return {
    status: 200,
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(nonce, ancestors),
      // The policy above names who may frame the page; this older header knows no list.
      'X-Frame-Options': '',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    },
    content: { bytes: frameOf(choices.data, addresses, nonce), type: 'text/html; charset=utf-8' },
  };
}

function contentSecurityPolicy(nonce: string, ancestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    `frame-ancestors 'self' ${ancestors.join(' ')}`.trim(),
  ].join('; ');
}

function frameOf({ lang, theme, color, rank }: Choices, addresses: FrameAddresses, nonce: string): string {
  const messages = widgetMessagesFor(lang);
  const said = (text: string): string => escapeHtml(text);
  // The site's colour is for light grounds; the dark theme has its own.
  const accent = `:root[data-theme='light']{--accent:${color}}@media not (prefers-color-scheme:dark){:root[data-theme='auto']{--accent:${color}}}`;
  return `<!doctype html>
<html lang="${lang}" data-lang="${lang}" data-theme="${theme}" data-color="${color}" data-rank="${rank}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <title>${said(messages.title)}</title>
    <link rel="icon" href="${addresses.icon}" type="image/svg+xml" />
    <link rel="stylesheet" href="${addresses.style}" />
    <link rel="stylesheet" href="${addresses.chatStyle}" />
    <style nonce="${nonce}">${accent}</style>
    <script src="${addresses.loading}" async></script>
    <script src="${addresses.webChat}" defer></script>
    <script src="${addresses.script}" type="module" nonce="${nonce}"></script>
  </head>
  <body>
    <header>
      <h1>${said(messages.title)}</h1>
      <button type="button" id="renew">${said(messages.renew)}</button>
      <button type="button" id="close">${said(messages.close)}</button>
    </header>
    <details id="notice">
      <summary>${said(messages.notice)}</summary>
      <div>
        ${messages.about.map((paragraph) => `<p>${said(paragraph)}</p>`).join('\n        ')}
        <p><button type="button" id="forget">${said(messages.forget)}</button></p>
        <p><a href="${PRIVACY_PATH}?lang=${lang}" target="_blank" rel="noopener">${said(plainMessagesFor(lang).privacy)}</a> · <a href="/accessibilite" target="_blank" rel="noopener">${said(messages.accessibility)}</a> · <a href="/question?lang=${lang}" target="_blank" rel="noopener">${said(messages.plain)}</a></p>
      </div>
    </details>
    <p id="done" role="status"></p>
    <p id="state" role="status">${said(messages.opening)}</p>
    <div id="trouble" role="alert" hidden>
      <p></p>
      <button type="button"></button>
    </div>
    <main id="chat" tabindex="-1">
      <noscript>
        <p>${said(messages.withoutScript)} <a href="/question?lang=${lang}" target="_blank" rel="noopener">${said(messages.plain)}</a></p>
      </noscript>
    </main>
  </body>
</html>
`;
}
