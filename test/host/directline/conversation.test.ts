import {
  beginning,
  chatKey,
  headSchema,
  nextEntry,
  ending,
  type Loggable,
} from '../../../src/host/directline/conversation';
import { createConversations } from '../../../src/host/directline/conversations';
import { storeOpener } from '../stores';

const NOW = new Date('2026-11-24T10:00:00Z');
const openStore = storeOpener();

describe('a conversation', () => {
  it('numbers its activities under ids of its own', () => {
    const entry = nextEntry(
      { ...beginning('c', { id: 'dl_user' }, NOW), last: 11 },
      { type: 'message', text: 'twelfth' },
    );

    expect(entry).toMatchObject({ sequence: 12, id: 'c|0000012' });
    expect(JSON.parse(entry.text)).toEqual({ type: 'message', text: 'twelfth', id: 'c|0000012' });
  });

  it('gives what comes after a watermark', async () => {
    const { say, numbers } = await conversation();
    await say(5);

    expect(await numbers(3)).toEqual([4, 5]);
  });

  it('keeps the last 500 activities and goes on counting', async () => {
    const { say, numbers, find } = await conversation();
    await say(620);

    expect(await numbers()).toHaveLength(500);
    expect((await numbers())[0]).toBe(121);
    expect(await find()).toMatchObject({ last: 620, count: 500 });
  });

  it('keeps fewer when they are large, and always the newest', async () => {
    const { say, numbers, find } = await conversation();

    await say(30, { text: 'x'.repeat(30_000) });
    expect(await numbers()).toEqual([22, 23, 24, 25, 26, 27, 28, 29, 30]);
    await say(1, { text: 'x'.repeat(2_000_000) });
    expect(await numbers()).toEqual([31]);
    await say(1);
    expect(await numbers()).toEqual([32]);
    expect(await find()).toMatchObject({ count: 1 });
  });

  it('no longer says that a reply replies to what is gone: Web Chat would wait for it', async () => {
    const { say, texts } = await conversation();
    await say(1);
    await say(499, { replyToId: 'c|0000001' });
    expect((await texts()).join()).toContain('replyToId');

    await say(1, { replyToId: 'c|0000001' });

    expect(await texts()).toHaveLength(500);
    expect((await texts()).join()).not.toContain('replyToId');
  });

  it('knows its clients’ last activities by their keys', async () => {
    const { conversations, find } = await conversation();
    for (let key = 1; key <= 60; key += 1) await conversations.log('c', { type: 'message' }, `client:${key}`);

    const heard = (await find())?.heard ?? [];

    expect(heard).toHaveLength(50);
    expect(heard.at(-1)).toEqual(['client:60', 'c|0000060']);
  });

  it('is nothing once it has ended, whatever came before', async () => {
    const { conversations, say, lines } = await conversation();
    await say(2);

    await conversations.end('c');

    expect(headSchema.parse(JSON.parse(ending(NOW)))).toBeNull();
    expect([await conversations.find('c'), await conversations.isEnded('c'), await lines()]).toEqual([null, true, []]);
    await expect(conversations.start('c', { id: 'u' })).rejects.toMatchObject({ status: 404 });
    await expect(conversations.log('c', { type: 'message' })).rejects.toMatchObject({ status: 404 });
  });

  it('has not ended where what is kept of it is no JSON, and can still be ended', async () => {
    const { conversations, store } = await conversation();
    await store.commit([{ key: 'chat/c', text: '{"at' }]);

    expect(await conversations.isEnded('c')).toBe(false);
    await conversations.end('c');

    expect(await conversations.isEnded('c')).toBe(true);
  });
});

async function conversation() {
  const store = await openStore();
  const conversations = createConversations(store, () => NOW);
  await conversations.start('c', { id: 'dl_user' });
  const lines = () => store.lines(chatKey('c'), 0);
  return {
    store,
    conversations,
    find: () => conversations.find('c'),
    lines,
    texts: async () => (await lines()).map(({ text }) => text),
    numbers: async (after = 0) => (await conversations.after('c', after)).map(({ number }) => number),
    /** Logs so many messages, in one commit. */
    say: (count: number, more: Omit<Loggable, 'type'> = { text: 'text' }) =>
      store.atomically(async () => {
        for (let message = 0; message < count; message += 1) await conversations.log('c', { type: 'message', ...more });
      }),
  };
}
