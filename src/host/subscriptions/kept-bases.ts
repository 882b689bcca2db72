import { createHash } from 'node:crypto';
import { keptOf, parseKept } from '../../core/changes/kept-projects';
import type { Project } from '../../core/model/records';
import { VersionConflict, type DocumentCollection } from '../storage/document-store';

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

export function createKeptBases(store: DocumentCollection): KeptBases {
  return {
    keep: async (projects) => {
      const kept = keptOf(projects);
      const fingerprint = createHash('sha256').update(JSON.stringify(kept)).digest('hex');
      if ((await store.read(PREFIX + fingerprint)) === null) await writeUnlessThere(PREFIX + fingerprint, kept);
      return fingerprint;
    },
    read: async (fingerprint) => parseKept((await store.read(PREFIX + fingerprint))?.value),
    dropOthers: async (needed) => {
      for (const key of (await store.list()).keys) {
        if (!key.startsWith(PREFIX) || needed.has(key.slice(PREFIX.length))) continue;
        const found = await store.read(key);
        if (found !== null) await store.delete(key, found.version);
      }
    },
  };

  /** Another turn may have kept the same meanwhile, and it is the same. */
  async function writeUnlessThere(key: string, value: unknown): Promise<void> {
    try {
      await store.write(key, value, null);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
