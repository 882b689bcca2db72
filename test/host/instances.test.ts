import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../src/host/log';
import { openRedisStore } from '../../src/host/storage/redis-store';
import { startBalancer } from './balancer';
import { directLineClient, type StartedConversation } from './direct-line-client';
import { startInstance, type HostProcess } from './host-process';
import { freePort, redisServer } from './storage/redis-server';
import { temporaryFolder } from './temporary-folder';
import { until } from './until';

/** Five hundred turns one after the other, each three times to Redis, take 3 s on a quiet machine and ten times that on a crowded one. */
jest.setTimeout(180_000);

const SILENT = createLog({ level: 'silent', json: true });
const server = redisServer();
const running = new Set<{ kill?: () => Promise<void>; close?: () => Promise<void> }>();
beforeAll(() => server.start());
const endAll = async (): Promise<void> => {
  for (const { kill, close } of running) await (kill ?? close)?.();
  running.clear();
};

type Client = ReturnType<typeof directLineClient>;

/** Two instances on one Redis, and a proxy before them that sends each request to the next. */
async function twoInstances(): Promise<{
  readonly instances: readonly [HostProcess, HostProcess];
  readonly clients: readonly [Client, Client];
  readonly client: Client;
}> {
  const url = server.newUrl();
  const instances = await Promise.all([startInstance(url), startInstance(url)]);
  const proxy = await startBalancer(instances.map((instance) => instance.url));
  for (const one of [...instances, proxy]) running.add(one);
  const [one, other] = instances;
  return {
    instances,
    clients: [directLineClient(one.url), directLineClient(other.url)],
    client: directLineClient(proxy.url),
  };
}

/** Sends as a client does that has no answer: again, under the same id. */
async function sayUntilHeard(client: Client, conversation: StartedConversation, text: string): Promise<void> {
  const activity = { type: 'message', text, channelData: { clientActivityID: text } };
  await until(() =>
    client.post(conversation, activity).then(
      (answer) => answer.status === 200,
      () => false,
    ),
  );
}

async function textsOf(client: Client, conversation: StartedConversation): Promise<readonly string[]> {
  return (await client.list(conversation)).activities.map(({ from, text = '' }) => `${from.role} ${text}`);
}

/** What a conversation holds in which `count` messages were said one after the other and each was counted once. */
function said(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => [`user ${at + 1}`, `bot ${at + 1}`]).flat();
}

/** A web socket that comes back with its watermark when it is cut, as Web Chat does; `numbers` are those of all that it was sent. */
function follow(client: Client, conversation: StartedConversation) {
  const numbers: number[] = [];
  let isOver = false;
  let socket: { terminate(): void } | undefined;
  const listen = async (): Promise<void> => {
    while (!isOver) {
      try {
        const { streamUrl } = await client.reconnect(conversation, String(numbers.at(-1) ?? 0));
        const stream = client.stream(streamUrl);
        socket = stream.socket;
        stream.socket.on('message', (data: Buffer) => {
          for (const [, number] of data.toString().matchAll(/"watermark":"(\d+)"/gu)) numbers.push(Number(number));
        });
        // One that is refused, while Redis is away, is never closed.
        const isRefused = await Promise.race([stream.closed.then(() => false), stream.refused.then(() => true)]);
        if (isRefused) await wait(20);
      } catch {
        // Nobody there: the next instance is asked.
        await wait(20);
      }
    }
  };
  void listen();
  const close = (): Promise<void> => {
    isOver = true;
    socket?.terminate();
    return Promise.resolve();
  };
  running.add({ close });
  return { numbers, close };
}

