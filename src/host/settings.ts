import { isIP } from 'node:net';
import { z } from 'zod';
import type { Operator } from '../../dialogs/operator';
import { SETTINGS as SAID } from '../messages/fr/settings';
import { deskProblems, deskVariables, toDeskSettings } from './desk/desk-settings';
import { MIN_SECRET_CHARACTERS, type Secrets } from './directline/secret';
import { limitVariables, toLimitSettings } from './limits/limit-settings';
import type { MetricsAddress } from './metrics/metrics-server';
import { everyItem, itemsOf, onOneLine } from './setting-items';
import { NamedError } from './storage/error-code';
import { redisAddressOf } from './storage/redis-address';
import { teamsProblems, teamsVariables, toTeamsSettings } from './teams/teams-settings';

/** Every bad setting at once: its name, what was found (never a secret) and what to write instead. */
export class BadSettings extends NamedError {
  constructor(readonly problems: readonly string[]) {
    super([SAID.title, ...problems.map((problem) => `- ${problem}`)].join('\n'));
  }
}

const { remedies: REMEDIES } = SAID;

/** It travels in an Authorization header, which takes printable ASCII alone; commas and spaces stand between two. */
const SECRET = new RegExp(`^[\\x21-\\x7e]{${MIN_SECRET_CHARACTERS},}$`, 'u');

const isHost = (text: string): boolean => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/iu.test(text);

/** An https page of a named host; no user, whose password everybody would read. */
const isSecurePage = (text: string): boolean =>
  /^https:\/\/[^/?#@\s]+\.[^/?#@\s]+(?:[/?#]\S*)?$/iu.test(text) && URL.canParse(text);

/** No path, because the page and Direct Line are at the root; no query; no password, which would be told to everybody; no "*", which would be taken for a host's name. */
const isOrigin = (text: string): boolean => /^https?:\/\/[^/?#@*\s]+\/?$/iu.test(text) && URL.canParse(text);

const secretsSchema = z
  .string()
  .transform((text): Secrets => {
    const [first = '', ...others] = itemsOf(text);
    return [first, ...others];
  })
  .superRefine(
    everyItem(
      (secret) => SECRET.test(secret),
      (at, of) => REMEDIES.secrets(MIN_SECRET_CHARACTERS, at, of),
    ),
  );

const originsSchema = z
  .string()
  .transform(itemsOf)
  .superRefine(everyItem(isOrigin, REMEDIES.origins))
  .transform((items) => items.map((item) => new URL(item).origin));

const contactSchema = z.union([z.email(), z.string().refine(isSecurePage)], REMEDIES.contact);

/** The name stands in a sentence. */
const MOST_NAME_CHARACTERS = 120;

/** Each message is the remedy: `describe` puts the name and what was found before it. */
const environmentSchema = z.strictObject({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u, REMEDIES.port)
    .transform(Number)
    .refine((port) => port <= 65_535, REMEDIES.port)
    .default(3978),
  HOST: z.string().refine(isHost, REMEDIES.host).default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, REMEDIES.publicUrl)
    .transform((url) => new URL(url).origin)
    .optional(),
  CONTACT: contactSchema.optional(),
  SEARCH_ENGINES: z.enum(['on', 'off'], REMEDIES.onOrOff).default('off'),
  OPERATOR_NAME: z
    .string()
    .max(MOST_NAME_CHARACTERS, REMEDIES.nameTooLong(MOST_NAME_CHARACTERS))
    .regex(/^[^\p{Cc}<>[\]]*\p{L}[^\p{Cc}<>[\]]*$/u, REMEDIES.name)
    .optional(),
  CONTACT_ADDRESS: contactSchema.optional(),
  NODE_ENV: z.enum(['development', 'production', 'test'], REMEDIES.environment).default('development'),
  DATA_DIR: z.string().default('data'),
  VAR_DIR: z.string().default('var'),
  STORE_URL: z
    .string()
    .refine((text) => redisAddressOf(text) !== null, REMEDIES.storeUrl)
    .optional(),
  STORE_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/u, REMEDIES.storePrefix)
    .default('assistant'),
  DIRECT_LINE_SECRET: secretsSchema.optional(),
  ALLOWED_ORIGINS: originsSchema.default([]),
  SECURITY_CONTACT: contactSchema.optional(),
  METRICS_LISTEN: z
    .string()
    .transform((text, context): MetricsAddress => {
      const [, host = '', port = ''] = /^(?:\[?(.+?)\]?:)?(\d{1,5})$/u.exec(text) ?? [];
      if (port !== '' && Number(port) <= 65_535 && (host === '' || isHost(host)))
        return { host: host === '' ? '127.0.0.1' : host, port: Number(port) };
      context.addIssue(REMEDIES.metrics);
      return z.NEVER;
    })
    .optional(),
  ...limitVariables,
  ...teamsVariables,
  ...deskVariables,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], REMEDIES.logLevel).default('info'),
});

const PASSWORD_IN_URL = /(\/\/)[^/]*@/gu;

type Environment = z.infer<typeof environmentSchema>;

