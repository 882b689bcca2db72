import { z } from 'zod';
import { type InboxEntry, inboxEntrySchema } from '../../../../dialogs/inbox/inbox';
import { subjectOf } from '../../../core/editing/asked';
import { foldedText } from '../../../core/language/fold';
import { groupAlike } from '../../../core/editing/like-questions';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import type { Locale } from '../../../core/language/locale';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import { inPieces, mapInPieces } from '../../in-pieces';
import { INBOX_PREFIX } from '../../inbox/document-inbox';
import { parseReadable, parseStored } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import type { Asked } from '../drafts/drafts';
import { monthsBefore } from '../people/audit';
import type { Person } from '../people/person';
import { hashOf } from '../people/secret-key';

/** What people leave that calls for something to be done. */
export const SORTS = ['unanswered', 'rated', 'reported', 'opinion'] as const;
export type Sort = (typeof SORTS)[number];

/** A text that was left, in these words, once or more often. */
export interface Left {
  /** Names it in addresses and marks; the same for the same words. */
  readonly id: string;
  readonly sort: Sort;
  readonly text: string;
  readonly folded: string;
  /** It can be asked again; an opinion, or what is said of the data, cannot. */
  readonly isQuestion: boolean;
  /** The project of which it says that the data are wrong; null for all the rest. */
  readonly project: string | null;
  readonly locale: Locale;
  readonly times: number;
  /** When it was left last. */
  readonly latest: string;
  /** The latest few entries, to show what was said around it. */
  readonly entries: readonly InboxEntry[];
}

/** Texts that are alike, the most frequent first. */
export interface Group {
  /** The first of its texts, by which it is named. */
  readonly lead: Left;
  readonly texts: readonly Left[];
  readonly times: number;
  readonly latest: string;
}

/** What is to be done, by sort, what was left most often first. */
export type ToDo = Readonly<Record<Sort, readonly Group[]>> & {
  /** Whether there is more than is shown. */
  readonly isCut: boolean;
};

const DONE_PREFIX = 'desk/done/';
const doneSchema = z.strictObject({ at: z.iso.datetime(), name: z.string() });

/** Nobody handles more in a day. Only what waits is counted: nothing that calls for no action hides what does. */
const MOST_WAITING = 20_000;
/** Of one sort; those that were left most often stay, then the latest. */
const MOST_TEXTS = 5_000;
const MOST_SHOWN_ENTRIES = 5;

/** Of so many texts the words are remembered, so that the next look reads none of them again. */
const MOST_REMEMBERED = 20_000;

