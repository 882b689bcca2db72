import { HttpError } from '../http/http-error';
import { UnreadableDocument, VersionConflict } from '../storage/document-store';
import { createBoundedCache } from '../storage/bounded-cache';
import type { RecordLogs } from '../storage/record-logs';
import {
  after,
  beginning,
  eventSchema,
  eventsOf,
  type ChatUser,
  type Conversation,
  type ConversationEvent,
} from './conversation';

/** The conversations, kept in the store: a restart does not end a chat. */
export interface Conversations {
  /** Null when nobody started it, and when it was ended. */
  find(id: string): Promise<Conversation | null>;
  /** Whether it was ended, started or not; of a damaged one that is not known, and it can still be. */
  isEnded(id: string): Promise<boolean>;
  /** Starts it, unless it was: true when it is new. One that was ended is a 404. */
  start(id: string, user: ChatUser): Promise<boolean>;
  /**
   * Adds what `decide` says happens to a running conversation, null for nothing, and returns its result; it may decide again
   * if another process wrote meanwhile. One that does not run is a 404.
   */
  change<T>(id: string, decide: (conversation: Conversation) => Decision<T>): Promise<T>;
  /** Takes off the disk what changes and deletions have left there of earlier words. */
  tidy(id: string): Promise<void>;
  /** Deletes what was said and leaves a mark, so that a token still good cannot begin it again. */
  end(id: string): Promise<void>;
}

/** What is to happen to a conversation, and what was found out. */
export interface Decision<T> {
  readonly event: ConversationEvent | null;
  readonly result: T;
}

/** Writers of one conversation wait in one queue, so a conflict needs a second process; five in a row need a bug. */
const MAX_ATTEMPTS = 5;

/** A log is written anew when what no longer counts is this much, and more than what does: a few times a day of talk. */
const MOST_STALE_CHARACTERS = 300_000;

/** A conversation as it was last read or written; null is the mark of one that was ended. */
interface StoredConversation {
  readonly conversation: Conversation | null;
  readonly version: number;
  /** Characters of all activities in its log, those that no longer count included. */
  readonly written: number;
}

/** Of memory, about: 30 conversations at their very longest, and hundreds of ordinary ones. */
const MOST_HELD_BYTES = 64_000_000;
/** What an empty one takes, and each value in an activity beside its characters. */
const BYTES_OF_CONVERSATION = 1_000;
const BYTES_OF_VALUE = 60;

function bytesOf({ conversation }: StoredConversation): number {
  return (conversation?.entries ?? []).reduce(
    (sum, { characters, values }) => sum + characters + values * BYTES_OF_VALUE,
    BYTES_OF_CONVERSATION,
  );
}

/** Conversations as logs of what happened to them. What is held in memory serves as long as the log is still the same. */
export function createConversations(logs: RecordLogs, now: () => Date): Conversations {
  const held = createBoundedCache({ most: MOST_HELD_BYTES, weightOf: bytesOf });
  return {
    find: async (id) => (await current(id))?.conversation ?? null,
    isEnded: async (id) => {
      try {
        return (await current(id))?.conversation === null;
      } catch (error) {
        if (error instanceof UnreadableDocument) return false;
        throw error;
      }
    },
    start: async (id, user) => {
      const found = await current(id);
      if (found !== null) {
        requireRunning(found.conversation);
        return false;
      }
      await write(id, null, beginning(id, user, now()));
      return true;
    },
    change: (id, decide) =>
      againOnConflict(async () => {
        const found = held.get(id) ?? (await read(id));
        const { event, result } = decide(requireRunning(found?.conversation));
        if (event !== null) await write(id, found, event);
        return result;
      }),
    tidy: (id) =>
      againOnConflict(async () => {
        const found = await current(id);
        if (found?.conversation != null) await writeAnew(id, found.version, eventsOf(found.conversation));
      }),
    end: (id) =>
      againOnConflict(async () => {
        // Its version alone: one that cannot be read is ended all the same.
        await writeAnew(id, await logs.versionOf(keyOf(id)), [{ kind: 'ended' }]);
      }),
  };

  async function write(id: string, found: StoredConversation | null, event: ConversationEvent): Promise<void> {
    const before = found === null ? null : await withoutStale(id, found);
    // Let go until the write is done: one that fails leaves nothing to be believed.
    held.release(id);
    const version = await logs.append(keyOf(id), event, before?.version ?? null);
    held.hold(id, {
      conversation: after(before?.conversation ?? null, event),
      version,
      written: (before?.written ?? 0) + charactersOf([event]),
    });
  }

  async function withoutStale(id: string, stored: StoredConversation): Promise<StoredConversation> {
    const { conversation, version, written } = stored;
    if (conversation === null) return stored;
    const events = eventsOf(conversation);
    const stale = written - charactersOf(events);
    const isMuch = stale > MOST_STALE_CHARACTERS && stale > written / 2;
    return isMuch ? writeAnew(id, version, events) : stored;
  }

  async function writeAnew(
    id: string,
    expectedVersion: number | null,
    events: [ConversationEvent, ...ConversationEvent[]],
  ): Promise<StoredConversation> {
    held.release(id);
    const version = await logs.replace(keyOf(id), events, expectedVersion);
    const stored = { conversation: replay(events), version, written: charactersOf(events) };
    held.hold(id, stored);
    return stored;
  }

  /** As it is in the store now; read again only when it is not what is held. */
  async function current(id: string): Promise<StoredConversation | null> {
    const known = held.get(id);
    if (known === undefined) return read(id);
    return (await logs.versionOf(keyOf(id))) === known.version ? known : read(id);
  }

  async function read(id: string): Promise<StoredConversation | null> {
    held.release(id);
    const log = await logs.read(keyOf(id));
    if (log === null) return null;
    const parsed = eventSchema.array().safeParse(log.records);
    if (!parsed.success) throw new UnreadableDocument('a stored conversation', parsed.error);
    const stored = {
      conversation: replay(parsed.data),
      version: log.version,
      written: charactersOf(parsed.data),
    };
    held.hold(id, stored);
    return stored;
  }
}

function replay(events: readonly ConversationEvent[]): Conversation | null {
  return events.reduce(after, null);
}

/** About what the events take in the log: that of the activities, which are nearly all of it. */
function charactersOf(events: readonly ConversationEvent[]): number {
  return events.reduce((sum, event) => sum + (event.kind === 'logged' ? event.entry.characters : 0), 0);
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
