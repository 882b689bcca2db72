import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { BotLogic } from '../../../src/host/bot-logic';
import { createLog } from '../../../src/host/log';
import { createServer, type Server } from '../../../src/host/server';
import { openFileStore } from '../../../src/host/storage/file-store';
import { createTurnQueue } from '../../../src/host/storage/turn-queue';
import { createMessagesRoute } from '../../../src/host/teams/messages-route';
import { errorSchema } from '../direct-line-client';
import { hostStarter } from '../running-host';
import { temporaryFolder } from '../temporary-folder';
import { APP_ID, SERVICE_URL, startConnector, type Connector } from './connector';

const root = temporaryFolder();
const startHost = hostStarter();

const ACTIVITY = {
  type: 'message',
  id: 'activity-1',
  timestamp: '2026-11-24T10:00:00.1234567Z',
  localTimestamp: '2026-11-24T11:00:00.1234567+01:00',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:user', aadObjectId: 'x' },
  recipient: { id: '28:bot' },
  conversation: { id: 'conversation-1', tenantId: 't' },
  text: 'Bonjour',
  deliveryMode: 'expectReplies',
  entities: [{ type: 'clientInfo', locale: 'fr-FR' }],
};

let connector: Connector;
let server: Server | undefined;

beforeAll(async () => {
  connector = await startConnector();
});

afterEach(async () => {
  await server?.close();
  server = undefined;
});

afterAll(() => connector.close());

/** The SDK writes refused tokens on the console, which a test's output can do without. */
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

