import { constants } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UnreadableDocument, VersionConflict } from './document-store';
import { isMissing, readBytesUnlessMissing, writeDurably } from './durable-file';
import { fileNameOf } from './file-name';
import { parseJson } from './parse-json';
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
  /** Lengths to cut logs to, whose last record failed and could not be taken back: nothing is read or written before. */
  const toCut = new Map<string, number>();
  const pathOf = (key: string): string => join(folder, `${fileNameOf(key)}.log`);

  return {
    read: (key) => inTurn(key, () => readLog(pathOf(key), key)),
    versionOf: (key) => inTurn(key, () => lengthOf(pathOf(key))),
    append: (key, record, expectedVersion) => {
      const line = toLine(record);
      return inTurn(key, () =>
        expectedVersion === null ? begin(key, [line], null) : append(key, line, expectedVersion),
      );
    },
    replace: (key, records, expectedVersion) => {
      const lines = records.map(toLine);
      return inTurn(key, () => begin(key, lines, expectedVersion));
    },
  };

  function inTurn<T>(key: string, task: () => Promise<T>): Promise<T> {
    return queue.run(key, async () => {
      const length = toCut.get(key);
      if (length !== undefined) await cutTo(pathOf(key), length);
      toCut.delete(key);
      return task();
    });
  }

  async function begin(key: string, lines: readonly string[], expectedVersion: number | null): Promise<number> {
    const path = pathOf(key);
    const found = await lengthOf(path);
    if (found !== expectedVersion) throw new VersionConflict(expectedVersion, found);
    const text = [toLine({ key }), ...lines].join('');
    await writeDurably(path, text);
    return Buffer.byteLength(text);
  }

  async function append(key: string, line: string, expectedVersion: number): Promise<number> {
    const path = pathOf(key);
    const file = await openUnlessMissing(path, APPEND);
    if (file === null) throw new VersionConflict(expectedVersion, null);
    try {
      const { size } = await file.stat();
      if (size !== expectedVersion) throw new VersionConflict(expectedVersion, size);
      // Until it is known to be kept: what the caller is told has failed must not come up at the next reading.
      toCut.set(key, expectedVersion);
      await file.appendFile(line, 'utf8');
      await file.datasync();
      toCut.delete(key);
      // Deleted since it was opened, as too old: what was written went with it.
      if ((await file.stat()).nlink === 0) throw new VersionConflict(expectedVersion, null);
      return expectedVersion + Buffer.byteLength(line);
    } finally {
      await file.close();
    }
  }
}

function toLine(record: unknown): string {
  // Checked here because JSON would drop the value silently.
  if (record === undefined) throw new TypeError('a record needs a value');
  return `${JSON.stringify(record)}\n`;
}

async function readLog(path: string, key: string): Promise<StoredLog | null> {
  const found = await readBytesUnlessMissing(path);
  if (found === null) return null;
  const kept = withoutTornLine(found);
  const records = recordsIn(kept, path, key);
  // Only once it is known for a log of ours: of anything else nothing is lost by a reading.
  if (kept.length < found.length) await cutTo(path, kept.length);
  return { version: kept.length, records };
}

function recordsIn(bytes: Buffer, path: string, key: string): readonly unknown[] {
  try {
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n').slice(0, -1);
    const [header, ...records] = lines.map(parseJson);
    if (headerSchema.parse(header).key !== key) throw new Error('it holds the log of another key');
    if (records.length === 0) throw new Error('it holds no record');
    return records;
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
  const file = await openUnlessMissing(path, constants.O_RDWR);
  if (file === null) return;
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
