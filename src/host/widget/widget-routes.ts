import { join } from 'node:path';
import type { GrantToken } from '../directline/token-routes';
import { HttpError } from '../http/http-error';
import { json, type Call, type Route } from '../http/route';
import type { Log } from '../log';
import { readAsset, type Asset } from './asset';
import { answerPage } from './page';

/** What the page is made of. */
export interface WidgetParts {
  /** Folder of page.js and page.css: tsc does not copy them, so they are read from the sources. */
  readonly assetsDir: string;
  /** Path of Web Chat's built webchat.js. */
  readonly webChatBundle: string;
  readonly grantToken: GrantToken;
  readonly baseUrlOf: (host: string | undefined) => string;
  readonly log: Log;
}

const SCRIPT = 'text/javascript; charset=utf-8';

/** The demonstration page and what it needs. */
export async function createWidgetRoutes({
  assetsDir,
  webChatBundle,
  grantToken,
  baseUrlOf,
  log,
}: WidgetParts): Promise<Route[]> {
  const [style, script, french, chatStyle, icon, webChat] = await Promise.all([
    readAsset(join(assetsDir, 'page.css'), 'text/css; charset=utf-8'),
    readAsset(join(assetsDir, 'page.js'), SCRIPT),
    readAsset(join(assetsDir, 'page-french.js'), SCRIPT),
    readAsset(join(assetsDir, 'page-style.js'), SCRIPT),
    readAsset(join(assetsDir, 'icon.svg'), 'image/svg+xml'),
    readWebChat(webChatBundle, log),
  ]);
  const addresses = {
    style: `/widget/page.css?v=${style.version}`,
    script: `/widget/page.js?v=${script.version}`,
    icon: `/widget/icon.svg?v=${icon.version}`,
    webChat: `/widget/webchat.js?v=${webChat.version}`,
  };

  return [
    { method: 'GET', path: '/', answer: () => Promise.resolve(answerPage(addresses)) },
    { method: 'GET', path: '/widget/page.css', answer: style.answer },
    { method: 'GET', path: '/widget/page.js', answer: script.answer },
    // Imported by page.js without a version, so checked at each visit.
    { method: 'GET', path: '/widget/page-french.js', answer: french.answer },
    { method: 'GET', path: '/widget/page-style.js', answer: chatStyle.answer },
    { method: 'GET', path: '/widget/icon.svg', answer: icon.answer },
    { method: 'GET', path: '/widget/webchat.js', answer: webChat.answer },
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
