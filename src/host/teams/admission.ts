import type { Activity } from 'botbuilder';
import type { Call } from '../http/route';
import type { Log } from '../log';
import {
  CONNECTOR_CHANNELS,
  type ConnectorActivity,
  createActivityReader,
  DEVELOPMENT_CHANNELS,
} from './connector-activity';
import { forbidden, readAuthorization } from './connector-authentication';
import { isLoopbackCall } from './loopback';
import { hostOf, type IsServiceUrl } from './service-hosts';
import type { Play, TeamsSdk } from './teams-sdk';

/** An activity that is believed, and what plays its turn. */
export interface Admitted {
  readonly activity: Activity;
  readonly play: Play;
}

/** Who is let in: throws a 400, 401, 403 or 503 before anything of the activity is played or answered. */
export type Admit = (call: Call) => Promise<Admitted>;

/** Whether the organisation that an activity comes from may speak with the assistant. */
export type IsAllowedTenant = (activity: ConnectorActivity) => boolean;

export interface AdmissionParts {
  readonly sdk: TeamsSdk;
  readonly isServiceUrl: IsServiceUrl;
  readonly isAllowedTenant: IsAllowedTenant;
  readonly log: Log;
}

/** Lets in what the Bot Framework signed for this app, from a known host and an allowed tenant. */
export function createAdmission({ sdk, isServiceUrl, isAllowedTenant, log }: AdmissionParts): Admit {
  const read = createActivityReader(CONNECTOR_CHANNELS);
  return async ({ headers, body }) => {
    const authorization = readAuthorization(headers.authorization);
    const incoming = read(body);
    const { activity } = incoming;
    // The SDK compares the address to the token's only when there is one.
    if (!hasServiceUrl(activity)) throw forbidden();
    const play = await sdk.accept(activity, authorization);
    // Microsoft signed it, so whoever keeps the settings wants to know why it was refused.
    if (!isServiceUrl(activity.serviceUrl)) {
      log.warn('an activity was refused: see TEAMS_SERVICE_HOSTS', { host: hostOf(activity.serviceUrl) });
      throw forbidden();
    }
    if (!isAllowedTenant(incoming)) {
      log.warn('an activity was refused: see ALLOWED_TENANTS', { tenants: incoming.tenants.join(' ') });
      throw forbidden();
    }
    return { activity, play };
  };
}

/** In development: lets in what comes from this machine, and answers nobody else. */
export function createDevelopmentAdmission({ sdk, isServiceUrl, isAllowedTenant, log }: AdmissionParts): Admit {
  const read = createActivityReader(DEVELOPMENT_CHANNELS);
  return async (call) => {
    if (!isLoopbackCall(call)) throw forbidden();
    const incoming = read(call.body);
    const { activity } = incoming;
    if (!hasServiceUrl(activity) || !isServiceUrl(activity.serviceUrl) || !isAllowedTenant(incoming)) {
      log.warn('an activity was refused: in development, the service address must be on this machine');
      throw forbidden();
    }
    // A token may come with it and proves nothing here: without an app id the SDK asks for none.
    return { activity, play: await sdk.accept(activity, '') };
  };
}

function hasServiceUrl({ serviceUrl }: { readonly serviceUrl?: unknown }): boolean {
  return typeof serviceUrl === 'string' && serviceUrl !== '';
}

/**
 * `given` is what the settings say; without it, only `home`, the tenant of an app that has one, or else all of them. An
 * activity that names two tenants is of none. One that names none is refused where there is a list, but for the Azure
 * portal's test pane: it has no tenant, and stays open until somebody writes a list.
 */
export function createTenantCheck(parts: {
  readonly given: readonly string[] | undefined;
  readonly home: string | undefined;
}): IsAllowedTenant {
  const { given, home } = parts;
  const list = given ?? (home === undefined ? undefined : [home]);
  const allowed = list === undefined ? undefined : new Set(list.map((tenant) => tenant.toLowerCase()));
  return ({ activity, tenants: [tenant, other] }) => {
    if (other !== undefined) return false;
    if (allowed === undefined) return true;
    if (tenant === undefined) return activity.channelId === 'webchat' && given === undefined;
    return allowed.has(tenant);
  };
}
