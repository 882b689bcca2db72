import { createHash } from 'node:crypto';
import { keptOf, parseKept } from '../../core/changes/kept-projects';
import type { Project } from '../../core/model/records';
import { parseJson } from '../storage/parse-json';
import type { Store } from '../storage/store';

/** The states of the base that some subscriber was last told of, by their fingerprints. */
export interface KeptBases {
  /** Keeps the projects, unless they are, and resolves with their fingerprint. */
  keep(projects: readonly Project[]): Promise<string>;
  /** Null when nothing is kept under it, or nothing that this version of the program can read. */
  read(fingerprint: string): Promise<readonly Project[] | null>;
  /** Deletes all but these. */
  dropOthers(needed: ReadonlySet<string>): Promise<void>;
}

const PREFIX = 'base/';

export function createKeptBases(store: Store): KeptBases {
  return {
    keep: async (projects) => {
      const text = JSON.stringify(keptOf(projects));
      const fingerprint = createHash('sha256').update(text).digest('hex');
      const key = PREFIX + fingerprint;
      // Whoever kept it meanwhile kept the same.
      if ((await store.read(key)) === null) await store.commit([{ key, text }]);
      return fingerprint;
    },
    read: async (fingerprint) => {
      const kept = await store.read(PREFIX + fingerprint);
      return parseKept(kept === null ? null : parseJson(kept.text));
    },
    dropOthers: async (needed) => {
      for await (const { key, version } of store.list(PREFIX))
        if (!needed.has(key.slice(PREFIX.length))) await store.commit([{ key, text: null, expected: version }]);
    },
  };
}
