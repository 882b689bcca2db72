import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createBotStorage } from '../../../src/host/storage/bot-storage';
import { VersionConflict } from '../../../src/host/storage/document-store';
import { openFileStore } from '../../../src/host/storage/file-store';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();

async function newStorage() {
  const store = await openFileStore(mkdtempSync(join(root, 'bot-')));
  return { store, storage: createBotStorage(store) };
}

describe('the bot’s storage', () => {
  it('reads what was written, with an eTag', async () => {
    const { storage } = await newStorage();
    await storage.write({ a: { n: 1 }, b: { n: 2 } });

    expect(await storage.read(['a', 'b', 'missing'])).toEqual({ a: { n: 1, eTag: '1' }, b: { n: 2, eTag: '1' } });
  });

  it('does not store the eTag as if it were state', async () => {
    const { store, storage } = await newStorage();
    await storage.write({ a: { n: 1, eTag: '*' } });

    expect(await store.read('state/a')).toEqual({ version: 1, value: { n: 1 } });
  });

  it('overwrites with * and without an eTag', async () => {
    const { storage } = await newStorage();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, eTag: '*' } });
    await storage.write({ a: { n: 3 } });

    expect(await storage.read(['a'])).toEqual({ a: { n: 3, eTag: '3' } });
  });

  it('overwrites at once without failing, one after the other', async () => {
    const { storage } = await newStorage();

    await Promise.all([1, 2, 3].map((n) => storage.write({ a: { n, eTag: '*' } })));

    expect(await storage.read(['a'])).toMatchObject({ a: { eTag: '3' } });
  });

  it('refuses a stale eTag', async () => {
    const { storage } = await newStorage();
    await storage.write({ a: { n: 1 } });
    await storage.write({ a: { n: 2, eTag: '1' } });

    await expect(storage.write({ a: { n: 3, eTag: '1' } })).rejects.toThrow(VersionConflict);
    expect(await storage.read(['a'])).toEqual({ a: { n: 2, eTag: '2' } });
  });

  it('forgets what was deleted, and writes there again', async () => {
    const { storage } = await newStorage();
    await storage.write({ a: { n: 1 } });
    await storage.delete(['a', 'never-there']);

    expect(await storage.read(['a', 'never-there'])).toEqual({});
    await storage.write({ a: { n: 2 } });
    expect(await storage.read(['a'])).toMatchObject({ a: { n: 2 } });
  });

  it('reads a hostile key as its own and nothing else', async () => {
    const { storage } = await newStorage();
    const items = await storage.read(['__proto__']);

    expect(Object.keys(items)).toEqual([]);
    expect(Object.getPrototypeOf(items)).toBe(Object.prototype);
  });
});
