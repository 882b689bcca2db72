import { sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';
import { deriveKey } from './secret';

/** Direct Line's own life of a token; its client refreshes at half of it. */
export const TOKEN_SECONDS = 1_800;
/** A stream address travels in a URL, which proxies log: it is worth a minute only. */
const STREAM_SECONDS = 60;

/** The only algorithm signed with and accepted: a token does not choose how it is checked. */
const ALGORITHM = 'HS256';

/** Who talks where. The client reads the claim `user`, which must be the id itself. */
export interface ChatClaims {
  readonly conv: string;
  readonly user: string;
  readonly name?: string | undefined;
  /** Sites that may use the token; absent = any. */
  readonly origins?: readonly string[] | undefined;
}

/** What a token says, if it can be believed. */
export type Reading<T> =
  { readonly kind: 'valid'; readonly claims: T } | { readonly kind: 'expired' } | { readonly kind: 'forged' };

/** Makes and reads the two kinds of tokens. */
export interface Tokens {
  issueChat(claims: ChatClaims): string;
  readChat(token: string): Reading<ChatClaims>;
  /** Opens the stream of this conversation during 60 s. */
  issueStream(conversation: string): string;
  readStream(token: string): Reading<{ readonly conv: string }>;
}

const chatSchema = z.object({
  conv: z.string(),
  user: z.string(),
  name: z.string().optional(),
  origins: z.array(z.string()).readonly().optional(),
});

const streamSchema = z.object({ conv: z.string() });

/** Tokens signed with keys derived from the secret; `now` is the clock that they expire by. */
export function createTokens({ secret, now }: { readonly secret: string; readonly now: () => Date }): Tokens {
  const chatKey = deriveKey(secret, 'direct line token');
  const streamKey = deriveKey(secret, 'direct line stream');
  return {
    issueChat: (claims) => issue({ ...claims }, chatKey, TOKEN_SECONDS),
    readChat: (token) => read(token, chatKey, chatSchema),
    issueStream: (conv) => issue({ conv }, streamKey, STREAM_SECONDS),
    readStream: (token) => read(token, streamKey, streamSchema),
  };

  function issue(claims: object, key: Buffer, seconds: number): string {
    const iat = secondsNow();
    return sign({ ...claims, iat, exp: iat + seconds }, key, { algorithm: ALGORITHM });
  }

  function read<T>(token: string, key: Buffer, schema: z.ZodType<T>): Reading<T> {
    try {
      const payload = verify(token, key, { algorithms: [ALGORITHM], clockTimestamp: secondsNow() });
      const parsed = schema.safeParse(payload);
      return parsed.success ? { kind: 'valid', claims: parsed.data } : { kind: 'forged' };
    } catch (error) {
      // The signature is checked before the date: an expired token is one that was really ours.
      return { kind: error instanceof TokenExpiredError ? 'expired' : 'forged' };
    }
  }

  function secondsNow(): number {
    return Math.floor(now().getTime() / 1000);
  }
}
