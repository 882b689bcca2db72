import { gzipSync } from 'node:zlib';
import { directLineClient, errorSchema, type StartedConversation } from './direct-line-client';
import { sendRaw } from './raw-http';
import { hostStarter, newClock, SECRET } from './running-host';

const start = hostStarter();

const JSON_TYPE = { 'Content-Type': 'application/json' };
const MESSAGE = { type: 'message', text: 'Bonjour' };

/** A request, what it must be answered, and for which reason it is refused. */
interface Bad {
  readonly method?: string;
  readonly path?: (conversation: StartedConversation) => string;
  readonly token?: (conversation: StartedConversation) => string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly status: number;
  readonly code: string;
}

const cases: Readonly<Record<string, Bad>> = {
  'JSON that is cut': { body: '{"type":"message"', status: 400, code: 'InvalidJson' },
  'JSON 30,000 levels deep': { body: '['.repeat(30_000) + ']'.repeat(30_000), status: 400, code: 'InvalidJson' },
  'JSON 40 levels deep': { body: JSON.stringify({ ...MESSAGE, value: nested(40) }), status: 400, code: 'BadArgument' },
  'no body': { body: '', status: 400, code: 'BadArgument' },
  'a body that is no object': { body: '"message"', status: 400, code: 'BadArgument' },
  null: { body: 'null', status: 400, code: 'BadArgument' },
  'an activity without a type': { body: '{"text":"x"}', status: 400, code: 'BadArgument' },
  'an activity that clients do not send': { body: '{"type":"conversationUpdate"}', status: 400, code: 'BadArgument' },
  'an invoke': { body: '{"type":"invoke","name":"x"}', status: 400, code: 'BadArgument' },
  'a text that is none': { body: '{"type":"message","text":{"a":1}}', status: 400, code: 'BadArgument' },
  'an endless clientActivityID': {
    body: JSON.stringify({ ...MESSAGE, channelData: { clientActivityID: 'x'.repeat(201) } }),
    status: 400,
    code: 'BadArgument',
  },
  'a locale that is none': { body: JSON.stringify({ ...MESSAGE, locale: '../fr' }), status: 400, code: 'BadArgument' },
  'a body over 64 KiB': {
    body: JSON.stringify({ ...MESSAGE, text: 'x'.repeat(70_000) }),
    status: 413,
    code: 'PayloadTooLarge',
  },
  gzip: {
    headers: { 'Content-Encoding': 'gzip' },
    body: gzipSync(JSON.stringify(MESSAGE)),
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'gzip that is none': {
    headers: { 'Content-Encoding': 'gzip' },
    body: 'not gzip',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  brotli: { headers: { 'Content-Encoding': 'br' }, body: 'x', status: 415, code: 'UnsupportedMediaType' },
  'a form': {
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'type=message',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'a multipart body': {
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x--',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  text: { headers: { 'Content-Type': 'text/plain' }, body: 'bonjour', status: 415, code: 'UnsupportedMediaType' },
  'a file': {
    path: under('/upload'),
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x--',
    status: 415,
    code: 'UnsupportedMediaType',
  },
  'a file without a file': { path: under('/upload'), body: '{}', status: 415, code: 'UploadNotSupported' },
  'an unknown conversation': {
    path: () => '/conversations/unknown/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'a conversation named as a path': {
    path: () => '/conversations/..%2F..%2Fetc/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'a conversation named __proto__': {
    path: () => '/conversations/__proto__/activities',
    body: JSON.stringify(MESSAGE),
    status: 404,
    code: 'ConversationNotFound',
  },
  'no token': { token: () => undefined, body: JSON.stringify(MESSAGE), status: 401, code: 'Unauthorized' },
  'a forged token': {
    token: ({ token }) => `${token}x`,
    body: JSON.stringify(MESSAGE),
    status: 403,
    code: 'BadArgument',
  },
  'the secret in place of a token': {
    token: () => SECRET,
    body: JSON.stringify(MESSAGE),
    status: 403,
    code: 'BadArgument',
  },
  'a negative watermark': { method: 'GET', path: under('/activities?watermark=-1'), status: 400, code: 'BadArgument' },
  'a huge watermark': {
    method: 'GET',
    path: under(`/activities?watermark=${'9'.repeat(400)}`),
    status: 400,
    code: 'BadArgument',
  },
  'a watermark that is none': {
    method: 'GET',
    path: under('/activities?watermark=abc'),
    status: 400,
    code: 'BadArgument',
  },
  'a watermark with a fraction': {
    method: 'GET',
    path: under('/activities?watermark=1.5'),
    status: 400,
    code: 'BadArgument',
  },
  'a bad watermark to reconnect': { method: 'GET', path: under('?watermark=1e3'), status: 400, code: 'BadArgument' },
  'a wrong secret': {
    path: () => '/tokens/generate',
    token: () => 'wrong',
    body: '{}',
    status: 403,
    code: 'BadArgument',
  },
  'a token in place of the secret': {
    path: () => '/tokens/generate',
    token: ({ token }) => token,
    body: '{}',
    status: 403,
    code: 'BadArgument',
  },
  'a user id that is not a token’s': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"user":{"id":"ada"}}',
    status: 400,
    code: 'BadArgument',
  },
  'an unknown key to make a token': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"admin":true}',
    status: 400,
    code: 'BadArgument',
  },
  'an origin that is none': {
    path: () => '/tokens/generate',
    token: () => SECRET,
    body: '{"trustedOrigins":["javascript:alert(1)"]}',
    status: 400,
    code: 'BadArgument',
  },
  'someone else’s dl_ id to start': {
    path: () => '/conversations',
    body: '{"user":{"id":"dl_eve"}}',
    status: 400,
    code: 'BadArgument',
  },
  'a method that is not taken': { method: 'DELETE', status: 405, code: 'MethodNotAllowed' },
  'a method that is not taken, with a body': {
    method: 'PUT',
    path: () => '/tokens/generate',
    body: '{}',
    status: 405,
    code: 'MethodNotAllowed',
  },
  'an address that is not there': { path: () => '/nothing', body: '{}', status: 404, code: 'NotFound' },
  'an address that is badly written': { method: 'GET', path: () => '/%E0%A4%A', status: 404, code: 'NotFound' },
};

