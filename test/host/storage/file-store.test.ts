import {
  rmSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createDurableFile, createHeldTexts } from '../../../src/host/storage/durable-file';
import { openFileStore } from '../../../src/host/storage/file-store';
import { deleteOldDocuments } from '../../../src/host/storage/retention';
import { temporaryFolder } from '../temporary-folder';
import { describeDocumentCollection, describeDocumentStore } from './document-store-contract';

const root = temporaryFolder();
const newFolder = (): string => mkdtempSync(join(root, 'store-'));

const newPlace = () => {
  const folder = newFolder();
  return { open: () => openFileStore(folder) };
};

describeDocumentStore('the file store', newPlace);
describeDocumentCollection('the file store', newPlace);

describe('the file store', () => {
  it('writes even when NODE_ENV is test, where lowdb’s own presets write nothing', async () => {
    const folder = newFolder();
    await (await openFileStore(folder)).write('key', 'value', null);

    expect(process.env['NODE_ENV']).toBe('test');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('leaves no temporary file, whether writes succeed, conflict or fail', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);

    await Promise.allSettled([
      ...Array.from({ length: 10 }, (_, writer) => store.write('key', writer, null)),
      ...Array.from({ length: 10 }, (_, writer) => store.write(`key ${writer}`, writer, null)),
    ]);

    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(11);
  });

  it('leaves no temporary file when the very last step fails', async () => {
    const folder = newFolder();
    // A folder where the file should go cannot be renamed over.
    mkdirSync(join(folder, 'document.json'));

    await expect(
      createDurableFile(join(folder, 'document.json'), JSON.parse, createHeldTexts()).write({}),
    ).rejects.toThrow();

    expect(readdirSync(folder)).toEqual(['document.json']);
  });

  it('clears away what a crash left half written', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'abc.json.123.tmp'), '{"ke');

    await openFileStore(folder);

    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps conversations for their owner alone', async () => {
    const folder = newFolder();
    await (await openFileStore(folder)).write('key', 'value', null);
    const [name = ''] = readdirSync(folder);

    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut', (text: string) => text.slice(0, 20)],
    ['empty', () => ''],
    ['not an envelope', () => '{"version":1}'],
    ['of a bad version', (text: string) => text.replace('"version":1', '"version":"1"')],
    ['of another key', (text: string) => text.replace('"key":"key"', '"key":"another"')],
  ])('refuses a file that is %s, tells which, and leaves it as it is', async (_case, damage) => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    await store.write('key', 'value', null);
    const path = join(folder, readdirSync(folder)[0] ?? '');
    const damaged = damage(readFileSync(path, 'utf8'));
    writeFileSync(path, damaged);

    const refusal = { code: 'UnreadableDocument', place: path };
    await expect(store.read('key')).rejects.toMatchObject(refusal);
    await expect(store.write('key', 'new', null)).rejects.toMatchObject(refusal);
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('lists the others when a file is damaged, and tells which is', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    await store.write('cut', 'value', null);
    const path = join(folder, readdirSync(folder)[0] ?? '');
    await store.write('whole', 'value', null);
    writeFileSync(path, '{"ke');

    const { keys, damaged } = await store.list();

    expect(keys).toEqual(['whole']);
    expect(damaged.map(({ place }) => place)).toEqual([path]);
  });

  it('throws what the disk fails with: only a missing file reads as null', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    await store.write('key', 'value', null);
    const path = join(folder, readdirSync(folder)[0] ?? '');
    rmSync(path);
    mkdirSync(path);

    await expect(store.read('key')).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('deletes the documents not written for long, and those only', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    await store.write('old', 'value', null);
    const path = join(folder, readdirSync(folder)[0] ?? '');
    utimesSync(path, new Date('2026-09-01'), new Date('2026-09-01'));
    await store.write('new', 'value', null);

    expect(await deleteOldDocuments(folder, new Date('2026-10-01'))).toBe(1);
    expect(await store.read('old')).toBeNull();
    expect(await store.read('new')).not.toBeNull();
  });

  it('deletes the others when a file goes away, or cannot be deleted', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    for (const key of ['a', 'b', 'c']) await store.write(key, 'value', null);
    const old = new Date('2026-09-01');
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
    mkdirSync(join(folder, '0-folder'));
    utimesSync(join(folder, '0-folder'), old, old);
    symlinkSync(join(folder, 'nowhere'), join(folder, '00-gone'));

    await expect(deleteOldDocuments(folder, new Date('2026-10-01'))).rejects.toThrow('1 old documents');
    expect(readdirSync(folder).sort()).toEqual(['0-folder', '00-gone']);
  });
});
