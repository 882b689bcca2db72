import { withSecretFiles } from '../host/secret-files';
import { parseSettings } from '../host/settings';
import { openLmdbStore } from '../host/storage/lmdb-store';
import { storeFolder } from '../host/storage/open-store';
import { help, mendable, pathTyped, refuse } from './shell/refusal';

const USAGE = `Usage :
  npm run -s backup -- DOSSIER
Copie tout ce que l’assistant garde (VAR_DIR) dans ce dossier, pendant qu’il tourne. Pour remettre une sauvegarde : arrêtez l’assistant, copiez son fichier data.mdb dans VAR_DIR/store.`;

const ON_REDIS =
  'Avec STORE_URL, tout est dans Redis : la sauvegarde est la sienne (ses fichiers, ou npm run -s store -- move STORE_URL DOSSIER, assistant arrêté).';

/** Copies the store as it is at one moment, while the assistant runs; resolves with the exit status: 0, or 2 for a wrong call or where nothing is to be copied. */
export async function backup(args: readonly string[]): Promise<number> {
  const [target] = args;
  if (target === '--help') return help(USAGE);
  if (target === undefined || target.startsWith('-') || args.length > 1) return refuse(USAGE);
  const folder = pathTyped(target);
  try {
    const { storeUrl, varDir } = parseSettings(withSecretFiles(process.env));
    if (storeUrl !== undefined) return refuse(ON_REDIS);
    const store = await openLmdbStore(storeFolder(varDir), { isReadOnly: true });
    await store.backup(folder);
    await store.close();
  } catch (error) {
    return refuse(mendable(error));
  }
  process.stdout.write(`${folder} : sauvegarde faite\n`);
  return 0;
}
