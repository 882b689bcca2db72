import { type InboxEntry, inboxEntrySchema } from '../../../../dialogs/inbox/inbox';
import { foldedText } from '../../../core/editing/asked';
import type { Locale } from '../../../core/language/locale';
import { INBOX_PREFIX, inboxEntries } from '../../inbox/document-inbox';
import { parseJson } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import { monthsBefore } from '../people/audit';
import { hashOf } from '../people/secret-key';

/** What people leave that calls for something to be done. */
export const SORTS = ['unanswered', 'rated', 'reported'] as const;
export type Sort = (typeof SORTS)[number];

/** A text that was left, in these words, once or more often. */
export interface Left {
  /** Names it in addresses and marks; the same for the same words. */
  readonly id: string;
  readonly sort: Sort;
  readonly text: string;
  readonly folded: string;
  readonly locale: Locale;
  readonly times: number;
  /** When it was left last. */
  readonly latest: string;
  /** The latest few entries, to show what was said around it. */
  readonly entries: readonly InboxEntry[];
}

/** Nobody handles more in a day; what is older waits for its turn, and goes after a year. */
const MOST_ENTRIES = 5_000;
const MOST_SHOWN_ENTRIES = 5;

/** The latest entries of the inbox, the latest last. */
export async function latestEntries(store: Pick<Store, 'list'>, now: Date): Promise<readonly InboxEntry[]> {
  let found: readonly InboxEntry[] = [];
  for (const month of monthsBefore(now)) {
    found = [...(await inboxEntries(store, month)), ...found];
    if (found.length >= MOST_ENTRIES) break;
  }
  return found.slice(-MOST_ENTRIES);
}

/** The documents of the inbox that hold what has one of these ids. */
export async function keysLeft(store: Pick<Store, 'list'>, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key, text } of store.list(INBOX_PREFIX)) {
    const { data: entry } = inboxEntrySchema.safeParse(parseJson(text));
    const sort = entry === undefined ? null : sortOf(entry);
    if (entry !== undefined && sort !== null && ids.has(idOf(sort, foldedText(textOf(entry))))) keys.push(key);
  }
  return keys;
}

/** What is left to do, by its words. `handledAt`: when what has this id was last handled; what was left since is to be done again. */
export function leftIn(entries: readonly InboxEntry[], handledAt: (id: string) => string | undefined): readonly Left[] {
  const byId = new Map<string, { left: Omit<Left, 'entries' | 'times'>; entries: InboxEntry[]; times: number }>();
  for (const entry of entries) {
    const sort = sortOf(entry);
    const text = textOf(entry);
    const folded = foldedText(text);
    if (sort === null || folded === '') continue;
    const id = idOf(sort, folded);
    if (entry.at <= (handledAt(id) ?? '')) continue;
    const { locale, at: latest } = entry;
    const known = byId.get(id);
    const left = { id, sort, text: known?.left.text ?? text, folded, locale, latest };
    const own = [...(known?.entries ?? []), entry].slice(-MOST_SHOWN_ENTRIES);
    byId.set(id, { left, entries: own, times: (known?.times ?? 0) + 1 });
  }
  return [...byId.values()].map(({ left, entries: own, times }) => ({ ...left, entries: own, times }));
}

const ID_CHARACTERS = 16;

function idOf(sort: Sort, folded: string): string {
  return hashOf(`${sort} ${folded}`).slice(0, ID_CHARACTERS);
}

function sortOf(entry: InboxEntry): Sort | null {
  switch (entry.kind) {
    case 'unanswered':
      return 'unanswered';
    case 'rating':
      return entry.isUseful ? null : 'rated';
    case 'report':
      return 'reported';
    case 'opinion':
      return null;
  }
}

/** A rating of what was pressed rather than asked has no question. */
function textOf(entry: InboxEntry): string {
  switch (entry.kind) {
    case 'unanswered':
      return entry.question;
    case 'rating':
      return entry.question === '' ? entry.answerText : entry.question;
    case 'report':
      return entry.question ?? entry.text;
    case 'opinion':
      return '';
  }
}
