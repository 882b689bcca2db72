import { type News, type Store, VersionConflict } from '../../../src/host/storage/store';
import { until } from '../until';

/** A place that a store can be opened on again and again, as after a restart; what was opened before is closed then. */
export interface StorePlace {
  readonly open: () => Promise<Store>;
}

/** What every Store must do, whatever it keeps its texts in. */
export function describeStore(name: string, createPlace: () => StorePlace): void {
  describe(`${name}, as a store`, () => {
    it('has nothing at first', async () => {
      const store = await createPlace().open();

      expect(await store.read('nothing')).toBeNull();
      expect(await store.lines('nothing', 0)).toEqual([]);
      expect(await listed(store, '')).toEqual([]);
    });

    it('reads what was written, under versions that count from 1', async () => {
      const store = await createPlace().open();

      await store.commit([{ key: 'key', text: '{"a":"é\\n"}', expected: null }]);
      expect(await store.read('key')).toEqual({ version: 1, text: '{"a":"é\\n"}' });
      await store.commit([{ key: 'key', text: '2', expected: 1 }]);
      await store.commit([{ key: 'key', text: '3' }]);

      expect(await store.read('key')).toEqual({ version: 3, text: '3' });
    });

    it('counts from 1 again after a deletion, and deletes what is not there', async () => {
      const store = await createPlace().open();
      await store.commit([{ key: 'key', text: '1' }]);

      await store.commit([
        { key: 'key', text: null, expected: 1 },
        { key: 'never', text: null },
      ]);

      expect(await store.read('key')).toBeNull();
      await store.commit([{ key: 'key', text: '2', expected: null }]);
      expect(await store.read('key')).toEqual({ version: 1, text: '2' });
    });

    it.each([
      ['a stale version', 1],
      ['a version from the future', 9],
      ['null where something is', null],
    ])('refuses %s and makes none of the changes', async (_case, expected) => {
      const store = await createPlace().open();
      await store.commit([{ key: 'key', text: '1' }]);
      await store.commit([{ key: 'key', text: '2' }]);

      const commit = store.commit([
        { key: 'other', text: '1' },
        { log: 'log', number: 1, text: '1' },
        { key: 'key', text: '3', expected },
      ]);

      await expect(commit).rejects.toThrow(VersionConflict);
      expect(await store.read('key')).toEqual({ version: 2, text: '2' });
      expect(await store.read('other')).toBeNull();
      expect(await store.lines('log', 0)).toEqual([]);
    });

    it('refuses a version where nothing is', async () => {
      const store = await createPlace().open();

      await expect(store.commit([{ key: 'key', text: '1', expected: 1 }])).rejects.toThrow(VersionConflict);
    });

    it('gives the lines after a number, in the order of their numbers, changed and without those deleted', async () => {
      const store = await createPlace().open();
      await store.commit([2, 10, 1, 100].map((number) => ({ log: 'log', number, text: `${number}` })));
      await store.commit([
        { log: 'log', number: 10, text: '"ten"' },
        { log: 'log', number: 100, text: null },
        { log: 'log2', number: 5, text: '0' },
      ]);

      expect(await store.lines('log', 0)).toEqual([
        { number: 1, text: '1' },
        { number: 2, text: '2' },
        { number: 10, text: '"ten"' },
      ]);
      expect((await store.lines('log', 1)).map(({ number }) => number)).toEqual([2, 10]);
    });

    it('lists all the documents of a prefix with their versions, in order, and no lines', async () => {
      const store = await createPlace().open();
      const keys = Array.from({ length: 450 }, (_, index) => `a/${String(index).padStart(3, '0')}`);
      await store.commit([...keys, 'a', 'b/1'].map((key) => ({ key, text: '1' })));
      await store.commit([
        { key: 'a/449', text: '2' },
        { log: 'a/log', number: 1, text: '1' },
      ]);

      const found = await listed(store, 'a/');

      expect(found.map(({ key }) => key)).toEqual(keys);
      expect(found.at(-1)).toEqual({ key: 'a/449', version: 2, text: '2' });
    });

    it('counts the documents of a prefix', async () => {
      const store = await createPlace().open();
      await store.commit(['a/1', 'a/é', 'a/🏠', 'a', 'b/1'].map((key) => ({ key, text: '1' })));
      await store.commit([{ key: 'a/1', text: null }]);

      expect(await store.count('a/')).toBe(2);
      expect(await store.count('')).toBe(4);
      expect(await store.count('c')).toBe(0);
    });

    it('tells whoever follows a log of its new lines once they are kept, in order, and what is said in passing', async () => {
      const store = await createPlace().open();
      const heard: News[] = [];
      const unfollow = await store.follow('"log', (news) => heard.push(news));
      await store.follow('"log', () => undefined);

      await store.commit([
        { key: 'key', text: '1' },
        { log: '"log', number: 1, text: '"a:b"' },
        { log: 'other', number: 1, text: '"no"' },
      ]);
      await expect(
        store.commit([
          { key: 'key', text: '2', expected: 9 },
          { log: '"log', number: 2, text: '"no"' },
        ]),
      ).rejects.toThrow(VersionConflict);
      await store.commit([
        { log: '"log', number: 1, text: null },
        { log: '"log', number: 2, text: '2' },
      ]);
      await until(() => heard.length === 2);
      store.tell('"log', 'word:1');
      store.tell('other', 'no');
      unfollow();
      store.tell('"log', 'late');
      await store.commit([{ log: '"log', number: 3, text: '"late"' }]);

      expect(heard).toEqual([
        { kind: 'line', number: 1, text: '"a:b"' },
        { kind: 'line', number: 2, text: '2' },
        { kind: 'told', text: 'word:1' },
      ]);
    });

    it('keeps all of it when it is opened again', async () => {
      const place = createPlace();
      await (
        await place.open()
      ).commit([
        { key: 'key', text: '1' },
        { log: 'log', number: 1, text: '1' },
      ]);

      const reopened = await place.open();

      expect(await reopened.read('key')).toEqual({ version: 1, text: '1' });
      expect(await reopened.lines('log', 0)).toEqual([{ number: 1, text: '1' }]);
    });

    it('loses nothing of 20 writers at once who read again after a conflict', async () => {
      const store = await createPlace().open();

      await Promise.all(Array.from({ length: 20 }, () => addOne(store)));

      expect(await store.read('count')).toEqual({ version: 20, text: '20' });
    });

    it.each([
      ['a path', '../../etc/passwd'],
      ['a prototype', '__proto__'],
      ['nothing', ''],
      ['other alphabets', 'Ⓑ/بيت/🏠/é'],
      ['half a character', '\ud83c'],
      ['a quotation mark', '"'],
      ['capitals', 'KEY'],
    ])('keeps what is under a key that is %s apart from the others', async (_case, key) => {
      const store = await createPlace().open();
      await store.commit([
        { key: 'key', text: '"other"' },
        { log: 'key', number: 1, text: '"other"' },
      ]);

      await store.commit([
        { key, text: '"mine"' },
        { log: key, number: 1, text: '"mine"' },
      ]);

      expect((await store.read(key))?.text).toBe('"mine"');
      expect(await store.lines(key, 0)).toEqual([{ number: 1, text: '"mine"' }]);
      expect((await store.read('key'))?.text).toBe('"other"');
      expect((await listed(store, key)).map((one) => one.key)).toContain(key);
    });
  });
}

async function listed(store: Store, prefix: string) {
  const found = [];
  for await (const one of store.list(prefix)) found.push(one);
  return found;
}

async function addOne(store: Store): Promise<void> {
  for (;;) {
    const found = await store.read('count');
    try {
      await store.commit([
        { key: 'count', text: String(Number(found?.text ?? 0) + 1), expected: found?.version ?? null },
      ]);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