describe('bad input', () => {
  it.each(Object.entries(cases))('is refused when it is %s, and the server goes on', async (_name, bad) => {
    const { url, logged } = await start();
    const client = directLineClient(url);
    const conversation = await client.start();
    const token = (bad.token ?? (() => conversation.token))(conversation);

    const response = await fetch(`${url}/v3/directline${(bad.path ?? under('/activities'))(conversation)}`, {
      method: bad.method ?? 'POST',
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(bad.body === undefined ? {} : JSON_TYPE),
        ...bad.headers,
      },
      ...(bad.body === undefined ? {} : { body: bad.body }),
    });

    expect(response.status).toBe(bad.status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(errorSchema.parse(await response.json()).error.code).toBe(bad.code);
    expect(logged.join('')).not.toContain('a request failed');
    expect(await client.say(conversation, 'toujours là')).toMatch(/\|\d{7}$/u);
  });

  it('is refused with 403 when its conversation is someone else’s', async () => {
    const client = directLineClient((await start()).url);
    const mine = await client.start();
    const theirs = await client.start();

    const response = await client.post({ ...theirs, token: mine.token }, MESSAGE);

    expect(response.status).toBe(403);
    expect((await client.list(theirs)).activities).toHaveLength(1);
  });

  it.each(['/activities', ''])('is refused with TokenExpired when its token is too old (GET …%s)', async (path) => {
    const clock = newClock();
    const client = directLineClient((await start({ parts: { now: clock.now } })).url);
    const conversation = await client.start();
    clock.advance(1_801);

    const response = await client.fetch(
      'GET',
      `/conversations/${conversation.conversationId}${path}`,
      conversation.token,
    );

    expect(response.status).toBe(403);
    expect(errorSchema.parse(await response.json()).error.code).toBe('TokenExpired');
  });

  it('is refused when it comes from a page that the token is not for', async () => {
    const { url } = await start();
    const client = directLineClient(url);
    const { token } = await client.generate({ trustedOrigins: ['https://site.example.org/page'] });
    const from = (origin: string) =>
      fetch(`${url}/v3/directline/conversations`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, Origin: origin },
      });

    expect((await from('https://evil.example.org')).status).toBe(403);
    expect((await from('https://site.example.org')).status).toBe(201);
  });

  it('tells which methods an address takes', async () => {
    const { url } = await start();

    const response = await fetch(`${url}/v3/directline/conversations`, { method: 'DELETE' });

    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('bad HTTP', () => {
  const chunk = (size: number): string => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;
  const post = (headers: string): string =>
    `POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n${headers}\r\n\r\n`;

  it.each<[string, readonly (string | Buffer)[], number, string]>([
    [
      '100 KB in chunks without a length',
      [post('Transfer-Encoding: chunked'), ...Array.from({ length: 10 }, () => chunk(10_000)), '0\r\n\r\n'],
      413,
      'PayloadTooLarge',
    ],
    ['a length of 100 MB', [post('Content-Length: 100000000'), 'x'.repeat(1_000)], 413, 'PayloadTooLarge'],
    ['a length that is none', [post('Content-Length: abc')], 400, 'BadRequest'],
    ['two lengths', [post('Content-Length: 5\r\nTransfer-Encoding: chunked')], 400, 'BadRequest'],
    ['a broken chunk', [post('Transfer-Encoding: chunked'), 'zz\r\n'], 400, 'BadRequest'],
    [
      'a gzip body on a GET',
      ['GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nabcde'],
      415,
      'UnsupportedMediaType',
    ],
    ['a Host that breaks addresses', ['GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n'], 400, 'BadArgument'],
    ['a Host with a path', ['GET /healthz HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n'], 400, 'BadArgument'],
    [
      'an absolute address that is none',
      ['GET http://[/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
      400,
      'BadArgument',
    ],
    ['headers of 20 KB', [`GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`], 431, 'HeadersTooLarge'],
    ['what is not HTTP', ['\x16\x03\x01\x02\x00\x01\x00'], 400, 'BadRequest'],
  ])('is refused when it is %s, and the server goes on', async (_name, parts, status, code) => {
    const { url } = await start();

    const answer = await sendRaw(url, ...parts);

    expect(answer).toMatchObject({ status, code });
    expect((await directLineClient(url).start()).status).toBe(201);
  });

  it.each([
    '//',
    '//x/y',
    '/%',
    '/%00',
    '/..',
    '/?%',
    '/#',
    '*',
    '/widget/../../package.json',
    '/widget/%2e%2e%2fpage.js',
    '/\\',
  ])('such as the address %s is no way in', async (address) => {
    const { url } = await start();

    const { status } = await sendRaw(url, `GET ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

    expect([200, 400, 404]).toContain(status);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('is cut off when it never ends', async () => {
    const { url } = await start();

    const answer = await sendRaw(
      url,
      post('Transfer-Encoding: chunked'),
      ...Array.from({ length: 110 }, () => chunk(10_000)),
    );

    expect([0, 413]).toContain(answer.status);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

function under(path: string): (conversation: StartedConversation) => string {
  return ({ conversationId }) => `/conversations/${conversationId}${path}`;
}

function nested(levels: number): unknown {
  return levels === 0 ? 1 : [nested(levels - 1)];
}
