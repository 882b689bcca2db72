import { HttpError } from '../http/http-error';
import { UnreadableDocument, VersionConflict, type DocumentStore } from '../storage/document-store';
import { conversationSchema, newConversation, type ChatUser, type Conversation } from './conversation';

/** The conversations, kept in the store: a restart does not end a chat. */
export interface Conversations {
  /** Null when nobody started it, and when it was ended. */
  find(id: string): Promise<Conversation | null>;
  /** Whether it was ended, started or not. */
  isEnded(id: string): Promise<boolean>;
  /** Starts it, unless it was: `isNew` tells. One that was ended is a 404. */
  start(id: string, user: ChatUser): Promise<{ readonly conversation: Conversation; readonly isNew: boolean }>;
  /**
   * Applies a change to a running conversation and returns its result; `change` may run again if another process wrote
   * meanwhile. One that does not run is a 404.
   */
  change<T>(id: string, change: (conversation: Conversation) => Changed<T>): Promise<T>;
  /** Deletes what was said and leaves a mark, so that a token still good cannot begin it again. */
  end(id: string): Promise<void>;
}

/** A conversation after a change, and what the change found out. */
export interface Changed<T> {
  readonly conversation: Conversation;
  readonly result: T;
}

/** Writers of one conversation wait in one queue, so a conflict needs a second process; five in a row need a bug. */
const MAX_ATTEMPTS = 5;

/** What the store holds under a conversation's key: null is the mark of one that was ended. */
interface Stored {
  readonly conversation: Conversation | null;
  readonly version: number;
}

/** Conversations that are held as they were last written: to read one again and check it costs more than most turns. */
const MOST_HELD = 500;

/** Conversations as documents of the store. Only changes start from what is held; a write that the store refuses reads again. */
export function createConversations(store: DocumentStore, now: () => Date): Conversations {
  const held = new Map<string, Stored>();
  return {
    find: async (id) => (await read(id))?.conversation ?? null,
    isEnded: async (id) => (await read(id))?.conversation === null,
    start: async (id, user) => {
      const found = await read(id);
      if (found !== null) return { conversation: requireRunning(found.conversation), isNew: false };
      const conversation = newConversation(id, user, now());
      await write(id, conversation, null);
      return { conversation, isNew: true };
    },
    change: (id, change) =>
      againOnConflict(async () => {
        const found = held.get(id) ?? (await read(id));
        const before = requireRunning(found?.conversation);
        const { conversation, result } = change(before);
        if (conversation !== before) await write(id, conversation, found?.version ?? null);
        return result;
      }),
    end: (id) =>
      againOnConflict(async () => {
        await write(id, null, (await read(id))?.version ?? null);
      }),
  };

  async function write(id: string, conversation: Conversation | null, expected: number | null): Promise<void> {
    // Let go until the write is done: one that fails leaves nothing to be believed.
    held.delete(id);
    held.set(id, { conversation, version: await store.write(keyOf(id), conversation, expected) });
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  }

  async function read(id: string): Promise<Stored | null> {
    const document = await store.read(keyOf(id));
    if (document === null) return null;
    const parsed = conversationSchema.nullable().safeParse(document.value);
    if (!parsed.success) throw new UnreadableDocument('a stored conversation', parsed.error);
    return { conversation: parsed.data, version: document.version };
  }
}

/** 404 is how the client learns that a conversation is over. */
export function requireRunning(conversation: Conversation | null | undefined): Conversation {
  if (conversation === null || conversation === undefined) throw noSuchConversation();
  return conversation;
}

/** Lets pass what runs or is still to be started. */
export async function requireNotEnded(conversations: Conversations, id: string): Promise<void> {
  if (await conversations.isEnded(id)) throw noSuchConversation();
}

function noSuchConversation(): HttpError {
  return new HttpError(404, 'ConversationNotFound', 'There is no such conversation.');
}

async function againOnConflict<T>(attempt: () => Promise<T>): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof VersionConflict) || count === MAX_ATTEMPTS) throw error;
    }
  }
}

function keyOf(id: string): string {
  return `directline/${id}`;
}
