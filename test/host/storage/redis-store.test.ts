import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../../src/host/log';
import { createBuckets } from '../../../src/host/limits/buckets';
import { createAtomicStore } from '../../../src/host/storage/atomic-store';
import { openRedisStore, type RedisStore } from '../../../src/host/storage/redis-store';
import type { News, WholeStore } from '../../../src/host/storage/store';
import { requireFit } from '../../../src/host/storage/redis-fitness';
import { STORE_PROBLEMS } from '../../../src/messages/store-problem-text';
import { until } from '../until';
import { breakingProxy } from './breaking-proxy';
import { askAt, redisServer, sentinelStarter } from './redis-server';
import { describeStore, type StorePlace } from './store-contract';

jest.setTimeout(60_000);

const SILENT = createLog({ level: 'silent', json: true });
const server = redisServer();
const startSentinel = sentinelStarter();
const open = new Set<WholeStore>();
beforeAll(() => server.start());
afterEach(async () => {
  for (const store of open) await close(store);
});

async function openOn(url: string, prefix = 'assistant', log = SILENT): Promise<RedisStore> {
  const store = await openRedisStore(url, prefix, log);
  open.add(store);
  return store;
}

async function close(store: WholeStore): Promise<void> {
  if (open.delete(store)) await store.close();
}

function sentinelSays(port: number, name: string): Promise<unknown> {
  return askAt(`redis://127.0.0.1:${port}`, 'SENTINEL', 'MASTER', name);
}

/** Resolves when Redis is not writing its file anew. */
async function isRewritten(): Promise<void> {
  await until(async () =>
    /aof_rewrite_in_progress:0\s+aof_rewrite_scheduled:0/u.test(String(await server.ask('INFO'))),
  );
}

function place(): StorePlace {
  const url = server.newUrl();
  return { open: () => openOn(url) };
}

describeStore('Redis', place);
describeStore('the atomic store over Redis', () => {
  const under = place();
  return { open: async () => createAtomicStore(await under.open()) };
});

describe('a Redis that goes away', () => {
  it('has lost nothing that it acknowledged when it is killed under load and started again, and doubled nothing', async () => {
    const store = await openOn(server.newUrl());
    let killed = Promise.resolve();
    let acknowledged = 0;
    const write = async (writer: number): Promise<void> => {
      for (let version = 0; version < 50; version += 1) {
        await store.commit([
          { key: `key/${writer}`, text: `${version + 1}`, expected: version === 0 ? null : version },
          { log: `key/${writer}`, number: version + 1, text: `${version + 1}` },
        ]);
        acknowledged += 1;
        if (acknowledged === 400) killed = server.signal('SIGKILL').then(() => server.start());
      }
    };

    await Promise.all(Array.from({ length: 20 }, (_, writer) => write(writer)));
    await killed;
    await server.signal('SIGKILL');
    await server.start();

    expect(acknowledged).toBe(1_000);
    for (let writer = 0; writer < 20; writer += 1) {
      expect(await store.read(`key/${writer}`)).toEqual({ version: 50, text: '50' });
      expect(await store.lines(`key/${writer}`, 0)).toHaveLength(50);
    }
  });

  it('is told to, with nothing written, when it stays away; it is written to again when it is back', async () => {
    const logged: string[] = [];
    const store = await openRedisStore(
      server.newUrl(),
      'assistant',
      createLog({ level: 'info', json: true }, (line) => logged.push(line)),
    );
    open.add(store);
    await server.signal('SIGKILL');

    await Promise.all([
      expect(store.commit([{ key: 'key', text: '1' }])).rejects.toThrow(),
      expect(store.read('key')).rejects.toThrow(),
    ]);
    await server.start();

    expect(await store.read('key')).toBeNull();
    await store.commit([{ key: 'key', text: '2' }]);
    expect(await store.read('key')).toEqual({ version: 1, text: '2' });
    expect(logged.filter((line) => line.includes('does not answer'))).toHaveLength(1);
    expect(logged.filter((line) => line.includes('answers again'))).toHaveLength(1);
  });

  it('makes a commit once whose answer was lost', async () => {
    const url = new URL(server.newUrl());
    const proxy = await breakingProxy(Number(url.port));
    url.port = String(proxy.port);
    const store = await openOn(url.href);
    await store.commit([{ key: 'key', text: '1' }]);

    proxy.loseNextAnswer();
    await store.commit([
      { key: 'key', text: '2', expected: 1 },
      { key: 'other', text: '1', expected: null },
    ]);

    expect(await store.read('key')).toEqual({ version: 2, text: '2' });
    expect(await store.read('other')).toEqual({ version: 1, text: '1' });
    await close(store);
    await proxy.close();
  });
});

