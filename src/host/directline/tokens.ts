import { decode, sign, TokenExpiredError, verify } from 'jsonwebtoken';
import { z } from 'zod';
import { deriveKey } from './secret';

/** Direct Line's own life of a token; its client refreshes at half of it. */
export const TOKEN_SECONDS = 1_800;
/** A stream address travels in a URL, which proxies log: it is worth a minute only. */
const STREAM_SECONDS = 60;

/** The only algorithm signed with and accepted: a token does not choose how it is checked. */
export const ALGORITHM = 'HS256';

const chatSchema = z.object({
  conv: z.string(),
  user: z.string(),
  name: z.string().optional(),
  /** Sites that may use the token; absent = any. */
  origins: z.array(z.string()).readonly().optional(),
});

/** Who talks where. The client reads the claim `user`, which must be the id itself. */
export type ChatClaims = Readonly<z.infer<typeof chatSchema>>;

/** What a token says, if it can be believed. */
export type Reading<T> =
  { readonly kind: 'valid'; readonly claims: T } | { readonly kind: 'expired' } | { readonly kind: 'forged' };

/** Makes and reads the two kinds of tokens. */
export type Tokens = ReturnType<typeof createTokens>;

/** What the address of a stream says: the origins too, because a browser shows them on a web socket as well. */
const streamSchema = chatSchema.pick({ conv: true, origins: true });

const headerSchema = z.object({ header: z.object({ kid: z.string() }) });

/** Long enough that no two secrets share one. */
const KEY_ID_BYTES = 9;

/**
 * Tokens signed with keys derived from `secret`, and believed when that or an older one signed; `now` is the clock that they expire by.
 */
export function createTokens(parts: {
  readonly secret: string;
  readonly olderSecrets?: readonly string[];
  readonly now: () => Date;
}) {
  const { secret, olderSecrets = [], now } = parts;
  const signing = keyRingOf(secret);
  const rings = new Map([...olderSecrets.map(keyRingOf), signing].map((ring) => [ring.id, ring]));
  return {
    issueChat: ({ conv, user, name, origins }: ChatClaims) =>
      issue({ conv, user, name, origins }, 'chat', TOKEN_SECONDS),
    readChat: (token: string): Reading<ChatClaims> => read(token, 'chat', chatSchema),
    /** Opens the stream of this conversation during 60 s. */
    issueStream: ({ conv, origins }: Pick<ChatClaims, 'conv' | 'origins'>) =>
      issue({ conv, origins }, 'stream', STREAM_SECONDS),
    readStream: (token: string) => read(token, 'stream', streamSchema),
  };

  function issue(claims: object, kind: 'chat' | 'stream', seconds: number): string {
    const iat = secondsNow();
    return sign({ ...claims, iat, exp: iat + seconds }, signing[kind], { algorithm: ALGORITHM, keyid: signing.id });
  }

  /** The signature is compared in constant time by the library; the key's id is no secret. */
  function read<T>(token: string, kind: 'chat' | 'stream', schema: z.ZodType<T>): Reading<T> {
    try {
      const ring = rings.get(headerSchema.parse(decode(token, { complete: true })).header.kid);
      if (ring === undefined) return { kind: 'forged' };
      const payload = verify(token, ring[kind], { algorithms: [ALGORITHM], clockTimestamp: secondsNow() });
      return { kind: 'valid', claims: schema.parse(payload) };
    } catch (error) {
      // The signature is checked before the date: an expired token is one that was really ours.
      return { kind: error instanceof TokenExpiredError ? 'expired' : 'forged' };
    }
  }

  function secondsNow(): number {
    return Math.floor(now().getTime() / 1000);
  }
}

/** Both kinds of keys of one secret, under the id by which a token names it. */
function keyRingOf(secret: string) {
  return {
    id: deriveKey(secret, 'direct line key id').export().subarray(0, KEY_ID_BYTES).toString('base64url'),
    chat: deriveKey(secret, 'direct line token'),
    stream: deriveKey(secret, 'direct line stream'),
  };
}
