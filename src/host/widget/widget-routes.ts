import { join } from 'node:path';
import { readSharedSheet } from '../shared-sheet';
import type { GrantToken } from '../directline/token-routes';
import { HttpError } from '../http/http-error';
import { json, type Answer, type Call, type Route } from '../http/route';
import type { Log } from '../log';
import { readAsset, type Asset } from './asset';
import { answerFrame } from './frame-page';
import { answerPage } from './page';
import type { ScreenAddresses } from './screen';

/** What the page is made of. */
export interface WidgetParts {
  /** Folder of screen.js and screen.css. */
  readonly assetsDir: string;
  /** Path of Web Chat's built webchat.js. */
  readonly webChatBundle: string;
  readonly grantToken: GrantToken;
  readonly baseUrlOf: (host: string | undefined) => string;
  /** Sites that may show the widget in a frame. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
}

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** What the script of the screen imports. Modules import each other without a version, and are checked at each visit. */
const MODULES = [
  'chat.js',
  'cards.js',
  'lobby.js',
  'markdown.js',
  'said-fr.js',
  'said-en.js',
  'tab-conversation.js',
  'trouble.js',
] as const;

/** What the screen loads, by its name in the folder and under /widget/. */
const FILES = {
  'screen.css': STYLE,
  'chat.css': STYLE,
  'screen.js': SCRIPT,
  'icon.svg': 'image/svg+xml',
} as const;

/** The demonstration page, the widget that other sites embed, and what both need. */
export async function createWidgetRoutes({
  assetsDir,
  webChatBundle,
  grantToken,
  baseUrlOf,
  allowedOrigins,
  log,
}: WidgetParts): Promise<Route[]> {
  const named = [...Object.entries(FILES), ...MODULES.map((name) => [name, SCRIPT] as const)];
  const files = new Map(
    await Promise.all(named.map(async ([name, type]) => [name, await readAsset(join(assetsDir, name), type)] as const)),
  );
  const [loader, webChat, cards, base] = await Promise.all([
    readAsset(join(assetsDir, 'widget.js'), SCRIPT),
    readWebChat(webChatBundle, log),
    readAsset(require.resolve('adaptivecards/dist/adaptivecards.min.js'), SCRIPT),
    readSharedSheet('base'),
  ]);
  const address = (name: keyof typeof FILES): string => `/widget/${name}?v=${files.get(name)?.version ?? ''}`;
  const addresses: ScreenAddresses = {
    styles: [base.address, address('screen.css'), address('chat.css')],
    script: address('screen.js'),
    modules: MODULES.map((name) => `/widget/${name}`),
    webChat: `/widget/webchat.js?v=${webChat.version}`,
    cards: `/widget/adaptivecards.js?v=${cards.version}`,
    icon: address('icon.svg'),
  };

  return [
    base.route,
    { method: 'GET', path: '/', answer: (call) => Promise.resolve(answerPage(call, addresses)) },
    { method: 'GET', path: '/widget.js', answer: async (call) => forOtherSites(await loader.answer(call)) },
    {
      method: 'GET',
      path: '/widget/frame',
      answer: (call) => Promise.resolve().then(() => answerFrame(call, addresses, allowedOrigins)),
    },
    ...[...files].map(([name, file]): Route => ({
      method: 'GET',
      path: `/widget/${name}`,
      answer: file.answer,
    })),
    { method: 'GET', path: '/widget/webchat.js', answer: webChat.answer },
    { method: 'GET', path: '/widget/adaptivecards.js', answer: cards.answer },
    {
      method: 'POST',
      path: '/widget/token',
      answer: (call) => {
        requireSameOrigin(call);
        return Promise.resolve(json(200, grantToken()));
      },
    },
  ];

  /** Browsers say where a request comes from; another site's page gets no token. A client that says nothing is no browser. */
  function requireSameOrigin({ headers }: Call): void {
    const site = headers['sec-fetch-site'];
    const isSame =
      site === undefined
        ? headers.origin === undefined || headers.origin === new URL(baseUrlOf(headers.host)).origin
        : site === 'same-origin';
    if (!isSame) throw new HttpError(403, 'Forbidden', 'Only the page of this server gets its tokens here.');
  }
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
