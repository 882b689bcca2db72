import type { BotLogic } from '../../../src/host/bot-logic';
import { createLog } from '../../../src/host/log';
import { createBotState } from '../../../src/host/storage/bot-state';
import { openSharedStore, type OpenStore } from '../../../src/host/storage/open-store';
import { connectorHosts } from '../../../src/host/teams/service-hosts';
import { redisServer } from '../storage/redis-server';
import { SERVICE_URL, startConnector, type Connector } from './connector';
import { recordThrough } from './recording-connector';
import { doorStarter, post } from './running-door';

const server = redisServer();
const startDoor = doorStarter();
const open: OpenStore[] = [];
let connector: Connector;
beforeAll(async () => {
  await server.start();
  connector = await startConnector();
});
// After the doors, which finish their turns.
afterAll(async () => {
  for (const store of open) await store.close();
  await connector.close();
});

/** Two doors of one bot, which counts the messages of each conversation, on one Redis. */
async function twoDoors() {
  const { sdk, sent } = recordThrough(connector);
  const url = server.newUrl();
  const start = async (): Promise<string> => {
    const store = await openSharedStore(url, 'assistant', createLog({ level: 'silent', json: true }));
    open.push(store);
    const state = createBotState(store, () => new Date());
    const bot: BotLogic = async (context) => {
      const memory = await state.load(context);
      const next = Number(memory['count'] ?? 0) + 1;
      memory['count'] = next;
      await context.sendActivity(`${next}: ${context.activity.text}`);
      await state.saveChanges(context);
    };
    const door = await startDoor({
      sdk,
      isServiceUrl: connectorHosts([new URL(SERVICE_URL).hostname]),
      bot,
      store,
      alone: store.alone,
      saveState: (context) => state.saveChanges(context),
    });
    return door.url;
  };
  const urls = [await start(), await start()];
  return {
    /** Posts to one door and the other in turns. */
    postAll: (ids: readonly string[]) =>
      Promise.all(
        ids.map((id, at) =>
          post(urls[at % 2] ?? '', { ...MESSAGE, id, text: id }, connector.token()).then(({ status }) => status),
        ),
      ),
    said: () => sent.filter(({ body: { type } }) => type === 'message').map(({ body: { text } }) => text),
  };
}

const MESSAGE = {
  type: 'message',
  timestamp: '2026-11-24T10:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:ada', name: 'Ada' },
  recipient: { id: '28:bot', name: 'Assistant' },
  conversation: { id: 'a:conversation', conversationType: 'personal', isGroup: false },
};

describe('two doors of Teams on one Redis', () => {
  it('answer an activity once that comes to both of them five times', async () => {
    const { postAll, said } = await twoDoors();

    expect(await postAll(['un', 'un', 'un', 'un', 'un'])).toEqual([200, 200, 200, 200, 200]);

    expect(said()).toEqual(['1: un']);
  });

  it('play the turns of a conversation one after the other', async () => {
    const { postAll, said } = await twoDoors();
    const ids = Array.from({ length: 20 }, (_, at) => `message-${at}`);

    expect(new Set(await postAll(ids))).toEqual(new Set([200]));

    expect(said().map((text) => Number(text?.split(':')[0]))).toEqual(ids.map((_, at) => at + 1));
  });
});
