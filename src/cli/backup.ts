import { resolve } from 'node:path';
import { withSecretFiles } from '../host/secret-files';
import { BadSettings, parseSettings } from '../host/settings';
import { openLmdbStore } from '../host/storage/lmdb-store';
import { storeFolder } from '../host/storage/open-store';
import { StoreProblem } from '../host/storage/store-problem';
import { storeProblemText } from '../messages/store-problem-text';

const USAGE = `Usage :
  npm run -s backup -- DOSSIER
Copie tout ce que l’assistant garde (VAR_DIR) dans ce dossier, pendant qu’il tourne. Pour remettre une sauvegarde : arrêtez l’assistant, copiez son fichier data.mdb dans VAR_DIR/store.`;

const ON_REDIS =
  'Avec STORE_URL, tout est dans Redis : la sauvegarde est la sienne (ses fichiers, ou npm run -s store -- move STORE_URL DOSSIER, assistant arrêté).';

/** Copies the store as it is at one moment, while the assistant runs; resolves with the exit status: 0, or 2 for a wrong call or where nothing is to be copied. */
export async function backup(args: readonly string[]): Promise<number> {
  const [target] = args;
  if (target === undefined || args.length > 1) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  // npm runs its scripts in the project's folder and tells here in which one it was called.
  const folder = resolve(process.env['INIT_CWD'] ?? '.', target);
  try {
    const { storeUrl, varDir } = parseSettings(withSecretFiles(process.env));
    if (storeUrl !== undefined) {
      process.stderr.write(`${ON_REDIS}\n`);
      return 2;
    }
    const store = await openLmdbStore(storeFolder(varDir), { isReadOnly: true });
    await store.backup(folder);
    await store.close();
  } catch (error) {
    const problem = explain(error);
    if (problem === null) throw error;
    process.stderr.write(`${problem}\n`);
    return 2;
  }
  process.stdout.write(`${folder} : sauvegarde faite\n`);
  return 0;
}

function explain(error: unknown): string | null {
  if (error instanceof BadSettings) return error.message;
  return error instanceof StoreProblem ? storeProblemText(error.kind, error.path) : null;
}
