import { z } from 'zod';
import { inboxEntrySchema, type Inbox, type InboxEntry } from '../../../dialogs/inbox/inbox';
import type { KnownWords } from '../../core/language/personal-data/person-names';
import { UnreadableDocument, VersionConflict, type DocumentStore } from '../storage/document-store';
import { createTurnQueue } from '../storage/turn-queue';
import { withoutPersonalData } from './without-personal-data';

/** The inbox, and its reading by those who keep the knowledge base. */
export interface DocumentInbox extends Inbox {
  /** Days on which something was left, "2026-11-24" in UTC, the earliest first. */
  listDays(): Promise<readonly string[]>;
  /** What was left that day, in order; empty for any other day. A damaged document throws UnreadableDocument. */
  entriesOf(day: string): Promise<readonly InboxEntry[]>;
  /** How many entries were refused that day because it was full. */
  droppedOn(day: string): Promise<number>;
}

/** What an inbox is made of; `knownWords` are those of `maskPersonalData`. */
export interface InboxParts {
  readonly store: DocumentStore;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly knownWords: KnownWords;
}

/**
 * Nobody reads more in a day, and a flood must not fill the disk: about 20 MB. The day is full for what costs its sender least before it
 * is for what was written on purpose: thousands of questions without an answer leave room for opinions and mistakes reported.
 */
const MOST_A_DAY: Readonly<Record<InboxEntry['kind'], number>> = {
  unanswered: 3000,
  rating: 4000,
  opinion: 5000,
  report: 5000,
};
/** Lost races with another inbox on the same store; each one means that the other went on. */
const MAX_RACES = 100;
/** Files read at the same time: far under the number that a process may open. */
const READ_AT_ONCE = 50;

const DAYS = 'inbox-days';
const daysSchema = z.strictObject({ days: z.array(z.iso.date()) });
const daySchema = z.strictObject({ keys: z.array(z.string()), dropped: z.int().nonnegative() });
type Day = z.infer<typeof daySchema>;
const EMPTY_DAY: Day = { keys: [], dropped: 0 };

/**
 * Keeps each entry in a document of its own, found through the document of its day, itself listed in "inbox-days". Written in
 * the order days, entry, day: a power cut may leave a day without entries or an entry that nothing lists, whose `add` had not
 * resolved; it never leaves one that is listed and missing.
 */
export function createInbox({ store, now, randomId, knownWords }: InboxParts): DocumentInbox {
  const queue = createTurnQueue();
  return {
    add: async (entry) => {
      const kept = inboxEntrySchema.parse(withoutPersonalData(entry, knownWords));
      return queue.run(DAYS, () => keep(kept));
    },
    replace: async (key, entry) => {
      const kept = inboxEntrySchema.parse(withoutPersonalData(entry, knownWords));
      await queue.run(DAYS, () =>
        change(key, inboxEntrySchema.nullable(), null, (found) => (found === null ? null : kept)),
      );
    },
    listDays: async () => (await readAs(DAYS, daysSchema, { days: [] })).value.days.toSorted(),
    entriesOf: async (day) => {
      const { keys } = (await readAs(dayKey(day), daySchema, EMPTY_DAY)).value;
      const entries: InboxEntry[] = [];
      for (let from = 0; from < keys.length; from += READ_AT_ONCE) {
        const read = await Promise.all(keys.slice(from, from + READ_AT_ONCE).map(readEntry));
        entries.push(...read.filter((entry) => entry !== null));
      }
      return entries;
    },
    droppedOn: async (day) => (await readAs(dayKey(day), daySchema, EMPTY_DAY)).value.dropped,
  };

  async function keep(entry: InboxEntry): Promise<string | null> {
    const time = now().toISOString();
    const day = time.slice(0, 'yyyy-mm-dd'.length);
    await change(DAYS, daysSchema, { days: [] }, ({ days }) => (days.includes(day) ? null : { days: [...days, day] }));
    const { keys } = (await readAs(dayKey(day), daySchema, EMPTY_DAY)).value;
    const key = `${dayKey(day)}/${time}-${randomId()}`;
    const hasRoom = keys.length < MOST_A_DAY[entry.kind];
    if (hasRoom) await store.write(key, entry, null);
    await change(dayKey(day), daySchema, EMPTY_DAY, (found) =>
      hasRoom ? { ...found, keys: [...found.keys, key] } : { ...found, dropped: found.dropped + 1 },
    );
    return hasRoom ? key : null;
  }

  /** Null once the entry was deleted for its age. */
  async function readEntry(key: string): Promise<InboxEntry | null> {
    return (await readAs(key, inboxEntrySchema.nullable(), null)).value;
  }

  /** Writes what `next` makes of the document, or nothing when it makes null. */
  async function change<T>(key: string, schema: z.ZodType<T>, empty: T, next: (found: T) => T | null): Promise<void> {
    for (let race = 1; ; race += 1) {
      const found = await readAs(key, schema, empty);
      const changed = next(found.value);
      if (changed === null) return;
      try {
        await store.write(key, changed, found.version);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || race === MAX_RACES) throw error;
      }
    }
  }

  async function readAs<T>(key: string, schema: z.ZodType<T>, empty: T): Promise<{ value: T; version: number | null }> {
    const document = await store.read(key);
    if (document === null) return { value: empty, version: null };
    const parsed = schema.safeParse(document.value);
    if (!parsed.success) throw new UnreadableDocument(key, parsed.error);
    return { value: parsed.data, version: document.version };
  }
}

function dayKey(day: string): string {
  return `inbox/${day}`;
}
