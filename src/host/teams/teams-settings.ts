import { z } from 'zod';
import { SETTINGS as SAID } from '../../messages/fr/settings';
import { itemsOf } from '../setting-items';
import { isLoopback } from './loopback';

/** How Teams is let in; absent, /api/messages does not exist. */
export type TeamsSettings = NonNullable<ReturnType<typeof toTeamsSettings>>;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** A name with a dot and no port, path nor "*": anybody may take a name under trafficmanager.net. */
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/iu;

const { remedies: REMEDIES, teams: TEAMS_REMEDIES } = SAID;

/** Part of the schema of the environment. Each message is the remedy. */
export const teamsVariables = {
  TEAMS: z.enum(['on', 'off'], TEAMS_REMEDIES.onOrOff).optional(),
  TEAMS_ADAPTER: z.enum(['botbuilder', 'agents'], TEAMS_REMEDIES.adapter).default('botbuilder'),
  TEAMS_DEVELOPMENT: z.enum(['true', 'false'], REMEDIES.trueOrFalse).default('false'),
  MicrosoftAppId: z.string().regex(GUID, TEAMS_REMEDIES.appId).optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], TEAMS_REMEDIES.appType)
    .default('SingleTenant'),
  MicrosoftAppTenantId: z.string().regex(GUID, TEAMS_REMEDIES.tenantId).optional(),
  ALLOWED_TENANTS: listOf(GUID, TEAMS_REMEDIES.tenants).optional(),
  TEAMS_SERVICE_HOSTS: listOf(HOST_NAME, TEAMS_REMEDIES.hosts).default([]),
};

function listOf(pattern: RegExp, remedy: string): z.ZodType<readonly string[], string> {
  return z
    .string()
    .transform((text) => itemsOf(text.toLowerCase()))
    .refine((items) => items.length > 0 && items.every((item) => pattern.test(item)), remedy);
}

type Environment = z.infer<z.ZodObject<typeof teamsVariables>> & { readonly NODE_ENV: string; readonly HOST: string };

/** Makes no sense without an app registration. MicrosoftAppType is not here: the example file writes its default. */
const OF_AN_APP = ['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'ALLOWED_TENANTS'] as const;

/** What does not go together, with the remedy; the SDK checks a part of it, but at the first message and in its own words. */
export function teamsProblems(env: Environment): string[] {
  const isDevelopment = env.TEAMS_DEVELOPMENT === 'true';
  if (env.TEAMS === 'off') return problemsAmong([[isDevelopment, ...developmentWith('TEAMS=off'), REMEDIES.oneOfTwo]]);
  if (isDevelopment) return developmentProblems(env);
  return env.MicrosoftAppId === undefined ? problemsWithoutApp(env) : appProblems(env);
}

/** The door of development asks nobody who they are: it must not be opened by mistake, nor to another machine. */
function developmentProblems(env: Environment): string[] {
  return problemsAmong([
    [env.NODE_ENV === 'production', ...developmentWith('NODE_ENV=production'), TEAMS_REMEDIES.notInProduction],
    [env.MicrosoftAppId !== undefined, ...developmentWith('MicrosoftAppId'), REMEDIES.oneOfTwo],
    [!isLoopback(env.HOST), ...developmentWith(`HOST=${env.HOST}`), TEAMS_REMEDIES.loopback],
  ]);
}

function developmentWith(other: string) {
  return ['TEAMS_DEVELOPMENT', SAID.with('true', other)] as const;
}

/** The sentences on the cases that are there. */
function problemsAmong(cases: readonly (readonly [isThere: boolean, ...Parameters<typeof SAID.problem>])[]): string[] {
  return cases.flatMap(([isThere, ...problem]) => (isThere ? [SAID.problem(...problem)] : []));
}

/** In production, whoever forgets the app id would have an assistant that Teams never reaches: it must be said on purpose. */
function problemsWithoutApp(env: Environment): string[] {
  const isAsked = env.TEAMS === 'on';
  const reason = isAsked ? 'TEAMS=on' : 'NODE_ENV=production';
  const orphaned = [SAID.filledWithout('MicrosoftAppId'), REMEDIES.bothOrNeither] as const;
  return problemsAmong([
    [isAsked || env.NODE_ENV === 'production', 'MicrosoftAppId', SAID.emptyWith(reason), TEAMS_REMEDIES.appIdOrOff],
    ...OF_AN_APP.map((name) => [env[name] !== undefined, name, ...orphaned] as const),
  ]);
}

function appProblems(env: Environment): string[] {
  const isManagedIdentity = env.MicrosoftAppType === 'UserAssignedMSI';
  const hasPassword = env.MicrosoftAppPassword !== undefined;
  const lacksTenant = env.MicrosoftAppType !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined;
  const type = `MicrosoftAppType=${env.MicrosoftAppType}`;
  return problemsAmong([
    [isManagedIdentity && hasPassword, 'MicrosoftAppPassword', SAID.filledWith(type), TEAMS_REMEDIES.noPassword],
    [!isManagedIdentity && !hasPassword, 'MicrosoftAppPassword', SAID.emptyWith(type), TEAMS_REMEDIES.needed],
    [lacksTenant, 'MicrosoftAppTenantId', SAID.emptyWith(type), TEAMS_REMEDIES.needed],
  ]);
}

/** The settings of Teams out of an environment without problems. */
export function toTeamsSettings(env: Environment) {
  if (env.TEAMS === 'off') return undefined;
  const common = {
    adapter: env.TEAMS_ADAPTER,
    /** As given, in lower case; undefined = nothing was said, so the tenant of the app when it has one only. */
    allowedTenants: env.ALLOWED_TENANTS,
  };
  // For Microsoft's Agents Playground, open to this machine alone and without authentication.
  if (env.TEAMS_DEVELOPMENT === 'true') return { kind: 'development' as const, ...common };
  if (env.MicrosoftAppId === undefined) return undefined;
  return {
    kind: 'app' as const,
    ...common,
    appId: env.MicrosoftAppId,
    appPassword: env.MicrosoftAppPassword,
    appType: env.MicrosoftAppType,
    tenantId: env.MicrosoftAppTenantId,
    /** Of the Bot Framework beside those that are known. */
    serviceHosts: env.TEAMS_SERVICE_HOSTS,
  };
}
