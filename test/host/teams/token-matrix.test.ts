import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { BotLogic } from '../../../src/host/bot-logic';
import { createSend } from '../../../src/host/teams/connector-client';
import { ADAPTERS, APP_ID, startConnector, type Adapter, type Connector } from './connector';
import { doorStarter, post, type RunningDoor } from './running-door';
import { startService, type Service } from './service';

const HOME = '72f988bf-86f1-41af-91ab-2d7cd011db47';
const ELSEWHERE = '11111111-2222-3333-4444-555555555555';

const startDoor = doorStarter();
const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

let connector: Connector;
/** Where Teams would take the answers. */
let service: Service;
/** Where nothing may go. */
let attacker: Service;
let door: RunningDoor;
let turns: number;

const answer: BotLogic = async (context) => {
  turns += 1;
  await context.sendActivity('Bonsoir');
};

beforeAll(async () => {
  [connector, service, attacker] = await Promise.all([startConnector(), startService(), startService()]);
});

afterAll(() => Promise.all([connector.close(), service.close(), attacker.close()]));

/** A new door of this kit before each test. */
function openDoor(adapter: Adapter): void {
  beforeEach(async () => {
    // The SDK writes refused tokens on the console, which a test's output can do without.
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    turns = 0;
    const isServiceUrl = (url: string): boolean => url.startsWith(service.url);
    const clock = { now: () => Date.now(), random: () => 0, wait: () => Promise.resolve() };
    door = await startDoor({
      sdk: connector.sdk(createSend({ isServiceUrl, ...clock }), adapter),
      isServiceUrl,
      bot: answer,
      tenants: { given: undefined, home: HOME },
    });
  });
}

const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

/** A valid token for the service, spoilt by `claims`. */
const token = (claims: object = {}): string => connector.token({ claims: { serviceurl: service.url, ...claims } });

const activity = (changes: object = {}): object => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: service.url,
  from: { id: '29:user' },
  recipient: { id: '28:bot' },
  conversation: { id: 'conversation-1', tenantId: HOME },
  channelData: { tenant: { id: HOME } },
  text: 'Bonjour',
  ...changes,
});

/** A token put together by hand, for what no library signs. */
function handMade(header: object, claims: object, sign: (text: string) => string): string {
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign(text)}`;
}

const claims = (): object => ({
  iss: 'https://api.botframework.com',
  aud: APP_ID,
  serviceurl: service.url,
  exp: seconds(600),
});

interface Attempt {
  /** The whole Authorization header. */
  readonly header: string | undefined;
  readonly changes?: object;
}

const bearer = (text: string, changes: object = {}): Attempt => ({ header: `Bearer ${text}`, changes });

describe.each(ADAPTERS)('a token, by %s,', (adapter) => {
  openDoor(adapter);

  it('that is good lets one turn run, whose answer goes to the service', async () => {
    const before = service.received.length;

    const response = await post(door.url, activity(), token());

    expect(response.status).toBe(200);
    expect(turns).toBe(1);
    expect(service.received.slice(before)).toMatchObject([
      { method: 'POST', path: '/emea/v3/conversations/conversation-1/activities/activity-1' },
    ]);
  });

  it.each<[string, 401 | 403, () => Attempt]>([
    ['is not there', 401, () => ({ header: undefined })],
    ['is empty', 401, () => ({ header: 'Bearer ' })],
    ['comes by another scheme', 401, () => ({ header: `Basic ${token()}` })],
    ['comes without a scheme', 401, () => ({ header: token() })],
    ['is followed by another', 401, () => ({ header: `Bearer ${token()} ${token()}` })],
    ['is no token', 403, () => bearer('abc')],
    ['has parts that are no JSON', 403, () => bearer('a.b.c')],
    ['lost its signature', 403, () => bearer(token().replace(/[^.]+$/u, ''))],
    ['has another payload than was signed', 403, () => bearer(withPayloadOf(token(), token({ name: 'x' })))],
    ['is not signed (alg: none)', 403, () => bearer(handMade({ alg: 'none', kid: 'key' }, claims(), () => ''))],
    ['is signed with a password (HS256)', 403, () => bearer(signedWithSecret('password'))],
    ['is signed with the public key as a password', 403, () => bearer(signedWithSecret(connector.publicKey))],
    ['is signed with another key', 403, () => bearer(connector.token({ key: foreignKey, claims: claims() }))],
    ['names a key that nobody published', 403, () => bearer(connector.token({ keyId: 'other', claims: claims() }))],
    ['names no key', 403, () => bearer(handMade({ alg: 'RS256' }, claims(), () => 'c2lnbmF0dXJl'))],
    [
      'is signed with a key that is endorsed for another channel',
      403,
      () => bearer(connector.token({ keyId: 'skype', claims: claims() })),
    ],
    ['is of another issuer', 403, () => bearer(token({ iss: 'https://evil.example.org' }))],
    [
      'is of an organisation, as bots and emulators have',
      403,
      () => bearer(token({ iss: `https://sts.windows.net/${HOME}/`, ver: '1.0', appid: APP_ID })),
    ],
    ['is of no issuer', 403, () => bearer(token({ iss: undefined }))],
    ['is for another bot', 403, () => bearer(token({ aud: ELSEWHERE }))],
    ['is for several bots', 403, () => bearer(token({ aud: [APP_ID, ELSEWHERE] }))],
    ['is for nobody', 403, () => bearer(token({ aud: undefined }))],
    ['is expired, beyond five minutes', 403, () => bearer(token({ exp: seconds(-310), iat: seconds(-4_000) }))],
    ['never expires', 403, () => bearer(token({ exp: undefined }))],
    ['is not yet valid, beyond five minutes', 403, () => bearer(token({ nbf: seconds(310) }))],
    ['is for another address', 403, () => bearer(token({ serviceurl: attacker.url }))],
    ['is for no address', 403, () => bearer(token({ serviceurl: undefined }))],
    ['comes with an activity without address', 403, () => bearer(token(), { serviceUrl: undefined })],
    ['comes with an activity whose address is empty', 403, () => bearer(token(), { serviceUrl: '' })],
    ['comes with an activity of another address', 403, () => bearer(token(), { serviceUrl: attacker.url })],
    [
      'is for an address off the list, as is the activity',
      403,
      () => bearer(token({ serviceurl: attacker.url }), { serviceUrl: attacker.url }),
    ],
    ['comes from another tenant', 403, () => bearer(token(), tenants(ELSEWHERE, ELSEWHERE))],
    ['comes from two tenants', 403, () => bearer(token(), tenants(HOME, ELSEWHERE))],
    ['comes from no tenant', 403, () => bearer(token(), tenants(undefined, undefined))],
  ])('that %s is refused (%d) without detail, a turn or a word to anybody', async (_case, status, attempt) => {
    const { header, changes = {} } = attempt();
    const sent = service.received.length;

    const response = await post(
      door.url,
      activity(changes),
      undefined,
      header === undefined ? {} : { Authorization: header },
    );

    expect(response.status).toBe(status);
    // The same words in every case, so that nothing is learnt by trying.
    expect(await response.json()).toEqual(
      status === 401
        ? { error: { code: 'Unauthorized', message: 'Authentication is required.' } }
        : { error: { code: 'Forbidden', message: 'The request is refused.' } },
    );
    expect(turns).toBe(0);
    expect(service.received).toHaveLength(sent);
    expect(attacker.received).toHaveLength(0);
  });

  it('that is a little expired or early is good: clocks differ', async () => {
    const late = await post(door.url, activity(), token({ exp: seconds(-240), iat: seconds(-4_000) }));
    const early = await post(door.url, activity({ id: 'activity-2' }), token({ nbf: seconds(240) }));

    expect([late.status, early.status]).toEqual([200, 200]);
    expect(turns).toBe(2);
  });

  it('that nobody can check, for want of the keys, is refused (503) until they can be had', async () => {
    const unreachable = await startConnector();
    await unreachable.close();
    const isServiceUrl = (): boolean => true;
    const { url } = await startDoor({ sdk: unreachable.sdk(undefined, adapter), isServiceUrl, bot: answer });

    const response = await post(url, activity(), unreachable.token({ claims: { serviceurl: service.url } }));

    expect(response.status).toBe(503);
    expect(turns).toBe(0);
  });

  it('tells whoever keeps the settings, and nobody else, which of them refused', async () => {
    await post(door.url, activity({ serviceUrl: attacker.url }), token({ serviceurl: attacker.url }));
    await post(door.url, activity(tenants(ELSEWHERE, ELSEWHERE)), token());

    expect(door.logged.join()).toContain('TEAMS_SERVICE_HOSTS');
    expect(door.logged.join()).toContain(new URL(attacker.url).host);
    expect(door.logged.join()).toContain('ALLOWED_TENANTS');
  });
});

