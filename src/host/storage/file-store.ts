import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { UnreadableDocument, VersionConflict, type DocumentCollection, type StoredDocument } from './document-store';
import { createDurableFile, createHeldTexts, deleteDurably, readUnlessMissing, TEMPORARY_SUFFIX } from './durable-file';
import { fileNameOf } from './file-name';
import { parseJson } from './parse-json';
import { createTurnQueue } from './turn-queue';

/** The key is kept beside the value: a file's name does not say it, and a file put in another's place is seen. */
const envelopeSchema = z.strictObject({ key: z.string(), version: z.int().positive(), value: z.unknown() });

type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Documents as files, one per key, in `folder` (made when missing). One process at a time: versions are checked in memory
 * order, so two processes on the same folder would overwrite each other.
 */
export async function openFileStore(folder: string): Promise<DocumentCollection> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeTemporaryFiles(folder);
  const queue = createTurnQueue();
  const texts = createHeldTexts();

  return {
    read: (key) => readDocument(key),
    write: (key, value, expectedVersion) =>
      queue.run(key, async () => {
        // Checked here because JSON would drop the value silently and the file would then be refused at reading.
        if (value === undefined) throw new TypeError('a document needs a value (write null to empty it)');
        const found = await requireVersion(key, expectedVersion);
        const version = (found ?? 0) + 1;
        const file = openFile(key);
        file.data = { key, version, value };
        await file.write();
        return version;
      }),
    erase: (key) => queue.run(key, () => deleteDurably(join(folder, documentName(key)))),
    delete: (key, expectedVersion) =>
      queue.run(key, async () => {
        await requireVersion(key, expectedVersion);
        await deleteDurably(join(folder, documentName(key)));
      }),
    list: async () => {
      const keys: string[] = [];
      const damaged: UnreadableDocument[] = [];
      for (const name of await readdir(folder)) {
        if (!name.endsWith(DOCUMENT_SUFFIX)) continue;
        const key = await readKey(name);
        if (key instanceof UnreadableDocument) damaged.push(key);
        else if (key !== null) keys.push(key);
      }
      return { keys, damaged };
    },
  };

  async function requireVersion(key: string, expected: number | null): Promise<number | null> {
    const found = (await readDocument(key))?.version ?? null;
    if (found !== expected) throw new VersionConflict(expected, found);
    return found;
  }

  /** Null when the file went meanwhile. */
  async function readKey(name: string): Promise<string | null | UnreadableDocument> {
    const path = join(folder, name);
    const text = await readUnlessMissing(path);
    if (text === null) return null;
    try {
      return decodeEnvelope(path, name, text).key;
    } catch (error) {
      if (error instanceof UnreadableDocument) return error;
      throw error;
    }
  }

  async function readDocument(key: string): Promise<StoredDocument | null> {
    const file = openFile(key);
    await file.read();
    return file.data === null ? null : { version: file.data.version, value: file.data.value };
  }

  function openFile(key: string): Low<Envelope | null> {
    const path = join(folder, documentName(key));
    return new Low(
      createDurableFile<Envelope | null>(path, (text) => decodeEnvelope(path, documentName(key), text), texts),
      null,
    );
  }
}

const DOCUMENT_SUFFIX = '.json';

function documentName(key: string): string {
  return fileNameOf(key) + DOCUMENT_SUFFIX;
}

function decodeEnvelope(path: string, fileName: string, text: string): Envelope {
  try {
    const envelope = envelopeSchema.parse(parseJson(text));
    if (documentName(envelope.key) !== fileName) throw new Error('it holds the document of another key');
    return envelope;
  } catch (error) {
    throw new UnreadableDocument(path, error);
  }
}

async function removeTemporaryFiles(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(TEMPORARY_SUFFIX));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
