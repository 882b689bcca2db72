import { ConversationState, type Storage, type StoreItems } from 'botbuilder';
import { z } from 'zod';
import { VersionConflict, type DocumentStore } from './document-store';

/** Keeps the SDK's keys apart from the host's own documents. */
const PREFIX = 'state/';

/** Writes that don't mind what is there still race with one another; each lost race is tried again. */
const MAX_OVERWRITES = 5;

const itemSchema = z.record(z.string(), z.unknown());

/** The state of each conversation (memory, dialog stack), kept in the store. */
export function createBotState(store: DocumentStore): ConversationState {
  return new ConversationState(createBotStorage(store));
}

/**
 * The SDK's storage over our documents: an eTag is a version. Without an eTag or with `*` the item is overwritten, which is
 * what BotState always asks for; any other eTag must be the stored version, or VersionConflict is thrown.
 */
export function createBotStorage(store: DocumentStore): Storage {
  return {
    read: async (keys) => {
      const items = await Promise.all(keys.map(async (key) => [key, await readItem(key)] as const));
      return Object.fromEntries(items.filter(([, item]) => item !== undefined));
    },
    write: async (changes: StoreItems) => {
      for (const [key, item] of Object.entries(itemSchema.parse(changes))) await writeItem(key, itemSchema.parse(item));
    },
    delete: async (keys) => {
      for (const key of keys) await store.erase(PREFIX + key);
    },
  };

  async function readItem(key: string): Promise<Record<string, unknown> | undefined> {
    const document = await store.read(PREFIX + key);
    // Null is what earlier versions left in the place of a deleted item.
    if (document === null || document.value === null) return undefined;
    return { ...itemSchema.parse(document.value), eTag: String(document.version) };
  }

  async function writeItem(key: string, { eTag, ...item }: Record<string, unknown>): Promise<void> {
    if (eTag === undefined || eTag === '*') {
      await overwrite(key, item);
      return;
    }
    await store.write(PREFIX + key, item, z.coerce.number().int().positive().parse(eTag));
  }

  async function overwrite(key: string, value: Record<string, unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const found = await store.read(PREFIX + key);
      try {
        await store.write(PREFIX + key, value, found?.version ?? null);
        return;
      } catch (error) {
        if (!(error instanceof VersionConflict) || attempt === MAX_OVERWRITES) throw error;
      }
    }
  }
}
