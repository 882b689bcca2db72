import { BAD_ADDRESSES, BAD_HTTP, BAD_REQUESTS, chunk, JSON_TYPE, MESSAGE, post, under } from './bad-requests';
import { directLineClient, errorSchema } from './direct-line-client';
import { sendRaw } from './raw-http';
import { hostStarter, newClock } from './running-host';

const start = hostStarter();

describe('bad input', () => {
  it.each(Object.entries(BAD_REQUESTS))('is refused when it is %s, and the server goes on', async (_name, bad) => {
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
  it.each(BAD_HTTP)('is refused when it is %s, and the server goes on', async (_name, parts, status, code) => {
    const { url } = await start();

    const answer = await sendRaw(url, ...parts);

    expect(answer).toMatchObject({ status, code });
    expect((await directLineClient(url).start()).status).toBe(201);
  });

  it.each(BAD_ADDRESSES)('such as the address %s is no way in', async (address) => {
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
