import { ActivityTypes, type Activity } from 'botbuilder';
import { z } from 'zod';
import { votesIn } from '../../../dialogs/votes';
import { parseBody } from '../http/parse-body';
import type { ChatUser } from './conversation';

/** Our side of every Direct Line conversation. */
export const BOT_ACCOUNT = { id: 'assistant', name: 'Assistant Transformation publique', role: 'bot' } as const;

/** Ids that clients make are UUIDs or short random words. */
const MAX_ID_CHARACTERS = 200;

/** As browsers name their language: `fr-FR`. */
export const localeSchema = z.string().regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/iu);

/**
 * What a client may send. Keys that are not here are dropped, not refused: Web Chat sends more (from, attachments, entities…)
 * and who speaks is the token's to say. A text is only bounded by the body, so that the assistant itself can say that it is
 * too long. `channelData` goes back untouched in the echo, by which Web Chat recognises its own message.
 */
const incomingSchema = z.object({
  type: z.enum([ActivityTypes.Message, ActivityTypes.Event, ActivityTypes.Typing]),
  id: z.string().min(1).max(MAX_ID_CHARACTERS).exactOptional(),
  text: z.string().exactOptional(),
  textFormat: z.enum(['plain', 'markdown', 'xml']).exactOptional(),
  name: z.string().max(MAX_ID_CHARACTERS).exactOptional(),
  value: z.json().exactOptional(),
  locale: localeSchema.exactOptional(),
  localTimestamp: z.iso.datetime({ offset: true }).exactOptional(),
  // Web Chat sends its abilities with each message: only a thumb that was pressed counts.
  entities: z.array(z.unknown()).transform(votesIn).exactOptional(),
  localTimezone: z.string().max(64).exactOptional(),
  channelData: z
    .object({ clientActivityID: z.string().min(1).max(MAX_ID_CHARACTERS).exactOptional() })
    .catchall(z.json())
    .exactOptional(),
});

/** An activity as its client sent it, checked. */
export type IncomingActivity = z.infer<typeof incomingSchema>;

/** The checked activity; throws a 400 that names each bad key. */
export function parseIncoming(body: unknown): IncomingActivity {
  const { entities = [], ...incoming } = parseBody(incomingSchema, body);
  return entities.length === 0 ? incoming : { ...incoming, entities };
}

/** What tells a re-sent activity from a new one; null when its client gave no id. */
export function keyOf({ channelData, id }: IncomingActivity): string | null {
  if (channelData?.clientActivityID !== undefined) return `client:${channelData.clientActivityID}`;
  return id === undefined ? null : `id:${id}`;
}

/** Where a conversation is held and by whom. */
export interface Seat {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly user: ChatUser;
}

/** The conversation's side of an activity: same for what the bot hears and what the client gets back. */
export type Envelope = Seat & { readonly now: Date };

/** The activity as the client gets it back. `id` of the incoming one was its client's, and is replaced when it is logged. */
export function toEcho(
  { id: _id, ...incoming }: IncomingActivity,
  { conversationId, serviceUrl, user, now }: Envelope,
) {
  return {
    ...incoming,
    timestamp: now.toISOString(),
    channelId: 'directline',
    serviceUrl,
    conversation: { id: conversationId },
    from: { ...user, role: 'user' },
  };
}

/** The activity as the bot hears it; `id` is the logged one, and absent when nothing was logged. */
export function toTurn(
  { id: _id, localTimestamp, ...incoming }: IncomingActivity,
  id: string | undefined,
  envelope: Envelope,
): Partial<Activity> {
  return {
    ...turnOf(envelope),
    ...incoming,
    ...(id === undefined ? {} : { id }),
    ...(localTimestamp === undefined
      ? {}
      : { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }),
  };
}

/** Tells the bot that a user is here. It has no id: a reply to an activity that the client never sees would be held back. */
export function toWelcomeTurn(locale: string | undefined, envelope: Envelope): Partial<Activity> {
  const turn = turnOf(envelope);
  return {
    ...turn,
    type: ActivityTypes.ConversationUpdate,
    membersAdded: [BOT_ACCOUNT, turn.from],
    ...(locale === undefined ? {} : { locale }),
  };
}

function turnOf({ conversationId, serviceUrl, user, now }: Envelope) {
  return {
    timestamp: now,
    channelId: 'directline',
    serviceUrl,
    conversation: { id: conversationId, name: '', conversationType: 'personal', isGroup: false },
    from: { id: user.id, name: user.name ?? '', role: 'user' },
    recipient: BOT_ACCOUNT,
  };
}
