import { z } from 'zod';
import type { DocumentStore } from '../storage/document-store';

/**
 * Teams sends a turn again within a minute or so. Whoever captured a request could do so as long as its token lives, an hour
 * and five minutes: few conversations say five hundred things in that time, and the list of their ids is some 10 kB.
 */
const MAX_REMEMBERED = 500;

const seenSchema = z.strictObject({ ids: z.array(z.string()) });

/** The last activities answered in each conversation. */
export interface SeenActivities {
  has(conversation: string, activityId: string): Promise<boolean>;
  /** To be called by one turn of the conversation at a time. */
  add(conversation: string, activityId: string): Promise<void>;
}

/** Kept in the store: what Teams sends again after a restart was answered before it all the same. */
export function createSeenActivities(store: DocumentStore): SeenActivities {
  return {
    has: async (conversation, activityId) => (await read(conversation)).ids.includes(activityId),
    add: async (conversation, activityId) => {
      const { ids, version } = await read(conversation);
      await store.write(keyOf(conversation), { ids: [...ids, activityId].slice(-MAX_REMEMBERED) }, version);
    },
  };

  async function read(
    conversation: string,
  ): Promise<{ readonly ids: readonly string[]; readonly version: number | null }> {
    const document = await store.read(keyOf(conversation));
    return document === null
      ? { ids: [], version: null }
      : { ids: seenSchema.parse(document.value).ids, version: document.version };
  }
}

function keyOf(conversation: string): string {
  return `seen/${conversation}`;
}
