import { inboxEntrySchema, type Inbox, type InboxEntry, MOST_KEPT, MOST_PREVIOUS } from '../../../dialogs/inbox/inbox';
import { maskPersonalData } from '../../core/language/mask-personal-data';
import type { KnownWords } from '../../core/language/personal-data/person-names';
import { shortened } from '../../messages/sentences';
import { parseStored } from '../storage/parse-json';
import { againOnConflict, type Store } from '../storage/store';

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
/** Where the entries stand: "inbox/2026-11-24/2026-11-24T10:15:00.000Z-…". */
export const INBOX_PREFIX = 'inbox/';

/** What was left, in order; `from` is the beginning of a day, all days without it. A damaged document throws UnreadableDocument. */
export async function inboxEntries(store: Pick<Store, 'list'>, from = ''): Promise<readonly InboxEntry[]> {
  const entries: InboxEntry[] = [];
  for await (const { key, text } of store.list(INBOX_PREFIX + from))
    entries.push(parseStored(inboxEntrySchema, text, key));
  return entries;
}

/** Keeps each entry in a document of its own, whose key says the day and the time; `knownWords` are those of `maskPersonalData`. */
export function createInbox(parts: {
  readonly store: Store;
  readonly now: () => Date;
  readonly randomId: () => string;
  readonly knownWords: KnownWords;
  /** Hears of each entry, kept or one too many. */
  readonly onEntry?: ((kind: InboxEntry['kind']) => void) | undefined;
}): Inbox {
  const { store, now, randomId } = parts;
  const textOf = (entry: InboxEntry): string =>
    JSON.stringify(inboxEntrySchema.parse(withoutPersonalData(entry, parts.knownWords)));
  return {
    add: async (entry) => {
      parts.onEntry?.(entry.kind);
      const text = textOf(entry);
      const time = now().toISOString();
      const day = `${INBOX_PREFIX}${time.slice(0, 'yyyy-mm-dd'.length)}/`;
      if ((await store.count(day)) >= MOST_A_DAY[entry.kind]) return null;
      const key = `${day}${time}-${randomId()}`;
      await store.commit([{ key, text, expected: null }]);
      return key;
    },
    replace: (key, entry) =>
      againOnConflict(async () => {
        const text = textOf(entry);
        const found = await store.read(key);
        if (found !== null) await store.commit([{ key, text, expected: found.version }]);
      }),
  };
}

/** What people write of an entry, by its names, and how much of it is kept; all the rest was chosen among words of ours. */
const WRITTEN: ReadonlyMap<string, number> = new Map([
  ...Object.entries(MOST_KEPT),
  ['previous', MOST_KEPT.question],
  ['comment', MOST_KEPT.text],
]);

/** The entry with every text masked, then cut to its limit: cut before, half a telephone number would no longer be seen as one. */
function withoutPersonalData(entry: InboxEntry, known: KnownWords): object {
  const cleaned = Object.entries(entry).map(([name, value]: [string, unknown]) => {
    const most = WRITTEN.get(name);
    if (most === undefined) return [name, value] as const;
    const clean = (text: unknown): unknown =>
      typeof text === 'string' ? shortened(maskPersonalData(text, known), most) : text;
    return [name, Array.isArray(value) ? value.slice(-MOST_PREVIOUS).map(clean) : clean(value)] as const;
  });
  return Object.fromEntries(cleaned);
}
