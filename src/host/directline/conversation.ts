import { z } from 'zod';
import type { Line } from '../storage/store';

/** As many as fit in a day of talk; a client that comes back replays from there. */
const MAX_ENTRIES = 500;
/** What a client that comes back is sent at once. */
const MAX_CHARACTERS = 300_000;

/** Whoever sends a message again does so within minutes. */
const MAX_KEYS = 50;

const userSchema = z.strictObject({ id: z.string(), name: z.string().optional() }).readonly();

const runningSchema = z
  .strictObject({
    /** When something was last said. */
    at: z.iso.datetime(),
    id: z.string(),
    user: userSchema,
    /** Sequence number of the newest activity ever logged. */
    last: z.int().nonnegative(),
    /** Of the activities still in the log. */
    count: z.int().nonnegative(),
    characters: z.int().nonnegative(),
    /** What clients know their last activities by, and the ids that they were logged under, the latest last. */
    heard: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
  })
  .readonly();

/** What is kept of a conversation that was forgotten. */
export const endedSchema = z.strictObject({ at: z.iso.datetime(), ended: z.literal(true) });

/** What is kept of a conversation beside its log; null once it was forgotten. */
export const headSchema = z.union([runningSchema, endedSchema.transform(() => null)]);

export type ChatUser = z.infer<typeof userSchema>;

export type Conversation = z.infer<typeof runningSchema>;

/** An activity of the log, as the JSON that clients read; it is put together once, and never parsed here but to change it. */
export interface Entry {
  readonly sequence: number;
  readonly id: string;
  readonly text: string;
}

/** An activity to be logged: whatever JSON can write. */
export type Loggable = Readonly<Record<string, unknown>> & { readonly type: string };

/** Under which a conversation stands, and its activities as the log of the same name. */
export function chatKey(id: string): string {
  return `chat/${id}`;
}

/** A conversation in which nothing was said yet. */
export function beginning(id: string, user: ChatUser, now: Date): Conversation {
  return { at: now.toISOString(), id, user, last: 0, count: 0, characters: 0, heard: [] };
}

/** What keeps a conversation that was forgotten from being begun again. */
export function ending(now: Date): string {
  return JSON.stringify({ at: now.toISOString(), ended: true });
}

/** The activity under the next id (`<conversation>|0000001`). */
export function nextEntry({ id, last }: Conversation, activity: Loggable): Entry {
  const sequence = last + 1;
  const entryId = `${id}|${String(sequence).padStart(7, '0')}`;
  return { sequence, id: entryId, text: JSON.stringify({ ...activity, id: entryId }) };
}

const activitySchema = z.looseObject({ type: z.string(), id: z.string() });

/** The conversation with the entry, which its client knows by `key`. */
export function withEntry(conversation: Conversation, { sequence, id, text }: Entry, key: string | null, now: Date) {
  const { heard, count, characters } = conversation;
  return {
    ...conversation,
    at: now.toISOString(),
    last: sequence,
    count: count + 1,
    characters: characters + text.length,
    heard: key === null ? heard : [...heard, [key, id] as const].slice(-MAX_KEYS),
  };
}

/** Whether the oldest activities are to go. */
export function isTooLong({ count, characters }: Conversation): boolean {
  return count > MAX_ENTRIES || characters > MAX_CHARACTERS;
}

/** Lets the oldest go beyond the bounds; the very newest stays always. */
export function trimmed(conversation: Conversation, lines: readonly Line[]) {
  let { count, characters } = conversation;
  const gone: Line[] = [];
  for (const line of lines.slice(0, -1)) {
    if (!isTooLong({ ...conversation, count, characters })) break;
    gone.push(line);
    count -= 1;
    characters -= line.text.length;
  }
  const log = chatKey(conversation.id);
  const orphans = withoutOrphans(lines.slice(gone.length), gone);
  return {
    conversation: { ...conversation, count, characters },
    changes: [...gone.map(({ number }) => ({ number, text: null })), ...orphans].map((change) => ({ log, ...change })),
  };
}

/** Those of the lines that reply to what is gone, made to reply to nothing: Web Chat holds a reply back for 5 s when it can't find what it replies to. */
function withoutOrphans(lines: readonly Line[], gone: readonly Line[]): readonly Line[] {
  const ids = gone.map(({ text }) => activitySchema.parse(JSON.parse(text)).id);
  return lines.flatMap(({ number, text }) => {
    if (!ids.some((id) => text.includes(`"replyToId":"${id}"`))) return [];
    return [{ number, text: JSON.stringify({ ...activitySchema.parse(JSON.parse(text)), replyToId: undefined }) }];
  });
}
