import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAtomicStore } from '../../../src/host/storage/atomic-store';
import { type LmdbStore, openLmdbStore } from '../../../src/host/storage/lmdb-store';
import { temporaryFolder } from '../temporary-folder';
import { spawnTypeScript } from '../typescript-process';
import { describeStore, type StorePlace } from './store-contract';

const root = temporaryFolder();
const newFolder = (): string => mkdtempSync(join(root, 'lmdb-'));
const open = new Set<LmdbStore>();
afterEach(async () => {
  for (const store of open) await close(store);
});

async function openOn(folder: string): Promise<LmdbStore> {
  const store = await openLmdbStore(folder);
  open.add(store);
  return store;
}

async function close(store: LmdbStore): Promise<void> {
  if (open.delete(store)) await store.close();
}

/** Copies one store's folder into another. */
const COPYING = `
  const { openLmdbStore } = require('./src/host/storage/lmdb-store.ts');
  openLmdbStore(process.env.FROM, { isReadOnly: true })
    .then((store) => store.backup(process.env.TO).then(() => store.close()))
    .then(() => process.disconnect());
`;

function place(): StorePlace & { readonly open: () => Promise<LmdbStore> } {
  const folder = newFolder();
  let last: LmdbStore | undefined;
  return {
    open: async () => {
      if (last !== undefined) await close(last);
      return (last = await openOn(folder));
    },
  };
}

describeStore('LMDB', place);
describeStore('the atomic store over it', () => {
  const under = place();
  return { open: async () => createAtomicStore(await under.open()) };
});

describe('the store on a disk', () => {
  it('is its owner’s alone', async () => {
    const folder = join(newFolder(), 'store');
    await openOn(folder);

    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'data.mdb')).mode & 0o777).toBe(0o600);
  });

  it('has nothing of what was deleted in its file any more after a restart', async () => {
    const folder = newFolder();
    const store = await openOn(folder);
    await store.commit([
      { key: 'key', text: '"a secret"' },
      { log: 'log', number: 1, text: '"a secret"' },
      { key: 'kept', text: '"kept"' },
    ]);
    await store.commit([
      { key: 'key', text: null },
      { log: 'log', number: 1, text: null },
    ]);
    await close(store);

    const reopened = await openOn(folder);

    expect(readFileSync(join(folder, 'data.mdb'), 'latin1')).not.toContain('a secret');
    expect((await reopened.read('kept'))?.text).toBe('"kept"');
    expect(existsSync(join(folder, 'compacted'))).toBe(false);
  });

  it('is copied while it is written to, and the copy put in its place is the store of that moment', async () => {
    const [folder, copy] = [newFolder(), join(newFolder(), 'copy')];
    const store = await openOn(folder);
    await store.commit([{ key: 'before', text: '1' }]);
    // In a process of its own, as `npm run backup` is: LMDB forbids to open a store twice in one.
    const copying = spawnTypeScript(COPYING, { FROM: folder, TO: copy });
    for (let index = 0; copying.child.exitCode === null; index++)
      await store.commit([{ key: `during/${String(index % 50)}`, text: '1' }]);

    expect([await copying.exited, copying.written()]).toEqual([0, '']);
    await store.commit([{ key: 'after', text: '1' }]);
    await close(store);
    copyFileSync(join(copy, 'data.mdb'), join(folder, 'data.mdb'));
    const restored = await openOn(folder);

    expect(await restored.read('before')).toEqual({ version: 1, text: '1' });
    expect(await restored.read('after')).toBeNull();
    await restored.commit([{ key: 'before', text: '2', expected: 1 }]);
  });

  it.each<[string, (path: string, bytes: Buffer) => void]>([
    [
      'is another program’s',
      (path) => {
        writeFileSync(path, 'hello'.repeat(2_000));
      },
    ],
    [
      'is empty',
      (path) => {
        writeFileSync(path, '');
      },
    ],
    [
      'was cut in the middle',
      (path, bytes) => {
        writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
      },
    ],
    [
      'has lost its beginning',
      (path, bytes) => {
        writeFileSync(path, bytes.fill(7, 0, 8_192));
      },
    ],
    [
      'was filled with zeros in the middle',
      (path, bytes) => {
        writeFileSync(path, bytes.fill(0, 20_000, bytes.length - 20_000));
      },
    ],
  ])('is not opened when its file %s, which is left as it is', async (_case, damage) => {
    const folder = newFolder();
    const store = await openOn(folder);
    for (let key = 0; key < 100; key += 1) await store.commit([{ key: `${key}`, text: `"${'x'.repeat(3_000)}"` }]);
    await close(store);
    const path = join(folder, 'data.mdb');
    damage(path, readFileSync(path));
    const before = readFileSync(path);

    await expect(openLmdbStore(folder)).rejects.toMatchObject({ code: 'StoreProblem', kind: 'damaged', path });

    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is not opened from a copy that was cut short', async () => {
    const store = await openOn(newFolder());
    for (let key = 0; key < 100; key += 1) await store.commit([{ key: `${key}`, text: `"${'x'.repeat(9_000)}"` }]);
    const copy = join(newFolder(), 'copy');
    await store.backup(copy);
    const path = join(copy, 'data.mdb');
    writeFileSync(path, readFileSync(path).subarray(0, 600_000));

    await expect(openLmdbStore(copy)).rejects.toMatchObject({ kind: 'damaged', path });
  });

  it('is not opened when there is a folder in the place of its file', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'data.mdb'));

    await expect(openLmdbStore(folder)).rejects.toMatchObject({ kind: 'damaged' });
  });
});
