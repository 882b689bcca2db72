import { request } from 'node:http';
import type { BotLogic } from '../../../src/host/bot-logic';
import { isLoopback } from '../../../src/host/teams/loopback';
import { isLoopbackCall } from '../../../src/host/teams/loopback';
import { isLoopbackService } from '../../../src/host/teams/service-hosts';
import { hostStarter } from '../running-host';
import { post } from './running-door';
import { startService, type Service } from './service';

const startHost = hostStarter();
let service: Service;

beforeAll(async () => {
  service = await startService();
});

afterAll(() => service.close());

const activity = (changes: object = {}): object => ({
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: service.url,
  from: { id: 'user-id-0', name: 'Alex Wilber' },
  recipient: { id: '00000000-0000-0000-0000-00000000000011', name: 'Test Bot' },
  conversation: {
    id: 'personal-chat-id',
    conversationType: 'personal',
    tenantId: '00000000-0000-0000-0000-0000000000001',
  },
  channelData: { tenant: { id: '00000000-0000-0000-0000-0000000000001' } },
  text: 'Bonjour',
  ...changes,
});

async function startDevelopment(bot: BotLogic, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const { url } = await startHost({ bot, environment: { TEAMS_DEVELOPMENT: 'true', ...environment } });
  return url;
}

describe('the door of development', () => {
  it.each(['msteams', 'emulator'])(
    'plays what a program of this machine says (%s), and answers it',
    async (channelId) => {
      const before = service.received.length;
      const url = await startDevelopment((context) => context.sendActivity('Bonsoir').then(() => undefined));

      const response = await post(url, activity({ channelId, id: `to-${channelId}` }));

      expect(response.status).toBe(200);
      expect(service.received.slice(before)).toMatchObject([
        { method: 'POST', path: `/emea/v3/conversations/personal-chat-id/activities/to-${channelId}` },
      ]);
      expect(service.received.at(-1)?.headers.authorization).toBeUndefined();
    },
  );

  it('takes no notice of a token, which proves nothing here', async () => {
    const url = await startDevelopment((context) => context.sendActivity('Bonsoir').then(() => undefined));

    expect((await post(url, activity(), 'any.old.token')).status).toBe(200);
  });

  it.each<[string, object]>([
    ['another machine', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['a name that begins like this machine', { serviceUrl: 'http://localhost.example.org/' }],
    ['no address', { serviceUrl: undefined }],
    ['what is no address', { serviceUrl: 'javascript:alert(1)' }],
    ['another port of this machine by a user', { serviceUrl: 'http://me@127.0.0.1:1/' }],
  ])('refuses to answer %s', async (_whom, changes) => {
    let turns = 0;
    const url = await startDevelopment(() => Promise.resolve(void (turns += 1)));

    expect((await post(url, activity(changes))).status).toBe(403);
    expect(turns).toBe(0);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['a proxy passes on', { 'X-Forwarded-For': '192.0.2.1' }],
    ['another proxy passes on', { Forwarded: 'for=192.0.2.1' }],
    ['a proxy passes on as https', { 'X-Forwarded-Proto': 'https' }],
    ['a content network passes on', { 'CF-Connecting-IP': '192.0.2.1' }],
    ['a page sends by a name of its own', { Host: 'evil.example.org' }],
  ])('refuses what %s', async (_who, headers) => {
    const url = await startDevelopment(() => Promise.reject(new Error('the bot must not run')));

    expect(await statusOf(url, headers)).toBe(403);
  });

  it('is closed without the flag', async () => {
    const { url } = await startHost();

    expect((await post(url, activity())).status).toBe(404);
  });

  it('still asks for the tenants that are allowed', async () => {
    const url = await startDevelopment(() => Promise.reject(new Error('the bot must not run')), {
      ALLOWED_TENANTS: '72f988bf-86f1-41af-91ab-2d7cd011db47',
    });

    expect((await post(url, activity())).status).toBe(403);
  });
});

describe('this machine', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1'])(
    'is %s',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each([
    '',
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '128.0.0.1',
    '127.0.0.1.example.org',
    'localhost.example.org',
    '::ffff:10.0.0.1',
  ])('is not %p', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  it('is who calls when both ends of the line are here', () => {
    const here = { remoteAddress: '::ffff:127.0.0.1', headers: { host: 'localhost:3978' } };

    expect(isLoopbackCall(here)).toBe(true);
    expect(isLoopbackCall({ ...here, remoteAddress: '192.0.2.1' })).toBe(false);
    expect(isLoopbackCall({ ...here, remoteAddress: '' })).toBe(false);
    expect(isLoopbackCall({ ...here, headers: {} })).toBe(false);
  });

  it('may be answered at any port, with or without TLS', () => {
    for (const url of ['http://127.0.0.1:3979/_connector', 'http://localhost:56150', 'https://[::1]:5/']) {
      expect(isLoopbackService(url)).toBe(true);
    }
  });
});

/** The status of a post whose headers `fetch` would not let through (Host). */
function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}/api/messages`,
      { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(activity()));
  });
}
