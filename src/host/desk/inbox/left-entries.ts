import { type InboxEntry, inboxEntrySchema } from '../../../../dialogs/inbox/inbox';
import { foldedText } from '../../../core/editing/asked';
import type { Locale } from '../../../core/language/locale';
import { INBOX_PREFIX, inboxEntries } from '../../inbox/document-inbox';
import { parseJson } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import type { Asked } from '../drafts/drafts';
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

/** The question that it is, to be asked again. */
export function askedOf({ text, locale }: Left): Asked {
  return { question: text, locale };
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
    const called = entry === undefined ? null : calledFor(entry);
    if (called !== null && ids.has(called.id)) keys.push(key);
  }
  return keys;
}

/** What is left to do, by its words. `handledAt`: when what has an id was last handled; what was left since is to be done again. */
export function leftIn(entries: readonly InboxEntry[], handledAt: ReadonlyMap<string, string>): readonly Left[] {
  const byId = new Map<string, Left>();
  for (const entry of entries) {
    const called = calledFor(entry);
    if (called === null || entry.at <= (handledAt.get(called.id) ?? '')) continue;
    const { text, times, entries: own } = byId.get(called.id) ?? { text: called.text, times: 0, entries: [] };
    const { locale, at: latest } = entry;
    const shown = [...own, entry].slice(-MOST_SHOWN_ENTRIES);
    byId.set(called.id, { ...called, text, locale, times: times + 1, latest, entries: shown });
  }
  return [...byId.values()];
}

/** What calls for something to be done about an entry; null where nothing does. A rating of what was pressed rather than asked has no question. */
function calledFor(entry: InboxEntry): Called | null {
  switch (entry.kind) {
    case 'unanswered':
      return called('unanswered', entry.question);
    case 'rating':
      return entry.isUseful ? null : called('rated', entry.question === '' ? entry.answerText : entry.question);
    case 'report':
      return called('reported', entry.question ?? entry.text);
    case 'opinion':
      return null;
  }
}

type Called = Pick<Left, 'id' | 'sort' | 'text' | 'folded'>;
const ID_CHARACTERS = 16;

function called(sort: Sort, text: string): Called | null {
  const folded = foldedText(text);
  return folded === '' ? null : { id: hashOf(`${sort} ${folded}`).slice(0, ID_CHARACTERS), sort, text, folded };
}
