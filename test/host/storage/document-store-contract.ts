import { VersionConflict, type DocumentCollection, type DocumentStore } from '../../../src/host/storage/document-store';

/** A place that stores can be opened on again and again, as after a restart. */
export interface StorePlace<Store extends DocumentStore = DocumentStore> {
  readonly open: () => Promise<Store>;
}

/** What every DocumentStore must do, whatever it keeps its documents in. */
export function describeDocumentStore(name: string, createPlace: () => StorePlace): void {
  describe(`${name}, as a document store`, () => {
    it('reads null where nothing was written', async () => {
      const store = await createPlace().open();

      expect(await store.read('nothing')).toBeNull();
    });

    it('reads what was written, under versions that count from 1', async () => {
      const store = await createPlace().open();

      expect(await store.write('key', { a: [1, null, 'é'] }, null)).toBe(1);
      expect(await store.write('key', 'second', 1)).toBe(2);
      expect(await store.read('key')).toEqual({ version: 2, value: 'second' });
    });

    it('keeps null and other falsy values as documents', async () => {
      const store = await createPlace().open();
      await store.write('null', null, null);
      await store.write('zero', 0, null);

      expect(await store.read('null')).toEqual({ version: 1, value: null });
      expect(await store.read('zero')).toEqual({ version: 1, value: 0 });
    });

    it('keeps documents when it is opened again', async () => {
      const place = createPlace();
      await (await place.open()).write('key', { kept: true }, null);

      const reopened = await place.open();

      expect(await reopened.read('key')).toEqual({ version: 1, value: { kept: true } });
      expect(await reopened.write('key', 2, 1)).toBe(2);
    });

    it.each([
      ['a stale version', 1],
      ['a version from the future', 9],
      ['null where something is', null],
    ])('refuses %s and changes nothing', async (_case, expected) => {
      const store = await createPlace().open();
      await store.write('key', 'first', null);
      await store.write('key', 'second', 1);

      await expect(store.write('key', 'lost', expected)).rejects.toThrow(VersionConflict);
      expect(await store.read('key')).toEqual({ version: 2, value: 'second' });
    });

    it('erases what is under a key for good, and nothing else', async () => {
      const place = createPlace();
      const store = await place.open();
      await store.write('key', 'secret', null);
      await store.write('key', 'secret', 1);
      await store.write('other', 'kept', null);

      await store.erase('key');
      await store.erase('never-there');

      const reopened = await place.open();
      expect(await reopened.read('key')).toBeNull();
      expect(await reopened.read('other')).toEqual({ version: 1, value: 'kept' });
      expect(await reopened.write('key', 'anew', null)).toBe(1);
    });

    it('refuses a version where nothing is', async () => {
      const store = await createPlace().open();

      await expect(store.write('key', 'x', 1)).rejects.toMatchObject({
        code: 'VersionConflict',
        expectedVersion: 1,
        foundVersion: null,
      });
    });

    it('lets one of many writers of the same version win, and tells the others', async () => {
      const store = await createPlace().open();

      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, writer) => store.write('key', writer, null)),
      );

      const winners = outcomes.flatMap((outcome, writer) => (outcome.status === 'fulfilled' ? [writer] : []));
      expect(winners).toHaveLength(1);
      expect(await store.read('key')).toEqual({ version: 1, value: winners[0] });
    });

    it('loses no update of writers that read again after a conflict', async () => {
      const store = await createPlace().open();

      await Promise.all(Array.from({ length: 20 }, () => increment(store)));

      expect(await store.read('count')).toEqual({ version: 20, value: 20 });
    });

    it.each([
      ['a path', '../../etc/passwd'],
      ['an absolute path', '/etc/passwd'],
      ['a prototype', '__proto__'],
      ['a constructor', 'constructor'],
      ['nothing', ''],
      ['a null character', 'a\u0000b'],
      ['other alphabets', 'Ⓑ/بيت/🏠/é'],
      ['half a character', '\ud83c'],
      ['the other half', '\udfe0'],
      ['a very long one', 'k'.repeat(100_000)],
      ['capitals', 'KEY'],
      ['small letters', 'key'],
    ])('keeps a document under a key that is %s, apart from the others', async (_case, key) => {
      const store = await createPlace().open();
      await store.write('another', 'other', null);

      await store.write(key, { mine: key }, null);

      expect(await store.read(key)).toEqual({ version: 1, value: { mine: key } });
      expect(await store.read(`${key}.`)).toBeNull();
      expect(await store.read('another')).toEqual({ version: 1, value: 'other' });
    });

    it('tells apart keys that UTF-8 would confuse', async () => {
      const store = await createPlace().open();

      await store.write('\ud83c', 'one', null);
      await store.write('\udfe0', 'two', null);

      expect(await store.read('\ud83c')).toMatchObject({ value: 'one' });
      expect(await store.read('\udfe0')).toMatchObject({ value: 'two' });
    });

    it('refuses a value that JSON cannot hold, and keeps what was there', async () => {
      const store = await createPlace().open();
      await store.write('key', 'kept', null);

      await expect(store.write('key', undefined, 1)).rejects.toThrow(TypeError);
      await expect(store.write('key', 1n, 1)).rejects.toThrow(TypeError);
      expect(await store.read('key')).toEqual({ version: 1, value: 'kept' });
    });
  });
}

/** What every DocumentCollection must do besides. */
export function describeDocumentCollection(name: string, createPlace: () => StorePlace<DocumentCollection>): void {
  describe(`${name}, as a collection of documents`, () => {
    it('deletes a document for good, and those of its version only', async () => {
      const place = createPlace();
      const store = await place.open();
      await store.write('key', 'first', null);
      await store.write('key', 'second', 1);
      await store.write('another', 'other', null);

      await expect(store.delete('key', 1)).rejects.toThrow(VersionConflict);
      expect(await store.read('key')).toEqual({ version: 2, value: 'second' });
      await store.delete('key', 2);

      expect(await (await place.open()).read('key')).toBeNull();
      expect(await store.read('another')).toEqual({ version: 1, value: 'other' });
      await expect(store.delete('key', 2)).rejects.toMatchObject({ code: 'VersionConflict', foundVersion: null });
      expect(await store.write('key', 'anew', null)).toBe(1);
    });

    it('lets one of a writer and a deleter of the same version win', async () => {
      const store = await createPlace().open();
      await store.write('key', 'first', null);

      const outcomes = await Promise.allSettled([store.delete('key', 1), store.write('key', 'second', 1)]);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('tells the keys of all documents, as they were written', async () => {
      const place = createPlace();
      const store = await place.open();
      expect(await store.list()).toEqual({ keys: [], damaged: [] });
      for (const key of ['b', 'a/../é', '', '\ud83c', 'gone']) await store.write(key, null, null);
      await store.write('b', 2, 1);
      await store.delete('gone', 1);

      expect([...(await store.list()).keys].sort()).toEqual(['', 'a/../é', 'b', '\ud83c']);
      expect((await (await place.open()).list()).keys).toHaveLength(4);
    });
  });
}

async function increment(store: DocumentStore): Promise<void> {
  for (;;) {
    const found = await store.read('count');
    try {
      await store.write('count', Number(found?.value ?? 0) + 1, found?.version ?? null);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
