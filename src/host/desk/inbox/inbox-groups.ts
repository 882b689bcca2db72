import { z } from 'zod';
import { type InboxEntry, inboxEntrySchema } from '../../../../dialogs/inbox/inbox';
import { foldedText, subjectOf } from '../../../core/editing/asked';
import { groupAlike } from '../../../core/editing/like-questions';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import type { Locale } from '../../../core/language/locale';
import { mapInPieces } from '../../in-pieces';
import { INBOX_PREFIX, inboxEntries } from '../../inbox/document-inbox';
import { parseReadable } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import type { Asked } from '../drafts/drafts';
import { monthsBefore } from '../people/audit';
import type { Person } from '../people/person';
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

/** Texts that are alike, the most frequent first. */
export interface Group {
  readonly id: string;
  readonly sort: Sort;
  /** The first of its texts. */
  readonly lead: Left;
  readonly texts: readonly Left[];
  readonly times: number;
  readonly latest: string;
}

/** The inbox as editors work on it. */
export type InboxGroups = ReturnType<typeof createInboxGroups>;

const DONE_PREFIX = 'desk/done/';
const doneSchema = z.strictObject({ at: z.iso.datetime(), name: z.string() });

/** Nobody handles more in a day; what is older waits for its turn, and goes after a year. */
const MOST_ENTRIES = 5_000;
const MOST_SHOWN_ENTRIES = 5;

/** Of so many texts the words are remembered, so that the next look reads none of them again. */
const MOST_REMEMBERED = 20_000;

export function createInboxGroups(store: Store, now: () => Date, knowledge: () => KnowledgeBase) {
  const subjects = { of: knowledge(), stems: new Map<string, readonly string[]>() };

  return { all, find, handle, erase };

  /** What is to be done, by sort, what was left most often first. */
  async function all(): Promise<Readonly<Record<Sort, readonly Group[]>>> {
    const left = leftIn(await latestEntries(store, now()), await handledTimes());
    const of = (sort: Sort): Promise<readonly Group[]> => groupsOf(sort, left);
    return { unanswered: await of('unanswered'), rated: await of('rated'), reported: await of('reported') };
  }

  /** The group that holds the text of this id; null where it was handled, or never was. */
  async function find(id: string): Promise<Group | null> {
    const groups = Object.values(await all()).flat();
    return groups.find(({ texts }) => texts.some((text) => text.id === id)) ?? null;
  }

  async function handle({ texts }: Group, { name }: Person): Promise<void> {
    const text = JSON.stringify({ at: now().toISOString(), name });
    await store.commit(texts.map(({ id }) => ({ key: DONE_PREFIX + id, text })));
  }

  /** Deletes all that was left in these words, for good; resolves with how many entries that were. */
  async function erase({ texts }: Group): Promise<number> {
    const keys = await keysLeft(store, new Set(texts.map(({ id }) => id)));
    await store.commit(keys.map((key) => ({ key, text: null })));
    for (const { folded } of texts) subjects.stems.delete(folded);
    return keys.length;
  }

  async function groupsOf(sort: Sort, left: readonly Left[]): Promise<readonly Group[]> {
    const own = left.filter((one) => one.sort === sort);
    const said = await mapInPieces(own, ({ text, folded, times }) => ({ folded, stems: stemsOf(text, folded), times }));
    return groupAlike(said).flatMap((positions): readonly Group[] => {
      const texts = positions.flatMap((position) => own[position] ?? []);
      const [lead] = texts;
      if (lead === undefined) return [];
      const times = texts.reduce((sum, text) => sum + text.times, 0);
      const latest = texts.reduce((last, text) => (text.latest > last ? text.latest : last), '');
      return [{ id: lead.id, sort, lead, texts, times, latest }];
    });
  }

  function stemsOf(text: string, folded: string): readonly string[] {
    const base = knowledge();
    if (subjects.of !== base || subjects.stems.size > MOST_REMEMBERED) {
      subjects.of = base;
      subjects.stems.clear();
    }
    const stems = subjects.stems.get(folded) ?? subjectOf(text, base);
    subjects.stems.set(folded, stems);
    return stems;
  }

  async function handledTimes(): Promise<ReadonlyMap<string, string>> {
    const times = new Map<string, string>();
    for await (const { key, text } of store.list(DONE_PREFIX)) {
      const data = parseReadable(doneSchema, text);
      if (data !== null) times.set(key.slice(DONE_PREFIX.length), data.at);
    }
    return times;
  }
}

/** The question that it is, to be asked again. */
export function askedOf({ text, locale }: Left): Asked {
  return { question: text, locale };
}

/** The latest entries of the inbox, the latest last. */
async function latestEntries(store: Pick<Store, 'list'>, now: Date): Promise<readonly InboxEntry[]> {
  let found: readonly InboxEntry[] = [];
  for (const month of monthsBefore(now)) {
    found = [...(await inboxEntries(store, month)), ...found];
    if (found.length >= MOST_ENTRIES) break;
  }
  return found.slice(-MOST_ENTRIES);
}

/** The documents of the inbox that hold what has one of these ids. */
async function keysLeft(store: Pick<Store, 'list'>, ids: ReadonlySet<string>): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key, text } of store.list(INBOX_PREFIX)) {
    const entry = parseReadable(inboxEntrySchema, text);
    const called = entry === null ? null : calledFor(entry);
    if (called !== null && ids.has(called.id)) keys.push(key);
  }
  return keys;
}

/** What is left to do, by its words. `handledAt`: when what has an id was last handled; what was left since is to be done again. */
function leftIn(entries: readonly InboxEntry[], handledAt: ReadonlyMap<string, string>): readonly Left[] {
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
