import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import { decode } from 'jsonwebtoken';
import { z } from 'zod';
import { HttpError } from '../http/http-error';
import { within } from '../time-limit';
import type { ConnectorClient } from './connector-client';
import type { TeamsSettings } from './teams-settings';

/** What the SDK found out about a request that it believes. */
export type Authentication = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;

/** The keys come from login.botframework.com, and the SDK sets no limit to the wait for them. */
const AUTHENTICATION_TIMEOUT_MS = 10_000;

/** Who signs the requests of Teams and of every other channel of Azure Bot Service. */
export const CHANNEL_ISSUER = 'https://api.botframework.com';

/**
 * Read before any signature is checked, to send off what can't be a connector's token. It also closes the SDK's other door,
 * for tokens of the Emulator and of other bots: those are not tied to a service address, and each forged one would add its
 * issuer to a list that the SDK keeps for ever. A token that never expires is one that the SDK would believe for ever.
 */
const tokenSchema = z.looseObject({
  header: z.looseObject({ alg: z.enum(['RS256', 'RS384', 'RS512']), kid: z.string().min(1) }),
  payload: z.looseObject({ iss: z.literal(CHANNEL_ISSUER), exp: z.number() }),
});

/**
 * The SDK's authentication, which sends through our client. Never made without arguments: it would then answer 500 to
 * everything. Without an app id it believes anybody, which only the door of development may do.
 */
export function createConnectorAuthentication(teams: TeamsSettings, client: ConnectorClient) {
  const configuration =
    teams.kind === 'development'
      ? {}
      : {
          MicrosoftAppId: teams.appId,
          MicrosoftAppType: teams.appType,
          ...(teams.appPassword === undefined ? {} : { MicrosoftAppPassword: teams.appPassword }),
          ...(teams.tenantId === undefined ? {} : { MicrosoftAppTenantId: teams.tenantId }),
        };
  return new ConfigurationBotFrameworkAuthentication(configuration, undefined, undefined, undefined, {
    httpClient: client,
  });
}

/** The Authorization header when it may be a connector's. Throws a 401 without a token, a 403 with what can't be a good one. */
export function readAuthorization(authorization: string | undefined): string {
  const token = /^Bearer ([^\s]+)$/u.exec(authorization ?? '')?.[1];
  if (authorization === undefined || token === undefined) {
    throw new HttpError(401, 'Unauthorized', 'Authentication is required.', { 'WWW-Authenticate': 'Bearer' });
  }
  if (!looksLikeConnectorToken(token)) throw forbidden();
  return authorization;
}

/**
 * Proves that the request comes from the Bot Framework and is for this app and this service address. 403 with a token that
 * is no good (as Microsoft asks of bots), 503 when the keys can't be had; the SDK would answer 500 with its own words.
 */
export async function authenticate(
  authentication: ConfigurationBotFrameworkAuthentication,
  activity: Activity,
  authorization: string,
): Promise<Authentication> {
  try {
    return await within(AUTHENTICATION_TIMEOUT_MS, authentication.authenticateRequest(activity, authorization));
  } catch (error) {
    if (isRefusal(error)) throw forbidden();
    throw new HttpError(503, 'AuthenticationUnavailable', 'The keys of the Bot Framework cannot be read now.');
  }
}

/** One refusal for all reasons: whoever tries tokens learns nothing from it. */
export function forbidden(): HttpError {
  return new HttpError(403, 'Forbidden', 'The request is refused.');
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
