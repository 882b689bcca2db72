import { HttpError } from '../http/http-error';
import type { AtomicStore } from '../storage/atomic-store';
import { stateKey } from '../storage/bot-state';
import { documentsOf } from '../storage/documents';
import { parseReadable } from '../storage/parse-json';
import { DAMAGED } from '../storage/set-aside';
import { againOnConflict, keysOf } from '../storage/store';
import {
  beginning,
  chatKey,
  endedSchema,
  ending,
  headSchema,
  isTooLong,
  nextEntry,
  trimmed,
  withEntry,
  type ChatUser,
  type Conversation,
  type Loggable,
} from './conversation';

/** The conversations, kept in the store: a restart does not end a chat. */
export type Conversations = ReturnType<typeof createConversations>;

/** Conversations as a document each, which every change must find as it was read, and a log of activities. */
export function createConversations(store: AtomicStore, now: () => Date) {
  const documents = documentsOf(store, headSchema, 'a stored conversation');
  return {
    /** Null when nobody started it, and when it was ended. */
    find: (id: string) => documents.read(chatKey(id)),
    /** Whether it was ended, started or not; of a damaged one that is not known, and it can still be. */
    isEnded: async (id: string) => {
      const kept = await store.read(chatKey(id));
      return kept !== null && parseReadable(endedSchema, kept.text) !== null;
    },
    /** The activities after this sequence number that are still kept, oldest first. */
    after: (id: string, sequence: number) => store.lines(chatKey(id), sequence),
    /** Starts it, unless it was: true when it is new. One that was ended is a 404. */
    start: async (id: string, user: ChatUser) => {
      const { content, version } = await documents.find(chatKey(id));
      if (version !== null) {
        requireRunning(content);
        return false;
      }
      await store.commit([{ key: chatKey(id), text: JSON.stringify(beginning(id, user, now())), expected: null }]);
      return true;
    },
    /** Logs an activity; `key` is what its client knows it by. A conversation that does not run is a 404. */
    log: (id: string, activity: Loggable, key: string | null = null) =>
      againOnConflict(async () => {
        const { content, version } = await documents.find(chatKey(id));
        const running = requireRunning(content);
        const entry = nextEntry(running, activity);
        const log = chatKey(id);
        const newest = { number: entry.sequence, text: entry.text };
        const longer = withEntry(running, entry, key, now());
        const { conversation, changes } = isTooLong(longer)
          ? trimmed(longer, [...(await store.lines(log, 0)), newest])
          : { conversation: longer, changes: [] };
        await store.commit([
          { key: log, text: JSON.stringify(conversation), expected: version },
          { log, ...newest },
          ...changes,
        ]);
        return entry;
      }),
    /** Deletes what was said and remembered, unread, and leaves a mark, so that a token still good cannot begin it again. */
    end: (id: string) =>
      againOnConflict(async () => {
        const [key, state] = [chatKey(id), stateKey('directline', id)];
        const lines = await store.lines(key, 0);
        const damaged = [...(await keysOf(store, DAMAGED + key)), ...(await keysOf(store, DAMAGED + state))];
        await store.commit([
          // Whatever is there, even what cannot be read.
          { key, text: ending(now()) },
          ...[state, ...damaged].map((gone) => ({ key: gone, text: null })),
          ...lines.map(({ number }) => ({ log: key, number, text: null })),
        ]);
      }),
  };
}

/** 404 is how the client learns that a conversation is over. */
export function requireRunning(conversation: Conversation | null): Conversation {
  if (conversation === null) throw noSuchConversation();
  return conversation;
}

/** Lets pass what runs or is still to be started. */
export async function requireNotEnded(conversations: Conversations, id: string): Promise<void> {
  if (await conversations.isEnded(id)) throw noSuchConversation();
}

function noSuchConversation(): HttpError {
  return new HttpError(404, 'ConversationNotFound', 'There is no such conversation.');
}

/** Fifteen digits stay exact in a number; no conversation comes near. */
const WATERMARK = /^\d{1,15}$/u;

/** The sequence number after which the client wants the activities. Absent or empty, as a fresh client sends it, is 0. */
export function readWatermark(text: string | null): number {
  if (text === null || text === '') return 0;
  if (!WATERMARK.test(text)) throw new HttpError(400, 'BadArgument', 'The watermark is not one that was given out.');
  return Number(text);
}

/**
 * The number after which activities are sent to a client with this watermark. One that the log has not reached is of before a backup was
 * put back, or Redis failed over: nobody knows which of what came since it has seen, so it is sent all, as after a reload. Web Chat puts what it knows by its id in
 * its place again.
 */
export function afterWhich(watermark: number, { last }: Conversation): number {
  return watermark > last ? 0 : watermark;
}
