import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { createBoundedCache, type BoundedCache } from './bounded-cache';

/** The ending of a file being written; one left behind is the trace of a crash and holds nothing acknowledged. */
export const TEMPORARY_SUFFIX = '.tmp';

/** Texts of files by their paths, each good for as long as its file is still the one that was read or written. */
export type HeldTexts = BoundedCache<{ readonly identity: string; readonly text: string }>;

/** Twice that many bytes at the most; the state of a conversation takes about 5,000. */
const MOST_HELD_CHARACTERS = 20_000_000;

/** Holds nothing yet; one for all the files of a store. */
export function createHeldTexts(): HeldTexts {
  return createBoundedCache({ most: MOST_HELD_CHARACTERS, weightOf: ({ text }) => text.length });
}

/**
 * A lowdb adapter that loses nothing: lowdb's own JSONFile never calls fsync, and a power cut after it lost thousands of
 * acknowledged writes. Here: a temporary file of a unique name, fsync, rename, fsync of the folder.
 * A missing file reads as null; anything else that fails is thrown. A file that is still the one held is not read again.
 */
export function createDurableFile<T>(path: string, decode: (text: string) => T, texts: HeldTexts): Adapter<T> {
  return {
    read: async () => {
      const identity = await identityOf(path);
      if (identity === null) return null;
      const held = texts.get(path);
      if (held?.identity === identity) return decode(held.text);
      const text = await readUnlessMissing(path);
      if (text === null) return null;
      // Looked at before it was read: a file replaced between the two has another identity, and is then read again.
      texts.hold(path, { identity, text });
      return decode(text);
    },
    write: async (data) => {
      const text = JSON.stringify(data);
      texts.hold(path, { identity: await writeDurably(path, text), text });
    },
  };
}

/** Tells a file from all that had or will have its name, each write making another; null when there is none. */
async function identityOf(path: string): Promise<string | null> {
  try {
    return asIdentity(await stat(path, { bigint: true }));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function asIdentity({ ino, size, mtimeNs }: BigIntStats): string {
  return `${ino}/${size}/${mtimeNs}`;
}

/** The text of a file, or null when there is none. */
export async function readUnlessMissing(path: string): Promise<string | null> {
  return (await readBytesUnlessMissing(path))?.toString('utf8') ?? null;
}

/** The bytes of a file, or null when there is none. */
export async function readBytesUnlessMissing(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Asked by its code alone: an error of Node's core is no `instanceof Error` inside a test's own realm. */
export function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

/** Replaces the file by this text, all of it or nothing, readable by its owner alone; resolves with its identity. */
export async function writeDurably(path: string, text: string): Promise<string> {
  const temporary = `${path}.${randomUUID()}${TEMPORARY_SUFFIX}`;
  try {
    // 0600: a conversation is nobody else's business on the machine. 'wx' never follows a link put there beforehand.
    const identity = await writeAndSync(temporary, text);
    await rename(temporary, path);
    await syncFolder(dirname(path));
    return identity;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Deletes the file, if there is one, for good. */
export async function deleteDurably(path: string): Promise<void> {
  await rm(path, { force: true });
  await syncFolder(dirname(path));
}

async function writeAndSync(path: string, text: string): Promise<string> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
    return asIdentity(await file.stat({ bigint: true }));
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
