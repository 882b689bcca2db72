import { z } from 'zod';
import { parseJson } from '../storage/parse-json';
import type { Store } from '../storage/store';

/**
 * Teams sends a turn again within a minute or so. Whoever captured a request could do so as long as its token lives, an hour
 * and five minutes: few conversations say five hundred things in that time, and the list of their ids is some 10 kB.
 */
const MAX_REMEMBERED = 500;

const seenSchema = z.strictObject({ at: z.iso.datetime(), ids: z.array(z.string()) });

/** The last activities answered in each conversation. */
export interface SeenActivities {
  has(conversation: string, activityId: string): Promise<boolean>;
  /** To be called by one turn of the conversation at a time. */
  add(conversation: string, activityId: string): Promise<void>;
}

/** Kept in the store: what Teams sends again after a restart was answered before it all the same. `now` in milliseconds. */
export function createSeenActivities(store: Store, now: () => number): SeenActivities {
  return {
    has: async (conversation, activityId) => (await read(conversation)).ids.includes(activityId),
    add: async (conversation, activityId) => {
      const { ids, version } = await read(conversation);
      const seen = { at: new Date(now()).toISOString(), ids: [...ids, activityId].slice(-MAX_REMEMBERED) };
      await store.commit([{ key: keyOf(conversation), text: JSON.stringify(seen), expected: version }]);
    },
  };

  async function read(
    conversation: string,
  ): Promise<{ readonly ids: readonly string[]; readonly version: number | null }> {
    const kept = await store.read(keyOf(conversation));
    return kept === null
      ? { ids: [], version: null }
      : { ids: seenSchema.parse(parseJson(kept.text)).ids, version: kept.version };
  }
}

function keyOf(conversation: string): string {
  return `seen/${conversation}`;
}
