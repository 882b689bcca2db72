import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';

/** The ending of a file being written; one left behind is the trace of a crash and holds nothing acknowledged. */
export const TEMPORARY_SUFFIX = '.tmp';

/**
 * A lowdb adapter that loses nothing: lowdb's own JSONFile never calls fsync, and a power cut after it lost thousands of
 * acknowledged writes. Here: a temporary file of a unique name, fsync, rename, fsync of the folder.
 * A missing file reads as null; anything else that fails is thrown.
 */
export function createDurableFile<T>(path: string, decode: (text: string) => T): Adapter<T> {
  return {
    read: async () => {
      const text = await readUnlessMissing(path);
      return text === null ? null : decode(text);
    },
    write: async (data) => {
      await writeDurably(path, JSON.stringify(data));
    },
  };
}

/** The text of a file, or null when there is none. */
export async function readUnlessMissing(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Asked by its code alone: an error of Node's core is no `instanceof Error` inside a test's own realm. */
function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** Replaces the file by this text, all of it or nothing; readable by its owner alone. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}${TEMPORARY_SUFFIX}`;
  try {
    // 0600: a conversation is nobody else's business on the machine. 'wx' never follows a link put there beforehand.
    await writeAndSync(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Deletes the file, if there is one, for good. */
export async function deleteDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

async function writeAndSync(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is only on disk once the folder that holds the name is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
