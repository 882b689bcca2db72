import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inboxEntrySchema, type InboxEntry } from '../../../dialogs/inbox/inbox';
import { createInbox, type DocumentInbox } from '../../../src/host/inbox/document-inbox';
import type { DocumentStore } from '../../../src/host/storage/document-store';
import { openFileStore } from '../../../src/host/storage/file-store';
import { realLanguage } from '../../core/knowledge';
import { temporaryFolder } from '../temporary-folder';

const root = temporaryFolder();
const newFolder = (): string => mkdtempSync(join(root, 'inbox-'));
const DAY = '2026-11-24';

let ids = 0;
const knownWords = { ...realLanguage(), isKnownWord: (): boolean => false };
function inboxOn(store: DocumentStore, time = `${DAY}T10:15:00.000Z`): DocumentInbox {
  return createInbox({ store, now: () => new Date(time), randomId: () => `id-${(ids += 1)}`, knownWords });
}

async function openInbox(folder: string, time?: string): Promise<DocumentInbox> {
  return inboxOn(await openFileStore(folder), time);
}

const common = { at: `${DAY}T10:14:59.000Z`, locale: 'fr', channel: 'msteams' } as const;
const opinion = (text: string): InboxEntry => ({ kind: 'opinion', ...common, rating: 4, text });
const PERSONAL = 'je m’appelle Tartempion, 06 12 34 56 78, zeb.tartempion@finances.gouv.fr, 1 85 05 78 006 084 36';
const MASKED = 'je m’appelle [nom], [téléphone], [e-mail], [NIR]';

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

function bytesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
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

  it('keeps fifty entries added at once, in the order of their adding', async () => {
    const inbox = await openInbox(newFolder());
    const texts = Array.from({ length: 50 }, (_, index) => `avis ${index}`);

    await Promise.all(texts.map((text) => inbox.add(opinion(text))));

    const kept = await inbox.entriesOf(DAY);
    expect(kept.map((entry) => (entry.kind === 'opinion' ? entry.text : ''))).toEqual(texts);
  });

  it('loses nothing when two inboxes write to one store at once', async () => {
    const store = await openFileStore(newFolder());
    const inboxes = [inboxOn(store), inboxOn(store)];

    await Promise.all(inboxes.flatMap((inbox, one) => [1, 2, 3, 4, 5].map((n) => inbox.add(opinion(`${one} ${n}`)))));

    expect(await inboxOn(store).entriesOf(DAY)).toHaveLength(10);
  });

  it('is found again after a restart, day by day', async () => {
    const folder = newFolder();
    await (await openInbox(folder, '2026-11-25T00:00:00.000Z')).add(opinion('le lendemain'));
    await (await openInbox(folder)).add(opinion('le jour même'));

    const reopened = await openInbox(folder);

    expect(await reopened.listDays()).toEqual([DAY, '2026-11-25']);
    expect(await reopened.entriesOf(DAY)).toEqual([opinion('le jour même')]);
    expect(await reopened.entriesOf('2026-11-26')).toEqual([]);
    expect(await reopened.entriesOf('../inbox-days')).toEqual([]);
  });

  it('puts an entry in the place of another, without personal data, and brings none back that is gone', async () => {
    const folder = newFolder();
    const inbox = await openInbox(folder);
    const key = (await inbox.add(opinion('premier'))) ?? '';
    await inbox.add(opinion('second'));

    await inbox.replace(key, opinion(PERSONAL));
    await inbox.replace(`${key}-gone`, opinion('troisième'));

    expect(await inbox.entriesOf(DAY)).toEqual([opinion(MASKED), opinion('second')]);
    expect(bytesIn(folder)).not.toMatch(/premier|troisième/);
  });

  it('is empty at first', async () => {
    expect(await (await openInbox(newFolder())).listDays()).toEqual([]);
  });

  it('tells which document is damaged, and empties nothing', async () => {
    const folder = newFolder();
    const inbox = await openInbox(folder);
    await inbox.add(opinion('premier'));
    await inbox.add(opinion('second'));
    const damaged = readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => readFileSync(path, 'utf8').includes('premier'));
    for (const path of damaged) writeFileSync(path, '{"cut');

    expect(damaged).toHaveLength(1);
    await expect(inbox.entriesOf(DAY)).rejects.toMatchObject({ code: 'UnreadableDocument', place: damaged[0] });
    expect(bytesIn(folder)).toContain('{"cut');
    expect(bytesIn(folder)).toContain('second');
    // What comes after is still kept.
    await inbox.add(opinion('troisième'));
    expect(bytesIn(folder)).toContain('troisième');
  });

  it('refuses to add to a day that it cannot read, and leaves it as it is', async () => {
    const store = await openFileStore(newFolder());
    await store.write(`inbox/${DAY}`, { entries: 'of another program' }, null);

    await expect(inboxOn(store).add(opinion('avis'))).rejects.toMatchObject({
      code: 'UnreadableDocument',
      place: `inbox/${DAY}`,
    });
    expect((await store.read(`inbox/${DAY}`))?.value).toEqual({ entries: 'of another program' });
  });

  it('passes over entries deleted for their age', async () => {
    const folder = newFolder();
    const inbox = await openInbox(folder);
    await inbox.add(opinion('ancien'));
    await inbox.add(opinion('récent'));
    for (const name of readdirSync(folder))
      if (readFileSync(join(folder, name), 'utf8').includes('ancien')) rmSync(join(folder, name));

    expect(await inbox.entriesOf(DAY)).toEqual([opinion('récent')]);
  });

  it('counts, and does not keep, what comes when the day is full', async () => {
    const folder = newFolder();
    const store = await openFileStore(folder);
    const keys = Array.from({ length: 5000 }, (_, index) => `inbox/${DAY}/${index}`);
    await store.write(`inbox/${DAY}`, { keys, dropped: 2 }, null);
    const inbox = inboxOn(store);

    await inbox.add(opinion('de trop'));

    expect(await inbox.droppedOn(DAY)).toBe(3);
    expect(bytesIn(folder)).not.toContain('de trop');
  });

  it('is full for questions without an answer before it is for opinions', async () => {
    const store = await openFileStore(newFolder());
    const keys = Array.from({ length: 4500 }, (_, index) => `inbox/${DAY}/${index}`);
    await store.write(`inbox/${DAY}`, { keys, dropped: 0 }, null);
    const inbox = inboxOn(store);

    await inbox.add({ kind: 'unanswered', ...common, question: 'flot', previous: [], reason: 'out-of-scope' });
    await inbox.add(opinion('écrit à la main'));

    expect(await inbox.droppedOn(DAY)).toBe(1);
    expect(await inbox.entriesOf(DAY)).toEqual([opinion('écrit à la main')]);
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
    const folder = newFolder();

    await expect((await openInbox(folder)).add(entry)).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('knows no entry with a field too many', () => {
    expect(inboxEntrySchema.safeParse({ ...opinion('avis'), user: 'x' }).success).toBe(false);
  });
});
