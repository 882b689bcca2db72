import { WebSocket } from 'ws';
import { z } from 'zod';
import { SECRET } from './running-host';

const activitySchema = z.looseObject({
  id: z.string(),
  type: z.string(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  timestamp: z.iso.datetime(),
  channelId: z.literal('directline'),
  conversation: z.strictObject({ id: z.string() }),
  from: z.looseObject({ id: z.string(), role: z.enum(['user', 'bot']) }),
});

const activitySetSchema = z.strictObject({ activities: z.array(activitySchema), watermark: z.string().optional() });

const grantSchema = z.object({ conversationId: z.string(), token: z.string(), expires_in: z.number() });

const conversationSchema = z.strictObject({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string(),
});

export const errorSchema = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });

/** A conversation as a client holds it. */
export type StartedConversation = z.infer<typeof conversationSchema> & { readonly status: number };

/** Talks Direct Line as directlinejs does. */
export function directLineClient(url: string) {
  const base = `${url}/v3/directline`;

  return { generate, refresh, start, reconnect, post, say, list, stream, fetch: request };

  async function generate(body?: unknown) {
    return grantSchema.parse(await (await request('POST', '/tokens/generate', SECRET, body)).json());
  }

  async function refresh(token: string) {
    return grantSchema.parse(await (await request('POST', '/tokens/refresh', token)).json());
  }

  async function start(token?: string, body: unknown = { user: {}, locale: 'fr-FR' }): Promise<StartedConversation> {
    const response = await request('POST', '/conversations', token ?? (await generate()).token, body);
    return { ...conversationSchema.parse(await response.json()), status: response.status };
  }

  async function reconnect(
    { conversationId, token }: StartedConversation,
    watermark: string,
  ): Promise<StartedConversation> {
    const response = await request('GET', `/conversations/${conversationId}?watermark=${watermark}`, token);
    return { ...conversationSchema.parse(await response.json()), status: response.status };
  }

  function post({ conversationId, token }: StartedConversation, activity: unknown): Promise<Response> {
    return request('POST', `/conversations/${conversationId}/activities`, token, activity);
  }

  async function say(conversation: StartedConversation, text: string, more: object = {}): Promise<string> {
    const response = await post(conversation, { type: 'message', text, from: { id: 'whoever' }, ...more });
    return z.strictObject({ id: z.string() }).parse(await response.json()).id;
  }

  async function list({ conversationId, token }: StartedConversation, watermark = '') {
    const response = await request('GET', `/conversations/${conversationId}/activities?watermark=${watermark}`, token);
    return activitySetSchema.parse(await response.json());
  }

  function request(method: string, path: string, token: string | undefined, body?: unknown): Promise<Response> {
    return fetch(base + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Opens the web socket; `next` resolves with the frames in the order they came, `rest` with those that are on the way, `closed` with how it ended. */
  function stream(streamUrl: string, options: { readonly autoPong?: boolean } = {}) {
    const socket = new WebSocket(streamUrl, options);
    const frames: unknown[] = [];
    const readers: ((frame: unknown) => void)[] = [];
    socket.on('message', (data: Buffer) => {
      const frame: unknown = JSON.parse(data.toString());
      const reader = readers.shift();
      if (reader === undefined) frames.push(frame);
      else reader(frame);
    });
    const closed = new Promise<{ readonly code: number; readonly reason: string }>((resolve) => {
      socket.on('close', (code, reason) => {
        resolve({ code, reason: reason.toString() });
      });
    });
    const opened = new Promise<void>((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    const refused = new Promise<{ readonly status: number; readonly body: unknown }>((resolve) => {
      socket.on('unexpected-response', (_request, response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) });
        });
      });
    });
    opened.catch(() => undefined);
    const pong = (): Promise<void> =>
      new Promise((resolve) => {
        socket.once('pong', () => {
          resolve();
        });
        socket.ping();
      });
    return {
      socket,
      opened,
      closed,
      refused,
      next: async () =>
        activitySetSchema.parse(
          frames.length > 0 ? frames.shift() : await new Promise<unknown>((resolve) => readers.push(resolve)),
        ),
      rest: async () => {
        await pong();
        return frames.splice(0).map((frame) => activitySetSchema.parse(frame));
      },
    };
  }
}
