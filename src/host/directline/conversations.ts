import { UnreadableDocument, VersionConflict, type DocumentStore } from '../storage/document-store';
import { conversationSchema, newConversation, type ChatUser, type Conversation } from './conversation';

/** The conversations, kept in the store: a restart does not end a chat. */
export interface Conversations {
  /** Null when nobody started it. */
  find(id: string): Promise<Conversation | null>;
  /** Starts it, unless it was: `isNew` tells. */
  start(id: string, user: ChatUser): Promise<{ readonly conversation: Conversation; readonly isNew: boolean }>;
  /** Applies a change to a started conversation and returns its result; `change` may run again if another process wrote meanwhile. */
  change<T>(id: string, change: (conversation: Conversation) => Changed<T>): Promise<T>;
}

/** A conversation after a change, and what the change found out. */
export interface Changed<T> {
  readonly conversation: Conversation;
  readonly result: T;
}

/** Writers of one conversation wait in one queue, so a conflict needs a second process; five in a row need a bug. */
const MAX_ATTEMPTS = 5;

/** Conversations as documents of the store. */
export function createConversations(store: DocumentStore, now: () => Date): Conversations {
  return {
    find: async (id) => (await read(id))?.conversation ?? null,
    start: async (id, user) => {
      const found = await read(id);
      if (found !== null) return { conversation: found.conversation, isNew: false };
      const conversation = newConversation(id, user, now());
      await store.write(keyOf(id), conversation, null);
      return { conversation, isNew: true };
    },
    change: async (id, change) => {
      for (let attempt = 1; ; attempt += 1) {
        const found = await read(id);
        if (found === null) throw new Error('a conversation was changed before it was started');
        const { conversation, result } = change(found.conversation);
        if (conversation === found.conversation) return result;
        try {
          await store.write(keyOf(id), conversation, found.version);
          return result;
        } catch (error) {
          if (!(error instanceof VersionConflict) || attempt === MAX_ATTEMPTS) throw error;
        }
      }
    },
  };

  async function read(id: string): Promise<{ readonly conversation: Conversation; readonly version: number } | null> {
    const document = await store.read(keyOf(id));
    if (document === null) return null;
    const parsed = conversationSchema.safeParse(document.value);
    if (!parsed.success) throw new UnreadableDocument('a stored conversation', parsed.error);
    return { conversation: parsed.data, version: document.version };
  }
}

function keyOf(id: string): string {
  return `directline/${id}`;
}
