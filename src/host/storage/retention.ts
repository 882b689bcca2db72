import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Days that a conversation nobody went on with is kept, and what was left in the inbox. The page on privacy says them. */
export const RETENTION_DAYS = { conversation: 30, inbox: 365 } as const;

/**
 * Deletes the documents of a file store not written since `before`, and returns how many. Conversations hold people's words:
 * they are not to be kept for longer than they serve. Whoever comes back later starts a new conversation.
 */
export async function deleteOldDocuments(folder: string, before: Date): Promise<number> {
  let deleted = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const { mtime } = await stat(path);
    if (mtime < before) {
      await rm(path, { force: true });
      deleted += 1;
    }
  }
  return deleted;
}
