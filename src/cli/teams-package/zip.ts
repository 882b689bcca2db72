import { zipSync } from 'fflate';

/** Local time, as the format wants it: the same bytes on any day and in any time zone. The format's own earliest year. */
const WHEN = new Date(1980, 0, 1);

/** A zip of these files, in their order: the same files give the same bytes. */
export function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync({ ...files }, { level: 9, mtime: WHEN });
}