/** The inbox as editors work on it. */
export function createInboxGroups(store: Store, now: () => Date, knowledge: () => KnowledgeBase) {
  const subjects = { of: knowledge(), stems: new Map<string, readonly string[]>() };

  return { all, find, handle, erase };

  async function all(): Promise<ToDo> {
    const { waiting, isCut } = await latestWaiting(store, now(), await handledTimes());
    const left = leftIn(waiting).sort((a, b) => b.times - a.times || (a.latest < b.latest ? 1 : -1));
    const own = (sort: Sort): readonly Left[] => left.filter((one) => one.sort === sort);
    const of = (sort: Sort): Promise<readonly Group[]> => groupsOf(own(sort).slice(0, MOST_TEXTS));
    return {
      unanswered: await of('unanswered'),
      rated: await of('rated'),
      reported: await of('reported'),
      opinion: await of('opinion'),
      isCut: isCut || SORTS.some((sort) => own(sort).length > MOST_TEXTS),
    };
  }

  /** The group that holds the text of this id; null where it was handled, or never was. */
  async function find(id: string): Promise<Group | null> {
    const toDo = await all();
    return SORTS.flatMap((sort) => toDo[sort]).find(({ texts }) => texts.some((text) => text.id === id)) ?? null;
  }

  async function handle({ texts }: Group, { name }: Person): Promise<void> {
    const text = JSON.stringify({ at: now().toISOString(), name });
    await store.commit(texts.map(({ id }) => ({ key: DONE_PREFIX + id, text })));
  }

  /** Deletes all that was left in these words, for good; resolves with how many entries that were. */
  async function erase({ texts }: Group): Promise<number> {
    const ids = new Set(texts.map(({ id }) => id));
    const keys: string[] = [];
    for await (const { key, text } of store.list(INBOX_PREFIX)) {
      const entry = parseReadable(inboxEntrySchema, text);
      if (entry !== null && ids.has(calledFor(entry)?.id ?? '')) keys.push(key);
    }
    await store.commit(keys.map((key) => ({ key, text: null })));
    for (const { folded } of texts) subjects.stems.delete(folded);
    return keys.length;
  }

  async function groupsOf(own: readonly Left[]): Promise<readonly Group[]> {
    const said = await mapInPieces(own, ({ text, folded, project, times }) => {
      // What is said of one project and of another is never alike.
      const scoped = (words: string): string => (project === null ? words : `${project} ${words}`);
      return { folded: scoped(folded), stems: stemsOf(text, folded).map(scoped), times };
    });
    const groups = await inPieces(groupAlike(said));
    return groups.flatMap((positions): readonly Group[] => {
      const texts = positions.flatMap((position) => own[position] ?? []);
      const [lead] = texts;
      if (lead === undefined) return [];
      const times = texts.reduce((sum, text) => sum + text.times, 0);
      const latest = texts.reduce((last, text) => (text.latest > last ? text.latest : last), '');
      return [{ lead, texts, times, latest }];
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

/** An entry that is not handled, and what it calls for. */
interface Waiting {
  readonly entry: InboxEntry;
  readonly called: Called;
}

/**
 * The latest entries that call for something to be done, the latest last. `handledAt`: when what has an id was last handled; what was left
 * since is to be done again.
 */
async function latestWaiting(store: Pick<Store, 'list'>, now: Date, handledAt: ReadonlyMap<string, string>) {
  let waiting: readonly Waiting[] = [];
  for (const month of monthsBefore(now)) {
    const ofMonth: Waiting[] = [];
    for await (const { key, text } of store.list(INBOX_PREFIX + month)) {
      const entry = parseStored(inboxEntrySchema, text, key);
      const called = calledFor(entry);
      if (called !== null && entry.at > (handledAt.get(called.id) ?? '')) ofMonth.push({ entry, called });
    }
    waiting = [...ofMonth, ...waiting];
    if (waiting.length > MOST_WAITING) return { waiting: waiting.slice(-MOST_WAITING), isCut: true };
  }
  return { waiting, isCut: false };
}

/** What is left to do, by its words. */
function leftIn(waiting: readonly Waiting[]): Left[] {
  const byId = new Map<string, Left>();
  for (const { entry, called } of waiting) {
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
      return calledBy('unanswered', entry.question);
    case 'rating':
      if (entry.isUseful) return entry.comment === null ? null : calledBy('opinion', entry.comment, false);
      return calledBy('rated', entry.question) ?? calledBy('rated', entry.answerText, false);
    case 'report': {
      // What was said before a mistake of the data is what was answered to the guide, or a question on something else.
      const asked = entry.about === 'data' ? null : calledBy('reported', entry.question ?? '');
      return asked ?? calledBy('reported', entry.text, false, entry.project);
    }
    case 'opinion':
      return calledBy('opinion', entry.text === '' ? DESK_INBOX.group.mark(entry.rating ?? 0) : entry.text, false);
  }
}

type Called = Pick<Left, 'id' | 'sort' | 'text' | 'folded' | 'isQuestion' | 'project'>;
const ID_CHARACTERS = 16;

/** By its words; what is no question may be a sign without a letter. */
function calledBy(sort: Sort, text: string, isQuestion = true, project: string | null = null): Called | null {
  const folded = foldedText(text) || (isQuestion ? '' : text.trim());
  if (folded === '' && project === null) return null;
  const words = isQuestion ? folded : `${project ?? ''} ${folded}`;
  return { id: hashOf(`${sort} ${words}`).slice(0, ID_CHARACTERS), sort, text, folded, isQuestion, project };
}
