import { join } from 'node:path';
import type { Log } from '../log';
import { type AtomicStore, createAtomicStore } from './atomic-store';
import { openLmdbStore } from './lmdb-store';
import { becomeOnly } from './only-process';
import { openRedisStore } from './redis-store';
import { setDamagedAside } from './set-aside';
import { takeOver } from './take-over';

/** The folder of the store in that of the assistant. */
export function storeFolder(varDir: string): string {
  return join(varDir, 'store');
}

/**
 * Opens the store of the assistant, for this process alone: what is damaged was set aside, and what an earlier version kept in files
 * was taken over.
 *
 * @throws StoreProblem when the folder is another process's, cannot be written to or holds a store that is damaged as a whole
 */
export async function openStore(
  varDir: string,
  now: () => Date,
  log: Log,
): Promise<AtomicStore & { close(): Promise<void> }> {
  const release = await becomeOnly(varDir);
  try {
    const store = await openLmdbStore(storeFolder(varDir));
    await setDamagedAside(store, now(), log);
    await takeOver(store, varDir, log);
    return {
      ...createAtomicStore(store),
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
export async function openSharedStore(url: string, log: Log): Promise<AtomicStore & { close(): Promise<void> }> {
  const store = await openRedisStore(url, log);
  return { ...createAtomicStore(store), close: () => store.close() };
}
