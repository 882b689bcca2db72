import { type News, VersionConflict } from '../../../src/host/storage/store';
import { storeOpener } from '../stores';

const openStore = storeOpener();

describe('a piece of work', () => {
  it('reads back what it wrote, which nobody else sees before its end', async () => {
    const store = await openStore();
    let seen: unknown[] = [];
    let look: () => void = () => undefined;
    const outside = new Promise<void>((resolve) => (look = resolve)).then(async () => {
      seen = [await store.read('key'), await store.lines('log', 0)];
    });

    await store.atomically(async () => {
      await store.commit([
        { key: 'key', text: '1', expected: null },
        { log: 'log', number: 1, text: '1' },
      ]);
      await store.commit([{ key: 'key', text: '2', expected: 1 }]);
      expect([await store.read('key'), await store.lines('log', 0)]).toEqual([
        { version: 2, text: '2' },
        [{ number: 1, text: '1' }],
      ]);
      look();
      await outside;
    });

    expect(seen).toEqual([null, []]);
    expect(await store.read('key')).toMatchObject({ text: '2' });
    expect(await store.lines('log', 0)).toHaveLength(1);
  });

  it('leaves nothing when it fails', async () => {
    const store = await openStore();
    await store.commit([{ log: 'log', number: 1, text: '1' }]);

    const work = store.atomically(async () => {
      await store.commit([
        { key: 'key', text: '1' },
        { log: 'log', number: 1, text: null },
      ]);
      expect(await store.lines('log', 0)).toEqual([]);
      throw new Error('boom');
    });

    await expect(work).rejects.toThrow('boom');
    expect([await store.read('key'), await store.lines('log', 0)]).toEqual([null, [{ number: 1, text: '1' }]]);
  });

  it('is heard of once it is kept, and not at all when it fails', async () => {
    const store = await openStore();
    const heard: News[] = [];
    await store.follow('log', (news) => heard.push(news));
    const write = async (number: number): Promise<void> => {
      await store.commit([{ log: 'log', number, text: `${number}` }]);
      expect(heard).toEqual([]);
    };

    await expect(store.atomically(() => write(1).then(() => Promise.reject(new Error('boom'))))).rejects.toThrow();
    await store.atomically(() => write(2));

    expect(heard).toEqual([{ kind: 'line', number: 2, text: '2' }]);
  });

  it('is done again when somebody else wrote what it had read', async () => {
    const store = await openStore();
    await store.commit([{ key: 'count', text: '0' }]);

    await Promise.all(
      Array.from({ length: 10 }, () =>
        store.atomically(async () => {
          const found = await store.read('count');
          await store.commit([
            { key: 'count', text: String(Number(found?.text) + 1), expected: found?.version ?? null },
          ]);
        }),
      ),
    );

    expect((await store.read('count'))?.text).toBe('10');
  });

  it('does not write over what came after its first reading, even when it reads again', async () => {
    const store = await openStore();
    let write: () => void = () => undefined;
    const elsewhere = new Promise<void>((resolve) => (write = resolve)).then(() =>
      store.commit([{ key: 'heard', text: 'elsewhere', expected: null }]),
    );

    await store.atomically(async () => {
      if ((await store.read('heard')) !== null) return;
      write();
      await elsewhere;
      const found = await store.read('heard');
      await store.commit([{ key: 'heard', text: 'again', expected: found?.version ?? null }]);
    });

    expect((await store.read('heard'))?.text).toBe('elsewhere');
  });

  it('refuses at once what could not be kept in the end', async () => {
    const store = await openStore();

    const work = store.atomically(async () => {
      await store.commit([{ key: 'key', text: '1', expected: null }]);
      await expect(store.commit([{ key: 'key', text: '2', expected: null }])).rejects.toThrow(VersionConflict);
    });

    await work;
    expect((await store.read('key'))?.text).toBe('1');
  });

  it('is a part of the one that it is done in', async () => {
    const store = await openStore();

    const work = store.atomically(async () => {
      await store.atomically(() => store.commit([{ key: 'inner', text: '1' }]));
      throw new Error('boom');
    });

    await expect(work).rejects.toThrow('boom');
    expect(await store.read('inner')).toBeNull();
  });
});