describe('a Redis that sentinels watch', () => {
  const [first, second] = [redisServer(), redisServer()];
  const addressOf = (port: number, name: string): string => `redis-sentinel://127.0.0.1:1,127.0.0.1:${port}/0#${name}`;

  it('is followed to the copy that takes its place when it hangs, and is not written to when it is back', async () => {
    await Promise.all([first.start(), second.start()]);
    const url = first.newUrl();
    await second.ask('REPLICAOF', '127.0.0.1', new URL(url).port);
    const port = await startSentinel(url, 'assistant');
    await until(async () => /num-slaves\W+1\W/u.test(JSON.stringify(await sentinelSays(port, 'assistant'))));
    const address = addressOf(port, 'assistant');
    const logged: string[] = [];
    const log = createLog({ level: 'info', json: true }, (line) => logged.push(line));
    const [store, other] = [await openOn(address), await openOn(address, 'assistant', log)];
    const heard: News[] = [];
    await store.follow('log', (news) => heard.push(news));
    await store.commit([{ key: 'key', text: '1' }]);
    await until(async () => (await second.ask('EXISTS', '{assistant:1}:document:"key')) === 1);

    await first.signal('SIGSTOP');
    await until(() =>
      store.commit([{ key: 'key', text: '2', expected: 1 }]).then(
        () => true,
        () => false,
      ),
    );
    // Whoever has nothing to ask meanwhile is told by the sentinels, which it looks at each second.
    await until(() => logged.some((line) => line.includes('Redis answers again')));
    await first.signal('SIGCONT');
    // It says that it is written to for ten seconds more.
    await other.commit([{ log: 'log', number: 1, text: 'line' }]);

    await until(() => heard.some(({ kind }) => kind === 'line'));
    expect(heard[0]).toEqual({ kind: 'missed' });
    expect(await store.read('key')).toEqual({ version: 2, text: '2' });
    expect(await other.read('key')).toEqual({ version: 2, text: '2' });
  });

  it('is told so at the start when they do not know it', async () => {
    const port = await startSentinel(first.newUrl(), 'assistant');

    const problem = openRedisStore(addressOf(port, 'another'), 'assistant', SILENT);

    await expect(problem).rejects.toMatchObject({ kind: 'redis-unknown', path: addressOf(port, 'another') });
    expect(STORE_PROBLEMS['redis-unknown'](addressOf(port, 'another'))).toContain('#another');
  });
});

describe('what was deleted', () => {
  it('is not in the files of Redis any more once the store was opened again', async () => {
    const url = server.newUrl();
    const store = await openOn(url);
    await store.commit([{ key: 'chat/1', text: '"forget these words"' }]);
    await store.commit([{ key: 'chat/1', text: null }]);
    await isRewritten();
    expect(server.files()).toContain('forget these words');

    await openOn(url);

    await until(() => !server.files().includes('forget these words'));
  });
});

