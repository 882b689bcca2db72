import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ConnectionStatus } from 'botframework-directlinejs';
import { directLineClient } from '../direct-line-client';
import { holdLines, interference } from '../interfered-store';
import { startHostProcess, type HostProcess } from '../host-process';
import { hostStarter, newClock } from '../running-host';
import { temporaryFolder } from '../temporary-folder';
import { until } from '../until';
import { directlinejsClient, type ClientOptions, type Transport } from './directlinejs-client';

/** More than `until` waits, so that it is `until` that says what did not happen. */
jest.setTimeout(20_000);

const root = temporaryFolder();
const start = hostStarter();

const open: { readonly end: () => void }[] = [];
const processes: HostProcess[] = [];

afterEach(async () => {
  for (const client of open.splice(0)) client.end();
  await Promise.all(processes.splice(0).map((host) => host.kill()));
});

function connect(url: string, options: ClientOptions) {
  const client = directlinejsClient(url, options);
  open.push(client);
  return client;
}

async function tokenOf(url: string): Promise<string> {
  return (await directLineClient(url).generate()).token;
}

const message = (text: string, clientActivityID?: string) => ({
  type: 'message' as const,
  text,
  ...(clientActivityID === undefined ? {} : { channelData: { clientActivityID } }),
});

describe.each<Transport>(['web socket', 'polling'])('the client of Web Chat, by %s', (transport) => {
  it('starts the conversation of its token and hears the welcome', async () => {
    const { url } = await start();
    const { token, conversationId } = await directLineClient(url).generate();

    const client = connect(url, { transport, token });
    await client.hears('Bonjour !');

    expect(client.statuses).toEqual([
      ConnectionStatus.Uninitialized,
      ConnectionStatus.Connecting,
      ConnectionStatus.Online,
    ]);
    expect(client.kept().conversationId).toBe(conversationId);
    expect(client.failures).toEqual([]);
  });

  it('gets its message back, recognisable, before the reply to it', async () => {
    const { url } = await start();
    const client = connect(url, { transport, token: await tokenOf(url) });

    const id = await client.post(message('Combien ?', 'key-1'));
    await client.hears('Entendu : Combien ?');

    const [, echo, reply] = client.messages();
    expect(echo).toMatchObject({ id, text: 'Combien ?', channelData: { clientActivityID: 'key-1' } });
    expect(echo?.from.role).toBe('user');
    expect(reply).toMatchObject({ text: 'Entendu : Combien ?', replyToId: id, from: { role: 'bot' } });
  });

  it('hears everything once and in order, whatever it sends at the same time', async () => {
    const { url } = await start();
    const client = connect(url, { transport, token: await tokenOf(url) });
    await client.hears('Bonjour !');

    await Promise.all(Array.from({ length: 10 }, (_, n) => client.post(message(String(n), `key-${n}`))));
    await until(() => client.texts().length >= 21);

    const texts = client.texts().slice(1);
    for (let turn = 0; turn < 20; turn += 2) expect(texts[turn + 1]).toBe(`Entendu : ${String(texts[turn])}`);
    const ids = client.messages().map(({ id }) => id);
    expect(new Set(ids).size).toBe(21);
    expect(ids).toEqual(ids.toSorted());
  });

  it('is told that its token is too old', async () => {
    const clock = newClock();
    const { url } = await start({ parts: { now: clock.now } });
    const client = connect(url, { transport, token: await tokenOf(url) });
    await client.hears('Bonjour !');

    clock.advance(1_801);

    expect(await client.post(message('Trop tard'))).toBe('retry');
    await client.reaches(ConnectionStatus.ExpiredToken);
  });

  it('renews its token by itself, and goes on beyond the first one', async () => {
    const clock = newClock();
    const { url } = await start({ parts: { now: clock.now } });
    const token = await tokenOf(url);
    // A quarter of an hour passes in 0.9 s.
    const client = connect(url, { transport, token, speed: 1_000 });
    await client.hears('Bonjour !');
    const first = client.kept().token;

    clock.advance(1_000);
    await until(() => client.kept().token !== first);
    clock.advance(1_000);
    await client.post(message('Toujours là'));
    await client.hears('Entendu : Toujours là');

    expect(client.statuses).not.toContain(ConnectionStatus.ExpiredToken);
    expect((await directLineClient(url).fetch('POST', '/tokens/refresh', first)).status).toBe(403);
  });

  it('is told when nothing can be kept, and may send again', async () => {
    const { url, hooks } = await startInterfered();
    const client = connect(url, { transport, token: await tokenOf(url) });
    await client.hears('Bonjour !');

    hooks.beforeCommit = () => Promise.reject(new Error('disk full'));
    expect(await client.post(message('Un', 'key-1'))).toBe('retry');
    hooks.beforeCommit = () => Promise.resolve();
    await client.post(message('Un', 'key-1'));

    await client.hears('Entendu : Un');
  });

  it('shows one conversation in two tabs, everything once in each', async () => {
    const { url } = await start();
    const token = await tokenOf(url);
    const first = connect(url, { transport, token });
    await first.hears('Bonjour !');

    const second = connect(url, { transport, token });
    await second.hears('Bonjour !');
    for (const n of [1, 2, 3]) {
      await first.post(message(`première ${n}`));
      await second.post(message(`seconde ${n}`));
    }

    // They throw each other off the web socket, and each takes up at its watermark. The client hands a replay on bit by bit,
    // and what comes meanwhile in between; Web Chat puts all in order.
    await until(() => [first, second].every((tab) => tab.texts().length >= 13));
    const said = [1, 2, 3].flatMap((n) => [`première ${n}`, `seconde ${n}`]);
    for (const tab of [first, second]) {
      const inOrder = tab
        .messages()
        .toSorted((one, other) => one.id.localeCompare(other.id))
        .map(({ text }) => text);
      expect(inOrder).toEqual(['Bonjour !', ...said.flatMap((text) => [text, `Entendu : ${text}`])]);
    }
  });

  it('learns that its conversation was forgotten in another tab', async () => {
    const { url } = await start();
    const { token, conversationId } = await directLineClient(url).generate();
    const client = connect(url, { transport, token });
    await client.hears('Bonjour !');

    await directLineClient(url).fetch('POST', `/conversations/${conversationId}/forget`, token);

    await until(() => client.statuses.includes(ConnectionStatus.Ended) || client.failures.length > 0);
    await expect(client.post(message('Encore ?'))).rejects.toBeDefined();
  });
});

