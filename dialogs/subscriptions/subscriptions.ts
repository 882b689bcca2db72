import type { Followed } from '../../src/core/changes/followed';
import type { Locale } from '../../src/core/language/locale';
import type { NoticeAddress } from './notice-address';

/** What conversations asked to be told about. Kept across restarts, for a year from the last notice or word about it. */
export interface Subscriptions {
  /** What this conversation follows, the oldest first. To look is a word about it. */
  of(address: NoticeAddress): Promise<readonly Subscription[]>;
  /** Resolves once it is kept for good. "known": the conversation follows just this already. */
  add(address: NoticeAddress, locale: Locale, followed: Followed): Promise<'added' | 'known' | 'full'>;
  /** Stops those of these ids; with the last one, everything about the conversation is deleted. */
  remove(address: NoticeAddress, ids: readonly number[]): Promise<void>;
}

export interface Subscription {
  /** Of one conversation, never given twice while it follows something. */
  readonly id: number;
  readonly followed: Followed;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** Nobody follows more by hand; a script that floods a conversation does. */
export const MOST_SUBSCRIPTIONS = 20;
