import type { Next, Request, RequestHandler, Response } from 'restify';
import { HttpError } from './http-error';
import type { Origins } from './origins';

/** What directlinejs sends; its XMLHttpRequest adds the last one. */
const REQUEST_HEADERS = 'authorization, content-type, accept, x-ms-bot-agent, x-requested-with';
/** Browsers keep the answer for two hours at most; ten minutes let a change of the settings work soon. */
const MAX_AGE_SECONDS = 600;

/**
 * Goes to `server.pre`: lets the pages of allowed sites read the answers under `prefix`, refusals included, and answers the
 * question that a browser asks before a request (OPTIONS). Never `*`, and no cookies: a token is all that counts.
 */
export function allowCrossOrigin(prefix: string, origins: Origins): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    const { headers } = request;
    const { origin } = headers;
    const isOurs = request.getPath().startsWith(prefix);
    const isAllowed = isOurs && origin !== undefined && origins.allows(headers);
    if (isOurs) response.setHeader('Vary', 'Origin');
    if (isAllowed) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (!isOurs || !isPreflight(request)) next();
    else if (isAllowed) answerPreflight(response, next, 'GET, POST, OPTIONS', REQUEST_HEADERS);
    else next(new HttpError(403, 'BadArgument', 'Pages of this site may not call the assistant; see ALLOWED_ORIGINS.'));
  };
}

/** What the pages of any site may read; `/api/messages`, which is Teams', is none of it. */
const OPEN = /^\/(?:api\/(?:ask|projets|fonds|openapi\.json)(?:\/|$)|donnees\/)/u;

/**
 * Goes to `server.pre`: lets the pages of any site read what is open to them, refusals included. It holds nothing that is not for
 * everybody, and no cookie counts.
 */
export function allowReadingFromAnywhere(request: Request, response: Response, next: Next): void {
  const isAllowed = OPEN.test(request.getPath());
  if (isAllowed) {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  if (isAllowed && isPreflight(request)) answerPreflight(response, next, 'GET, HEAD, OPTIONS', 'accept, content-type');
  else next();
}

function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

function answerPreflight(response: Response, next: Next, methods: string, headers: string): void {
  response.setHeader('Access-Control-Allow-Methods', methods);
  response.setHeader('Access-Control-Allow-Headers', headers);
  response.setHeader('Access-Control-Max-Age', String(MAX_AGE_SECONDS));
  response.send(204);
  next(false);
}
