import type { BotLogic } from '../../../src/host/bot-logic';
import type { AtomicStore } from '../../../src/host/storage/atomic-store';
import { createBotState } from '../../../src/host/storage/bot-state';
import { directLineClient, errorSchema, type StartedConversation } from '../direct-line-client';
import { interference } from '../interfered-store';
import { echoBot, hostStarter } from '../running-host';
import { storedTexts, storeOpener } from '../stores';
import { until } from '../until';

/** More than `until` waits. */
jest.setTimeout(20_000);

const start = hostStarter();
const openStore = storeOpener();

type Client = ReturnType<typeof directLineClient>;

const forget = ({ fetch }: Client, { conversationId, token }: { conversationId: string; token: string }) =>
  fetch('POST', `/conversations/${conversationId}/forget`, token);

describe('a conversation that is forgotten', () => {
  it('leaves nothing of what was said and remembered, and nothing of the others is touched', async () => {
    const { client, conversation, documents } = await startRemembering();
    const other = await client.start();
    await client.say(conversation, 'mon histoire');
    await client.say(other, 'une autre histoire');
    expect((await documents()).match(/mon histoire/gu)?.length).toBeGreaterThan(2);
    expect(await documents()).toContain('souvenir de mon histoire');

    const response = await forget(client, conversation);

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({});
    expect(await documents()).not.toContain('mon histoire');
    expect(await documents()).toContain('souvenir de une autre histoire');
    expect((await client.list(other)).activities.at(-1)?.text).toBe('Entendu : une autre histoire');
  });

  it.each<[string, string, (conversation: StartedConversation) => string, unknown]>([
    ['beginning it again', 'POST', () => '/conversations', {}],
    ['reconnecting', 'GET', ({ conversationId }) => `/conversations/${conversationId}`, undefined],
    ['polling', 'GET', ({ conversationId }) => `/conversations/${conversationId}/activities`, undefined],
    ['a message', 'POST', ({ conversationId }) => `/conversations/${conversationId}/activities`, { type: 'message' }],
    ['typing', 'POST', ({ conversationId }) => `/conversations/${conversationId}/activities`, { type: 'typing' }],
    ['a file', 'POST', ({ conversationId }) => `/conversations/${conversationId}/upload`, {}],
    ['forgetting again', 'POST', ({ conversationId }) => `/conversations/${conversationId}/forget`, undefined],
    ['renewing its token', 'POST', () => '/tokens/refresh', undefined],
    ['a session id', 'GET', () => '/session/getsessionid', undefined],
  ])('answers 404 to %s, after a restart too', async (_case, method, path, body) => {
    const { host, client, conversation } = await startRemembering();
    await forget(client, conversation);

    const answer = await client.fetch(method, path(conversation), conversation.token, body);
    await host.close();
    const restarted = directLineClient((await start({ varDir: host.varDir })).url);
    const later = await restarted.fetch(method, path(conversation), conversation.token, body);

    expect([answer.status, later.status]).toEqual([404, 404]);
    expect(errorSchema.parse(await later.json()).error.code).toBe('ConversationNotFound');
  });

  it('closes its web socket, and opens none any more', async () => {
    const { client, conversation } = await startRemembering();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();

    await forget(client, conversation);

    expect(await stream.closed).toEqual({ code: 1000, reason: 'ended' });
    expect(await client.stream(conversation.streamUrl).refused).toMatchObject({ status: 404 });
  });

  it('waits for the turn under way, and the turns behind are not answered', async () => {
    const { client, conversation, documents, turn, nextRead, nextToken } = await startRemembering();

    const first = client.say(conversation, 'lent');
    await turn.isUnderWay;
    // Each is let in, since the conversation still runs, and takes its place in the queue.
    const forgotten = await nextRead(() => forget(client, conversation));
    const behind = await nextToken(() => client.post(conversation, { type: 'message', text: 'derrière' }));
    const typing = await nextToken(() => client.post(conversation, { type: 'typing' }));
    turn.finish();
    await first;

    expect(await Promise.all([forgotten.answer, behind.answer, typing.answer])).toMatchObject([
      { status: 200 },
      { status: 404 },
      { status: 404 },
    ]);
    expect(await documents()).not.toMatch(/lent|derrière|souvenir/u);
  });

  it('may be one that was not started: its token cannot begin it any more', async () => {
    const client = directLineClient((await start()).url);
    const grant = await client.generate();

    expect((await forget(client, grant)).status).toBe(200);
    expect((await client.fetch('POST', '/conversations', grant.token, {})).status).toBe(404);
  });

  it('is never someone else’s', async () => {
    const client = directLineClient((await start()).url);
    const mine = await client.start();
    const theirs = await client.start();
    const notStarted = await client.generate();

    expect((await forget(client, { ...theirs, token: mine.token })).status).toBe(403);
    expect((await forget(client, { ...notStarted, token: mine.token })).status).toBe(404);
    expect((await client.list(theirs)).activities).toHaveLength(1);
    expect((await client.list(mine)).activities).toHaveLength(1);
    expect((await client.start(notStarted.token)).status).toBe(201);
  });

  it.each<[string, (id: string) => string, string]>([
    ['conversation of another shape', (id) => `chat/${id}`, '{}'],
    ['conversation that is no JSON', (id) => `chat/${id}`, '{"at'],
    ['state that is no JSON', (id) => `state/directline/conversations/${id}/`, ''],
  ])('leaves nothing of a damaged %s either', async (_case, keyOf, damage) => {
    const { host, client, conversation } = await startRemembering();
    await client.say(conversation, 'mon histoire');
    await host.close();
    const store = await openStore(host.varDir);
    const key = keyOf(conversation.conversationId);
    const before = (await store.read(key))?.text ?? '';
    await store.commit([{ key, text: damage === '' ? before.slice(0, -1) : damage }]);
    await store.close();
    const restarted = await start({ varDir: host.varDir });
    const client2 = directLineClient(restarted.url);

    const response = await forget(client2, conversation);

    expect(response.status).toBe(200);
    expect(await storedTexts(host.varDir)).not.toMatch(/histoire/u);
    expect((await client2.fetch('POST', '/conversations', conversation.token, {})).status).toBe(404);
  });

  it('runs on when it could not be deleted, and can be forgotten again', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();
    hooks.beforeCommit = () => Promise.reject(new Error('disk gone'));

    const failed = await forget(client, conversation);
    hooks.beforeCommit = () => Promise.resolve();

    expect(failed.status).toBe(500);
    expect((await client.list(conversation)).activities).toHaveLength(1);
    expect((await forget(client, conversation)).status).toBe(200);
  });
});

