import { z } from 'zod';
import { HttpError } from '../http/http-error';
import { parseBody } from '../http/parse-body';
import { get, json, post, type Answer, type Call, type Route } from '../http/route';
import type { Log } from '../log';
import { requireToken, type Judges } from './authorization';
import type { Conversation } from './conversation';
import { afterWhich, readWatermark, requireNotEnded, requireRunning, type Conversations } from './conversations';
import { localeSchema, parseIncoming, type Seat } from './incoming-activity';
import type { Turns } from './receive-activity';
import { granted } from './token-routes';
import type { ChatClaims } from './tokens';

export interface ConversationRoutesParts extends Judges {
  readonly conversations: Conversations;
  readonly turns: Turns;
  readonly forget: (conversationId: string) => Promise<void>;
  readonly log: Log;
  readonly randomId: () => string;
  /** The address of this server as the caller of this Host reaches it, without a final slash. */
  readonly baseUrlOf: (host: string | undefined) => string;
}

const startSchema = z.strictObject({
  user: z.strictObject({ id: z.string().exactOptional(), name: z.string().exactOptional() }).exactOptional(),
  locale: localeSchema.exactOptional(),
});

const BASE = '/v3/directline';

export function conversationRoutes(parts: ConversationRoutesParts): Route[] {
  const { tokens, origins, conversations, turns, forget, log, randomId, baseUrlOf } = parts;
  return [
    post(`${BASE}/conversations`, start),
    get(`${BASE}/conversations/:id`, reconnect),
    get(`${BASE}/conversations/:id/activities`, listActivities),
    post(`${BASE}/conversations/:id/activities`, postActivity),
    post(`${BASE}/conversations/:id/upload`, refuseUpload),
    // Not of Direct Line: for whoever wants nothing kept of what was said.
    post(`${BASE}/conversations/:id/forget`, forgetConversation),
    get(`${BASE}/session/getsessionid`, giveSessionId),
  ];

  async function start({ headers, body }: Call): Promise<Answer> {
    const claims = requireToken(headers, { tokens, origins });
    const { user, locale } = parseBody(startSchema, body ?? {});
    if (user?.id?.startsWith('dl_') === true && user.id !== claims.user) {
      throw new HttpError(400, 'BadArgument', 'A user id that starts with dl_ can only come from a token.');
    }
    const isNew = await turns.start(seatOf(claims, headers.host), locale);
    return json(isNew ? 201 : 200, describe(claims, headers.host, ''));
  }

  async function reconnect(call: Call): Promise<Answer> {
    const claims = requireToken(call.headers, { tokens, origins });
    await find(call, claims);
    return json(200, describe(claims, call.headers.host, String(readWatermark(call.query.get('watermark')))));
  }

  async function listActivities(call: Call): Promise<Answer> {
    const claims = requireToken(call.headers, { tokens, origins });
    const watermark = readWatermark(call.query.get('watermark'));
    try {
      const conversation = await find(call, claims);
      const lines = await conversations.after(conversation.id, afterWhich(watermark, conversation));
      const last = lines.at(-1)?.number ?? conversation.last;
      const activities = lines.map(({ text }) => text).join(',');
      return {
        status: 200,
        content: { type: 'application/json', bytes: `{"activities":[${activities}],"watermark":"${last}"}` },
      };
    } catch (error) {
      if (error instanceof HttpError || call.parameters['id'] !== claims.conv) throw error;
      // After a 5xx the client never polls again and says nothing of it; told that there is nothing new, it asks again.
      log.error('a poll found the conversation unreadable', error, { channel: 'directline' });
      return json(200, { activities: [], watermark: String(watermark) });
    }
  }

  async function postActivity(call: Call): Promise<Answer> {
    const claims = requireToken(call.headers, { tokens, origins });
    // Whether his own runs is seen in the turn, which says so to people when it cannot be.
    if (call.parameters['id'] !== claims.conv) await find(call, claims);
    return json(200, { id: await turns.receive(seatOf(claims, call.headers.host), parseIncoming(call.body)) });
  }

  async function refuseUpload(call: Call): Promise<Answer> {
    await find(call, requireToken(call.headers, { tokens, origins }));
    throw new HttpError(415, 'UploadNotSupported', 'The assistant does not read files.');
  }

  /** Also before it was started: whoever leaves may want that a token already given out serves nobody. */
  async function forgetConversation(call: Call): Promise<Answer> {
    const claims = requireToken(call.headers, { tokens, origins });
    if (call.parameters['id'] === claims.conv) await requireNotEnded(conversations, claims.conv);
    else await find(call, claims);
    await forget(claims.conv);
    return json(200, {});
  }

  /** Only the OAuth cards of the SDK ask for it, and the assistant has none; the client wants an answer all the same. */
  async function giveSessionId({ headers }: Call): Promise<Answer> {
    await requireNotEnded(conversations, requireToken(headers, { tokens, origins }).conv);
    return json(200, { sessionId: randomId() });
  }

  /** The conversation that the address names, if it runs (404) and the token is for it (403). */
  async function find({ parameters }: Call, claims: ChatClaims): Promise<Conversation> {
    const conversation = requireRunning(await conversations.find(parameters['id'] ?? ''));
    if (claims.conv !== conversation.id)
      throw new HttpError(403, 'BadArgument', 'The token is for another conversation.');
    return conversation;
  }

  function describe(claims: ChatClaims, host: string | undefined, watermark: string) {
    const query = new URLSearchParams({ watermark, t: tokens.issueStream(claims) });
    const stream = `${baseUrlOf(host).replace(/^http/u, 'ws')}${BASE}/conversations/${claims.conv}/stream`;
    return { ...granted(tokens, claims), streamUrl: `${stream}?${query.toString()}` };
  }

  function seatOf({ conv, user, name }: ChatClaims, host: string | undefined): Seat {
    const account = { id: user, ...(name !== undefined && { name }) };
    return { conversationId: conv, user: account, serviceUrl: baseUrlOf(host) };
  }
}
