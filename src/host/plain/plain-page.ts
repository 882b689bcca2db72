import { join } from 'node:path';
import type { Addresses } from '../../../dialogs/addresses';
import { escapeHtml, htmlDocument } from '../../../dialogs/exports/html-document';
import type { Operator } from '../../../dialogs/operator';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import { messagesFor, plainMessagesFor, projectsMessagesFor } from '../../messages/messages-for';
import { type Answer, get, type Route } from '../http/route';
import { readSharedSheet, readSheet } from '../shared-sheet';
import { readAsset } from '../widget/asset';
import { said } from './html-text';
import { indexPath } from './project-links';
import { questionAddress } from './question-links';

/** Where the accessibility statement is. */
export const ACCESSIBILITY_PATH = '/accessibilite';

/** Where the pages on privacy and on the terms of use are: the Teams package names them too. */
export const PRIVACY_PATH = '/confidentialite';
export const TERMS_PATH = '/conditions';

/** The picture that Teams and other chats show beside a link. */
const PICTURE_PATH = '/apercu.png';

/** Where the open data is listed. */
export const OPEN_DATA_PATH = '/donnees';

/** What a plain page shows; `top` and `main` are HTML, `title` is text. */
export interface PlainPage {
  readonly locale: Locale;
  readonly title: string;
  /** The words of the link to the main part, for whoever does not want to hear what is before it; the usual ones when left out. */
  readonly skip?: string;
  readonly top?: string;
  readonly main: string;
  /** Address of a style sheet of its own. */
  readonly style?: string;
  /** What is shown of the page where people link to it; left out where it holds what somebody asked. `site` is PUBLIC_URL. */
  readonly elsewhere?: { readonly description: string; readonly site: string | undefined; readonly path: string };
  /** Search engines may show the page, and read this of it (schema.org); left out, they may not. */
  readonly forSearchEngines?: Readonly<Record<string, unknown>>;
  /** The same page in the other language; the form when left out. */
  readonly inOtherLanguage?: string;
}

/** Answers with a plain page, 200 unless another status is given; `headers` over its own. */
export type ShowPage = (page: PlainPage, status?: number, headers?: Readonly<Record<string, string>>) => Answer;

/** What the pages that need no JavaScript are made of. */
export interface PlainParts {
  readonly show: ShowPage;
  readonly knowledge: KnowledgeBase;
  /** Without a host: a page and what it names are on the same server. */
  readonly addresses: Addresses;
  /** Without a final slash; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  /** The operator lets search engines show the projects. */
  readonly isIndexable?: boolean;
  /** How to reach whoever publishes the assistant: an e-mail address or an https one. */
  readonly contact?: string | undefined;
  /** Who runs the assistant, for whoever asks. */
  readonly operator?: Operator;
}

/** A style sheet and pictures of this server, a form that comes back to it, and nothing else: no script at all. */
const SCRIPTLESS_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page that is complete without JavaScript is kept nowhere, unless it says so: the links in it work for a day, and its address holds a question. */
export const SCRIPTLESS_HEADERS = {
  'Content-Security-Policy': SCRIPTLESS_POLICY,
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
};

/** What shows plain pages, and the routes of their style sheets and of the picture that stands for them elsewhere; the base sheet is served with the widget. */
export async function openPlainPages(): Promise<{ readonly show: ShowPage; readonly routes: readonly Route[] }> {
  const [base, shared, own, picture] = await Promise.all([
    readSharedSheet('base'),
    readSharedSheet('page'),
    readSheet(join(__dirname, 'assets', 'plain.css'), '/plain.css'),
    readAsset(join(__dirname, 'assets', 'apercu.png'), 'image/png'),
  ]);
  const styles = [base.address, shared.address, own.address];
  return {
    show: (page, status = 200, headers = {}) => ({
      status,
      headers: {
        ...SCRIPTLESS_HEADERS,
        ...(page.forSearchEngines !== undefined && { 'X-Robots-Tag': '' }),
        ...headers,
      },
      content: { bytes: documentOf(page, styles), type: 'text/html; charset=utf-8' },
    }),
    routes: [shared.route, own.route, get(PICTURE_PATH, picture.answer)],
  };
}

function documentOf(page: PlainPage, styles: readonly string[]): string {
  const words = plainMessagesFor(page.locale);
  const { locale, title, skip = words.skipHead, top = '', main } = page;
  const { botName } = messagesFor(locale);
  const other = locale === 'fr' ? 'en' : 'fr';
  const link = (address: string, text: string, attributes = ''): string =>
    `          <li><a href="${address}"${attributes}>${text}</a></li>`;
  const projects = link(escapeHtml(indexPath(locale)), said(projectsMessagesFor(locale).link, locale));
  const inOtherLanguage =
    page.inOtherLanguage === undefined ? questionAddress('', other) : escapeHtml(page.inOtherLanguage);
  return htmlDocument({
    locale,
    title: `${title === '' ? '' : `${title} – `}${botName}`,
    styles: page.style === undefined ? styles : [...styles, page.style],
    head: elsewhereHtml(page) + linkedData(page),
    isIndexable: page.forSearchEngines !== undefined,
    body: `    <a class="skip" href="#main">${said(skip, locale)}</a>
    <header>
      <div class="head">
        <p class="brand"><a href="/">${escapeHtml(botName)}</a></p>
        <nav aria-label="${said(words.headLabel, locale)}">
          <ul>
${projects}
${link(questionAddress('', locale), said(words.question, locale))}
          </ul>
        </nav>
      </div>
${top}
    </header>
    <main id="main" tabindex="-1">
${main}
    </main>
    <footer>
      <nav aria-label="${said(words.footLabel, locale)}">
        <ul>
${[
  link('/', said(words.conversation, locale)),
  projects,
  link(inOtherLanguage, said(words.otherLanguage, other), ` hreflang="${other}" lang="${other}"`),
  link(OPEN_DATA_PATH, said(words.openData, locale)),
  link(`${PRIVACY_PATH}?lang=${locale}`, said(words.privacy, locale)),
  link(`${TERMS_PATH}?lang=${locale}`, said(words.terms, locale)),
  link(ACCESSIBILITY_PATH, said(words.accessibility, locale)),
].join('\n')}
        </ul>
      </nav>
    </footer>`,
  });
}

/** Open Graph, which Teams and other chats read to draw a link. */
function elsewhereHtml({ locale, title, elsewhere }: PlainPage): string {
  if (elsewhere === undefined) return '';
  const { description, site, path } = elsewhere;
  const properties = Object.entries({
    type: 'article',
    site_name: messagesFor(locale).botName,
    locale: locale === 'fr' ? 'fr_FR' : 'en_GB',
    title,
    description,
    ...(site !== undefined && {
      url: site + path,
      image: site + PICTURE_PATH,
      'image:width': '1200',
      'image:height': '630',
    }),
  }).map(([name, content]) => `    <meta property="og:${name}" content="${escapeHtml(content)}" />\n`);
  const canonical = site === undefined ? '' : `    <link rel="canonical" href="${escapeHtml(site + path)}" />\n`;
  return `    <meta name="description" content="${escapeHtml(description)}" />\n${canonical}${properties.join('')}`;
}

/** A block of data, which no browser runs: the policy of the page lets no script in all the same. */
function linkedData({ forSearchEngines }: PlainPage): string {
  if (forSearchEngines === undefined) return '';
  const text = JSON.stringify({ '@context': 'https://schema.org', ...forSearchEngines }).replace(/</gu, '\\u003c');
  return `    <script type="application/ld+json">${text}</script>\n`;
}