/** A host whose bot remembers the last message in its conversation's state, and takes its time over « lent ». */
async function startRemembering() {
  let underWay: () => void = () => undefined;
  let finish: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => (underWay = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const hooks = interference();
  let reads = 0;
  hooks.afterRead = () => {
    reads += 1;
    return Promise.resolve();
  };
  let opened: AtomicStore | undefined;
  const bot: BotLogic = async (context) => {
    if (context.activity.text === 'lent') {
      underWay();
      await finished;
    }
    await echoBot(context);
    if (opened === undefined) throw new Error('the host runs before its store is open');
    const state = createBotState(opened, () => new Date());
    Object.assign(await state.load(context), { memory: `souvenir de ${context.activity.text}` });
    await state.saveChanges(context);
  };
  let looks = 0;
  const now = (): Date => {
    looks += 1;
    return new Date();
  };
  const host = await start({ bot, interfere: (store) => (opened = hooks.interfere(store)), parts: { now } });
  const client = directLineClient(host.url);
  return {
    host,
    client,
    conversation: await client.start(),
    turn: {
      isUnderWay,
      finish: () => {
        finish();
      },
    },
    /** Resolves once the request has looked at the conversation; what it does next has begun then. */
    nextRead: async (request: () => Promise<Response>) => {
      const before = reads;
      const answer = request();
      await until(() => reads > before);
      return { answer };
    },
    /** Resolves once the request has shown its token, whose date is looked at; its place in the queue is taken then. */
    nextToken: async (request: () => Promise<Response>) => {
      const before = looks;
      const answer = request();
      await until(() => looks > before);
      return { answer };
    },
    documents: () => storedTexts(host.varDir),
  };
}
