import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { KnowledgeBase, Records } from '../core/knowledge/knowledge-base';
import { buildKnowledgeBase } from '../core/loading/create-knowledge-base';
import { DATA_FILE_NAMES } from '../core/loading/parse';
import { createModels } from '../core/loading/weights';
import { inPieces } from './in-pieces';
import { digestOf } from './knowledge-copies';
import { DataError, readDataTexts, recordsIn, versionOf } from './knowledge-files';
import type { Sent } from './knowledge-reader';
import type { Log } from './log';

/** A change is read when two looks on end have seen the same: whoever writes has then finished. */
const LOOK_MS = 100;
/** So much of the problems of a file goes to the log. */
const MOST_TOLD = 2_000;

/**
 * The knowledge base of a folder, and another one whenever its files have changed.
 *
 * @throws DataError as `loadKnowledge`
 */
export async function openKnowledge(directory: string, log: Log) {
  let seen = await signatureOf(directory);
  let read = seen;
  const texts = await readDataTexts(directory);
  const records = recordsIn(texts, directory);
  let learned = { models: createModels(records.weights), digest: digestOf(texts['weights.json'] ?? '') };
  const first = await inPieces(buildKnowledgeBase(records, learned.models));
  const stopping = new AbortController();
  let isRefused = false;
  let watching = Promise.resolve();

  async function watch(serve: (knowledge: KnowledgeBase) => Promise<void>): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(LOOK_MS, undefined, { ref: false });
      await look(serve).catch((error: unknown) => log.error('the data could not be looked at', error));
    }
  }

  async function look(serve: (knowledge: KnowledgeBase) => Promise<void>): Promise<void> {
    const found = await signatureOf(directory);
    const isSettled = found === seen;
    seen = found;
    if (!isSettled || found === read) return;
    // Whatever comes of it, it is not read again until it changes.
    read = found;
    try {
      const start = performance.now();
      const changed = await readApart(directory, learned.digest);
      // Somebody wrote meanwhile: what was read may be of before and after.
      if ((await signatureOf(directory)) !== found || stopping.signal.aborted) return;
      if (changed.learned !== null)
        learned = { models: createModels(changed.learned.weights), digest: changed.learned.digest };
      await serve(await inPieces(buildKnowledgeBase(changed.records, learned.models)));
      isRefused = false;
      log.info('the data have changed and are served', {
        projects: changed.records.projects.length,
        facts: changed.records.facts.length,
        milliseconds: Math.round(performance.now() - start),
      });
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      isRefused = true;
      log.error('the data have changed and are refused: what was served before still is', undefined, {
        problems: error.message.slice(0, MOST_TOLD),
      });
    }
  }

  return {
    first,
    /**
     * Looks whether the files have changed, from now on. A change that is right is given to `serve` within a second; one that is not is
     * told to the log and changes nothing.
     */
    follow: (serve: (knowledge: KnowledgeBase) => Promise<void>): void => {
      watching = watch(serve);
    },
    /** Whether what stands in the files is refused, so that what is served is older. */
    isRefused: () => isRefused,
    /** Resolves when nothing is being read any more. */
    stop: async (): Promise<void> => {
      stopping.abort();
      await watching;
    },
  };
}

/** By what the file system says of each file: to read them all ten times a second would be work. */
async function signatureOf(directory: string): Promise<string> {
  return (await Promise.all(DATA_FILE_NAMES.map((file) => versionOf(join(directory, file))))).join('\n');
}

type Part<Name extends Sent['part']> = Extract<Sent, { readonly part: Name }>;

/** What the files hold, read in another thread; what was learned only when it is another than that of this digest. */
async function readApart(
  directory: string,
  weights: string,
): Promise<{ readonly records: Records; readonly learned: Part<'weights'> | null }> {
  const worker = new Worker(join(__dirname, 'knowledge-reader.js'), { workerData: { directory, weights } });
  try {
    return await new Promise((resolve, reject) => {
      const projects: Records['projects'][number][] = [];
      let learned: Part<'weights'> | null = null;
      worker.on('message', (sent: Sent) => {
        if (sent.part === 'projects') projects.push(...sent.projects);
        else if (sent.part === 'weights') learned = sent;
        else if (sent.part === 'others') resolve({ records: { projects, ...sent.others }, learned });
        else reject(new DataError(sent.problems));
        setImmediate(() => worker.postMessage('next'));
      });
      worker.once('error', reject);
      worker.once('exit', (status) => reject(new Error(`the data were not read: status ${status}`)));
    });
  } finally {
    await worker.terminate();
  }
}
