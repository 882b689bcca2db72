import { z } from 'zod';
import { SETTINGS as SAID } from '../../messages/fr/settings';
import { itemsOf } from '../setting-items';
import { isLoopback } from './loopback';

/** The kit of Microsoft's that speaks with Teams. */
type TeamsAdapter = 'botbuilder' | 'agents';

/** An assistant that Teams knows, by the id of an app registration. */
export interface TeamsApp {
  readonly kind: 'app';
  readonly adapter: TeamsAdapter;
  readonly appId: string;
  readonly appPassword: string | undefined;
  readonly appType: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string | undefined;
  /** As given, in lower case; undefined = nothing was said, so the tenant of the app when it has one only. */
  readonly allowedTenants: readonly string[] | undefined;
  /** Hosts of the Bot Framework beside those that are known. */
  readonly serviceHosts: readonly string[];
}

/** A door for Microsoft's Agents Playground, open to this machine alone and without authentication. */
export interface TeamsDevelopment {
  readonly kind: 'development';
  readonly adapter: TeamsAdapter;
  readonly allowedTenants: readonly string[] | undefined;
}

/** How Teams is let in; absent, /api/messages does not exist. */
export type TeamsSettings = TeamsApp | TeamsDevelopment;

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** A name with a dot and no port, path nor "*": anybody may take a name under trafficmanager.net. */
const HOST_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/iu;

const { remedies: REMEDIES, teams: TEAMS_REMEDIES } = SAID;

const teamsSchema = z.strictObject({
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
});

/** Part of the schema of the environment. Each message is the remedy. */
export const teamsVariables = teamsSchema.shape;

function listOf(pattern: RegExp, remedy: string): z.ZodType<readonly string[], string> {
  return z
    .string()
    .transform((text) => itemsOf(text.toLowerCase()))
    .refine((items) => items.length > 0 && items.every((item) => pattern.test(item)), remedy);
}

type Environment = z.infer<typeof teamsSchema> & { readonly NODE_ENV: string; readonly HOST: string };

/** Makes no sense without an app registration. MicrosoftAppType is not here: the example file writes its default. */
const OF_AN_APP = ['MicrosoftAppPassword', 'MicrosoftAppTenantId', 'ALLOWED_TENANTS'] as const;

/** What does not go together, with the remedy; the SDK checks a part of it, but at the first message and in its own words. */
export function teamsProblems(env: Environment): string[] {
  if (env.TEAMS === 'off') {
    return env.TEAMS_DEVELOPMENT === 'true' ? [developmentWith('TEAMS=off', REMEDIES.oneOfTwo)] : [];
  }
  if (env.TEAMS_DEVELOPMENT === 'true') return developmentProblems(env);
  return env.MicrosoftAppId === undefined ? problemsWithoutApp(env) : appProblems(env);
}

/** The door of development asks nobody who they are: it must not be opened by mistake, nor to another machine. */
function developmentProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (env.NODE_ENV === 'production') {
    problems.push(developmentWith('NODE_ENV=production', TEAMS_REMEDIES.notInProduction));
  }
  if (env.MicrosoftAppId !== undefined) {
    problems.push(developmentWith('MicrosoftAppId', REMEDIES.oneOfTwo));
  }
  if (!isLoopback(env.HOST)) {
    problems.push(developmentWith(`HOST=${env.HOST}`, TEAMS_REMEDIES.loopback));
  }
  return problems;
}

function developmentWith(other: string, remedy: string): string {
  return SAID.problem('TEAMS_DEVELOPMENT', SAID.with('true', other), remedy);
}

/** In production, whoever forgets the app id would have an assistant that Teams never reaches: it must be said on purpose. */
function problemsWithoutApp(env: Environment): string[] {
  const orphans = OF_AN_APP.filter((name) => env[name] !== undefined).map((name) =>
    SAID.problem(name, SAID.filledWithout('MicrosoftAppId'), REMEDIES.bothOrNeither),
  );
  if (env.NODE_ENV === 'production' || env.TEAMS === 'on') {
    const reason = env.TEAMS === 'on' ? 'TEAMS=on' : 'NODE_ENV=production';
    orphans.unshift(SAID.problem('MicrosoftAppId', SAID.emptyWith(reason), TEAMS_REMEDIES.appIdOrOff));
  }
  return orphans;
}

function appProblems(env: Environment): string[] {
  const isManagedIdentity = env.MicrosoftAppType === 'UserAssignedMSI';
  const type = `MicrosoftAppType=${env.MicrosoftAppType}`;
  const problems: string[] = [];
  if (isManagedIdentity && env.MicrosoftAppPassword !== undefined) {
    problems.push(SAID.problem('MicrosoftAppPassword', SAID.filledWith(type), TEAMS_REMEDIES.noPassword));
  }
  if (!isManagedIdentity && env.MicrosoftAppPassword === undefined) {
    problems.push(SAID.problem('MicrosoftAppPassword', SAID.emptyWith(type), TEAMS_REMEDIES.needed));
  }
  if (env.MicrosoftAppType !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined) {
    problems.push(SAID.problem('MicrosoftAppTenantId', SAID.emptyWith(type), TEAMS_REMEDIES.needed));
  }
  return problems;
}

/** The settings of Teams out of an environment without problems. */
export function toTeamsSettings(env: Environment): TeamsSettings | undefined {
  if (env.TEAMS === 'off') return undefined;
  if (env.TEAMS_DEVELOPMENT === 'true') {
    return { kind: 'development', adapter: env.TEAMS_ADAPTER, allowedTenants: env.ALLOWED_TENANTS };
  }
  if (env.MicrosoftAppId === undefined) return undefined;
  return {
    kind: 'app',
    adapter: env.TEAMS_ADAPTER,
    appId: env.MicrosoftAppId,
    appPassword: env.MicrosoftAppPassword,
    appType: env.MicrosoftAppType,
    tenantId: env.MicrosoftAppTenantId,
    allowedTenants: env.ALLOWED_TENANTS,
    serviceHosts: env.TEAMS_SERVICE_HOSTS,
  };
}
