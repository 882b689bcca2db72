import { z } from 'zod';

/** As many as fit in a day of talk; a client that comes back replays from there. */
const MAX_ENTRIES = 500;
/** What a client that comes back is sent at once, and what a conversation under way holds in memory. */
const MAX_CHARACTERS = 300_000;

/** A card has some 700; each takes about 60 bytes of memory, which an object of three characters does not show. */
const MAX_VALUES = 30_000;

/** An activity as the client reads it: plain JSON with an id. */
const loggedActivitySchema = z.looseObject({ type: z.string(), id: z.string(), replyToId: z.string().optional() });

const entrySchema = z
  .strictObject({
    sequence: z.int().positive(),
    /** What the client knows its own activity by; null for the bot's, and once forgotten. */
    key: z.string().nullable(),
    /** Of the activity's JSON. */
    characters: z.int().positive(),
    /** Objects, lists, texts, numbers in it, about. */
    values: z.int().positive(),
    activity: loggedActivitySchema.readonly(),
  })
  .readonly();

const userSchema = z.strictObject({ id: z.string(), name: z.string().optional() }).readonly();

/** What happens to a conversation, as its log keeps it. */
export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('began'), id: z.string(), user: userSchema, startedAt: z.iso.datetime() }),
  /** In the place of the entry of the same activity, if there is one. */
  z.strictObject({ kind: z.literal('logged'), entry: entrySchema }),
  z.strictObject({ kind: z.literal('key-forgotten'), activityId: z.string() }),
  /** The mark of a conversation that was forgotten. */
  z.strictObject({ kind: z.literal('ended') }),
]);

export type LoggedActivity = z.infer<typeof entrySchema>['activity'];
export type Entry = z.infer<typeof entrySchema>;
export type ChatUser = z.infer<typeof userSchema>;
export type ConversationEvent = Readonly<z.infer<typeof eventSchema>>;

/** A conversation that runs; `last` is the sequence number of the newest activity ever logged. */
export interface Conversation {
  readonly id: string;
  readonly user: ChatUser;
  readonly startedAt: string;
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** What begins a conversation in which nothing was said yet. */
export function beginning(id: string, user: ChatUser, now: Date): ConversationEvent {
  return { kind: 'began', id, user, startedAt: now.toISOString() };
}

/** The conversation after an event; null once it has ended, and before it has begun. */
export function after(conversation: Conversation | null, event: ConversationEvent): Conversation | null {
  switch (event.kind) {
    case 'began':
      return { id: event.id, user: event.user, startedAt: event.startedAt, last: 0, entries: [] };
    case 'ended':
      return null;
    case 'logged':
      return conversation === null ? null : withEntry(conversation, event.entry);
    case 'key-forgotten':
      return conversation === null ? null : withoutKey(conversation, event.activityId);
  }
}

/** The fewest events that make this conversation again. */
export function eventsOf({ id, user, startedAt, entries }: Conversation): [ConversationEvent, ...ConversationEvent[]] {
  return [{ kind: 'began', id, user, startedAt }, ...entries.map((entry) => ({ kind: 'logged', entry }) as const)];
}

/** An activity to be logged under the next id (`<conversation>|0000001`). */
export function nextEntry(
  { id, last }: Conversation,
  activity: Readonly<Record<string, unknown>> & { readonly type: string },
  key: string | null,
): Entry {
  const sequence = last + 1;
  const logged = { ...activity, id: `${id}|${String(sequence).padStart(7, '0')}` };
  return { sequence, key, ...sizeOf(logged), activity: logged };
}

/**
 * What came of an activity, to be logged last, under the same id and a new sequence number: a client that polls by its
 * watermark would never hear of a change in the middle. Null when the activity is not in the log.
 */
export function changedEntry(
  { entries, last }: Conversation,
  activityId: string,
  change: (activity: LoggedActivity) => LoggedActivity,
): Entry | null {
  const old = entries.find(({ activity }) => activity.id === activityId);
  if (old === undefined) return null;
  const activity = change(old.activity);
  return { sequence: last + 1, key: old.key, ...sizeOf(activity), activity };
}

/** The activities after this sequence number that are still kept, oldest first. */
export function entriesAfter(conversation: Conversation, sequence: number): readonly Entry[] {
  return conversation.entries.filter((entry) => entry.sequence > sequence);
}

/** Lets the oldest go beyond the bounds. */
function withEntry(conversation: Conversation, entry: Entry): Conversation {
  const { entries } = conversation;
  const isChange = entries.some(({ activity }) => activity.id === entry.activity.id);
  const others = isChange ? entries.filter(({ activity }) => activity.id !== entry.activity.id) : entries;
  return { ...conversation, last: entry.sequence, entries: trim([...others, entry]) };
}

/** Lets the client send again under the same key: its activity was logged, but could not be answered. */
function withoutKey(conversation: Conversation, activityId: string): Conversation {
  return {
    ...conversation,
    entries: conversation.entries.map((entry) => (entry.activity.id === activityId ? { ...entry, key: null } : entry)),
  };
}

/** What separates values in JSON. In a text they count too: the more the safer. */
const SEPARATORS = /[,[{]/g;

function sizeOf(activity: LoggedActivity): Pick<Entry, 'characters' | 'values'> {
  const json = JSON.stringify(activity);
  return { characters: json.length, values: 1 + (json.match(SEPARATORS)?.length ?? 0) };
}

/** The newest entries within the bounds, the very newest always. */
function trim(entries: readonly Entry[]): readonly Entry[] {
  let characters = 0;
  let values = 0;
  const tooOld = entries.findLastIndex((entry, index) => {
    characters += entry.characters;
    values += entry.values;
    const isTooMuch = characters > MAX_CHARACTERS || values > MAX_VALUES || entries.length - index > MAX_ENTRIES;
    return index < entries.length - 1 && isTooMuch;
  });
  return tooOld === -1 ? entries : withoutOrphans(entries.slice(tooOld + 1));
}

/** Web Chat holds a reply back for 5 s when it can't find what it replies to. */
function withoutOrphans(entries: readonly Entry[]): readonly Entry[] {
  const kept = new Set(entries.map(({ activity }) => activity.id));
  return entries.map((entry) => {
    const { replyToId, ...rest } = entry.activity;
    return replyToId === undefined || kept.has(replyToId) ? entry : { ...entry, activity: rest };
  });
}
