import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { LoadedRecords } from '../core/loading/parse';
import { digestOf } from './knowledge-copies';
import { DataError, readDataTexts, recordsIn } from './knowledge-files';

/** What this thread sends; after each it waits to be told to go on, so that turns are played in between. */
export type Sent =
  | { readonly part: 'projects'; readonly projects: LoadedRecords['projects'] }
  | { readonly part: 'others'; readonly others: Omit<LoadedRecords, 'projects' | 'weights'> }
  | { readonly part: 'weights'; readonly weights: LoadedRecords['weights']; readonly digest: string }
  | { readonly part: 'refused'; readonly problems: string };

/** Projects at a time: a millisecond or two for whoever takes them. */
const PIECE = 100;

/** Reads and checks the data files apart from the thread that answers. Weights that are in force (by their digest) are not sent again. */
async function main(port: MessagePort): Promise<void> {
  const { directory, weights: known } = z
    .strictObject({ directory: z.string(), weights: z.string() })
    .parse(workerData);
  const send = async (sent: Sent): Promise<void> => {
    port.postMessage(sent);
    await once(port, 'message');
  };
  try {
    const texts = await readDataTexts(directory);
    const { projects, weights, ...others } = recordsIn(texts, directory);
    for (let from = 0; from < projects.length; from += PIECE)
      await send({ part: 'projects', projects: projects.slice(from, from + PIECE) });
    const digest = digestOf(texts['weights.json'] ?? '');
    if (digest !== known) await send({ part: 'weights', weights, digest });
    await send({ part: 'others', others });
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    await send({ part: 'refused', problems: error.message });
  }
}

if (parentPort !== null) void main(parentPort);
