import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inboxEntrySchema, type InboxEntry } from '../../../dialogs/inbox/inbox';
import { createInbox, inboxEntries } from '../../../src/host/inbox/document-inbox';
import { storeFolder } from '../../../src/host/storage/open-store';
import type { Store } from '../../../src/host/storage/store';
import { realLanguage } from '../../core/knowledge';
import { storeOpener } from '../stores';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();
const openStore = storeOpener();
const newFolder = (): string => mkdtempSync(join(root, 'inbox-'));
const DAY = '2026-11-24';

let ids = 0;
const knownWords = { ...realLanguage(), isKnownWord: (): boolean => false };
function inboxOn(store: Store, time = `${DAY}T10:15:00.000Z`) {
  return {
    ...createInbox({ store, now: () => new Date(time), randomId: () => `id-${(ids += 1)}`, knownWords }),
    entriesOf: (day: string) => inboxEntries(store, `${day}/`),
  };
}

async function openInbox(folder: string, time?: string) {
  return inboxOn(await openStore(folder), time);
}

const common = { at: `${DAY}T10:14:59.000Z`, locale: 'fr', channel: 'msteams' } as const;
const opinion = (text: string): InboxEntry => ({ kind: 'opinion', ...common, rating: 4, text });
const PERSONAL =
  'je m’appelle Tartempion, chef de Zoé Tartempion, 06 12 34 56 78, zeb.tartempion@finances.gouv.fr, 1 85 05 78 006 084 36';
const MASKED = 'je m’appelle [nom], chef de [nom], [téléphone], [e-mail], [NIR]';

const ENTRIES: readonly InboxEntry[] = [
  {
    kind: 'unanswered',
    ...common,
    question: PERSONAL,
    previous: [PERSONAL, 'et en Bretagne ?'],
    reason: 'out-of-scope',
  },
  {
    kind: 'rating',
    ...common,
    isUseful: false,
    reason: 'misunderstood',
    comment: PERSONAL,
    question: PERSONAL,
    previous: [PERSONAL],
    answerKind: 'list',
    answerText: PERSONAL,
  },
  opinion(PERSONAL),
  {
    kind: 'report',
    ...common,
    about: 'data',
    project: 'mentor',
    text: PERSONAL,
    question: PERSONAL,
    previous: [PERSONAL],
  },
];

/** All that the file of the store holds, what was deleted included. */
function bytesIn(folder: string): string {
  return readFileSync(join(storeFolder(folder), 'data.mdb'), 'utf8');
}

