import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../../src/host/log';
import { openLmdbStore } from '../../../src/host/storage/lmdb-store';
import { storeFolder } from '../../../src/host/storage/open-store';
import { STORE_PROBLEMS } from '../../../src/messages/store-problem-text';
import { startHostProcess } from '../host-process';
import { storeOpener } from '../stores';
import { temporaryFolder } from '../temporary-folder';

jest.setTimeout(60_000);

const open = storeOpener();
const root = temporaryFolder();
const newFolder = (): string => mkdtempSync(join(root, 'var-'));
const NOW = new Date('2026-11-24T10:00:00Z');

function logTo(lines: string[]) {
  return createLog({ level: 'info', json: true }, (line) => lines.push(line));
}

describe('the folder of an assistant', () => {
  it('holds less once something was deleted, though its file is as long as before', async () => {
    const store = await open(newFolder());
    const empty = await store.bytes();
    const keys = Array.from({ length: 300 }, (_, at) => `key ${at}`);
    await store.commit(keys.map((key, at) => ({ key, text: 'x'.repeat(at * 100) })));
    const full = await store.bytes();
    expect(full - empty).toBeGreaterThan(4_000_000);
    await store.commit(keys.map((key) => ({ key, text: null })));

    expect((await store.bytes()) - empty).toBeLessThan(100_000);
    await store.commit(keys.map((key, at) => ({ key, text: 'x'.repeat(at * 100) })));
    expect(Math.abs((await store.bytes()) - full)).toBeLessThan(100_000);
  });

  it('is one process’s: a second one is told so, and a killed one leaves it free', async () => {
    const varDir = newFolder();
    const first = await startHostProcess(varDir, 0);

    await expect(open(varDir)).rejects.toMatchObject({ kind: 'in-use', path: varDir });
    await expect(startHostProcess(varDir, 0)).rejects.toThrow('in-use');
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

    await first.kill();
    await (await open(varDir)).commit([{ key: 'key', text: '1' }]);
  });

  it('is told to be none when it is a file or cannot be made', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');

    for (const varDir of [file, join(file, 'below')])
      await expect(open(varDir)).rejects.toMatchObject({ kind: 'no-folder', path: varDir });
    expect(STORE_PROBLEMS['no-folder']('var')).toContain('VAR_DIR');
  });

  it('is free again after a store that could not be opened', async () => {
    const varDir = newFolder();
    mkdirSync(storeFolder(varDir));
    writeFileSync(join(storeFolder(varDir), 'data.mdb'), 'not a store');

    await expect(open(varDir)).rejects.toMatchObject({ kind: 'damaged' });
    await expect(open(varDir)).rejects.toMatchObject({ kind: 'damaged' });
  });
});

describe('what cannot be read', () => {
  it('is set aside at the start and told, without its words; the rest is served', async () => {
    const varDir = newFolder();
    const store = await openLmdbStore(storeFolder(varDir));
    await store.commit([
      { key: 'chat/a', text: '{"cut' },
      { log: 'chat/a', number: 1, text: '"of a conversation that is gone"' },
      { key: 'chat/b', text: '{}' },
      { log: 'chat/b', number: 1, text: 'secret words' },
      { log: 'chat/b', number: 2, text: '"kept"' },
    ]);
    await store.close();
    const logged: string[] = [];

    const opened = await open(varDir, logTo(logged), () => NOW);

    expect(await opened.read('chat/a')).toBeNull();
    expect(await opened.lines('chat/a', 0)).toEqual([]);
    expect(await opened.lines('chat/b', 0)).toEqual([{ number: 2, text: '"kept"' }]);
    expect(JSON.parse((await opened.read('damaged/chat/b/1'))?.text ?? '')).toEqual({
      at: NOW.toISOString(),
      text: 'secret words',
    });
    expect(logged.join()).toContain('"records":3');
    expect(logged.join()).not.toContain('secret');
    await opened.close();
    await open(varDir, logTo(logged), () => NOW);
    expect(logged).toHaveLength(1);
  });
});
