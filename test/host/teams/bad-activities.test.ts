import fc from 'fast-check';
import { startAssistant } from '../../../src/compose';
import { createLog } from '../../../src/host/log';
import { parseSettings } from '../../../src/host/settings';
import type { Host } from '../../../src/host/start';
import { connectorHosts } from '../../../src/host/teams/service-hosts';
import { temporaryFolder } from '../temporary-folder';
import { SERVICE_URL, startConnector, type Connector } from './connector';
import { doorStarter, post, type DoorOptions } from './running-door';

/** Each run is a request, of some 10 ms on an idle machine. */
const RUNS = 300;
const PATIENCE_MS = 120_000;

const startDoor = doorStarter();
let connector: Connector;

beforeAll(async () => {
  connector = await startConnector();
});

afterAll(() => connector.close());

const GOOD = {
  type: 'message',
  id: 'activity-1',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:user' },
  recipient: { id: '28:bot' },
  conversation: { id: 'conversation-1', tenantId: 't' },
  channelData: { tenant: { id: 't' } },
  text: 'Bonjour',
};

function options(bot: DoorOptions['bot']): DoorOptions {
  return {
    sdk: connector.sdk(),
    isServiceUrl: connectorHosts([new URL(SERVICE_URL).hostname]),
    bot,
  };
}

describe('an activity that is none', () => {
  it(
    'is refused with a good token: never a 5xx, never a turn',
    async () => {
      let turns = 0;
      const { url } = await startDoor(options(() => Promise.resolve(void (turns += 1))));
      const token = connector.token();

      // What Teams always writes, each time with one key or more that is missing, null or of another kind.
      const needed = fc.constantFrom('type', 'id', 'channelId', 'conversation', 'from', 'recipient');
      const wrong = fc.oneof(
        fc.constant(undefined),
        fc.constant(null),
        fc.integer(),
        fc.boolean(),
        fc.array(fc.jsonValue()),
        fc.constant(''),
        fc.constant('x'.repeat(1_001)),
        fc.record({ id: fc.oneof(fc.constant(''), fc.integer(), fc.constant(null), fc.object()) }),
      );
      const spoilt = fc
        .tuple(fc.dictionary(needed, wrong, { minKeys: 1 }), fc.object({ maxDepth: 3 }))
        .map(([changes, more]) => ({ ...more, ...GOOD, ...changes }));

      await fc.assert(
        fc.asyncProperty(fc.oneof(spoilt, fc.object(), fc.array(fc.jsonValue())), async (body) => {
          expect((await post(url, body, token)).status).toBe(400);
        }),
        { numRuns: RUNS },
      );
      expect(turns).toBe(0);
    },
    PATIENCE_MS,
  );

  it.each(['null', '12', '"text"', 'true', '', '{', '[]'])('is refused when the body is %p', async (body) => {
    const { url } = await startDoor(options(() => Promise.reject(new Error('the bot must not run'))));

    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${connector.token()}` },
      body,
    });

    expect(response.status).toBe(400);
  });
});

/** The whole assistant, as a start of development puts it together. */
describe('an activity whose other keys are anything', () => {
  const root = temporaryFolder();
  let host: Pick<Host, 'url' | 'close'>;

  beforeAll(async () => {
    const settings = parseSettings({ PORT: '0', VAR_DIR: root, TEAMS_DEVELOPMENT: 'true' });
    host = await startAssistant(settings, createLog({ level: 'silent', json: true }));
  }, PATIENCE_MS);

  afterAll(() => host.close());

  const LOCAL = { ...GOOD, serviceUrl: 'http://127.0.0.1:9/' };

  it(
    'is played or refused by the assistant, without a 5xx',
    async () => {
      const anything = fc.jsonValue({ maxDepth: 3 });
      const objects = fc.array(
        fc.dictionary(fc.constantFrom('id', 'type', 'text', 'mentioned', 'content', 'x'), anything),
      );
      const likely = {
        text: fc.string(),
        name: fc.string(),
        locale: fc.string(),
        value: anything,
        textFormat: fc.string(),
      };
      const lists = { entities: objects, attachments: objects, reactionsAdded: objects, suggestedActions: objects };
      const data = fc.dictionary(fc.constantFrom('eventType', 'team', 'channel', 'meeting', 'tenant'), anything);
      const keys = fc.record({ ...likely, ...lists, channelData: data, timestamp: anything }, { requiredKeys: [] });
      const others = fc.dictionary(
        fc.constantFrom(
          'text',
          'entities',
          'membersAdded',
          'replyToId',
          'localTimezone',
          'relatesTo',
          'action',
          'topicName',
        ),
        anything,
      );
      const types = fc.constantFrom(
        ...['message', 'messageUpdate', 'messageDelete', 'messageReaction', 'conversationUpdate', 'installationUpdate'],
        ...['invoke', 'event', 'typing', 'endOfConversation', 'command', 'trace', 'anything'],
      );
      let count = 0;

      await fc.assert(
        fc.asyncProperty(types, fc.oneof({ weight: 4, arbitrary: keys }, others), async (type, more) => {
          count += 1;
          const delivery = type === 'invoke' ? {} : { deliveryMode: 'expectReplies' };
          const activity = { ...LOCAL, ...more, ...delivery, type, id: `activity-${count}` };

          const { status } = await post(host.url, activity);

          expect(type === 'invoke' ? [200, 400, 501] : [200, 400]).toContain(status);
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE_MS,
  );

  it.each(['nobody/knows', 'constructor', '__proto__', ''])(
    'is answered 501 when it is an invoke that nobody knows: %p',
    async (name) => {
      const response = await post(host.url, { ...LOCAL, type: 'invoke', name });

      expect(response.status).toBe(501);
      expect(await response.text()).toBe('');
    },
  );
});
