import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startAssistant } from '../../../src/compose';
import { createLog } from '../../../src/host/log';
import { parseSettings } from '../../../src/host/settings';
import { ordinarySpaces } from '../../plain-text';
import { copyData } from '../data-copy';
import { directLineClient, type StartedConversation } from '../direct-line-client';
import { SECRET } from '../running-host';
import { redisServer } from '../storage/redis-server';
import { storedTexts, storeOpener } from '../stores';
import { temporaryFolder } from '../temporary-folder';
import { until } from '../until';

/** More than `until` waits. */
jest.setTimeout(60_000);

const root = temporaryFolder();
const openStore = storeOpener();
const server = redisServer();
const open: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((assistant) => assistant.close()));
});

/** A folder of data and one of documents, on which the whole assistant is started again and again. */
function newPlace(storeUrl = '') {
  const place = mkdtempSync(join(root, 'place-'));
  const dataDir = join(place, 'data');
  mkdirSync(dataDir);
  copyData(dataDir);
  return {
    varDir: join(place, 'var'),
    /** Changes the text of the projects, as an editor does. */
    edit: (change: (text: string) => string) => {
      const path = join(dataDir, 'projects.json');
      const text = readFileSync(path, 'utf8');
      const edited = change(text);
      if (edited === text) throw new Error('the edit changes nothing');
      writeFileSync(path, edited);
    },
    start: async () => {
      const settings = parseSettings({
        PORT: '0',
        VAR_DIR: join(place, 'var'),
        DATA_DIR: dataDir,
        DIRECT_LINE_SECRET: SECRET,
        STORE_URL: storeUrl,
      });
      const logged: string[] = [];
      const assistant = await startAssistant(
        settings,
        createLog({ level: 'warn', json: true }, (line) => logged.push(line)),
      );
      open.push(assistant);
      return { client: directLineClient(assistant.url), logged, close: () => close(assistant) };
    },
  };

  async function close(assistant: { readonly close: () => Promise<void> }): Promise<void> {
    open.splice(open.indexOf(assistant), 1);
    await assistant.close();
  }
}

type Client = ReturnType<typeof directLineClient>;

async function textsOf(client: Client, conversation: StartedConversation): Promise<readonly string[]> {
  const { activities } = await client.list(conversation);
  return activities.filter(({ from }) => from.role === 'bot').map(({ text = '' }) => ordinarySpaces(text));
}

/** The texts of the conversation once one of them holds this. */
async function textsWith(client: Client, conversation: StartedConversation, part: string): Promise<readonly string[]> {
  let texts: readonly string[] = [];
  await until(async () => {
    texts = await textsOf(client, conversation);
    return texts.some((text) => text.includes(part));
  });
  return texts;
}

const MORE_FUNDING = (text: string): string => text.replace('"ftapFundingMEUR": 5.4', '"ftapFundingMEUR": 6.1');

describe('a subscription in the widget', () => {
  it('outlives a restart, and its notice is in the conversation once, with a way out that works', async () => {
    const place = newPlace();
    const first = await place.start();
    const conversation = await first.client.start();
    await first.client.say(conversation, 'préviens-moi si un projet sur la formation change');
    expect((await textsOf(first.client, conversation)).at(-1)).toContain('thème : Formation');
    await first.close();

    place.edit(MORE_FUNDING);
    const second = await place.start();
    const texts = await textsWith(second.client, conversation, '5,4 M€ → 6,1 M€');
    expect(texts.filter((text) => text.includes('→'))).toHaveLength(1);
    await second.client.say(conversation, 'et son coût total ?');
    expect((await textsOf(second.client, conversation)).at(-1)).toMatch(/Mentor.*coût total/s);
    await second.client.say(conversation, 'mes abonnements');
    await second.close();

    const again = await place.start();
    expect((await textsOf(again.client, conversation)).filter((text) => text.includes('→'))).toHaveLength(1);
    await again.client.post(conversation, {
      type: 'message',
      value: stopButton(await cards(again.client, conversation)),
    });
    expect((await textsOf(again.client, conversation)).at(-1)).toContain('C’est arrêté');
    expect(await subscriptionsIn(place.varDir)).not.toContain('subscriber/');
    await again.close();
  });

  it('is told of by one of two instances that start on the same Redis, and not by the other', async () => {
    await server.start();
    const place = newPlace(server.newUrl());
    const first = await place.start();
    const conversations = await Promise.all([1, 2, 3].map(() => first.client.start()));
    for (const conversation of conversations) await first.client.say(conversation, 'préviens-moi si Mentor change');
    await first.close();

    place.edit(MORE_FUNDING);
    const [one, other] = await Promise.all([place.start(), place.start()]);
    for (const conversation of conversations) await textsWith(one.client, conversation, '→');
    // Both have been through their rounds when they are closed.
    await Promise.all([one.close(), other.close()]);

    const { client } = await place.start();
    for (const conversation of conversations)
      expect((await textsOf(client, conversation)).filter((text) => text.includes('→'))).toHaveLength(1);
  });

  it('is deleted when the conversation is forgotten, and nobody hears of it any more', async () => {
    const place = newPlace();
    const first = await place.start();
    const conversation = await first.client.start();
    const other = await first.client.start();
    await first.client.say(conversation, 'préviens-moi si Mentor change');
    await first.client.say(other, 'préviens-moi si Mentor change');

    const { conversationId, token } = conversation;
    const forgotten = await first.client.fetch('POST', `/conversations/${conversationId}/forget`, token);

    expect(forgotten.status).toBe(200);
    expect(await subscriptionsIn(place.varDir)).not.toContain(conversationId);
    expect(await subscriptionsIn(place.varDir)).toContain(other.conversationId);
  });

  it('goes with the conversation, when that was deleted for its age', async () => {
    const place = newPlace();
    const first = await place.start();
    const conversation = await first.client.start();
    const other = await first.client.start();
    await first.client.say(conversation, 'préviens-moi si Mentor change');
    await first.client.say(other, 'préviens-moi si Mentor change');
    await first.close();
    const store = await openStore(place.varDir);
    const chat = `chat/${conversation.conversationId}`;
    const lines = await store.lines(chat, 0);
    await store.commit([{ key: chat, text: null }, ...lines.map(({ number }) => ({ log: chat, number, text: null }))]);
    await store.close();

    place.edit(MORE_FUNDING);
    const second = await place.start();
    await textsWith(second.client, other, '→');
    await until(async () => !(await subscriptionsIn(place.varDir)).includes(conversation.conversationId));

    expect(await subscriptionsIn(place.varDir)).toContain(other.conversationId);
    expect(second.logged).toEqual([]);
  });
});

async function subscriptionsIn(varDir: string): Promise<string> {
  const lines = (await storedTexts(varDir)).split('\n');
  return lines.filter((line) => line.startsWith('subscriber/')).join('\n');
}

async function cards(client: Client, conversation: StartedConversation): Promise<string> {
  return JSON.stringify((await client.list(conversation)).activities.filter(({ text = '' }) => text.includes('→')));
}

/** What the notice's own button « Ne plus me prévenir » sends. */
function stopButton(noticed: string): unknown {
  const [found = '{}'] = /\{"action":"unfollow","subscription":\d+\}/.exec(noticed) ?? [];
  return z.strictObject({ action: z.literal('unfollow'), subscription: z.number() }).parse(JSON.parse(found));
}
