import { WebSocket } from 'ws';
import { directLineClient, type StartedConversation } from '../direct-line-client';
import { sendRaw } from '../raw-http';
import { hostStarter, SECRET } from '../running-host';

const start = hostStarter();

const SITE = 'https://site.example.org';
const OTHER = 'https://evil.example.org';

/** What looks like an allowed site and is none. */
const LOOKALIKES = [
  OTHER,
  'null',
  'http://site.example.org',
  'https://site.example.org:8443',
  'https://site.example.org.evil.example.org',
  'https://a.site.example.org',
  'https://site.example.org/',
  'https://SITE.example.org',
  `${SITE}, ${OTHER}`,
  '*',
];

describe('a page that calls Direct Line', () => {
  it.each(LOOKALIKES)('is refused everywhere when its site is %s', async (origin) => {
    const { url, conversation } = await startFor(SITE);
    const { conversationId, token, streamUrl } = conversation;
    const call = (method: string, path: string, bearer = token): Promise<Response> =>
      callFrom(origin, url, method, path, bearer);

    const answers = await Promise.all([
      call('POST', '/tokens/generate', SECRET),
      call('POST', '/tokens/refresh'),
      call('POST', '/conversations'),
      call('GET', `/conversations/${conversationId}`),
      call('GET', `/conversations/${conversationId}/activities`),
      call('POST', `/conversations/${conversationId}/activities`),
      call('POST', `/conversations/${conversationId}/upload`),
      call('POST', `/conversations/${conversationId}/forget`),
      call('GET', '/session/getsessionid'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 9 }, () => 403));
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('vary')).toBe('Origin');
    }
    expect(await upgradeFrom(origin, streamUrl)).toBe(403);
  });

  it('is let in when its site is listed, and may read the answers', async () => {
    const { url, conversation } = await startFor(`https://first.example.org ${SITE}`);

    const answer = await callFrom(
      SITE,
      url,
      'GET',
      `/conversations/${conversation.conversationId}/activities`,
      conversation.token,
    );

    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await upgradeFrom(SITE, conversation.streamUrl)).toBe(101);
  });

  it.each([
    ['a token that is no good', (url: string) => callFrom(SITE, url, 'POST', '/conversations', 'x'), 403],
    ['no such address', (url: string) => callFrom(SITE, url, 'GET', '/nothing', 'x'), 404],
    [
      'a file',
      (url: string) => {
        const body = new FormData();
        body.append('file', new Blob(['x']));
        return fetch(`${url}/v3/directline/conversations/x/upload`, {
          method: 'POST',
          headers: { Origin: SITE },
          body,
        });
      },
      415,
    ],
  ])('may read why it is refused: %s', async (_case, call, status) => {
    const { url } = await startFor(SITE);

    const answer = await call(url);

    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(SITE);
  });

  it('is let in from our own address, and from no other, when no site is listed', async () => {
    const { url, conversation } = await startFor('');

    expect((await callFrom(url, url, 'POST', '/tokens/refresh', conversation.token)).status).toBe(200);
    expect(await upgradeFrom(url, conversation.streamUrl)).toBe(101);
    expect((await callFrom(SITE, url, 'POST', '/tokens/refresh', conversation.token)).status).toBe(403);
  });

  it('is ours by PUBLIC_URL when there is one, whatever the Host header says', async () => {
    const { url } = await start({ environment: { PUBLIC_URL: 'https://chat.example.org' } });
    const { token } = await directLineClient(url).generate();

    expect((await callFrom('https://chat.example.org', url, 'POST', '/tokens/refresh', token)).status).toBe(200);
    expect((await callFrom(url, url, 'POST', '/tokens/refresh', token)).status).toBe(403);
  });

  it('is let in by a token of sites only from these, listed or ours', async () => {
    const { url } = await startFor(SITE);
    const client = directLineClient(url);
    const { token } = await client.generate({ trustedOrigins: [`${OTHER}/some/page`] });
    const conversation = await client.start(token);
    const statusFrom = async (origin: string) =>
      (await callFrom(origin, url, 'POST', '/tokens/refresh', conversation.token)).status;

    expect([await statusFrom(OTHER), await statusFrom(SITE), await statusFrom(url)]).toEqual([200, 403, 403]);
    expect(await upgradeFrom(OTHER, conversation.streamUrl)).toBe(101);
    expect(await upgradeFrom(SITE, (await client.reconnect(conversation, '')).streamUrl)).toBe(403);
    expect(await upgradeFrom(url, conversation.streamUrl)).toBe(403);
  });

  it('is no page when it says no origin', async () => {
    const { url, conversation } = await startFor(SITE);

    expect((await directLineClient(url).start(conversation.token)).status).toBe(200);
    expect(await upgradeFrom(undefined, conversation.streamUrl)).toBe(101);
  });

  it.each(['x:99999', '[::1', ''])('is refused, and nothing breaks, with the Host header "%s"', async (host) => {
    const { url, conversation } = await startFor(SITE);
    const head = `Host: ${host}\r\nOrigin: http://${host}\r\nConnection: close`;

    const { status } = await sendRaw(
      url,
      `POST /v3/directline/tokens/refresh HTTP/1.1\r\n${head}\r\nAuthorization: Bearer ${conversation.token}\r\n\r\n`,
    );

    expect([400, 403]).toContain(status);
  });
});

describe('a browser that asks before a request', () => {
  const ask = (url: string, origin: string, path = '/conversations') =>
    fetch(`${url}/v3/directline${path}`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });

  it('is told what a listed site may send, which is all that the client sends', async () => {
    const { url } = await startFor(SITE);

    for (const path of [
      '/conversations',
      '/conversations/abc/activities',
      '/tokens/refresh',
      '/conversations/abc/forget',
    ]) {
      const { status, headers } = await ask(url, SITE, path);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(SITE);
      expect(headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
      expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual(
        expect.arrayContaining(['authorization', 'content-type', 'accept', 'x-ms-bot-agent', 'x-requested-with']),
      );
      expect(headers.get('vary')).toBe('Origin');
    }
  });

  it.each(LOOKALIKES)('is told nothing for a page of %s', async (origin) => {
    const { url } = await startFor(SITE);

    const { status, headers } = await ask(url, origin);

    expect(status).toBe(403);
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is told nothing beside Direct Line', async () => {
    const { url } = await startFor(SITE);

    for (const path of ['/widget/token', '/', '/v3/directlines']) {
      const { headers } = await fetch(url + path, {
        method: 'OPTIONS',
        headers: { Origin: SITE, 'Access-Control-Request-Method': 'POST' },
      });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

async function startFor(sites: string): Promise<{ readonly url: string; readonly conversation: StartedConversation }> {
  const { url } = await start({ environment: { ALLOWED_ORIGINS: sites } });
  return { url, conversation: await directLineClient(url).start() };
}

function callFrom(origin: string, url: string, method: string, path: string, token: string): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}`, Origin: origin };
  return fetch(`${url}/v3/directline${path}`, { method, headers });
}

/** The status that the handshake of a web socket ends with: 101 when it opens. */
function upgradeFrom(origin: string | undefined, streamUrl: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(streamUrl, origin === undefined ? {} : { headers: { Origin: origin } });
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}