describe('the client of Web Chat, when the server was killed and started again', () => {
  it('goes on with its conversation by itself, by web socket', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const before = await launch(varDir, 0);
    const client = connect(before.url, { transport: 'web socket', token: await tokenOf(before.url) });
    await client.post(message('Avant'));
    await client.hears('Entendu : Avant');

    await before.kill();
    const after = await launch(varDir, Number(new URL(before.url).port));
    await client.post(message('Après'));
    await client.hears('Entendu : Après');

    expect(after.url).toBe(before.url);
    expect(client.texts()).toEqual(['Bonjour !', 'Avant', 'Entendu : Avant', 'Après', 'Entendu : Après']);
    expect(client.failures).toEqual([]);
  }, 60_000);

  it('stops polling, which is its own way, and a new one takes up the conversation where it was', async () => {
    const varDir = mkdtempSync(join(root, 'var-'));
    const before = await launch(varDir, 0);
    const client = connect(before.url, { transport: 'polling', token: await tokenOf(before.url) });
    await client.post(message('Avant'));
    await client.hears('Entendu : Avant');

    await before.kill();
    const after = await launch(varDir, Number(new URL(before.url).port));
    const next = connect(after.url, { transport: 'polling', ...client.kept() });
    await next.post(message('Après'));
    await next.hears('Entendu : Après');

    expect(next.texts()).toEqual(['Après', 'Entendu : Après']);
    expect(next.kept().conversationId).toBe(client.kept().conversationId);
  }, 60_000);
});

describe('the client of Web Chat, when polls go wrong', () => {
  it('waits for a slow poll, and hears everything once', async () => {
    const { url, hooks } = await startInterfered();
    const client = connect(url, { transport: 'polling', token: await tokenOf(url) });
    await client.hears('Bonjour !');

    const poll = holdLines(hooks);
    await poll.isHeld;
    await client.post(message('Un'));
    await client.post(message('Deux'));
    poll.release();
    await client.hears('Entendu : Deux');

    expect(client.texts()).toEqual(['Bonjour !', 'Un', 'Entendu : Un', 'Deux', 'Entendu : Deux']);
  });

  it('goes on polling after the store could not be read', async () => {
    const { url, hooks, logged } = await startInterfered();
    const client = connect(url, { transport: 'polling', token: await tokenOf(url) });
    await client.hears('Bonjour !');

    hooks.afterLines = () => {
      hooks.afterLines = () => Promise.resolve();
      return Promise.reject(new Error('disk gone'));
    };
    await until(() => logged.some((line) => line.includes('a poll found the conversation unreadable')));
    await client.post(message('Un'));
    await client.hears('Entendu : Un');

    expect(client.texts()).toEqual(['Bonjour !', 'Un', 'Entendu : Un']);
  });
});

async function launch(varDir: string, port: number): Promise<HostProcess> {
  const host = await startHostProcess(varDir, port);
  processes.push(host);
  return host;
}

/** A host whose look-ups can be interfered with. */
async function startInterfered() {
  const hooks = interference();
  return { ...(await start({ interfere: hooks.interfere })), hooks };
}