describe('a Redis that several processes write in', () => {
  it('tells each of what the others put into a log and say, and of its own words once', async () => {
    const url = server.newUrl();
    const [one, other, elsewhere] = [await openOn(url), await openOn(url), await openOn(server.newUrl())];
    const heard: string[] = [];
    const hear = (who: string) => (news: News) => heard.push(`${who} ${news.kind === 'missed' ? 'missed' : news.text}`);
    await one.follow('log', hear('one'));
    await other.follow('log', hear('other'));
    await elsewhere.follow('log', hear('elsewhere'));

    await one.commit([{ log: 'log', number: 1, text: 'line' }]);
    one.tell('log', 'word');
    await until(() => heard.length >= 4);
    await server.ask('ping');

    expect(heard.sort()).toEqual(['one line', 'one word', 'other line', 'other word']);
  });

  it('is heard by whoever listens again right after having stopped', async () => {
    const url = server.newUrl();
    const [one, other] = [await openOn(url), await openOn(url)];
    const heard: News[] = [];
    for (let count = 0; count < 5; count += 1) (await one.follow('log', () => undefined))();
    await one.follow('log', (news) => heard.push(news));

    await other.commit([{ log: 'log', number: 1, text: 'line' }]);

    await until(() => heard.length > 0);
    expect(heard).toEqual([{ kind: 'line', number: 1, text: 'line' }]);
  });

  it('says that something may have been missed when it was away, and is heard again', async () => {
    const store = await openOn(server.newUrl());
    const heard: News[] = [];
    await store.follow('log', (news) => heard.push(news));

    await server.signal('SIGKILL');
    await server.start();
    await store.commit([{ log: 'log', number: 1, text: '1' }]);

    await until(() => heard.length >= 2);
    expect(heard).toEqual([{ kind: 'missed' }, { kind: 'line', number: 1, text: '1' }]);
  });

  it('keeps assistants of different names apart, in the same database', async () => {
    const url = server.newUrl();
    const [one, other] = [await openOn(url), await openOn(url, 'other')];

    await one.commit([{ key: 'key', text: '1' }]);

    expect(await other.read('key')).toBeNull();
    expect(await other.count('')).toBe(0);
  });

  it('has one bucket for all of them, which is not on its disk', async () => {
    const url = server.newUrl();
    const [one, other] = [await openOn(url), await openOn(url)];
    const take = [one, other].map(({ spend }) =>
      createBuckets({ name: 'test', count: 60, periodMs: 60_000, now: () => performance.now(), spend }),
    );
    for (let count = 0; count < 25; count += 1) expect(take[0]?.('someone')).toBe(0);
    await wait(200);
    // It hears of the others with the first that it lets through.
    expect(take[1]?.('someone')).toBe(0);
    await wait(200);
    const passed = Array.from({ length: 30 }, () => take[1]?.('someone')).filter((delay) => delay === 0);

    expect(passed).toHaveLength(4);
    expect(server.files()).not.toContain('debt:');
  });
});

describe('a Redis without memory left', () => {
  const full = redisServer({ maxmemory: '16mb' });

  it('takes nothing more and changes nothing, and somebody can still be forgotten', async () => {
    await full.start();
    const store = await openOn(full.newUrl());
    const fill = async (characters: number): Promise<void> => {
      for (let number = 1; ; number += 1)
        await store.commit([
          { key: `chat/${characters}/${number}`, text: `"${'x'.repeat(characters)}"` },
          { log: `chat/${characters}/${number}`, number: 1, text: '"words"' },
        ]);
    };

    for (const characters of [100_000, 1_000, 1]) await expect(fill(characters)).rejects.toThrow('OOM');
    const before = await store.read('chat/1000/1');
    await expect(store.commit([{ key: 'new', text: '1' }])).rejects.toThrow('OOM');
    expect(await store.read('new')).toBeNull();
    await store.commit([
      { key: 'chat/1000/1', text: '"ended"' },
      { key: 'chat/1000/2', text: null },
      { log: 'chat/1000/1', number: 1, text: null },
    ]);

    expect(before?.text).toContain('xxx');
    expect((await store.read('chat/1000/1'))?.text).toBe('"ended"');
    expect(await store.lines('chat/1000/1', 0)).toEqual([]);
  });
});

