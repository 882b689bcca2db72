import { z } from 'zod';
import { HttpError } from '../http/http-error';
import { parseBody } from '../http/parse-body';
import { json, type Answer, type Call, type Route } from '../http/route';
import { requireToken } from './authorization';
import { entriesAfter, type ChatUser, type Conversation } from './conversation';
import type { Conversations } from './conversations';
import { parseIncoming } from './incoming-activity';
import type { Seat, Turns } from './receive-activity';
import { TOKEN_SECONDS, type ChatClaims, type Tokens } from './tokens';
import { readWatermark } from './watermark';

/** What the routes of the conversations need. */
export interface ConversationRoutesParts {
  readonly tokens: Tokens;
  readonly conversations: Conversations;
  readonly turns: Turns;
  readonly randomId: () => string;
  /** The address of this server as the caller of this Host reaches it, without a final slash. */
  readonly baseUrlOf: (host: string | undefined) => string;
}

const startSchema = z.strictObject({
  user: z.strictObject({ id: z.string().exactOptional(), name: z.string().exactOptional() }).exactOptional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8}){0,4}$/iu)
    .exactOptional(),
});

const BASE = '/v3/directline';

/** Conversations and their activities. */
export function conversationRoutes({
  tokens,
  conversations,
  turns,
  randomId,
  baseUrlOf,
}: ConversationRoutesParts): Route[] {
  return [
    { method: 'POST', path: `${BASE}/conversations`, answer: start },
    { method: 'GET', path: `${BASE}/conversations/:id`, answer: reconnect },
    { method: 'GET', path: `${BASE}/conversations/:id/activities`, answer: listActivities },
    { method: 'POST', path: `${BASE}/conversations/:id/activities`, answer: postActivity },
    { method: 'POST', path: `${BASE}/conversations/:id/upload`, answer: refuseUpload },
    { method: 'GET', path: `${BASE}/session/getsessionid`, answer: giveSessionId },
  ];

  async function start({ headers, body }: Call): Promise<Answer> {
    const claims = requireToken(headers, tokens);
    const { user, locale } = parseBody(startSchema, body ?? {});
    if (user?.id?.startsWith('dl_') === true && user.id !== claims.user) {
      throw new HttpError(400, 'BadArgument', 'A user id that starts with dl_ can only come from a token.');
    }
    const isNew = await turns.start(seatOf(claims, headers.host), locale);
    return json(isNew ? 201 : 200, describe(claims, headers.host, ''));
  }

  async function reconnect(call: Call): Promise<Answer> {
    const { claims } = await open(call);
    return json(200, describe(claims, call.headers.host, String(readWatermark(call.query.get('watermark')))));
  }

  async function listActivities(call: Call): Promise<Answer> {
    const { conversation } = await open(call);
    const entries = entriesAfter(conversation, readWatermark(call.query.get('watermark')));
    return json(200, { activities: entries.map(({ activity }) => activity), watermark: String(conversation.last) });
  }

  async function postActivity(call: Call): Promise<Answer> {
    const { claims } = await open(call);
    return json(200, { id: await turns.receive(seatOf(claims, call.headers.host), parseIncoming(call.body)) });
  }

  async function refuseUpload(call: Call): Promise<Answer> {
    await open(call);
    throw new HttpError(415, 'UploadNotSupported', 'The assistant does not read files.');
  }

  /** Only the OAuth cards of the SDK ask for it, and the assistant has none; the client wants an answer all the same. */
  function giveSessionId({ headers }: Call): Promise<Answer> {
    requireToken(headers, tokens);
    return Promise.resolve(json(200, { sessionId: randomId() }));
  }

  /** The conversation that the address names, if it exists (404) and the token is for it (403). */
  async function open({
    headers,
    parameters,
  }: Call): Promise<{ readonly claims: ChatClaims; readonly conversation: Conversation }> {
    const claims = requireToken(headers, tokens);
    const conversation = await conversations.find(parameters['id'] ?? '');
    if (conversation === null) throw new HttpError(404, 'ConversationNotFound', 'There is no such conversation.');
    if (claims.conv !== conversation.id)
      throw new HttpError(403, 'BadArgument', 'The token is for another conversation.');
    return { claims, conversation };
  }

  function describe(claims: ChatClaims, host: string | undefined, watermark: string) {
    const query = new URLSearchParams({ watermark, t: tokens.issueStream(claims.conv) });
    const stream = `${baseUrlOf(host).replace(/^http/u, 'ws')}${BASE}/conversations/${claims.conv}/stream`;
    return {
      conversationId: claims.conv,
      token: tokens.issueChat(claims),
      expires_in: TOKEN_SECONDS,
      streamUrl: `${stream}?${query.toString()}`,
    };
  }

  function seatOf({ conv, user, name }: ChatClaims, host: string | undefined): Seat {
    const account: ChatUser = name === undefined ? { id: user } : { id: user, name };
    return { conversationId: conv, user: account, serviceUrl: baseUrlOf(host) };
  }
}
