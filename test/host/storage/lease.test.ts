import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../../src/host/log';
import { createLeases, TurnLost, TurnTaken } from '../../../src/host/storage/lease';
import { openRedisStore, type RedisStore } from '../../../src/host/storage/redis-store';
import { redisServer } from './redis-server';

const SILENT = createLog({ level: 'silent', json: true });
const LEASE_MS = 300;
const server = redisServer();
const open: RedisStore[] = [];
beforeAll(() => server.start());
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** What several processes would each have, on one Redis. */
async function twoProcesses() {
  const url = server.newUrl();
  return [await process(url), await process(url)] as const;
}

async function process(url: string) {
  const store = await openRedisStore(url, 'assistant', SILENT);
  open.push(store);
  let isPaused = false;
  const commit: RedisStore['commit'] = async (changes) => {
    while (isPaused) await wait(10);
    await store.commit(changes);
  };
  return {
    store,
    ...createLeases({ ...store, commit }, LEASE_MS),
    pause: (paused: boolean) => {
      isPaused = paused;
    },
  };
}

describe('a turn over several processes', () => {
  it('is had by one at a time, and by others at once under another name', async () => {
    const [one, other] = await twoProcesses();
    let [inside, most, done] = [0, 0, 0];
    const task = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await wait(5);
      inside -= 1;
      done += 1;
    };

    await Promise.all(Array.from({ length: 10 }).flatMap(() => [one.alone('name', task), other.alone('name', task)]));
    await one.alone('name', async () => other.alone('another', task));

    expect([most, done]).toEqual([1, 21]);
    expect(await one.store.count('lease/')).toBe(0);
  });

  it('is kept for as long as its holder lives, and refused to whoever does not wait', async () => {
    const [one, other] = await twoProcesses();

    await one.alone('name', async () => {
      await expect(other.alone('name', () => Promise.resolve(), { isPatient: false })).rejects.toThrow(TurnTaken);
      await wait(LEASE_MS);
      await one.commit([{ key: 'key', text: '1' }]);
    });

    expect(await other.alone('name', () => Promise.resolve('free'), { isPatient: false })).toBe('free');
    expect((await one.store.read('key'))?.text).toBe('1');
  });

  it('is not taken from one that lives by whoever hears late that somebody before it has released it', async () => {
    const [one, other] = await twoProcesses();
    const order: string[] = [];
    let waiting: Promise<void> | undefined;

    await one.alone('name', async () => {
      waiting = other.alone('name', () => {
        order.push('other');
        return Promise.resolve();
      });
      for (let late = 0; late < 5; late += 1) {
        await wait(20);
        one.store.tell('lease/name', 'released');
      }
      await one.commit([{ key: 'key', text: '1' }]);
      order.push('one');
    });
    await waiting;

    expect(order).toEqual(['one', 'other']);
  });

  it('is taken over from one that is not heard of, which can then write no more', async () => {
    const [one, other] = await twoProcesses();
    let late: Promise<void> | undefined;

    await one.alone('name', async () => {
      await one.commit([{ key: 'key', text: '"before"' }]);
      one.pause(true);
      late = one.commit([{ key: 'key', text: '"late"' }]);
      late.catch(() => undefined);
      await other.alone('name', () => other.commit([{ key: 'key', text: '"other"' }]));
      one.pause(false);
    });

    await expect(late).rejects.toThrow(TurnLost);
    expect((await one.store.read('key'))?.text).toBe('"other"');
  });
});
