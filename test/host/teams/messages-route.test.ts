import type { BotLogic } from '../../../src/host/bot-logic';
import { connectorHosts } from '../../../src/host/teams/service-hosts';
import { errorSchema } from '../direct-line-client';
import { hostStarter } from '../running-host';
import { ADAPTERS, APP_ID, SERVICE_URL, startConnector, type Adapter, type Connector } from './connector';
import { recordThrough } from './recording-connector';
import { doorStarter, post } from './running-door';

const startHost = hostStarter();
const startDoor = doorStarter();

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

beforeAll(async () => {
  connector = await startConnector();
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

  it.each([
    ['SingleTenant', { MicrosoftAppPassword: 'password', MicrosoftAppTenantId: APP_ID }],
    ['UserAssignedMSI', { MicrosoftAppTenantId: APP_ID }],
    ['MultiTenant', { MicrosoftAppPassword: 'password' }],
  ])('exists with an app id of the type %s, and asks for a token', async (type, others) => {
    const { url } = await startHost({
      environment: { MicrosoftAppId: APP_ID, MicrosoftAppType: type, NODE_ENV: 'production', ...others },
    });

    const response = await post(url, ACTIVITY);

    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(errorSchema.parse(await response.json()).error.code).toBe('Unauthorized');
  });
});

describe.each(ADAPTERS)('/api/messages, by %s,', (adapter) => {
  const start = starter(adapter);

  it('keeps what the conversation remembers before each reply leaves, which nobody can take back', async () => {
    const { sdk, sent } = recordThrough(connector, adapter);
    const kept: number[] = [];
    const { url } = await startDoor({
      sdk,
      isServiceUrl: connectorHosts([new URL(SERVICE_URL).hostname]),
      bot: async (context) => {
        await context.sendActivity('Bonsoir');
        await context.sendActivity('À demain');
      },
      saveState: () => Promise.resolve(void kept.push(sent.length)),
    });

    const response = await post(url, { ...ACTIVITY, deliveryMode: 'normal' }, connector.token());

    expect(response.status).toBe(200);
    expect(sent).toHaveLength(2);
    expect(kept).toEqual([0, 1]);
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

  it.each<[string, object]>([
    ['no channel', { channelId: undefined }],
    ['another channel', { channelId: 'emulator' }],
    ['the channel that proves itself otherwise', { channelId: 'AseChannel' }],
    ['no conversation', { conversation: undefined }],
    ['an endless conversation id', { conversation: { id: 'x'.repeat(2_000) } }],
    ['no speaker', { from: {} }],
    ['no recipient', { recipient: undefined }],
    ['no type', { type: '' }],
    ['a message without an id', { id: undefined }],
    ['an address that is no text', { serviceUrl: {} }],
    ['a tenant that is no text', { conversation: { id: 'c', tenantId: 12 } }],
    ['data of the channel that are no object', { channelData: 'x' }],
  ])('refuses an activity with %s', async (_case, changes) => {
    const url = await start(() => Promise.reject(new Error('the bot must not run')));

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

function starter(adapter: Adapter): (bot: BotLogic) => Promise<string> {
  return async (bot) => {
    const { url } = await startDoor({
      sdk: connector.sdk(undefined, adapter),
      isServiceUrl: connectorHosts([new URL(SERVICE_URL).hostname]),
      bot,
    });
    return url;
  };
}
