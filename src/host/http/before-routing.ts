import type { Next, Request, Response } from 'restify';
import { HttpError } from './http-error';

/** On every answer; a route may set its own Cache-Control over this one. */
export function setSecurityHeaders(_request: Request, response: Response, next: Next): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** restify's router builds a URL out of the Host header and the path; one that is no URL would throw there and kill the process. */
export function refuseBadAddress(request: Request, _response: Response, next: Next): void {
  try {
    request.getUrl();
  } catch {
    next(new HttpError(400, 'BadArgument', 'The address or the Host header is not valid.'));
    return;
  }
  next();
}
