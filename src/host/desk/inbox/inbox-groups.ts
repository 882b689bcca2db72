import { z } from 'zod';
import { subjectOf } from '../../../core/editing/asked';
import { groupAlike } from '../../../core/editing/like-questions';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { parseJson } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import { mapInPieces } from '../../in-pieces';
import type { Person } from '../people/person';
import { keysLeft, latestEntries, type Left, leftIn, type Sort } from './left-entries';

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
      const { data } = doneSchema.safeParse(parseJson(text));
      if (data !== undefined) times.set(key.slice(DONE_PREFIX.length), data.at);
    }
    return times;
  }
}
