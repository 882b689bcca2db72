import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from '../http/http-error';
import type { Origins } from '../http/origins';
import { isOneOfSecrets, type Secrets } from './secret';
import type { ChatClaims, Reading, Tokens } from './tokens';

/** What judges the callers. */
export interface Judges {
  readonly tokens: Tokens;
  readonly origins: Origins;
}

/** The claims of the request's Bearer token, or the refusal that the client understands. */
export function requireToken(headers: IncomingHttpHeaders, { tokens, origins }: Judges): ChatClaims {
  const claims = requireValid(tokens.readChat(bearerOf(headers)));
  requireOrigin(headers, origins, claims.origins);
  return claims;
}

/** Lets pass only who knows a Direct Line secret. */
export function requireSecret(headers: IncomingHttpHeaders, secrets: Secrets, origins: Origins): void {
  if (!isOneOfSecrets(bearerOf(headers), secrets))
    throw new HttpError(403, 'BadArgument', 'The Direct Line secret is wrong.');
  requireOrigin(headers, origins);
}

/** Lets pass no page of another site; `trusted` are the sites that the token names, if it names any. */
export function requireOrigin(headers: IncomingHttpHeaders, origins: Origins, trusted?: readonly string[]): void {
  if (!origins.allows(headers, trusted))
    throw new HttpError(403, 'BadArgument', 'Pages of this site may not call the assistant.');
}

/**
 * 403 and not 401 for a token that is no good, as Direct Line does: the client knows 403 (it stops sending and reports an
 * expired token) and takes 401 for an error like any other. Only a request without any token is 401.
 */
export function requireValid<T>(reading: Reading<T>): T {
  if (reading.kind === 'valid') return reading.claims;
  if (reading.kind === 'expired') throw new HttpError(403, 'TokenExpired', 'The token has expired.');
  throw new HttpError(403, 'BadArgument', 'The token is not valid.');
}

function bearerOf({ authorization }: IncomingHttpHeaders): string {
  const token = /^Bearer ([^\s]+)$/iu.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    throw new HttpError(401, 'Unauthorized', 'Send an Authorization header: Bearer, then the token.', {
      'WWW-Authenticate': 'Bearer',
    });
  }
  return token;
}
