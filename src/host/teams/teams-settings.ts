import { z } from 'zod';
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

const teamsSchema = z.strictObject({
  TEAMS: z.enum(['on', 'off'], 'write on or off, or leave it empty').optional(),
  TEAMS_ADAPTER: z.enum(['botbuilder', 'agents'], 'write botbuilder or agents').default('botbuilder'),
  TEAMS_DEVELOPMENT: z.enum(['true', 'false'], 'write true or false').default('false'),
  MicrosoftAppId: z.string().regex(GUID, 'write the GUID of the app registration').optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], 'write MultiTenant, SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  MicrosoftAppTenantId: z.string().regex(GUID, 'write the GUID of the tenant').optional(),
  ALLOWED_TENANTS: listOf(GUID, 'write the GUIDs of the tenants, with spaces or commas between them').optional(),
  TEAMS_SERVICE_HOSTS: listOf(
    HOST_NAME,
    'write host names alone, for instance smba.teams.example.org, with spaces or commas between them',
  ).default([]),
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
const OF_AN_APP = ['MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const;

/** What does not go together, with the remedy; the SDK checks a part of it, but at the first message and in its own words. */
export function teamsProblems(env: Environment): string[] {
  if (env.TEAMS === 'off') {
    return env.TEAMS_DEVELOPMENT === 'true'
      ? ['TEAMS_DEVELOPMENT: found "true" with TEAMS=off; leave one of the two empty']
      : [];
  }
  if (env.TEAMS_DEVELOPMENT === 'true') return developmentProblems(env);
  return env.MicrosoftAppId === undefined ? problemsWithoutApp(env) : appProblems(env);
}

/** The door of development asks nobody who they are: it must not be opened by mistake, nor to another machine. */
function developmentProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (env.NODE_ENV === 'production') {
    problems.push(
      'TEAMS_DEVELOPMENT: found "true" with NODE_ENV=production; leave it empty, and set MicrosoftAppId or TEAMS=off',
    );
  }
  if (env.MicrosoftAppId !== undefined) {
    problems.push('TEAMS_DEVELOPMENT: found "true" with MicrosoftAppId; leave one of the two empty');
  }
  if (!isLoopback(env.HOST)) {
    problems.push(`TEAMS_DEVELOPMENT: found "true" with HOST=${env.HOST}; write HOST=127.0.0.1, or leave it empty`);
  }
  return problems;
}

/** In production, whoever forgets the app id would have an assistant that Teams never reaches: it must be said on purpose. */
function problemsWithoutApp(env: Environment): string[] {
  const orphans = OF_AN_APP.filter((name) => env[name] !== undefined).map(
    (name) => `${name}: found without MicrosoftAppId; set both, or neither`,
  );
  if (env.ALLOWED_TENANTS !== undefined) {
    orphans.push('ALLOWED_TENANTS: found without MicrosoftAppId; set both, or neither');
  }
  if (env.NODE_ENV === 'production' || env.TEAMS === 'on') {
    const reason = env.TEAMS === 'on' ? 'TEAMS=on' : 'NODE_ENV=production';
    orphans.unshift(
      `MicrosoftAppId: found nothing with ${reason}; write the GUID of the app registration, or TEAMS=off to serve the widget without Teams`,
    );
  }
  return orphans;
}

function appProblems(env: Environment): string[] {
  const isManagedIdentity = env.MicrosoftAppType === 'UserAssignedMSI';
  const problems: string[] = [];
  if (isManagedIdentity && env.MicrosoftAppPassword !== undefined) {
    problems.push('MicrosoftAppPassword: found with MicrosoftAppType=UserAssignedMSI; leave it empty');
  }
  if (!isManagedIdentity && env.MicrosoftAppPassword === undefined) {
    problems.push(`MicrosoftAppPassword: found nothing; MicrosoftAppType=${env.MicrosoftAppType} needs it`);
  }
  if (env.MicrosoftAppType !== 'MultiTenant' && env.MicrosoftAppTenantId === undefined) {
    problems.push(`MicrosoftAppTenantId: found nothing; MicrosoftAppType=${env.MicrosoftAppType} needs it`);
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
