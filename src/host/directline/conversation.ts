import { z } from 'zod';

/** As many as fit in a day of talk; a client that comes back replays from there. */
const MAX_ENTRIES = 500;
/** Each append rewrites the document: a turn took 60 ms with a full log of 1,000,000 characters, and takes 22 with this. */
const MAX_CHARACTERS = 300_000;

/** An activity as the client reads it: plain JSON with an id. */
const loggedActivitySchema = z.looseObject({ type: z.string(), id: z.string(), replyToId: z.string().optional() });

const entrySchema = z
  .strictObject({
    sequence: z.int().positive(),
    /** What the client knows its own activity by; null for the bot's, and once forgotten. */
    key: z.string().nullable(),
    /** Of the activity's JSON. */
    characters: z.int().positive(),
    activity: loggedActivitySchema.readonly(),
  })
  .readonly();

const userSchema = z.strictObject({ id: z.string(), name: z.string().optional() }).readonly();

/** A conversation as it is stored; `last` is the sequence number of the newest activity ever logged. */
export const conversationSchema = z
  .strictObject({
    id: z.string(),
    user: userSchema,
    startedAt: z.iso.datetime(),
    last: z.int().nonnegative(),
    entries: z.array(entrySchema).readonly(),
  })
  .readonly();

export type LoggedActivity = z.infer<typeof entrySchema>['activity'];
export type Entry = z.infer<typeof entrySchema>;
export type ChatUser = z.infer<typeof userSchema>;
export type Conversation = z.infer<typeof conversationSchema>;

/** A conversation in which nothing was said yet. */
export function newConversation(id: string, user: ChatUser, now: Date): Conversation {
  return { id, user, startedAt: now.toISOString(), last: 0, entries: [] };
}

/** Adds an activity under the next id (`<conversation>|0000001`), and lets the oldest go beyond the bounds. */
export function append(
  conversation: Conversation,
  activity: Readonly<Record<string, unknown>> & { readonly type: string },
  key: string | null,
): { readonly conversation: Conversation; readonly entry: Entry } {
  const sequence = conversation.last + 1;
  const logged = { ...activity, id: `${conversation.id}|${String(sequence).padStart(7, '0')}` };
  const entry: Entry = { sequence, key, characters: JSON.stringify(logged).length, activity: logged };
  return { conversation: { ...conversation, last: sequence, entries: trim([...conversation.entries, entry]) }, entry };
}

/** The activities after this sequence number that are still kept, oldest first. */
export function entriesAfter(conversation: Conversation, sequence: number): readonly Entry[] {
  return conversation.entries.filter((entry) => entry.sequence > sequence);
}

/**
 * Takes an activity out and puts what came of it last, under the same id and a new sequence number: a client that polls by
 * its watermark would never hear of a change in the middle. Null and the same conversation when it is not in the log.
 */
export function supersede(
  conversation: Conversation,
  activityId: string,
  change: (activity: LoggedActivity) => LoggedActivity,
): { readonly conversation: Conversation; readonly entry: Entry | null } {
  const old = conversation.entries.find(({ activity }) => activity.id === activityId);
  if (old === undefined) return { conversation, entry: null };
  const activity = change(old.activity);
  const sequence = conversation.last + 1;
  const entry: Entry = { sequence, key: old.key, characters: JSON.stringify(activity).length, activity };
  const others = conversation.entries.filter((other) => other !== old);
  return { conversation: { ...conversation, last: sequence, entries: trim([...others, entry]) }, entry };
}

/** Lets the client send again under the same key: its activity was logged, but could not be answered. */
export function forgetKey(conversation: Conversation, activityId: string): Conversation {
  return {
    ...conversation,
    entries: conversation.entries.map((entry) => (entry.activity.id === activityId ? { ...entry, key: null } : entry)),
  };
}

/** The newest entries within the bounds, the very newest always. */
function trim(entries: readonly Entry[]): readonly Entry[] {
  let characters = 0;
  const tooOld = entries.findLastIndex((entry, index) => {
    characters += entry.characters;
    return index < entries.length - 1 && (characters > MAX_CHARACTERS || entries.length - index > MAX_ENTRIES);
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