describe('the inbox', () => {
  it.each(ENTRIES.map((entry) => [entry.kind, entry] as const))(
    'keeps nothing personal of an entry of kind %s, anywhere on the disk',
    async (_kind, entry) => {
      const folder = newFolder();
      const inbox = await openInbox(folder);

      await inbox.add(entry);

      expect(bytesIn(folder)).toContain('[téléphone]');
      expect(bytesIn(folder)).not.toMatch(/artempion|12 34 56|@finances|05 78/i);
      const expected: unknown = JSON.parse(JSON.stringify(entry).replaceAll(PERSONAL, MASKED));
      expect(await inbox.entriesOf(DAY)).toEqual([expected]);
    },
  );

  it('keeps fifty entries added at once, none lost', async () => {
    const inbox = await openInbox(newFolder());
    const texts = Array.from({ length: 50 }, (_, index) => `avis ${index}`);

    await Promise.all(texts.map((text) => inbox.add(opinion(text))));

    const kept = await inbox.entriesOf(DAY);
    expect(kept.map((entry) => (entry.kind === 'opinion' ? entry.text : '')).sort()).toEqual(texts.sort());
  });

  it('loses nothing when two inboxes write to one store at once', async () => {
    const store = await openStore();
    const inboxes = [inboxOn(store), inboxOn(store)];

    await Promise.all(inboxes.flatMap((inbox, one) => [1, 2, 3, 4, 5].map((n) => inbox.add(opinion(`${one} ${n}`)))));

    expect(await inboxOn(store).entriesOf(DAY)).toHaveLength(10);
  });

  it('is found again day by day', async () => {
    const store = await openStore();
    await inboxOn(store, '2026-11-25T00:00:00.000Z').add(opinion('le lendemain'));
    await inboxOn(store).add(opinion('le jour même'));

    expect(await inboxOn(store).entriesOf(DAY)).toEqual([opinion('le jour même')]);
    expect(await inboxOn(store).entriesOf('2026-11-26')).toEqual([]);
  });

  it('puts an entry in the place of another, without personal data, and brings none back that is gone', async () => {
    const folder = newFolder();
    const inbox = await openInbox(folder);
    const key = (await inbox.add(opinion('premier'))) ?? '';
    await inbox.add(opinion('second'));

    await inbox.replace(key, opinion(PERSONAL));
    await inbox.replace(`${key}-gone`, opinion('troisième'));

    expect(await inbox.entriesOf(DAY)).toEqual([opinion(MASKED), opinion('second')]);
    expect(bytesIn(folder)).not.toMatch(/artempion|troisième/);
  });

  it('tells which document is damaged, and keeps what comes after', async () => {
    const store = await openStore();
    const key = `inbox/${DAY}/0`;
    await store.commit([{ key, text: '{"entries":"of another program"}' }]);

    await inboxOn(store).add(opinion('avis'));

    await expect(inboxOn(store).entriesOf(DAY)).rejects.toThrow(key);
    expect((await store.read(key))?.text).toBe('{"entries":"of another program"}');
    await store.commit([{ key, text: null }]);
    expect(await inboxOn(store).entriesOf(DAY)).toEqual([opinion('avis')]);
  });

  it('does not keep what comes when the day is full, and begins again the next day', async () => {
    const store = await openStore();
    await store.commit(Array.from({ length: 4999 }, (_, index) => ({ key: `inbox/${DAY}/${index}`, text: '{}' })));
    let time = `${DAY}T10:15:00.000Z`;
    const inbox = createInbox({ store, now: () => new Date(time), randomId: () => `id-${(ids += 1)}`, knownWords });

    const kept = [await inbox.add(opinion('la dernière')), await inbox.add(opinion('de trop'))];
    time = '2026-11-25T00:00:00.000Z';

    expect(kept).toEqual([expect.stringContaining(DAY), null]);
    expect(await inbox.add(opinion('le lendemain'))).toContain('2026-11-25');
    expect(await inboxEntries(store, '2026-11-25/')).toEqual([opinion('le lendemain')]);
  });

  it('is full for questions without an answer before it is for opinions', async () => {
    const store = await openStore();
    await store.commit(Array.from({ length: 4500 }, (_, index) => ({ key: `inbox/${DAY}/${index}`, text: '{}' })));
    const inbox = inboxOn(store);

    const flood = { kind: 'unanswered', ...common, question: 'flot', previous: [], reason: 'out-of-scope' } as const;

    expect(await inbox.add(flood)).toBeNull();
    expect(await inbox.add(opinion('écrit à la main'))).not.toBeNull();
  });

  it('masks before it cuts, so that no half number is left at the end', async () => {
    const inbox = await openInbox(newFolder());
    const question = `${'a'.repeat(490)} 06 12 34 56 78 ${'b'.repeat(3000)}`;

    await inbox.add({ kind: 'unanswered', ...common, question, previous: ['1', '2', '3', '4'], reason: 'clarify' });

    const [entry] = await inbox.entriesOf(DAY);
    expect(entry).toMatchObject({ question: `${'a'.repeat(490)} [télépho…`, previous: ['2', '3', '4'] });
  });

  it.each([
    ['a time that is none', { ...opinion('avis'), at: 'hier' }],
    ['a rating out of five', { kind: 'opinion', ...common, rating: 6, text: 'avis' } as const],
  ])('refuses an entry with %s and writes nothing', async (_case, entry) => {
    const inbox = await openInbox(newFolder());

    await expect(inbox.add(entry)).rejects.toThrow();
    expect(await inbox.entriesOf(DAY)).toEqual([]);
  });

  it('knows no entry with a field too many', () => {
    expect(inboxEntrySchema.safeParse({ ...opinion('avis'), user: 'x' }).success).toBe(false);
  });
});
