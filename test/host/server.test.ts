import { connect } from 'node:net';
import { createLog } from '../../src/host/log';
import { createServer, type Server } from '../../src/host/server';
import { HttpError } from '../../src/host/http/http-error';
import { json, type Route } from '../../src/host/http/route';
import { directLineClient, errorSchema } from './direct-line-client';
import { interference } from './interfered-store';
import { sendRaw } from './raw-http';
import { echoBot, hostStarter } from './running-host';

const start = hostStarter();

describe('the host', () => {
  it('tells that it lives and that it is ready', async () => {
    const { url } = await start({ parts: { version: '1.2.3' } });

    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok', version: '1.2.3' });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${url}/readyz`, { method: 'HEAD' })).status).toBe(200);
  });

  it('is not ready while nothing can be written, lives all the same, and is ready again by itself', async () => {
    const hooks = interference();
    const { url } = await start({ interfere: hooks.interfere });
    hooks.beforeCommit = () => Promise.reject(new Error('disk full'));

    const response = await fetch(`${url}/readyz`);

    expect(response.status).toBe(503);
    expect(errorSchema.parse(await response.json()).error.code).toBe('NotReady');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    hooks.beforeCommit = () => Promise.resolve();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('tries to write once for all who ask whether it is ready at the same time', async () => {
    const hooks = interference();
    const { url } = await start({ interfere: hooks.interfere });
    let trials = 0;
    hooks.beforeCommit = () => {
      trials += 1;
      return Promise.resolve();
    };

    const all = await Promise.all(Array.from({ length: 40 }, () => fetch(`${url}/readyz`)));

    expect(all.every(({ status }) => status === 200)).toBe(true);
    expect(trials).toBeLessThan(10);
  });

  it('answers a broken store with a 503 that tells nothing of it, and logs it', async () => {
    const hooks = interference();
    const { url, logged } = await start({ interfere: hooks.interfere });
    const client = directLineClient(url);
    hooks.afterRead = () => Promise.reject(new Error('/var/secret/path'));

    const response = await client.fetch('POST', '/conversations', (await client.generate()).token, {});

    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('/var/secret');
    expect(logged.join('')).toContain('/var/secret/path');
  });

  describe('for whoever offers another protocol', () => {
    const OFFER = 'Host: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n';
    const POST = `POST /v3/directline/conversations HTTP/1.1\r\n${OFFER}Content-Type: application/json\r\n`;

    it.each([
      ['an answer', [`GET /healthz HTTP/1.1\r\n${OFFER}\r\n`], 200],
      ['no such address', [`GET /nothing HTTP/1.1\r\n${OFFER}\r\n`], 404],
      ['a body that comes later', [`${POST}Content-Length: 2\r\n\r\n`, '{}'], 401],
      ['a body that is no JSON', [`${POST}Content-Length: 3\r\n\r\n{x}`], 400],
      ['a body in chunks', [`${POST}Transfer-Encoding: chunked\r\n\r\n3\r\n{x}\r\n0\r\n\r\n`], 400],
    ] as const)('is served as if it had not: %s', async (_case, parts, status) => {
      const { url } = await start();

      expect(await sendRaw(url, ...parts)).toMatchObject({ status });
    });

    it('lives through requests that do not wait for one another', async () => {
      const { url } = await start();
      const offered = `GET /readyz HTTP/1.1\r\n${OFFER}\r\n`;

      await sendRaw(url, offered.repeat(3));
      await sendRaw(url, `GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n${offered}`);

      expect((await fetch(`${url}/healthz`)).status).toBe(200);
    });
  });

  it('protects every answer, says nothing of its software, and lets nothing be kept', async () => {
    const { url } = await start();

    for (const path of ['/healthz', '/nothing', '/']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('server')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('gives addresses of PUBLIC_URL when it has one, whatever the Host header says', async () => {
    const host = await start({ environment: { PUBLIC_URL: 'https://chat.example.org' } });

    const { streamUrl } = await directLineClient(host.url).start();

    expect(streamUrl).toMatch(/^wss:\/\/chat\.example\.org\/v3\/directline\/conversations\//u);
  });

  it('gives the caller’s own address otherwise: a page at localhost may only talk to localhost', async () => {
    const host = await start();
    const local = host.url.replace('127.0.0.1', 'localhost');

    expect((await directLineClient(local).start()).streamUrl).toMatch(/^ws:\/\/localhost:\d+\//u);
  });

  it('logs neither texts, nor users, nor tokens', async () => {
    const { url, logged } = await start();
    const client = directLineClient(url);
    const { token } = await client.generate({ user: { id: 'dl_someone' } });
    const conversation = await client.start(token);
    await client.say(conversation, 'ma question à moi');
    await client.stream(conversation.streamUrl).next();

    const log = logged.join('');

    expect(log).toContain('"status":201');
    for (const personal of ['ma question', 'dl_someone', token.slice(-20), conversation.conversationId])
      expect(log).not.toContain(personal);
  });

  it('lets a turn under way finish before it stops', async () => {
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const host = await start({
      bot: async (context) => {
        if (context.activity.type !== 'message') return;
        begun();
        await slow;
        await echoBot(context);
      },
    });
    const client = directLineClient(host.url);
    const conversation = await client.start();
    const saying = client.post(conversation, { type: 'message', text: 'Un' });
    await hasBegun;

    const closing = host.close();
    finish();

    expect((await saying).status).toBe(200);
    await closing;
    await expect(fetch(`${host.url}/healthz`)).rejects.toThrow();
    const again = await start({ varDir: host.varDir });
    expect((await directLineClient(again.url).list(conversation)).activities.at(-1)).toMatchObject({
      text: 'Entendu : Un',
    });
  });

  it('may be closed twice', async () => {
    const host = await start();

    await Promise.all([host.close(), host.close()]);
    await host.close();
  });
});

describe('a route that fails', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  const boom = (): never => {
    throw new Error('internal detail');
  };
  const loop: { self?: unknown } = {};
  loop.self = loop;

  it.each<[string, Route['answer'], number, string]>([
    ['at once', boom, 500, 'InternalError'],
    ['later', () => Promise.reject(new Error('internal detail')), 500, 'InternalError'],
    ['with what is no error', () => Promise.reject(new Error('x', { cause: 'internal detail' })), 500, 'InternalError'],
    ['with an answer that cannot be written', () => Promise.resolve(json(200, loop)), 500, 'InternalError'],
    ['with a refusal', () => Promise.reject(new HttpError(418, 'Teapot', 'Short and stout.')), 418, 'Teapot'],
  ])('%s is answered, and the server goes on', async (_case, answer, status, code) => {
    server = createServer({
      host: '127.0.0.1',
      port: 0,
      log: createLog({ level: 'silent', json: true }),
      routes: [{ method: 'GET', path: '/fails', answer }],
      upgrade: (_request, socket) => socket.destroy(),
      isReady: () => Promise.resolve(true),
      closeChats: () => Promise.resolve(),
    });
    const url = await server.listen();

    const response = await fetch(`${url}/fails`);

    const body = await response.text();
    expect(response.status).toBe(status);
    expect(errorSchema.parse(JSON.parse(body)).error.code).toBe(code);
    expect(body).not.toContain('internal detail');
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it('is a port already taken: listening fails and says so', async () => {
    const { url } = await start();

    const second = start({ environment: { PORT: new URL(url).port } });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is a client that leaves in the middle of its request: the server goes on', async () => {
    const { url } = await start();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.write(
      'POST /v3/directline/conversations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"a":',
    );
    await new Promise((resolve) => socket.once('ready', resolve));

    socket.destroy();
    await closed;

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

it('a body that no route takes is not read on for ever', async () => {
  const { url } = await start();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.resume();
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write(
    'POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const drip = setInterval(() => socket.write('1\r\nx\r\n'), 10);

  await closed;
  clearInterval(drip);
});
