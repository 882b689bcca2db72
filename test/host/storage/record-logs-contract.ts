import { VersionConflict } from '../../../src/host/storage/document-store';
import type { RecordLogs } from '../../../src/host/storage/record-logs';

/** A place that logs can be opened on again and again, as after a restart. */
export interface LogsPlace {
  readonly open: () => Promise<RecordLogs>;
}

/** What all RecordLogs must do, whatever they keep the records in. */
export function describeRecordLogs(name: string, createPlace: () => LogsPlace): void {
  describe(`${name}, as record logs`, () => {
    it('read null where nothing was written', async () => {
      const logs = await createPlace().open();

      expect(await logs.read('nothing')).toBeNull();
      expect(await logs.versionOf('nothing')).toBeNull();
    });

    it('read the records in the order in which they were appended, under the version last given', async () => {
      const logs = await createPlace().open();

      const first = await logs.append('key', { a: [1, null, 'é\n'] }, null);
      const second = await logs.append('key', 'second', first);
      const third = await logs.append('key', null, second);

      expect(await logs.read('key')).toEqual({ version: third, records: [{ a: [1, null, 'é\n'] }, 'second', null] });
      expect(await logs.versionOf('key')).toBe(third);
      expect(new Set([first, second, third]).size).toBe(3);
    });

    it('keep the records when they are opened again, and go on with them', async () => {
      const place = createPlace();
      const version = await (await place.open()).append('key', 'first', null);

      const reopened = await place.open();

      expect(await reopened.read('key')).toEqual({ version, records: ['first'] });
      await reopened.append('key', 'second', version);
      expect((await reopened.read('key'))?.records).toEqual(['first', 'second']);
    });

    it('put other records in the place of all that were there', async () => {
      const logs = await createPlace().open();
      const version = await logs.append('key', 'first', await logs.append('key', 'zeroth', null));

      const replaced = await logs.replace('key', ['other', 'and more'], version);

      expect(await logs.read('key')).toEqual({ version: replaced, records: ['other', 'and more'] });
      await logs.append('key', 'after', replaced);
      expect((await logs.read('key'))?.records).toEqual(['other', 'and more', 'after']);
      expect((await logs.read('key'))?.version).toBe(await logs.versionOf('key'));
    });

    it.each<[string, (logs: RecordLogs, stale: number) => Promise<number>]>([
      ['a record after a stale version', (logs, stale) => logs.append('key', 'lost', stale)],
      ['a first record where some are', (logs) => logs.append('key', 'lost', null)],
      ['a replacement of a stale version', (logs, stale) => logs.replace('key', ['lost'], stale)],
      ['a first replacement where records are', (logs) => logs.replace('key', ['lost'], null)],
      ['a record after something, where nothing is', (logs, stale) => logs.append('another', 'lost', stale)],
      ['a replacement of something, where nothing is', (logs, stale) => logs.replace('another', ['lost'], stale)],
    ])('refuse %s, and change nothing', async (_case, attempt) => {
      const logs = await createPlace().open();
      const stale = await logs.append('key', 'first', null);
      await logs.append('key', 'second', stale);

      await expect(attempt(logs, stale)).rejects.toThrow(VersionConflict);
      expect((await logs.read('key'))?.records).toEqual(['first', 'second']);
      expect(await logs.read('another')).toBeNull();
    });

    it('lose no record of writers that read again after a conflict', async () => {
      const logs = await createPlace().open();

      await Promise.all(Array.from({ length: 20 }, (_, writer) => appendAtLast(logs, writer)));

      const records = (await logs.read('key'))?.records ?? [];
      expect([...records].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    });

    it.each([
      ['a path', '../../etc/passwd'],
      ['a prototype', '__proto__'],
      ['nothing', ''],
      ['other alphabets', 'Ⓑ/بيت/🏠/é'],
      ['half a character', '\ud83c'],
      ['capitals', 'KEY'],
    ])('keep records under a key that is %s, apart from the others', async (_case, key) => {
      const logs = await createPlace().open();
      await logs.append('key', 'other', null);

      await logs.append(key, 'mine', null);

      expect((await logs.read(key))?.records).toEqual(['mine']);
      expect((await logs.read('key'))?.records).toEqual(['other']);
    });

    it('refuse a record that JSON cannot hold, and keep what was there', async () => {
      const logs = await createPlace().open();
      const version = await logs.append('key', 'kept', null);

      expect(() => logs.append('key', undefined, version)).toThrow(TypeError);
      expect(() => logs.append('key', 1n, version)).toThrow(TypeError);
      expect(() => logs.replace('key', [undefined], version)).toThrow(TypeError);
      expect(await logs.read('key')).toEqual({ version, records: ['kept'] });
    });
  });
}

async function appendAtLast(logs: RecordLogs, record: unknown): Promise<void> {
  for (;;) {
    try {
      await logs.append('key', record, await logs.versionOf('key'));
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