/**
 * What can be shown of replays. A connector's token proves the sender, the bot and the service address, never the activity:
 * Microsoft reuses one token for many activities until it expires, within the hour. So a request captured and sent again is
 * known by its activity's id, in its conversation; whoever holds a live token can still write activities of their own, and
 * their answers still go to Microsoft only, which knows its conversations.
 */
describe.each(ADAPTERS)('a request that is captured and sent again, by %s,', (adapter) => {
  openDoor(adapter);

  it('runs no second turn and sends nothing, whatever token comes with it', async () => {
    const sent = service.received.length;
    const captured = token();
    const first = await post(door.url, activity(), captured);

    const again = await Promise.all([1, 2, 3].map(() => post(door.url, activity(), captured)));
    const withNewToken = await post(door.url, activity(), token({ iat: seconds(-5) }));

    expect([first, ...again, withNewToken].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(turns).toBe(1);
    expect(service.received.slice(sent)).toHaveLength(1);
  });

  it('is still known after what a busy conversation says while the token lives', async () => {
    await post(door.url, activity(), token());
    for (let count = 2; count <= 60; count += 1) {
      await post(door.url, activity({ id: `activity-${count}` }), token());
    }

    await post(door.url, activity(), token());

    expect(turns).toBe(60);
  });

  it('is another activity in another conversation, and answers there and nowhere else', async () => {
    await post(door.url, activity(), token());
    await post(door.url, activity({ conversation: { id: 'conversation-2', tenantId: HOME } }), token());

    expect(turns).toBe(2);
    expect(service.received.at(-1)?.path).toBe('/emea/v3/conversations/conversation-2/activities/activity-1');
    expect(attacker.received).toHaveLength(0);
  });
});

function tenants(ofConversation: string | undefined, ofChannel: string | undefined): object {
  return {
    conversation: { id: 'conversation-1', tenantId: ofConversation },
    channelData: { tenant: { id: ofChannel } },
  };
}

function signedWithSecret(secret: string): string {
  return handMade({ alg: 'HS256', typ: 'JWT', kid: 'key' }, claims(), (text) =>
    createHmac('sha256', secret).update(text).digest('base64url'),
  );
}

/** The first token with the payload of the second. */
function withPayloadOf(one: string, other: string): string {
  const [header = '', , signature = ''] = one.split('.');
  return [header, other.split('.')[1], signature].join('.');
}
