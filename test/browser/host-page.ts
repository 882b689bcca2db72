import { serveOnLoopback } from '../loopback-server';

/** A site of somebody else, on an origin of its own. */
export interface HostPage {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** What the site's page holds beside its text: the tags of the widget, styles of its own, a policy of its own. */
export interface HostPageParts {
  readonly tags: string;
  readonly style?: string;
  readonly policy?: string;
  readonly lang?: string;
}

/** Serves one page; the parts are asked at each visit, so that they may name a server that starts later. */
export async function serveHostPage(parts: () => HostPageParts): Promise<HostPage> {
  const { url, close } = await serveOnLoopback((_request, response) => {
    const { tags, style = '', policy, lang = 'fr' } = parts();
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html>
<html lang="${lang}">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Intranet</title><link rel="icon" href="data:,"><style>${style}</style></head>
  <body><h1>Un intranet</h1><p><a href="#un">Un lien</a></p>${tags}</body>
</html>`);
  });
  return { origin: url, close };
}
