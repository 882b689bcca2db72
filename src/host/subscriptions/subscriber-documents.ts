import { z } from 'zod';
import { noticeAddressSchema } from '../../../dialogs/subscriptions/notice-address';
import { followedSchema } from '../../core/changes/followed';
import { LOCALES } from '../../core/language/locale';
import type { Unchanging } from '../../core/model/records';
import { documentsOf } from '../storage/documents';
import { keysOf, type Store } from '../storage/store';

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
export type SubscriberDocuments = ReturnType<typeof createSubscriberDocuments>;

const PREFIX = 'subscriber/';

export function subscriberKey(channelId: string, conversationId: string): string {
  return `${PREFIX}${channelId}/${conversationId}`;
}

export function createSubscriberDocuments(store: Store) {
  return {
    ...documentsOf<Subscriber>(store, subscriberSchema, 'a stored subscriber'),
    /** Keys of all subscribers. */
    list: () => keysOf(store, PREFIX),
  };
}
