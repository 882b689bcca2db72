import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { z } from 'zod';
import { UnreadableDocument, VersionConflict, type DocumentStore, type StoredDocument } from './document-store';
import { createDurableFile, TEMPORARY_SUFFIX } from './durable-file';
import { fileNameOf } from './file-name';
import { createHeldTexts } from './held-texts';
import { createTurnQueue } from './turn-queue';

/** The key is kept beside the value: a file's name does not say it, and a file put in another's place is seen. */
const envelopeSchema = z.strictObject({ key: z.string(), version: z.int().positive(), value: z.unknown() });

type Envelope = z.infer<typeof envelopeSchema>;

/**
 * Documents as files, one per key, in `folder` (made when missing). One process at a time: versions are checked in memory
 * order, so two processes on the same folder would overwrite each other.
 */
export async function openFileStore(folder: string): Promise<DocumentStore> {
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
        const found = (await readDocument(key))?.version ?? null;
        if (found !== expectedVersion) throw new VersionConflict(expectedVersion, found);
        const version = (found ?? 0) + 1;
        const file = openFile(key);
        file.data = { key, version, value };
        await file.write();
        return version;
      }),
  };

  async function readDocument(key: string): Promise<StoredDocument | null> {
    const file = openFile(key);
    await file.read();
    return file.data === null ? null : { version: file.data.version, value: file.data.value };
  }

  function openFile(key: string): Low<Envelope | null> {
    const path = join(folder, `${fileNameOf(key)}.json`);
    return new Low(
      createDurableFile<Envelope | null>(path, (text) => decodeEnvelope(path, key, text), texts),
      null,
    );
  }
}

function decodeEnvelope(path: string, key: string, text: string): Envelope {
  try {
    const envelope = envelopeSchema.parse(JSON.parse(text));
    if (envelope.key !== key) throw new Error('it holds the document of another key');
    return envelope;
  } catch (error) {
    throw new UnreadableDocument(path, error);
  }
}

async function removeTemporaryFiles(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.endsWith(TEMPORARY_SUFFIX));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
