import type { IncomingHttpHeaders } from 'node:http';
import { HttpError } from '../http/http-error';
import { isSameSecret } from './secret';
import type { ChatClaims, Reading, Tokens } from './tokens';

/** The claims of the request's Bearer token, or the refusal that the client understands. */
export function requireToken(headers: IncomingHttpHeaders, tokens: Tokens): ChatClaims {
  const claims = requireValid(tokens.readChat(bearerOf(headers)));
  const { origin } = headers;
  if (claims.origins !== undefined && origin !== undefined && !claims.origins.includes(origin)) {
    throw new HttpError(403, 'BadArgument', 'This token does not serve pages of this origin.');
  }
  return claims;
}

/** Lets pass only who knows the Direct Line secret. */
export function requireSecret(headers: IncomingHttpHeaders, secret: string): void {
  if (!isSameSecret(bearerOf(headers), secret))
    throw new HttpError(403, 'BadArgument', 'The Direct Line secret is wrong.');
}

/**
 * 403 and not 401 for a token that is no good, as Direct Line does: the client knows 403 (it stops sending and reports an
 * expired token) and takes 401 for an error like any other. Only a request without any token is 401.
 */
export function requireValid<T>(reading: Reading<T>): T {
  switch (reading.kind) {
    case 'valid':
      return reading.claims;
    case 'expired':
      throw new HttpError(403, 'TokenExpired', 'The token has expired.');
    case 'forged':
      throw new HttpError(403, 'BadArgument', 'The token is not valid.');
  }
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
