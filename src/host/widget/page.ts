import { randomBytes } from 'node:crypto';
import { ACCESSIBILITY_LINK } from '../../messages/plain/accessibility';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import type { Answer } from '../http/route';
import { said } from '../plain/html-text';
import { ACCESSIBILITY_PATH, PRIVACY_PATH, TERMS_PATH } from '../plain/plain-page';
import { QUESTION_PATH } from '../plain/question-links';

/** The addresses of what the page loads, versions included. */
export interface PageAddresses {
  readonly style: string;
  readonly chatStyle: string;
  readonly script: string;
  readonly webChat: string;
  readonly icon: string;
}

/** As long as a CSP nonce is asked to be, in characters that need no escaping. */
const NONCE_BYTES = 18;

/** The demonstration page. The nonce is new at each answer, so the page is never kept by anyone. */
export function answerPage(addresses: PageAddresses): Answer {
  const nonce = randomBytes(NONCE_BYTES).toString('base64url');
  return {
    status: 200,
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(nonce),
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
    },
    content: { bytes: pageOf(addresses, nonce), type: 'text/html; charset=utf-8' },
  };
}

/** Nothing from outside, nothing inline but what has the nonce. The hash is that of the empty style Web Chat puts in. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='`,
    // data: only for the two tiny pictures that Web Chat has inside, next to links that leave the page.
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    // The form for whoever has no JavaScript.
    "form-action 'self'",
  ].join('; ');
}

function pageOf({ style, chatStyle, script, webChat, icon }: PageAddresses, nonce: string): string {
  return `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <meta name="description" content="Posez vos questions sur les projets financés par le fonds pour la transformation de l’action publique." />
    <title>Assistant Transformation publique</title>
    <link rel="icon" href="${icon}" type="image/svg+xml" />
    <link rel="stylesheet" href="${style}" />
    <link rel="stylesheet" href="${chatStyle}" />
    <script src="${webChat}" defer></script>
    <script src="${script}" type="module" nonce="${nonce}"></script>
  </head>
  <body>
    <a class="skip" href="#chat">Aller à la conversation</a>
    <header class="banner">
      <span class="mark" aria-hidden="true">ATP</span>
      <div>
        <h1>Assistant Transformation publique</h1>
        <p>Vos questions sur les projets que finance le fonds pour la transformation de l’action publique (FTAP).</p>
      </div>
    </header>
    <main>
      <aside aria-label="À propos de l’assistant">
        <details id="about">
          <summary>À propos de l’assistant</summary>
          <div class="about">
            <h2>Que lui demander ?</h2>
            <ul>
              <li>le coût, les économies ou le porteur d’un projet&nbsp;;</li>
              <li>les projets d’un thème, d’un ministère ou d’une région&nbsp;;</li>
              <li>un total, une moyenne, une comparaison.</li>
            </ul>
            <h2>Comment répond-il ?</h2>
            <p>Il cherche et calcule dans une base de projets publics, sans intelligence artificielle générative. Chaque chiffre est donné avec sa source. Quand une information n’est pas publiée, il le dit.</p>
            <h2>Vos données</h2>
            <p>Vous parlez à un automate. N’écrivez ni nom, ni donnée personnelle. La conversation est effacée après 30&nbsp;jours sans message. Vos avis, vos signalements et les questions restées sans réponse sont gardés un an, sans nom ni coordonnées.</p>
            <p class="links"><a href="${QUESTION_PATH}">Version sans JavaScript</a> <a href="${ACCESSIBILITY_PATH}">${said(ACCESSIBILITY_LINK.fr, 'fr')}</a> <a href="${PRIVACY_PATH}">${said(plainMessagesFor('fr').privacy, 'fr')}</a> <a href="${TERMS_PATH}">${said(plainMessagesFor('fr').terms, 'fr')}</a></p>
          </div>
        </details>
      </aside>
      <section class="panel" aria-label="Conversation">
        <div class="bar">
          <p id="state" role="status">Ouverture de la conversation…</p>
          <button type="button" id="renew">Nouvelle conversation</button>
        </div>
        <div id="trouble" role="alert" hidden>
          <p></p>
          <button type="button"></button>
        </div>
        <div id="chat" tabindex="-1">
          <noscript>
            <p>La conversation a besoin de JavaScript. Sans lui, les mêmes questions ont les mêmes réponses par ce formulaire.</p>
            <form action="${QUESTION_PATH}" method="get">
              <label for="q">Votre question (500&nbsp;caractères au plus)</label>
              <input id="q" name="q" type="text" maxlength="500" autocomplete="off" required />
              <input type="hidden" name="lang" value="fr" />
              <button type="submit">Demander</button>
            </form>
          </noscript>
        </div>
      </section>
    </main>
  </body>
</html>
`;
}
