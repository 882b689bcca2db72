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
    if (!request.getPath().startsWith(prefix)) {
      next();
      return;
    }
    const { headers, method } = request;
    const { origin } = headers;
    const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
    response.setHeader('Vary', 'Origin');
    if (origin !== undefined && origins.allows(headers)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    } else if (isPreflight) {
      next(new HttpError(403, 'BadArgument', 'Pages of this site may not call the assistant; see ALLOWED_ORIGINS.'));
      return;
    }
    if (!isPreflight) {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    response.setHeader('Access-Control-Allow-Headers', REQUEST_HEADERS);
    response.setHeader('Access-Control-Max-Age', String(MAX_AGE_SECONDS));
    response.send(204);
    next(false);
  };
}

/**
 * Goes to `server.pre`: lets the pages of any site read what `isOpen` names, refusals included. It holds nothing that is not for
 * everybody, and no cookie counts.
 */
export function allowReadingFromAnywhere(isOpen: (path: string) => boolean): RequestHandler {
  return (request: Request, response: Response, next: Next) => {
    if (!isOpen(request.getPath())) {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    response.setHeader('Access-Control-Allow-Headers', 'accept, content-type');
    response.setHeader('Access-Control-Max-Age', String(MAX_AGE_SECONDS));
    response.send(204);
    next(false);
  };
}
