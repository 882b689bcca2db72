import { z } from 'zod';
import { noticeAddressSchema } from '../../../dialogs/subscriptions/notice-address';
import { followedSchema } from '../../core/changes/followed';
import { LOCALES } from '../../core/language/locale';
import type { Unchanging } from '../../core/model/question';
import {
  UnreadableDocument,
  VersionConflict,
  type DocumentCollection,
  type StoreListing,
} from '../storage/document-store';

const subscriberSchema = z.strictObject({
  address: noticeAddressSchema,
  /** Of the last word about it. */
  locale: z.enum(LOCALES),
  /** When it was last spoken of, or a notice was sent. */
  renewedAt: z.iso.datetime(),
  /** Id of the next subscription. */
  next: z.int().positive(),
  items: z.array(
    z.strictObject({
      id: z.int().positive(),
      followed: followedSchema,
      madeAt: z.iso.datetime(),
      /** Fingerprint of the base that the conversation knows of. */
      told: z.string(),
    }),
  ),
});

/** A conversation that follows something, as it is stored. */
export type Subscriber = Unchanging<z.infer<typeof subscriberSchema>>;
export type Item = Subscriber['items'][number];

/** The subscribers, one document each. */
export interface SubscriberDocuments {
  /** Keys of all subscribers, and what cannot be read. */
  list(): Promise<StoreListing>;
  read(key: string): Promise<Subscriber | null>;
  /** Writes what `next` makes of the document and resolves with it; null deletes it, the same leaves it. */
  change(key: string, next: (found: Subscriber | null) => Subscriber | null): Promise<Subscriber | null>;
  /** Deletes the document, damaged or not. */
  erase(key: string): Promise<void>;
}

/** Notices and turns write the same document; each lost race means that the other went on. */
const MAX_RACES = 20;

const PREFIX = 'subscriber/';

/** The key of a conversation. */
export function subscriberKey(channelId: string, conversationId: string): string {
  return `${PREFIX}${channelId}/${conversationId}`;
}

export function createSubscriberDocuments(store: DocumentCollection): SubscriberDocuments {
  return {
    list: async () => {
      const { keys, damaged } = await store.list();
      return { keys: keys.filter((key) => key.startsWith(PREFIX)), damaged };
    },
    read: async (key) => (await find(key)).value,
    erase: (key) => store.erase(key),
    change: async (key, next) => {
      for (let race = 1; ; race += 1) {
        const { value, version } = await find(key);
        const changed = next(value);
        try {
          if (changed !== null && changed !== value) await store.write(key, changed, version);
          if (changed === null && version !== null) await store.delete(key, version);
          return changed;
        } catch (error) {
          if (!(error instanceof VersionConflict) || race === MAX_RACES) throw error;
        }
      }
    },
  };

  async function find(key: string): Promise<{ value: Subscriber | null; version: number | null }> {
    const document = await store.read(key);
    if (document === null) return { value: null, version: null };
    const parsed = subscriberSchema.safeParse(document.value);
    if (!parsed.success) throw new UnreadableDocument('a stored subscriber', parsed.error);
    return { value: parsed.data, version: document.version };
  }
}
