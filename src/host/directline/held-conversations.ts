import type { Conversation } from './conversation';

/** A conversation as it was last read or written; null is the mark of one that was ended. */
export interface StoredConversation {
  readonly conversation: Conversation | null;
  readonly version: number;
  /** Characters of all activities in its log, those that no longer count included. */
  readonly written: number;
}

/** Conversations kept in memory, so that a turn need not read and check its log again. */
export interface HeldConversations {
  get(id: string): StoredConversation | undefined;
  hold(id: string, stored: StoredConversation): void;
  release(id: string): void;
}

/** About 60 MB of objects: 60 conversations at their very longest, and hundreds of ordinary ones. */
const MOST_CHARACTERS = 20_000_000;
/** What an empty one counts for. */
const LEAST_CHARACTERS = 1_000;

/** Lets the conversations go that were touched longest ago when they hold too much together. */
export function createHeldConversations(): HeldConversations {
  const held = new Map<string, { readonly stored: StoredConversation; readonly characters: number }>();
  let total = 0;
  return {
    get: (id) => held.get(id)?.stored,
    hold: (id, stored) => {
      release(id);
      const characters = (stored.conversation?.entries ?? []).reduce(
        (sum, entry) => sum + entry.characters,
        LEAST_CHARACTERS,
      );
      held.set(id, { stored, characters });
      total += characters;
      for (const oldest of held.keys()) {
        if (total <= MOST_CHARACTERS) break;
        release(oldest);
      }
    },
    release,
  };

  function release(id: string): void {
    total -= held.get(id)?.characters ?? 0;
    held.delete(id);
  }
}
