import { createHash } from 'node:crypto';
import { keptOf, parseKept } from '../../core/changes/kept-projects';
import type { Project } from '../../core/model/records';
import { parseJson } from '../storage/parse-json';
import type { Store } from '../storage/store';

/** The states of the base that some subscriber was last told of, by their fingerprints. */
export type KeptBases = ReturnType<typeof createKeptBases>;

const PREFIX = 'base/';

export function createKeptBases(store: Store) {
  return {
    /** Keeps the projects, unless they are, and resolves with their fingerprint. */
    keep: async (projects: readonly Project[]): Promise<string> => {
      const text = JSON.stringify(keptOf(projects));
      const fingerprint = createHash('sha256').update(text).digest('hex');
      const key = PREFIX + fingerprint;
      // Whoever kept it meanwhile kept the same.
      if ((await store.read(key)) === null) await store.commit([{ key, text }]);
      return fingerprint;
    },
    /** Null when nothing is kept under it, or nothing that this version of the program can read. */
    read: async (fingerprint: string): Promise<readonly Project[] | null> => {
      const kept = await store.read(PREFIX + fingerprint);
      return parseKept(kept === null ? null : parseJson(kept.text));
    },
    /** Deletes all but these. */
    dropOthers: async (needed: ReadonlySet<string>): Promise<void> => {
      for await (const { key, version } of store.list(PREFIX))
        if (!needed.has(key.slice(PREFIX.length))) await store.commit([{ key, text: null, expected: version }]);
    },
  };
}