/** Never repeated; each may also be given in a file, `withSecretFiles`. */
export const SECRETS: ReadonlySet<string> = new Set([
  'DIRECT_LINE_SECRET',
  'MicrosoftAppPassword',
  'STORE_URL',
  'ADMIN_OIDC_CLIENT_SECRET',
]);

/**
 * Settings from environment variables. Only the names of `.env.example` are read; an empty value counts as absent.
 * Throws BadSettings, which lists all that is wrong.
 */
export function parseSettings(environment: Readonly<NodeJS.ProcessEnv>): Settings {
  const parsed = read(environmentSchema, environment);
  const problems = [searchEngineProblems, portProblems, teamsProblems, deskProblems].flatMap((find) => find(parsed));
  if (problems.length > 0) throw new BadSettings(problems);
  return toSettings(parsed);
}

/** They are told whole addresses. */
function searchEngineProblems({ SEARCH_ENGINES, PUBLIC_URL }: Environment): string[] {
  return SEARCH_ENGINES === 'on' && PUBLIC_URL === undefined
    ? [SAID.problem('SEARCH_ENGINES', SAID.without('on', 'PUBLIC_URL'), REMEDIES.publicUrlOrOff)]
    : [];
}

/** A port may be had twice only on two addresses of the machine. */
function portProblems({ PORT, HOST, METRICS_LISTEN: metrics }: Environment): string[] {
  if (metrics === undefined || PORT === 0 || metrics.port !== PORT) return [];
  const isApart = [HOST, metrics.host].every((host) => isIP(host) !== 0 && !ANY_ADDRESS.has(host));
  return isApart && HOST !== metrics.host
    ? []
    : [SAID.problem('METRICS_LISTEN', SAID.with(String(PORT), 'PORT'), REMEDIES.samePort)];
}

const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

const answerSchema = environmentSchema.pick({
  DATA_DIR: true,
  CONTACT: true,
  OPERATOR_NAME: true,
  CONTACT_ADDRESS: true,
});

/** What an answer depends on, wherever it is given: a command asks nothing of the server's settings. Throws BadSettings. */
export function parseAnswerSettings(environment: Readonly<NodeJS.ProcessEnv>) {
  return toAnswerSettings(read(answerSchema, environment));
}

function read<Schema extends z.ZodObject>(schema: Schema, environment: Readonly<NodeJS.ProcessEnv>): z.output<Schema> {
  const given: Readonly<Record<string, string>> = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new BadSettings(parsed.error.issues.map((issue) => describe(String(issue.path[0]), given, issue.message)));
}

function toAnswerSettings(env: z.infer<typeof answerSchema>) {
  return {
    dataDir: env.DATA_DIR,
    /** Who runs the assistant, as it names itself to people; undefined = not said. */
    operatorName: env.OPERATOR_NAME,
    /** E-mail or https address where a person answers; that of CONTACT when it has none of its own. */
    contactAddress: env.CONTACT_ADDRESS ?? env.CONTACT,
  };
}

function describe(name: string, given: Readonly<Record<string, string>>, remedy: string): string {
  const found = given[name] ?? '';
  const unfit = SECRETS.has(name)
    ? SAID.unfitSecret(found.length)
    : SAID.unfit(onOneLine(found.replace(PASSWORD_IN_URL, '$1…@')));
  return SAID.problem(name, unfit, remedy);
}

export type Settings = Readonly<ReturnType<typeof toSettings>>;

function toSettings(env: Environment) {
  return {
    ...toAnswerSettings(env),
    port: env.PORT,
    host: env.HOST,
    /** Without a final slash; undefined = the address that the server listens on. */
    publicUrl: env.PUBLIC_URL,
    /** E-mail or https address of whoever publishes the assistant, shown on its legal pages. */
    contact: env.CONTACT,
    /** Search engines may show the list and the pages of the projects. */
    isIndexable: env.SEARCH_ENGINES === 'on',
    production: env.NODE_ENV === 'production',
    varDir: env.VAR_DIR,
    /** The Redis that keeps everything; undefined = varDir keeps it. */
    storeUrl: env.STORE_URL,
    /** Tells apart the assistants that share a Redis. */
    storePrefix: env.STORE_PREFIX,
    /** Undefined = made and kept in varDir. */
    directLineSecret: env.DIRECT_LINE_SECRET,
    /** Sites whose pages may embed the widget and call Direct Line: `https://site.example.org`, exactly. */
    allowedOrigins: env.ALLOWED_ORIGINS,
    /** Where weaknesses are told of: an e-mail or https address; undefined = not said. */
    securityContact: env.SECURITY_CONTACT,
    /** Undefined = no metrics. */
    metrics: env.METRICS_LISTEN,
    limits: toLimitSettings(env),
    teams: toTeamsSettings(env),
    /** Undefined = no desk for editors. */
    desk: toDeskSettings(env),
    logLevel: env.LOG_LEVEL,
  };
}

/** What the settings say of who runs the assistant. `kept`: for how long what is said is; null where nothing is. */
export function operatorOf(
  { operatorName, contactAddress }: Pick<Settings, 'operatorName' | 'contactAddress'>,
  kept: Operator['kept'],
): Operator {
  return { name: operatorName ?? null, contact: contactAddress ?? null, kept };
}
