import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { decode } from 'jsonwebtoken';
import { z } from 'zod';
import { HttpError } from '../http/http-error';
import type { TeamsSettings } from '../settings';
import { within } from '../time-limit';

/** What the SDK found out about a request that it believes. */
export type Authentication = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** The keys come from login.botframework.com, and the SDK sets no limit to the wait for them. */
const AUTHENTICATION_TIMEOUT_MS = 10_000;

/** Who signs the requests of Teams and of every other channel of Azure Bot Service. */
const CHANNEL_ISSUER = 'https://api.botframework.com';

/**
 * Read before any signature is checked, to send off what can't be a connector's token. It also closes the SDK's other door,
 * for tokens of the Emulator and of other bots: those are not tied to a service address, and each forged one would add its
 * issuer to a list that the SDK keeps for ever.
 */
const tokenSchema = z.looseObject({
  header: z.looseObject({ alg: z.enum(['RS256', 'RS384', 'RS512']) }),
  payload: z.looseObject({ iss: z.literal(CHANNEL_ISSUER) }),
});

/** The SDK's authentication for this app. Never made without arguments: it would then answer 500 to everything. */
export function createConnectorAuthentication(teams: TeamsSettings): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: teams.appId,
    MicrosoftAppType: teams.appType,
    ...(teams.appPassword === undefined ? {} : { MicrosoftAppPassword: teams.appPassword }),
    ...(teams.tenantId === undefined ? {} : { MicrosoftAppTenantId: teams.tenantId }),
  });
}

/**
 * Proves that the request comes from the Bot Framework and is for this app. 401 without a token, 403 with one that is no
 * good (as Microsoft asks of bots), 503 when the keys can't be had; the SDK would answer 500 with its own words.
 */
export async function authenticate(
  authentication: ConfigurationBotFrameworkAuthentication,
  activity: Activity,
  authorization: string | undefined,
): Promise<Authentication> {
  const token = /^Bearer ([^\s]+)$/u.exec(authorization ?? '')?.[1];
  if (authorization === undefined || token === undefined) {
    throw new HttpError(401, 'Unauthorized', 'Send an Authorization header: Bearer, then the token.', {
      'WWW-Authenticate': 'Bearer',
    });
  }
  if (!looksLikeConnectorToken(token)) throw refused();
  try {
    return await within(AUTHENTICATION_TIMEOUT_MS, authentication.authenticateRequest(activity, authorization));
  } catch (error) {
    if (isRefusal(error)) throw refused();
    throw new HttpError(503, 'AuthenticationUnavailable', 'The keys of the Bot Framework cannot be read now.');
  }
}

function looksLikeConnectorToken(token: string): boolean {
  try {
    return tokenSchema.safeParse(decode(token, { complete: true })).success;
  } catch {
    // decode throws on a payload that is no JSON.
    return false;
  }
}

/** Its AuthenticationError has a status; jsonwebtoken's errors only have names. Neither class can be imported from botbuilder. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(error.name)) return true;
  return 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);
}

function refused(): HttpError {
  return new HttpError(403, 'Forbidden', 'The token is not one of the Bot Framework for this assistant.');
}
