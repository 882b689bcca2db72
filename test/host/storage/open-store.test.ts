import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../../src/host/log';
import { openLmdbStore } from '../../../src/host/storage/lmdb-store';
import { openStore, storeFolder } from '../../../src/host/storage/open-store';
import { STORE_PROBLEMS } from '../../../src/messages/store-problem-text';
import { startHostProcess } from '../host-process';
import { storedTexts, storeOpener } from '../stores';
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

describe('what an earlier version kept in files', () => {
  const ID = 'b1946ac9';
  const activity = (sequence: number, text: string, more: object = {}) => ({
    type: 'message',
    text,
    timestamp: `2026-11-20T10:00:0${sequence}.000Z`,
    id: `${ID}|000000${sequence}`,
    ...more,
  });
  const logged = (sequence: number, key: string | null, logs: object) => ({
    kind: 'logged',
    entry: { sequence, key, characters: 100, values: 5, activity: logs },
  });
  const LOG = [
    { key: `directline/${ID}` },
    { kind: 'began', id: ID, user: { id: 'dl_1' }, startedAt: '2026-11-20T09:00:00.000Z' },
    logged(1, 'client:1', activity(1, 'Un')),
    logged(2, null, activity(2, 'brouillon', { replyToId: `${ID}|0000001` })),
    logged(3, null, { ...activity(3, 'Entendu', { replyToId: `${ID}|0000001` }), id: `${ID}|0000002` }),
    logged(4, 'client:2', activity(4, 'Deux')),
    { kind: 'key-forgotten', activityId: `${ID}|0000004` },
  ];
  const lines = (events: readonly object[]): string => events.map((event) => `${JSON.stringify(event)}\n`).join('');
  const document = (key: string, value: unknown): string => JSON.stringify({ key, version: 3, value });

  function oldFolder(): string {
    const varDir = newFolder();
    for (const folder of ['conversations', 'inbox', 'subscriptions']) mkdirSync(join(varDir, folder));
    const put = (name: string, text: string): void => {
      writeFileSync(join(varDir, name), text);
      utimesSync(join(varDir, name), NOW, NOW);
    };
    put('conversations/1.log', `${lines(LOG)}{"kind":"logged","torn`);
    put('conversations/2.log', lines([{ key: 'directline/gone' }, { kind: 'ended' }]));
    put('conversations/3.json', document(`state/directline/conversations/${ID}/`, { memory: { n: 1 } }));
    put('conversations/4.json', document('seen/msteams/19:a', { ids: ['x'] }));
    put('conversations/5.json.0.tmp', '{"never');
    put('conversations/6.log', '{"key":"directline/broken"}\nsecret words\n');
    put('inbox/1.json', document('inbox-days', { days: ['2026-11-20'] }));
    put('inbox/2.json', document('inbox/2026-11-20', { keys: ['inbox/2026-11-20/t-1'], dropped: 0 }));
    put('inbox/3.json', document('inbox/2026-11-20/t-1', { kind: 'opinion', at: '2026-11-20T10:00:00.000Z' }));
    put('subscriptions/1.json', document(`subscriber/directline/${ID}`, { next: 2 }));
    put('direct-line-secret', `${'n'.repeat(32)}\n${'o'.repeat(32)}\n`);
    return varDir;
  }

  it('is taken over once, whole, and the files are gone; what is broken is set aside and told', async () => {
    const varDir = oldFolder();
    const told: string[] = [];

    const store = await open(varDir, logTo(told));

    expect(JSON.parse((await store.read(`chat/${ID}`))?.text ?? '')).toMatchObject({
      at: '2026-11-20T10:00:04.000Z',
      user: { id: 'dl_1' },
      last: 4,
      count: 3,
      heard: [['client:1', `${ID}|0000001`]],
    });
    expect(
      (await store.lines(`chat/${ID}`, 0)).map(({ number, text }) => [number, /"text":"(.+?)"/u.exec(text)?.[1]]),
    ).toEqual([
      [1, 'Un'],
      [3, 'Entendu'],
      [4, 'Deux'],
    ]);
    expect((await store.read('chat/gone'))?.text).toContain('"ended":true');
    expect(JSON.parse((await store.read(`state/directline/conversations/${ID}/`))?.text ?? '')).toEqual({
      at: NOW.toISOString(),
      state: { memory: { n: 1 } },
    });
    expect((await store.read('seen/msteams/19:a'))?.text).toContain('"ids":["x"]');
    expect((await store.read('inbox/2026-11-20/t-1'))?.text).toContain('opinion');
    expect((await store.read(`subscriber/directline/${ID}`))?.text).toBe('{"next":2}');
    expect((await store.read('secrets'))?.text).toBe(JSON.stringify(['n'.repeat(32), 'o'.repeat(32)]));
    expect((await store.read('damaged/file/conversations/6.log'))?.text).toContain('secret words');
    expect(readdirSync(varDir).sort()).toEqual(['running', 'store']);
    expect(told.join()).toContain('"broken":1');
    expect(told.join()).not.toContain('secret words');
  });

  it('is taken over by a second start when the first was broken off', async () => {
    const varDir = oldFolder();
    const half = await openLmdbStore(storeFolder(varDir));
    await half.commit([{ key: `chat/${ID}`, text: '{}' }]);
    await half.close();

    const store = await openStore(varDir, () => NOW, logTo([]));
    expect(await store.lines(`chat/${ID}`, 0)).toHaveLength(3);
    await store.close();
    const before = await storedTexts(varDir);
    await open(varDir);

    expect(await storedTexts(varDir)).toBe(before);
    expect(readFileSync(join(storeFolder(varDir), 'data.mdb')).length).toBeGreaterThan(0);
  });
});
