import { createLog, type Log } from '../host/log';
import { withSecretFiles } from '../host/secret-files';
import { parseSettings, type Settings } from '../host/settings';
import { MoveProblem, moveStore } from '../host/storage/move-store';
import { openPlace } from '../host/storage/open-store';
import { MOVE_PROBLEMS } from '../messages/store-problem-text';
import { help, mendable, refuse } from './shell/refusal';

const USAGE = `Usage :
  npm run -s store -- move DE VERS
Copie tout ce que l’assistant garde d’un endroit à un autre : un dossier VAR_DIR, une adresse redis://, rediss:// ou redis-sentinel://, ou le mot STORE_URL, qui
prend celle des réglages (un mot de passe ne se voit alors pas dans la liste des processus). Arrêtez d’abord l’assistant. Interrompue, la même
commande reprend où elle en était.`;

/** Copies a store; resolves with the exit status: 0, 1 when the two are not the same, 2 for a wrong call or a place that cannot be opened. */
export async function store(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return help(USAGE);
  const [order, from, to] = args;
  if (order !== 'move' || from === undefined || to === undefined || args.length > 3) return refuse(USAGE);
  try {
    return await move(from, to, parseSettings(withSecretFiles(process.env)));
  } catch (error) {
    if (!(error instanceof MoveProblem)) return refuse(mendable(error));
    refuse(MOVE_PROBLEMS[error.kind]);
    return 1;
  }
}

async function move(from: string, to: string, settings: Settings): Promise<number> {
  const log: Log = createLog({ level: 'error', json: false });
  const source = await openPlace(placeOf(from, settings), settings.storePrefix, log, { isSource: true });
  try {
    const target = await openPlace(placeOf(to, settings), settings.storePrefix, log, { isSource: false });
    try {
      const moved = await moveStore(source, target, ({ documents, lines }) =>
        process.stderr.write(`${documents} documents, ${lines} lignes…\n`),
      );
      process.stdout.write(
        `${moved.documents} documents et ${moved.lines} lignes sont aux deux endroits, comparés un à un (${moved.written} documents écrits cette fois).\n`,
      );
      return 0;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** An address by the rules of the settings; else a folder. */
function placeOf(place: string, settings: Settings): string {
  if (place === 'STORE_URL') return settings.storeUrl ?? place;
  if (/^rediss?(?:-sentinel)?:/iu.test(place)) parseSettings({ STORE_URL: place });
  return place;
}
