import { z } from 'zod';
import { parseBody } from '../http/parse-body';
import { json, type Answer, type Route } from '../http/route';
import { requireSecret, requireToken, type Judges } from './authorization';
import { requireNotEnded, type Conversations } from './conversations';
import type { Secrets } from './secret';
import { TOKEN_SECONDS, type ChatClaims, type Tokens } from './tokens';

/** A token for a conversation not begun yet. */
export interface Grant {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
}

/** Makes the token of a new conversation, for this user or a new one. */
export type GrantToken = (user?: {
  readonly [Claim in 'user' | 'name' | 'origins']?: ChatClaims[Claim] | undefined;
}) => Grant;

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
export function createGrantToken(tokens: Tokens, randomId: () => string): GrantToken {
  return ({ user, name, origins } = {}) => {
    const conversationId = randomId();
    const token = tokens.issueChat({ conv: conversationId, user: user ?? `dl_${randomId()}`, name, origins });
    return { conversationId, token, expires_in: TOKEN_SECONDS };
  };
}

/** What the routes of the tokens need. */
export interface TokenRoutesParts extends Judges {
  readonly secrets: Secrets;
  readonly conversations: Conversations;
  readonly grantToken: GrantToken;
}

/** Tokens: made for who knows a secret, renewed for who holds one still good of a conversation that was not ended. */
export function tokenRoutes({ tokens, origins, secrets, conversations, grantToken }: TokenRoutesParts): Route[] {
  return [
    {
      method: 'POST',
      path: '/v3/directline/tokens/generate',
      answer: async ({ headers, body }) => {
        requireSecret(headers, secrets, origins);
        const { user, trustedOrigins } = parseBody(generateSchema, body ?? {});
        return answer(grantToken({ user: user?.id, name: user?.name, origins: trustedOrigins }));
      },
    },
    {
      method: 'POST',
      path: '/v3/directline/tokens/refresh',
      answer: async ({ headers }) => {
        const claims = requireToken(headers, { tokens, origins });
        await requireNotEnded(conversations, claims.conv);
        return answer({ conversationId: claims.conv, token: tokens.issueChat(claims), expires_in: TOKEN_SECONDS });
      },
    },
  ];

  function answer(grant: Grant): Promise<Answer> {
    return Promise.resolve(json(200, grant));
  }
}
