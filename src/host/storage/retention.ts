import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './durable-file';

/** Days that a conversation nobody went on with is kept, and what was left in the inbox. The page on privacy says them. */
export const RETENTION_DAYS = { conversation: 30, inbox: 365 } as const;

/**
 * Deletes the documents of a file store not written since `before`, and returns how many. Conversations hold people's words:
 * they are not to be kept for longer than they serve. Whoever comes back later starts a new conversation. What cannot be
 * deleted keeps nothing else from it: those errors are thrown together, at the end.
 */
export async function deleteOldDocuments(folder: string, before: Date): Promise<number> {
  let deleted = 0;
  const errors: unknown[] = [];
  for (const name of await readdir(folder)) {
    try {
      if (await deleteIfOld(join(folder, name), before)) deleted += 1;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} old documents could not be deleted`);
  return deleted;
}

async function deleteIfOld(path: string, before: Date): Promise<boolean> {
  try {
    if ((await stat(path)).mtime >= before) return false;
  } catch (error) {
    // A file that was being written a moment ago has its own name by now.
    if (isMissing(error)) return false;
    throw error;
  }
  await rm(path, { force: true });
  return true;
}
