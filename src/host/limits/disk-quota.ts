import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpError } from '../http/http-error';

/** Refuses what would be kept when there is no room for it: 507, with the sentence. */
export type RequireRoom = () => Promise<void>;

/** A flood writes 4 MB a second at most: so old a measure is off by 40 MB. */
const MEASURE_EVERY_MS = 10_000;

/** `measure` tells the bytes in use. Asked at most every ten seconds: a folder of many files takes a while. */
export function createDiskQuota(parts: {
  readonly mostBytes: number;
  readonly measure: () => Promise<number>;
  readonly now: () => number;
  readonly onRefusal: () => void;
}): RequireRoom {
  let bytes = Promise.resolve(0);
  let measuredAt = -Infinity;
  return async () => {
    if (parts.now() - measuredAt >= MEASURE_EVERY_MS) {
      measuredAt = parts.now();
      // What cannot be measured cannot be written to either, and says so itself.
      bytes = parts.measure().catch(() => 0);
    }
    if ((await bytes) < parts.mostBytes) return;
    parts.onRefusal();
    throw new HttpError(507, 'NoRoom', 'The assistant has no room left to keep conversations; see DISK_MEGABYTES.');
  };
}

/** The bytes of all files under a folder; those that go meanwhile count for nothing. */
export async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
    const entry = await lstat(join(folder, name)).catch(() => null);
    if (entry?.isFile() === true) bytes += entry.size;
  }
  return bytes;
}
