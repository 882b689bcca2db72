import { z } from 'zod';
import { parseBody } from '../http/parse-body';
import { json, post, type Route } from '../http/route';
import { requireSecret, requireToken, type Judges } from './authorization';
import { requireNotEnded, type Conversations } from './conversations';
import type { Secrets } from './secret';
import { TOKEN_SECONDS, type ChatClaims, type Tokens } from './tokens';

/** Makes the token of a conversation not begun yet, for this user or a new one. */
export type GrantToken = ReturnType<typeof createGrantToken>;

/** The prefix says that the id was given by a token, which no client can do by itself. */
const USER_ID = /^dl_[\w.-]{1,100}$/u;
const MAX_NAME_CHARACTERS = 200;
const MAX_ORIGINS = 20;

const generateSchema = z.strictObject({
  user: z
    .strictObject({
      id: z.string().regex(USER_ID).exactOptional(),
      name: z.string().max(MAX_NAME_CHARACTERS).exactOptional(),
    })
    .exactOptional(),
  trustedOrigins: z
    .array(z.url({ protocol: /^https?$/u }).transform((url) => new URL(url).origin))
    .max(MAX_ORIGINS)
    .exactOptional(),
});

/** `grantToken` with these clock and randomness. */
export function createGrantToken(tokens: Tokens, randomId: () => string) {
  return ({ user, ...claims }: Omit<ChatClaims, 'conv' | 'user'> & { readonly user?: string | undefined } = {}) =>
    granted(tokens, { conv: randomId(), user: user ?? `dl_${randomId()}`, ...claims });
}

/** What a client is given to talk by. */
export function granted(tokens: Tokens, claims: ChatClaims) {
  return { conversationId: claims.conv, token: tokens.issueChat(claims), expires_in: TOKEN_SECONDS };
}

/** Tokens: made for who knows a secret, renewed for who holds one still good of a conversation that was not ended. */
export function tokenRoutes(
  { tokens, origins }: Judges,
  secrets: Secrets,
  conversations: Conversations,
  grantToken: GrantToken,
): Route[] {
  return [
    post('/v3/directline/tokens/generate', ({ headers, body }) => {
      requireSecret(headers, secrets, origins);
      const { user, trustedOrigins } = parseBody(generateSchema, body ?? {});
      return json(200, grantToken({ user: user?.id, name: user?.name, origins: trustedOrigins }));
    }),
    post('/v3/directline/tokens/refresh', async ({ headers }) => {
      const claims = requireToken(headers, { tokens, origins });
      await requireNotEnded(conversations, claims.conv);
      return json(200, granted(tokens, claims));
    }),
  ];
}
