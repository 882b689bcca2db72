import { join } from 'node:path';
import type { Log } from '../log';
import { bytesIn } from '../limits/disk-quota';
import type { Settings } from '../settings';
import { type AtomicStore, createAtomicStore } from './atomic-store';
import { type Alone, createLeases } from './lease';
import { type LmdbStore, openLmdbStore } from './lmdb-store';
import { becomeOnly } from './only-process';
import { redisAddressOf } from './redis-address';
import { openRedisStore } from './redis-store';
import { setDamagedAside } from './set-aside';
import type { Spend, WholeStore } from './store';

/** The folder of the store in that of the assistant. */
export function storeFolder(varDir: string): string {
  return join(varDir, 'store');
}

/** The store as the assistant has it open, with what all who have it open share beside what they keep. */
export interface OpenStore extends AtomicStore {
  readonly alone: Alone;
  readonly spend: Spend;
  /** That all of it takes, where there is a limit to it; what was deleted takes none. */
  bytes(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the store of the assistant, for this process alone; what is damaged is set aside.
 *
 * @throws StoreProblem when the folder is another process's, cannot be written to or holds a store that is damaged as a whole
 */
export async function openStore(varDir: string, now: () => Date, log: Log): Promise<OpenStore> {
  const store = await openFolder(varDir);
  try {
    await setDamagedAside(store, now(), log);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    ...createAtomicStore(store),
    // The queue of this process lets nobody else in, and its buckets know all who ask.
    alone: (_name, task) => task(),
    spend: () => Promise.resolve(new Map()),
    bytes: async () => (await bytesIn(varDir)) - store.spareBytes(),
  };
}

/** The store of a folder, had alone until it is closed. */
async function openFolder(varDir: string): Promise<LmdbStore> {
  const release = await becomeOnly(varDir);
  try {
    const store = await openLmdbStore(storeFolder(varDir));
    return {
      ...store,
      close: async () => {
        await store.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/**
 * Opens the store of the assistant on a Redis, which other processes may have open too: so nothing is set aside, since what another one
 * is about to write would look damaged, and Redis leaves no halves.
 *
 * @throws StoreProblem when the Redis is not there or not fit to keep anything
 */
export async function openSharedStore(url: string, prefix: string, log: Log): Promise<OpenStore> {
  const store = await openRedisStore(url, prefix, log);
  const { alone, commit } = createLeases(store);
  return { ...createAtomicStore({ ...store, commit }), alone };
}

/**
 * Opens the store of a place, the address of a Redis or the folder of an assistant, as it is: nothing is set aside. A folder is had alone;
 * a source must be there already.
 *
 * @throws StoreProblem as the others do
 */
export async function openPlace(
  place: string,
  prefix: string,
  log: Log,
  { isSource }: { readonly isSource: boolean },
): Promise<WholeStore> {
  if (redisAddressOf(place) !== null) return openRedisStore(place, prefix, log);
  // Looked for before its folder is made.
  if (isSource) await (await openLmdbStore(storeFolder(place), { isReadOnly: true })).close();
  return openFolder(place);
}

/** The store of the assistant while that may have it open itself: to read it, or to write a document or two. */
export function openBeside(
  { storeUrl, storePrefix, varDir }: Pick<Settings, 'storeUrl' | 'storePrefix' | 'varDir'>,
  log: Log,
  how: { readonly isReadOnly: true } | { readonly isBeside: true },
): Promise<WholeStore> {
  return storeUrl === undefined ? openLmdbStore(storeFolder(varDir), how) : openRedisStore(storeUrl, storePrefix, log);
}