describe('a Redis that is not fit', () => {
  const other = redisServer();
  let url = '';
  beforeAll(async () => {
    await other.start();
    url = other.newUrl();
  });
  afterEach(async () => {
    for (const [name, value] of Object.entries({ appendonly: 'yes', appendfsync: 'always', requirepass: '' }))
      await other.ask('CONFIG', 'SET', name, value).catch(() => undefined);
    await other.ask('CONFIG', 'SET', 'maxmemory-policy', 'noeviction').catch(() => undefined);
  });

  it.each([
    ['maxmemory-policy', 'allkeys-lru', 'redis-evicts', 'noeviction'],
    ['appendfsync', 'everysec', 'redis-forgets', 'appendfsync always'],
    ['appendonly', 'no', 'redis-forgets', 'appendonly yes'],
  ] as const)('is told so at the start: %s %s', async (name, value, kind, remedy) => {
    await other.ask('CONFIG', 'SET', name, value);

    await expect(openRedisStore(url, 'assistant', SILENT)).rejects.toMatchObject({ code: 'StoreProblem', kind });

    expect(STORE_PROBLEMS[kind](url)).toContain(remedy);
  });

  it('is told so at the start when nobody answers, or another than a Redis, or it lets nobody in', async () => {
    await expect(openRedisStore('redis://127.0.0.1:1/0', 'assistant', SILENT)).rejects.toMatchObject({
      kind: 'redis-silent',
    });
    await expect(openRedisStore(url.replace(/\d+$/u, '5000'), 'assistant', SILENT)).rejects.toMatchObject({
      kind: 'redis-refuses',
    });
    const withPassword = url.replace('//', '//user:secret@');

    const problem = openRedisStore(withPassword, 'assistant', SILENT);

    await expect(problem).rejects.toMatchObject({ kind: 'redis-refuses', path: url });
    await expect(problem).rejects.not.toThrow('secret');
    await other.ask('ACL', 'SETUSER', 'deaf', 'on', '>pw', '~*', 'resetchannels', '+@all');
    const deaf = openRedisStore(url.replace('//', '//deaf:pw@'), 'assistant', SILENT);
    await expect(deaf).rejects.toMatchObject({ kind: 'redis-refuses' });
  });

  it('is told so at the start when it is a copy', async () => {
    await other.ask('REPLICAOF', '127.0.0.1', '1');

    await expect(openRedisStore(url, 'assistant', SILENT)).rejects.toMatchObject({ kind: 'redis-replica' });
    await other.ask('REPLICAOF', 'NO', 'ONE');
  });

  it('is told so at the start when it is too old', async () => {
    const info = (): Promise<string> => Promise.resolve('redis_version:6.0.16\r\nrole:master\r\n');

    const check = requireFit({ info, configGet: () => Promise.resolve({}) }, url, SILENT);

    await expect(check).rejects.toMatchObject({ kind: 'redis-old' });
  });

  it('is served with a warning when it does not say how it writes to its disk', async () => {
    const user = [
      'ACL',
      'SETUSER',
      'assistant',
      'on',
      '>pw',
      '~{assistant:1}:*',
      '&{assistant:1}:*',
      '+@all',
      '-config',
    ];
    await other.ask(...user);
    const logged: string[] = [];

    const store = await openRedisStore(
      url.replace('//', '//assistant:pw@'),
      'assistant',
      createLog({ level: 'info', json: true }, (line) => logged.push(line)),
    );
    open.add(store);

    await store.commit([{ log: 'log', number: 1, text: '1' }]);
    expect(logged.join()).toContain('make sure that appendfsync is always');
    expect(logged.join()).not.toContain(':pw');
  });
});