describe('/api/messages', () => {
  it('does not exist without an app id', async () => {
    const { url } = await startHost();

    const response = await post(url, ACTIVITY, connector.token());

    expect(response.status).toBe(404);
    expect(errorSchema.parse(await response.json()).error.code).toBe('NotFound');
  });

  it('exists with an app id, and asks for a token', async () => {
    const { url } = await startHost({
      environment: { MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'password', MicrosoftAppType: 'MultiTenant' },
    });

    const response = await post(url, ACTIVITY);

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(errorSchema.parse(await response.json()).error.code).toBe('Unauthorized');
  });

  it('gives a proved activity to the bot, dates included, and returns its replies', async () => {
    const heard: unknown[] = [];
    const url = await start(async (context) => {
      heard.push({ ...context.activity });
      await context.sendActivity('Bonsoir');
    });

    const response = await post(url, ACTIVITY, connector.token());

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      activities: [{ type: 'message', text: 'Bonsoir', replyToId: 'activity-1' }],
    });
    expect(heard).toEqual([
      expect.objectContaining({
        text: 'Bonjour',
        timestamp: new Date('2026-11-24T10:00:00.123Z'),
        rawTimestamp: ACTIVITY.timestamp,
        localTimestamp: new Date('2026-11-24T10:00:00.123Z'),
        entities: ACTIVITY.entities,
      }),
    ]);
  });

  it('gives the bot no key that reaches a prototype when it merges what it got', async () => {
    const heard: unknown[] = [];
    const url = await start((context) => {
      heard.push(context.activity.value);
      return Promise.resolve();
    });
    const body = JSON.stringify({ ...ACTIVITY, value: { a: 1, nested: {} } }).replace(
      '"nested":{',
      '"nested":{"__proto__":{"polluted":true}',
    );

    await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${connector.token()}` },
      body,
    });

    expect(body).toContain('__proto__');
    expect(JSON.stringify(heard)).toBe('[{"a":1,"nested":{}}]');
  });

  it('sends a reply to the address that the token proves', async () => {
    const url = await start((context) => context.sendActivity('Bonsoir').then(() => undefined));

    // The stand-in refuses every call, so even the apology fails.
    const response = await post(url, { ...ACTIVITY, deliveryMode: 'normal' }, connector.token());

    expect(response.status).toBe(502);
    expect(errorSchema.parse(await response.json()).error.code).toBe('BotError');
    expect(connector.calls.length).toBeGreaterThan(0);
    expect(connector.calls.every((call) => call.startsWith(SERVICE_URL))).toBe(true);
  });

  const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it.each<[string, () => string | undefined, number]>([
    ['no token', () => undefined, 401],
    ['what is no token', () => 'abc', 403],
    ['an unsigned token', () => connector.token({ key: '', algorithm: 'none' }), 403],
    ['a token signed with a password', () => connector.token({ key: 'password', algorithm: 'HS256' }), 403],
    ['a token signed with another key', () => connector.token({ key: foreignKey }), 403],
    ['a token for another bot', () => connector.token({ claims: { aud: 'another' } }), 403],
    [
      'a token of another issuer',
      () =>
        connector.token({
          claims: { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: APP_ID },
        }),
      403,
    ],
    [
      'a token for another address',
      () => connector.token({ claims: { serviceurl: 'https://evil.example.org/' } }),
      403,
    ],
    ['a token for no address', () => connector.token({ claims: { serviceurl: undefined } }), 403],
    ['an expired token', () => connector.token({ claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }), 403],
  ])('refuses %s, runs nothing and calls nobody', async (_case, token, status) => {
    const heard: unknown[] = [];
    const url = await start((context) => {
      heard.push(context.activity.text);
      return context.sendActivity('x').then(() => undefined);
    });
    const before = connector.calls.length;

    const response = await post(url, { ...ACTIVITY, deliveryMode: 'normal' }, token());

    expect(response.status).toBe(status);
    expect(errorSchema.safeParse(await response.json()).success).toBe(true);
    expect(heard).toEqual([]);
    expect(connector.calls).toHaveLength(before);
  });

  it.each<[string, object]>([
    ['no address', { serviceUrl: undefined }],
    ['an address without TLS', { serviceUrl: 'http://smba.example.org/' }],
    ['an address that is none', { serviceUrl: 'javascript:alert(1)' }],
    ['another channel', { channelId: 'emulator' }],
    ['the channel that proves itself otherwise', { channelId: 'AseChannel' }],
    ['no conversation', { conversation: undefined }],
    ['an endless conversation id', { conversation: { id: 'x'.repeat(2_000) } }],
    ['no speaker', { from: {} }],
    ['no type', { type: '' }],
  ])('refuses an activity with %s before it looks at its token', async (_case, changes) => {
    const url = await start(() => Promise.resolve());

    const response = await post(url, { ...ACTIVITY, ...changes }, connector.token());

    expect(response.status).toBe(400);
    expect(errorSchema.parse(await response.json()).error.code).toBe('BadArgument');
  });

  it('answers once an activity that Teams sends again, even at the same time', async () => {
    let turns = 0;
    const url = await start(() => {
      turns += 1;
      return Promise.resolve();
    });

    const responses = await Promise.all([1, 2, 3].map(() => post(url, ACTIVITY, connector.token())));
    await post(url, { ...ACTIVITY, id: 'activity-2' }, connector.token());

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(turns).toBe(2);
  });

  it('answers each invoke, with what the bot gives', async () => {
    const url = await start(async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: { type: 'result' } } });
    });
    const invoke = { ...ACTIVITY, type: 'invoke', name: 'composeExtension/query', deliveryMode: 'normal' };

    const first = await post(url, invoke, connector.token());
    const second = await post(url, invoke, connector.token());

    expect(await first.json()).toEqual({ type: 'result' });
    expect(await second.json()).toEqual({ type: 'result' });
  });

  it('lets the bot’s failure be told by the error sentence', async () => {
    const url = await start((context) =>
      context.activity.type === 'message' ? Promise.reject(new Error('broken')) : Promise.resolve(),
    );

    const response = await post(url, ACTIVITY, connector.token());

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ activities: [{ text: 'Pardon.' }] });
  });
});

async function start(bot: BotLogic): Promise<string> {
  const log = createLog({ level: 'silent', json: true });
  const store = await openFileStore(mkdtempSync(join(root, 'teams-')));
  const queue = createTurnQueue();
  server = createServer({
    host: '127.0.0.1',
    port: 0,
    log,
    routes: [
      createMessagesRoute({
        authentication: connector.authentication,
        store,
        queue,
        log,
        bot,
        errorSentence: () => 'Pardon.',
        lateSentence: () => 'Patience.',
      }),
    ],
    upgrade: (_request, socket) => socket.destroy(),
    isReady: () => Promise.resolve(true),
    closeChats: () => queue.idle(),
  });
  return server.listen();
}

function post(url: string, activity: object, token?: string): Promise<Response> {
  return fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(activity),
  });
}
