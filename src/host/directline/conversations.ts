import { HttpError } from '../http/http-error';
import type { AtomicStore } from '../storage/atomic-store';
import { stateKey } from '../storage/bot-state';
import { parseStored } from '../storage/parse-json';
import { DAMAGED } from '../storage/set-aside';
import { againOnConflict, keysOf, type Change, type Line, UnreadableDocument } from '../storage/store';
import {
  beginning,
  changedEntry,
  chatKey,
  ending,
  headSchema,
  isTooLong,
  nextEntry,
  trimmed,
  withEntry,
  type ChatUser,
  type Conversation,
  type Entry,
  type Loggable,
  type LoggedActivity,
} from './conversation';

/** The conversations, kept in the store: a restart does not end a chat. */
export interface Conversations {
  /** Null when nobody started it, and when it was ended. */
  find(id: string): Promise<Conversation | null>;
  /** Whether it was ended, started or not; of a damaged one that is not known, and it can still be. */
  isEnded(id: string): Promise<boolean>;
  /** The activities after this sequence number that are still kept, oldest first. */
  after(id: string, sequence: number): Promise<readonly Line[]>;
  /** Starts it, unless it was: true when it is new. One that was ended is a 404. */
  start(id: string, user: ChatUser): Promise<boolean>;
  /** Logs an activity; `key` is what its client knows it by. A conversation that does not run is a 404. */
  log(id: string, activity: Loggable, key?: string | null): Promise<Entry>;
  /** Logs what came of an activity in its place, as the newest; null when it is not in the log any more. */
  change(id: string, activityId: string, change: (activity: LoggedActivity) => Loggable): Promise<Entry | null>;
  /** Deletes what was said and remembered, unread, and leaves a mark, so that a token still good cannot begin it again. */
  end(id: string): Promise<void>;
}

/** What was read or written last is not parsed again; about 3 MB of texts. */
const MOST_HELD = 1_000;

/** Conversations as a document each, which every change must find as it was read, and a log of activities. */
export function createConversations(store: AtomicStore, now: () => Date): Conversations {
  const held = new Map<string, { readonly text: string; readonly conversation: Conversation | null }>();
  return {
    find: async (id) => (await read(id))?.conversation ?? null,
    isEnded: async (id) => {
      try {
        return (await read(id))?.conversation === null;
      } catch (error) {
        if (error instanceof UnreadableDocument) return false;
        throw error;
      }
    },
    after: (id, sequence) => store.lines(chatKey(id), sequence),
    start: async (id, user) => {
      const found = await read(id);
      if (found !== null) {
        requireRunning(found.conversation);
        return false;
      }
      await store.commit([{ key: chatKey(id), text: JSON.stringify(beginning(id, user, now())), expected: null }]);
      return true;
    },
    log: (id, activity, key = null) =>
      write(id, (conversation) => {
        const entry = nextEntry(conversation, activity);
        return Promise.resolve({ result: entry, entry, conversation: withEntry(conversation, entry, now(), { key }) });
      }),
    change: (id, activityId, change) =>
      write(id, async (conversation) => {
        const found = changedEntry(conversation, await store.lines(chatKey(id), 0), activityId, change);
        if (found === null) return { result: null, entry: null, conversation };
        const { entry, old } = found;
        return { result: entry, entry, old, conversation: withEntry(conversation, entry, now(), { old }) };
      }),
    end: (id) =>
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

  async function write<T>(
    id: string,
    decide: (conversation: Conversation) => Promise<{
      readonly result: T;
      readonly entry: Entry | null;
      readonly old?: Line;
      readonly conversation: Conversation;
    }>,
  ): Promise<T> {
    return againOnConflict(async () => {
      const found = await read(id);
      const { result, entry, old, conversation } = await decide(requireRunning(found?.conversation));
      if (entry === null) return result;
      const log = chatKey(id);
      const added: Change[] = [{ log, number: entry.sequence, text: entry.text }];
      if (old !== undefined) added.push({ log, number: old.number, text: null });
      const all = isTooLong(conversation)
        ? trimmed(conversation, [
            ...(await store.lines(log, 0)).filter(({ number }) => number !== old?.number),
            { number: entry.sequence, text: entry.text },
          ])
        : { conversation, changes: [] };
      const text = JSON.stringify(all.conversation);
      hold(id, text, all.conversation);
      await store.commit([{ key: chatKey(id), text, expected: found?.version ?? null }, ...added, ...all.changes]);
      return result;
    });
  }

  async function read(id: string): Promise<{ conversation: Conversation | null; version: number } | null> {
    const kept = await store.read(chatKey(id));
    if (kept === null) return null;
    const known = held.get(id);
    if (known?.text === kept.text) return { conversation: known.conversation, version: kept.version };
    const conversation = parseStored(headSchema, kept.text, 'a stored conversation');
    hold(id, kept.text, conversation);
    return { conversation, version: kept.version };
  }

  function hold(id: string, text: string, conversation: Conversation | null): void {
    held.delete(id);
    held.set(id, { text, conversation });
    for (const oldest of held.keys()) {
      if (held.size <= MOST_HELD) break;
      held.delete(oldest);
    }
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

/** Fifteen digits stay exact in a number; no conversation comes near. */
const WATERMARK = /^\d{1,15}$/u;

/** The sequence number after which the client wants the activities. Absent or empty, as a fresh client sends it, is 0. */
export function readWatermark(text: string | null): number {
  if (text === null || text === '') return 0;
  if (!WATERMARK.test(text)) throw new HttpError(400, 'BadArgument', 'The watermark is not one that was given out.');
  return Number(text);
}
