import { constants } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UnreadableDocument, VersionConflict } from './document-store';
import { isMissing, readBytesUnlessMissing, writeDurably } from './durable-file';
import { fileNameOf } from './file-name';
import type { RecordLogs, StoredLog } from './record-logs';
import { createTurnQueue } from './turn-queue';

/** The key stands in the first line: a file's name does not say it, and a file put in another's place is seen. */
const headerSchema = z.strictObject({ key: z.string() });

/** Never created here: a log that was deleted meanwhile must not begin again in the middle. */
const APPEND = constants.O_WRONLY | constants.O_APPEND;

/**
 * Logs as files of one JSON value a line, one file per key, in `folder` (made when missing). A version is the length of the
 * file in bytes. One process at a time, as for the documents. lowdb has no part in it: it writes whole documents, and a
 * conversation of 300 KB written twice a turn took most of the time of a turn.
 */
export async function openFileLogs(folder: string): Promise<RecordLogs> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const queue = createTurnQueue();
  const pathOf = (key: string): string => join(folder, `${fileNameOf(key)}.log`);

  return {
    read: (key) => queue.run(key, () => readLog(pathOf(key), key)),
    versionOf: (key) => queue.run(key, () => lengthOf(pathOf(key))),
    append: (key, record, expectedVersion) => {
      const line = toLine(record);
      return queue.run(key, async () => {
        if (expectedVersion !== null) return appendDurably(pathOf(key), line, expectedVersion);
        return begin(key, [line], null);
      });
    },
    replace: (key, records, expectedVersion) => {
      const lines = records.map(toLine);
      return queue.run(key, () => begin(key, lines, expectedVersion));
    },
  };

  async function begin(key: string, lines: readonly string[], expectedVersion: number | null): Promise<number> {
    const path = pathOf(key);
    const found = await lengthOf(path);
    if (found !== expectedVersion) throw new VersionConflict(expectedVersion, found);
    const text = [toLine({ key }), ...lines].join('');
    await writeDurably(path, text);
    return Buffer.byteLength(text);
  }
}

function toLine(record: unknown): string {
  // Checked here because JSON would drop the value silently.
  if (record === undefined) throw new TypeError('a record needs a value');
  return `${JSON.stringify(record)}\n`;
}

async function appendDurably(path: string, line: string, expectedVersion: number): Promise<number> {
  const file = await openUnlessMissing(path, APPEND);
  if (file === null) throw new VersionConflict(expectedVersion, null);
  try {
    const { size } = await file.stat();
    if (size !== expectedVersion) throw new VersionConflict(expectedVersion, size);
    try {
      await file.appendFile(line, 'utf8');
      await file.datasync();
    } catch (error) {
      // What the caller was told is not kept must not come up at the next reading.
      await file.truncate(expectedVersion);
      throw error;
    }
    return expectedVersion + Buffer.byteLength(line);
  } finally {
    await file.close();
  }
}

async function readLog(path: string, key: string): Promise<StoredLog | null> {
  const found = await readBytesUnlessMissing(path);
  if (found === null) return null;
  const kept = withoutTornLine(found);
  if (kept.length < found.length) await cutTo(path, kept.length);
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(kept).split('\n').slice(0, -1);
    const [header, ...records] = lines.map(parseJson);
    if (headerSchema.parse(header).key !== key) throw new Error('it holds the log of another key');
    if (records.length === 0) throw new Error('it holds no record');
    return { version: kept.length, records };
  } catch (error) {
    throw new UnreadableDocument(path, error);
  }
}

const LINE_END = 0x0a;

/**
 * A power cut in the middle of an append leaves a line without its end, or one of which some blocks never came and read as
 * zeros (JSON itself never holds one). It was never acknowledged: it goes. Lines before it were, and stay.
 */
function withoutTornLine(bytes: Buffer): Buffer {
  const whole = bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1);
  const lastLine = whole.subarray(0, -1).lastIndexOf(LINE_END) + 1;
  return whole.includes(0, lastLine) ? whole.subarray(0, lastLine) : whole;
}

async function cutTo(path: string, length: number): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(length);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function lengthOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function openUnlessMissing(path: string, flags: number): Promise<FileHandle | null> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function parseJson(line: string): unknown {
  return JSON.parse(line);
}
