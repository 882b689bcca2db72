import type { z } from 'zod';
import { parseStored } from './parse-json';
import { againOnConflict, type Store } from './store';

/** Documents of one schema, by their keys; one that cannot be read throws UnreadableDocument, which names this place. */
export function documentsOf<Content>(store: Store, schema: z.ZodType<Content>, place: string) {
  return {
    /** With its version; null for both when nothing is there. */
    find,
    /** Null when nothing is there. */
    read: async (key: string): Promise<Content | null> => (await find(key)).content,
    /** Writes what `next` makes of the document as it is now, and resolves with it; null deletes it, the same leaves it. */
    change: <Next extends Content | null>(key: string, next: (found: Content | null) => Next): Promise<Next> =>
      againOnConflict(async () => {
        const { content, version } = await find(key);
        const changed = next(content);
        if (changed !== content)
          await store.commit([{ key, text: changed && JSON.stringify(changed), expected: version }]);
        return changed;
      }),
  };

  async function find(key: string): Promise<{ content: Content | null; version: number | null }> {
    const kept = await store.read(key);
    if (kept === null) return { content: null, version: null };
    return { content: parseStored(schema, kept.text, place), version: kept.version };
  }
}
