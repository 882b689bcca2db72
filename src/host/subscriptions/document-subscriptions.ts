import type { NoticeAddress } from '../../../dialogs/subscriptions/notice-address';
import { MOST_SUBSCRIPTIONS, type Subscriptions } from '../../../dialogs/subscriptions/subscriptions';
import { isSameFollowed } from '../../core/changes/followed';
import type { Project } from '../../core/model/records';
import type { KeptBases } from './kept-bases';
import { subscriberKey, type Subscriber, type SubscriberDocuments } from './subscriber-documents';

/** Subscriptions as documents. The base is kept before the one who was told of it: it is never missing. */
export function createSubscriptions(parts: {
  readonly documents: SubscriberDocuments;
  readonly bases: KeptBases;
  /** The base of now, which whoever subscribes knows of. */
  readonly projects: readonly Project[];
  readonly now: () => Date;
}): Subscriptions {
  const { documents, bases, projects, now } = parts;
  return {
    of: async (address) => {
      const renewedAt = now().toISOString();
      const found = await documents.change(keyOf(address), (subscriber) => subscriber && { ...subscriber, renewedAt });
      return (found?.items ?? []).map(({ id, followed, madeAt }) => ({ id, followed, madeAt }));
    },
    add: async (address, locale, followed) => {
      const told = await bases.keep(projects);
      const time = now().toISOString();
      let outcome: 'added' | 'known' | 'full' = 'added';
      await documents.change(keyOf(address), (found) => {
        const before: Subscriber = found ?? { address, locale, renewedAt: time, next: 1, items: [] };
        const renewed: Subscriber = { ...before, address, locale, renewedAt: time };
        const isKnown = before.items.some((item) => isSameFollowed(item.followed, followed));
        outcome = isKnown ? 'known' : before.items.length >= MOST_SUBSCRIPTIONS ? 'full' : 'added';
        if (outcome !== 'added') return renewed;
        const item = { id: before.next, followed, madeAt: time, told };
        return { ...renewed, next: before.next + 1, items: [...before.items, item] };
      });
      return outcome;
    },
    remove: async (address, ids) => {
      await documents.change(keyOf(address), (found) => {
        const left = found?.items.filter(({ id }) => !ids.includes(id)) ?? [];
        return found === null || left.length === 0 ? null : { ...found, items: left };
      });
    },
  };
}

function keyOf({ channelId, conversation }: NoticeAddress): string {
  return subscriberKey(channelId, conversation.id);
}
