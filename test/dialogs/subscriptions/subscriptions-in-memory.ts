import type { NoticeAddress } from '../../../dialogs/subscriptions/notice-address';
import {
  MOST_SUBSCRIPTIONS,
  type Subscription,
  type Subscriptions,
} from '../../../dialogs/subscriptions/subscriptions';
import { isSameFollowed } from '../../../src/core/changes/followed';

/** Subscriptions that a test can look into, by conversation. */
export function subscriptionsInMemory(): Subscriptions & { readonly all: () => readonly Subscription[] } {
  const kept = new Map<string, readonly Subscription[]>();
  let last = 0;
  const of = ({ channelId, conversation }: NoticeAddress): readonly Subscription[] =>
    kept.get(`${channelId}/${conversation.id}`) ?? [];
  const set = ({ channelId, conversation }: NoticeAddress, items: readonly Subscription[]): void => {
    kept.set(`${channelId}/${conversation.id}`, items);
  };
  return {
    all: () => [...kept.values()].flat(),
    of: (address) => Promise.resolve(of(address)),
    add: (address, _locale, followed) => {
      const items = of(address);
      if (items.some((item) => isSameFollowed(item.followed, followed))) return Promise.resolve('known');
      if (items.length >= MOST_SUBSCRIPTIONS) return Promise.resolve('full');
      set(address, [...items, { id: (last += 1), followed, madeAt: '2026-11-24T09:00:00.000Z' }]);
      return Promise.resolve('added');
    },
    remove: (address, ids) => {
      set(
        address,
        of(address).filter(({ id }) => !ids.includes(id)),
      );
      return Promise.resolve();
    },
  };
}
