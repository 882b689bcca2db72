import { writeFile } from 'node:fs/promises';
import { codeOf } from '../host/storage/error-code';
import { readVersion } from '../host/version';
import { help, pathTyped, refuse } from './shell/refusal';
import { NEWEST_MANIFEST, packageOf } from './teams-package/manifest';
import { parseOptions } from './teams-package/options';

const USAGE = `Usage :
  npm run teams-package -- --app-id <GUID> --host https://assistant.exemple.gouv.fr [--publisher "Nom du service"] [--manifest-version ${NEWEST_MANIFEST}] [--out fichier.zip]`;

/** Writes the package that Teams installs the assistant from; resolves with its exit status: 0, or 2 for a wrong call or a file that cannot be written. */
export async function teamsPackage(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return help(USAGE);
  const parsed = parseOptions(args);
  if ('problems' in parsed) return refuse(`${parsed.problems.join('\n')}\n${USAGE}`);
  const { out, ...app } = parsed.options;
  const bytes = packageOf({ ...app, version: readVersion() });
  const path = pathTyped(out);
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const code = codeOf(error);
    if (typeof code !== 'string') throw error;
    return refuse(
      `--out : « ${path} » n’a pas pu être écrit (${code}) ; choisissez un dossier qui existe et où vous pouvez écrire`,
    );
  }
  process.stdout.write(
    `${path} : ${bytes.length} octets, pour https://${app.host}, manifeste ${app.manifestVersion}\n`,
  );
  return 0;
}