describe('two instances on one Redis', () => {
  let clients: readonly [Client, Client];
  let client: Client;
  let instances: readonly [HostProcess, HostProcess];
  beforeAll(async () => {
    ({ clients, client, instances } = await twoInstances());
  });
  afterAll(endAll);

  it('count every message of twenty who write twenty-five each in one conversation', async () => {
    const conversation = await clients[0].start();

    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        const client = clients[writer % 2 === 0 ? 0 : 1];
        for (let count = 0; count < 25; count += 1)
          expect((await client.post(conversation, { type: 'message', text: `${writer}/${count}` })).status).toBe(200);
      }),
    );

    expect((await clients[1].list(conversation)).activities.at(-1)).toMatchObject({ text: '500' });
  });

  it('answer an activity once that comes to both of them five times, in each of fifty conversations', async () => {
    const activity = { type: 'message', text: 'un', channelData: { clientActivityID: 'one' } };

    const heard = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const conversation = await clients[0].start();
        const answers = await Promise.all(
          [0, 1, 0, 1, 0].map((at) => clients[at === 0 ? 0 : 1].post(conversation, activity)),
        );
        const bodies = await Promise.all(answers.map((answer) => answer.text()));
        return { bodies: new Set(bodies), texts: await textsOf(clients[1], conversation) };
      }),
    );

    for (const { bodies, texts } of heard) {
      expect([...bodies]).toHaveLength(1);
      expect(texts).toEqual(['user un', 'bot 1']);
    }
  });

  it('keep the order of each of three hundred conversations at once', async () => {
    const texts = await Promise.all(
      Array.from({ length: 300 }, async (_, at) => {
        const [one, other] = at % 2 === 0 ? clients : [clients[1], clients[0]];
        const conversation = await one.start();
        await other.say(conversation, '1');
        await one.say(conversation, '2');
        return textsOf(other, conversation);
      }),
    );

    expect(texts).toHaveLength(300);
    for (const one of texts) expect(one).toEqual(said(2));
  });

  it('push what the other one answers, and end what the other one forgets or takes over', async () => {
    const conversation = await clients[0].start();
    const { streamUrl } = await clients[1].reconnect(conversation, '0');
    const stream = clients[1].stream(streamUrl);
    await stream.opened;

    await clients[0].say(conversation, '1');

    const heard = [await stream.next(), await stream.next()];
    expect(heard.map(({ activities }) => activities.map(({ text }) => text))).toEqual([['1'], ['1']]);
    expect(heard.map(({ watermark }) => watermark)).toEqual(['1', '2']);

    const elsewhere = clients[0].stream((await clients[0].reconnect(conversation, '1')).streamUrl);
    expect(await stream.closed).toMatchObject({ reason: 'collision' });
    expect((await elsewhere.next()).watermark).toBe('2');

    const { conversationId, token } = conversation;
    await clients[1].fetch('POST', `/conversations/${conversationId}/forget`, token);
    expect(await elsewhere.closed).toMatchObject({ reason: 'ended' });
    expect((await clients[0].post(conversation, { type: 'message', text: '2' })).status).toBe(404);
  });

  it('say so while Redis is away, to people and to whoever watches them, and go on by themselves', async () => {
    const conversation = await client.start();
    const stream = clients[0].stream((await clients[0].reconnect(conversation, '')).streamUrl);
    await clients[1].say(conversation, '1');
    expect([(await stream.next()).watermark, (await stream.next()).watermark]).toEqual(['1', '2']);
    const activity = { type: 'message', text: '2', channelData: { clientActivityID: '2' } };
    const ready = (): Promise<number[]> =>
      Promise.all(instances.map(async ({ url }) => (await fetch(`${url}/readyz`)).status));

    await server.signal('SIGKILL');
    const [refused, unready] = await Promise.all([clients[0].post(conversation, activity), ready()]);
    const { activities } = await stream.next();
    await server.start();

    expect([refused.status, unready]).toEqual([503, [503, 503]]);
    expect(activities).toMatchObject([{ text: 'Désolé.' }]);
    await until(async () => (await ready()).every((status) => status === 200));
    expect((await clients[1].post(conversation, activity)).status).toBe(200);
    expect(await textsOf(client, conversation)).toEqual(said(2));
    expect([(await stream.next()).watermark, (await stream.next()).watermark]).toEqual(['3', '4']);
  });
  // One of them last: it stays away.
  it.each([
    [
      'Redis',
      async () => {
        await server.signal('SIGKILL');
        await server.start();
      },
    ],
    [
      'Redis, which hangs for ten seconds,',
      async () => {
        await server.signal('SIGSTOP');
        await wait(10_000);
        await server.signal('SIGCONT');
      },
    ],
    ['one of them', () => instances[1].kill()],
  ])('lose nothing and double nothing, kept or shown, when %s goes away under load', async (_case, kill) => {
    const conversations = await Promise.all(Array.from({ length: 20 }, () => client.start()));
    const followed = conversations.map((conversation) => follow(client, conversation));
    const heard = followed.map(({ numbers }) => numbers);
    let acknowledged = 0;
    let killed = Promise.resolve();

    await Promise.all(
      conversations.map(async (conversation) => {
        for (let count = 1; count <= 15; count += 1) {
          await sayUntilHeard(client, conversation, String(count));
          acknowledged += 1;
          if (acknowledged === 100) killed = kill();
        }
      }),
    );
    await killed;

    for (const conversation of conversations) expect(await textsOf(client, conversation)).toEqual(said(15));
    const all = Array.from({ length: 30 }, (_, at) => at + 1);
    await until(() => heard.every((numbers) => numbers.length >= all.length)).catch(() => undefined);
    for (const numbers of heard) expect(numbers).toEqual(all);
    for (const { close } of followed) await close();
  });
});

describe('an instance on a Redis that speaks TLS', () => {
  const folder = temporaryFolder();
  const secure = redisServer();
  afterEach(endAll);

  it('trusts the authority that it is told to, and no other', async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const subject = ['-subj', '/CN=redis', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
    const files = ['-keyout', key, '-out', certificate];
    execFileSync(
      'openssl',
      ['req', '-x509', '-nodes', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', ...subject, ...files],
      { stdio: 'ignore' },
    );
    const tlsPort = await freePort();
    await secure.start({
      'tls-port': String(tlsPort),
      'tls-cert-file': certificate,
      'tls-key-file': key,
      'tls-ca-cert-file': certificate,
      'tls-auth-clients': 'no',
    });
    const url = `rediss://127.0.0.1:${tlsPort}/0`;

    await expect(openRedisStore(url, 'assistant', SILENT)).rejects.toMatchObject({ kind: 'redis-silent' });
    const instance = await startInstance(url, { NODE_EXTRA_CA_CERTS: certificate });
    running.add(instance);
    const client = directLineClient(instance.url);
    const conversation = await client.start();
    await client.say(conversation, '1');

    expect(await textsOf(client, conversation)).toEqual(said(1));
  });
});
