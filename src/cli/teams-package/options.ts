import { z } from 'zod';
import { MANIFEST_VERSIONS, NEWEST_MANIFEST, type TeamsApp } from './manifest';

export type Options = Omit<TeamsApp, 'version'> & { readonly out: string };

/** Teams shows no more of the name of a publisher. */
const MOST_PUBLISHER_CHARACTERS = 32;

/** At least two labels, the last without figures: Teams reaches nothing inside a network, and no address by number. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/u;

const HOST_REMEDY =
  'donnez l’adresse publique de l’assistant, en https, sans port ni chemin, par exemple https://assistant.exemple.gouv.fr';

/** Each message is the remedy: what was found is put before it. */
const optionsSchema = z
  .strictObject({
    'app-id': z
      .guid(
        'recopiez l’« ID d’application (client) » de l’inscription d’application, par exemple 0f8fad5b-d9cb-469f-a165-70867728950e',
      )
      .toLowerCase(),
    host: z.string(HOST_REMEDY).transform(hostOf).pipe(z.string(HOST_REMEDY)),
    publisher: z
      .string()
      .trim()
      .min(1, 'donnez le nom du service qui répond de l’assistant')
      .max(MOST_PUBLISHER_CHARACTERS, `Teams n’en montre que ${MOST_PUBLISHER_CHARACTERS} caractères : raccourcissez`)
      .optional(),
    'manifest-version': z
      .enum(
        MANIFEST_VERSIONS,
        `donnez une version de ${MANIFEST_VERSIONS[0]} à ${NEWEST_MANIFEST}, ou ne dites rien : c’est ${NEWEST_MANIFEST}`,
      )
      .default(NEWEST_MANIFEST),
    out: z.string().min(1, 'donnez le nom du fichier à écrire').default('assistant-teams.zip'),
  })
  .transform((options, context): Options => {
    const { 'app-id': appId, 'manifest-version': manifestVersion, host, publisher, out } = options;
    if (publisher === undefined && host.length > MOST_PUBLISHER_CHARACTERS) {
      context.addIssue({
        code: 'custom',
        path: ['publisher'],
        message: `ajoutez --publisher et le nom du service : sans lui, Teams montre l’adresse, et celle-ci dépasse ${MOST_PUBLISHER_CHARACTERS} caractères`,
      });
      return z.NEVER;
    }
    return { appId, host, publisher: publisher ?? host, manifestVersion, out };
  });

/** The options, or each thing that is wrong: where, what was found, how to mend it. */
export function parseOptions(
  args: readonly string[],
): { readonly options: Options } | { readonly problems: readonly string[] } {
  const named = namedValues(args);
  if (named.values === undefined) return named;
  const parsed = optionsSchema.safeParse(named.values);
  if (parsed.success) return { options: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      const found = named.values[name];
      return `--${name} : ${found === undefined ? 'absent' : `« ${found} »`} ; ${message}`;
    }),
  };
}

const NAMES: ReadonlySet<string> = new Set(['app-id', 'host', 'publisher', 'manifest-version', 'out']);

/** `--name value` or `--name=value`, each name once. */
function namedValues(args: readonly string[]) {
  const values = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? '';
    const [, name = '', inline] = /^--([a-z-]+)(?:=(.*))?$/su.exec(argument) ?? [];
    if (!NAMES.has(name)) return { problems: [`« ${argument} » : option inconnue`] };
    if (values.has(name)) return { problems: [`--${name} : donné deux fois ; gardez-en un`] };
    const value = inline ?? args[++i];
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      return { problems: [`--${name} : sans valeur ; écrivez-la après un espace`] };
    values.set(name, value);
  }
  return { values: Object.fromEntries(values) };
}

/** The host of "https://host", "https://host/" or "host"; null for anything more or else. */
function hostOf(text: string): string | null {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!/^https:\/\/[^/?#@:\s]+\/?$/iu.test(address) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return HOST.test(hostname) ? hostname : null;
}
