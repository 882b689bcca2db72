import { z } from 'zod';
import { SETTINGS as SAID } from '../../messages/fr/settings';
import { everyItem, itemsOf } from '../setting-items';
import { type Role, ROLES } from './people/person';

/** The editors' desk; it is there only where ADMIN opens it. */
export type DeskSettings = NonNullable<ReturnType<typeof toDeskSettings>>;

/** Where people sign in otherwise than by a link; `grants`: who may come in, and as what. */
export type OpenIdSettings = NonNullable<DeskSettings['openId']>;

/** A role for somebody of this e-mail address, or of whom the provider says this. */
export type Grant = { readonly role: Role } & (
  { readonly email: string } | { readonly claim: string; readonly value: string }
);

const GRANT = /^(?<role>[a-z]+)=(?:(?<email>[^\s@:=]+@[^\s@:=]+)|(?<claim>[\w.-]+):(?<value>[^\s=]+))$/u;

/** A provider on this machine is for trying out; any other is reached over https. */
const isIssuer = (text: string): boolean =>
  URL.canParse(text) && /^https:\/\/[^\s@]+$|^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:\/|$)/iu.test(text);

const { remedies: REMEDIES, desk: DESK_REMEDIES } = SAID;

const grantsSchema = z
  .string()
  .transform(itemsOf)
  .superRefine(everyItem((item) => grantIn(item) !== null, DESK_REMEDIES.roles))
  .transform((items): readonly Grant[] => items.flatMap((item) => grantIn(item) ?? []));

/** Part of the schema of the environment. Each message is the remedy. */
export const deskVariables = {
  ADMIN: z.enum(['on', 'off'], REMEDIES.onOrOff).default('off'),
  ADMIN_SECOND_PERSON: z.enum(['true', 'false'], REMEDIES.trueOrFalse).default('false'),
  ADMIN_OIDC_ISSUER: z.string().refine(isIssuer, DESK_REMEDIES.issuer).optional(),
  ADMIN_OIDC_CLIENT_ID: z.string().optional(),
  ADMIN_OIDC_CLIENT_SECRET: z.string().optional(),
  ADMIN_OIDC_SCOPE: z
    .string()
    .regex(/^openid(?: [\w:./-]+)*$/u, DESK_REMEDIES.scope)
    .default('openid email profile'),
  ADMIN_OIDC_ROLES: grantsSchema.optional(),
};
type Environment = z.infer<z.ZodObject<typeof deskVariables>>;

const TOGETHER = ['ADMIN_OIDC_ISSUER', 'ADMIN_OIDC_CLIENT_ID', 'ADMIN_OIDC_CLIENT_SECRET', 'ADMIN_OIDC_ROLES'] as const;

/** What does not go together, with the remedy. */
export function deskProblems(env: Environment): string[] {
  const missing = TOGETHER.filter((name) => env[name] === undefined);
  if (missing.length === 0 || missing.length === TOGETHER.length) return [];
  return missing.map((name) => SAID.problem(name, SAID.emptyBeside(TOGETHER.join(', ')), REMEDIES.allOrNone));
}

/** The desk out of an environment that was parsed and has no such problem; undefined where it is shut. */
export function toDeskSettings(env: Environment) {
  if (env.ADMIN === 'off') return undefined;
  return {
    /** What somebody changed is published by somebody else. */
    needsSecondPerson: env.ADMIN_SECOND_PERSON === 'true',
    /** Undefined = people come in by links alone. */
    openId: openIdOf(env),
  };
}

function openIdOf(env: Environment) {
  const { ADMIN_OIDC_ISSUER: issuer, ADMIN_OIDC_CLIENT_ID: clientId, ADMIN_OIDC_CLIENT_SECRET: clientSecret } = env;
  const { ADMIN_OIDC_SCOPE: scope, ADMIN_OIDC_ROLES: grants } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || grants === undefined)
    return undefined;
  return { issuer: new URL(issuer), clientId, clientSecret, scope, grants };
}

function grantIn(item: string): Grant | null {
  const { role: written, email, claim = '', value = '' } = GRANT.exec(item)?.groups ?? {};
  const role = ROLES.find((known) => known === written);
  if (role === undefined) return null;
  // Named as any other claim it is an address all the same, and has to be one that was checked.
  const address = email ?? (claim === 'email' ? value : undefined);
  return address === undefined ? { role, claim, value } : { role, email: address.toLowerCase() };
}
