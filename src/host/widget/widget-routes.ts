import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { LOCALES } from '../../core/language/locale';
import { readSharedSheet } from '../shared-sheet';
import type { GrantToken } from '../directline/token-routes';
import { HttpError } from '../http/http-error';
import { createOrigins } from '../http/origins';
import { get, json, post, type Answer, type Call, type Route } from '../http/route';
import type { Log } from '../log';
import { localeOf } from '../plain/page-query';
import { readAsset, type Asset } from './asset';
import { screenAnswer, type ScreenAddresses } from './screen';

/** The folder of all that is ours to load, as it is written: what the screen loads, and the loader of other sites' pages. */
const ASSETS = join(process.cwd(), 'src/host/widget/assets');
const LOADER = 'widget.js';
const SCREEN = 'screen.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const TYPES = new Map([
  ['.js', SCRIPT],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
]);

/** The demonstration page, the widget that other sites embed, and what both need. */
export async function createWidgetRoutes(parts: {
  /** Path of Web Chat's built webchat.js. */
  readonly webChatBundle: string;
  readonly grantToken: GrantToken;
  readonly baseUrlOf: (host: string | undefined) => string;
  /** Sites that may show the widget in a frame. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
}): Promise<Route[]> {
  const { webChatBundle, grantToken, baseUrlOf, allowedOrigins, log } = parts;
  const own = createOrigins({ allowed: [], baseUrlOf });
  const files = new Map<string, Asset>();
  for (const name of (await readdir(ASSETS)).sort()) {
    const type = TYPES.get(extname(name));
    if (type !== undefined && name !== LOADER) files.set(name, await readAsset(join(ASSETS, name), type));
  }
  const [loader, webChat, cards, base] = await Promise.all([
    readAsset(join(ASSETS, LOADER), SCRIPT),
    readWebChat(webChatBundle, log),
    readAsset(require.resolve('adaptivecards/dist/adaptivecards.min.js'), SCRIPT),
    readSharedSheet('base'),
  ]);
  const address = (name: string): string => `/widget/${name}?v=${files.get(name)?.version ?? ''}`;
  const addresses: ScreenAddresses = {
    styles: [base.address, address('screen.css'), address('chat.css')],
    script: address(SCREEN),
    // Modules import each other without a version, and are checked at each visit.
    modules: [...files.keys()]
      .filter((name) => name.endsWith('.js') && name !== SCREEN)
      .map((name) => `/widget/${name}`),
    webChat: `/widget/webchat.js?v=${webChat.version}`,
    cards: `/widget/adaptivecards.js?v=${cards.version}`,
    icon: address('icon.svg'),
  };

  return [
    base.route,
    get('/', (call) => answerPage(call, addresses)),
    get('/widget.js', async (call) => forOtherSites(await loader.answer(call))),
    get('/widget/frame', (call) => answerFrame(call, addresses, allowedOrigins)),
    ...[...files].map(([name, { answer }]) => get(`/widget/${name}`, answer)),
    get('/widget/webchat.js', webChat.answer),
    get('/widget/adaptivecards.js', cards.answer),
    post('/widget/token', ({ headers }) => {
      // Browsers say where a request comes from; another site's page gets no token. A client that says nothing is no browser.
      const site = headers['sec-fetch-site'];
      if (site === undefined ? !own.allows(headers) : site !== 'same-origin')
        throw new HttpError(403, 'Forbidden', 'Only the page of this server gets its tokens here.');
      return json(200, grantToken());
    }),
  ];
}

/** The assistant's own page, in the language of `?lang=` or else of the browser. */
function answerPage({ query, headers }: Call, addresses: ScreenAddresses): Answer {
  const locale = localeOf(query.get('lang'), headers['accept-language']);
  const storage = locale === 'fr' ? 'assistant-conversation' : `assistant-conversation-${locale}`;
  const screen = { locale, data: { storage, theme: 'auto' }, isFramed: false };
  return screenAnswer(screen, addresses, headers['accept-encoding'], ["'none'"], {
    'Cross-Origin-Opener-Policy': 'same-origin',
    Vary: 'Accept-Language',
  });
}

/** What the site that embeds the widget chooses. */
const choicesSchema = z.strictObject({
  lang: z.enum(LOCALES).default('fr'),
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

/** The inside of the widget, for a frame on one of `ancestors` or on our own site. 400 for choices that the loader never makes. */
function answerFrame({ query, headers }: Call, addresses: ScreenAddresses, ancestors: readonly string[]): Answer {
  const choices = choicesSchema.safeParse(Object.fromEntries(query));
  if (!choices.success)
    throw new HttpError(
      400,
      'BadArgument',
      'This address is made by widget.js: lang (fr, en), theme (auto, light, dark), color (#rrggbb), rank.',
    );
  const { lang, theme, color, rank } = choices.data;
  // Widgets of one page share the storage of this site.
  const data = { storage: `assistant-widget-${rank}`, theme };
  // The site's colour is for light grounds; the dark theme has its own.
  const own = `:root{--accent:${color};--accent-dark:${color}}`;
  const style = { light: own, dark: '', auto: `@media not (prefers-color-scheme:dark){${own}}` }[theme];
  const screen = { locale: lang, data, isFramed: true, style };
  return screenAnswer(screen, addresses, headers['accept-encoding'], ["'self'", ...ancestors], {
    // The policy above names who may frame the page; this older header knows no list.
    'X-Frame-Options': '',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
}

/** The loader is a script of other sites' pages. */
function forOtherSites(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'Cross-Origin-Resource-Policy': 'cross-origin' } };
}

/** Without Web Chat the page says so, and Direct Line and Teams work all the same. */
async function readWebChat(path: string, log: Log): Promise<Asset> {
  try {
    return await readAsset(path, SCRIPT);
  } catch (error) {
    log.error('Web Chat is missing: the page will not show the conversation', error, { path });
    return {
      version: 'missing',
      answer: () => Promise.reject(new HttpError(503, 'WebChatMissing', 'Web Chat is not installed on this server.')),
    };
  }
}
