import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { directLineClient, errorSchema, type StartedConversation } from '../direct-line-client';
import { holdLines, interference } from '../interfered-store';
import { hostStarter, newClock } from '../running-host';

const start = hostStarter();

describe('the web socket of a conversation', () => {
  it('replays what was said before it opened, then shows what is said', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    await client.say(conversation, 'Un');

    const stream = client.stream(conversation.streamUrl);
    const replayed = [await stream.next(), ...(await stream.rest())];
    await client.say(conversation, 'Deux');

    expect(replayed.flatMap(textsOf)).toEqual(['Bonjour !', 'Un', 'Entendu : Un']);
    expect(replayed.at(-1)?.watermark).toBe('3');
    expect(await stream.next()).toMatchObject({
      activities: [{ text: 'Deux', from: { role: 'user' } }],
      watermark: '4',
    });
    expect(await stream.next()).toMatchObject({
      activities: [{ text: 'Entendu : Deux', from: { role: 'bot' } }],
      watermark: '5',
    });
  });

  it('shows nothing of a turn before it is kept, then the message before its replies', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();
    let isKept = false;
    hooks.beforeCommit = async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      isKept = true;
    };

    const saying = client.say(conversation, 'Un', { channelData: { clientActivityID: 'k1' } });

    expect(await stream.next()).toMatchObject({
      activities: [{ text: 'Un', channelData: { clientActivityID: 'k1' } }],
    });
    expect(isKept).toBe(true);
    expect((await stream.next()).activities[0]?.replyToId).toBe(await saying);
  });

  it('sends all again to a client whose watermark the log has not reached, as after a backup is put back', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    await client.say(conversation, 'Pendant son absence');

    const { streamUrl } = await client.reconnect(conversation, '9');
    const stream = client.stream(streamUrl);
    const replayed = [await stream.next(), ...(await stream.rest())];

    expect(replayed.flatMap(textsOf)).toEqual(['Bonjour !', 'Pendant son absence', 'Entendu : Pendant son absence']);
    expect(replayed.at(-1)?.watermark).toBe('3');
  });

  it('replays after the watermark when its client comes back', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    await client.say(conversation, 'Un');

    const { streamUrl } = await client.reconnect(conversation, '1');

    const stream = client.stream(streamUrl);
    expect(textsOf(await stream.next())).toEqual(['Un']);
    expect(textsOf(await stream.next())).toEqual(['Entendu : Un']);
  });

  it('loses and repeats nothing that is said while it replays', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();

    // The replay has seen the log as it is now, and is late to say so.
    const replay = holdLines(hooks);
    const stream = client.stream(conversation.streamUrl);
    await replay.isHeld;
    await client.say(conversation, 'Un');
    replay.release();

    expect(textsOf(await stream.next())).toEqual(['Bonjour !']);
    expect(textsOf(await stream.next())).toEqual(['Un']);
    expect(textsOf(await stream.next())).toEqual(['Entendu : Un']);
  });

  it('loses and repeats nothing where nobody told of a line, as while Redis was away, before the next one came', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();

    hooks.isHeard = () => false;
    await client.say(conversation, 'Un');
    hooks.isHeard = () => true;
    await client.say(conversation, 'Deux');

    const shown = [await stream.next(), await stream.next(), await stream.next(), await stream.next()];
    expect(shown.flatMap(textsOf)).toEqual(['Un', 'Entendu : Un', 'Deux', 'Entendu : Deux']);
  });

  it('sends each activity in a frame of its own: the client mixes those of a frame with those of the next', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    await client.say(conversation, 'Un');
    await client.say(conversation, 'Deux');

    const { streamUrl } = await client.reconnect(conversation, '');
    const stream = client.stream(streamUrl);
    const frames = [];
    for (let count = 0; count < 5; count += 1) frames.push(await stream.next());

    expect(frames.map((frame) => textsOf(frame))).toEqual([
      ['Bonjour !'],
      ['Un'],
      ['Entendu : Un'],
      ['Deux'],
      ['Entendu : Deux'],
    ]);
    expect(frames.map(({ watermark }) => watermark)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('sends typing on the socket alone and without a watermark', async () => {
    const client = directLineClient(
      (
        await start({
          bot: async (context) => {
            if (context.activity.type !== 'message') return;
            await context.sendActivities([{ type: 'typing' }, { type: 'message', text: 'voilà' }]);
          },
        })
      ).url,
    );
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.opened;

    await client.say(conversation, 'Un');

    const typing = await stream.next();
    expect(typing.activities).toEqual([expect.objectContaining({ type: 'typing' })]);
    expect(typing).not.toHaveProperty('watermark');
    expect(textsOf(await stream.next())).toEqual(['Un']);
    expect(textsOf(await stream.next())).toEqual(['voilà']);
    expect(textsOf(await client.list(conversation))).toEqual(['Un', 'voilà']);
  });

  it('shows by itself that it is at work while a turn takes long', async () => {
    let finish = (): void => undefined;
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const client = directLineClient(
      (
        await start({
          bot: async (context) => {
            if (context.activity.type !== 'message') return;
            await finished;
            await context.sendActivity('voilà');
          },
        })
      ).url,
    );
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.opened;

    const said = client.say(conversation, 'Un');

    expect((await stream.next()).activities).toEqual([expect.objectContaining({ type: 'typing' })]);
    finish();
    await said;
    expect(textsOf(await stream.next())).toEqual(['Un']);
    expect(textsOf(await stream.next())).toEqual(['voilà']);
  });

  it('closes the older of two sockets with the reason collision, and serves the newer', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    const older = client.stream(conversation.streamUrl);
    await older.next();

    const newer = client.stream(conversation.streamUrl);

    expect((await older.closed).reason).toBe('collision');
    await newer.next();
    await client.say(conversation, 'Un');
    expect(textsOf(await newer.next())).toEqual(['Un']);
  });

  it('takes the empty frames that keep it open, and stays open', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();

    stream.socket.send('');
    stream.socket.send('anything');
    await client.say(conversation, 'Un');

    expect(textsOf(await stream.next())).toEqual(['Un']);
  });

  it('is closed when its client sends a large frame, and the server goes on', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();

    stream.socket.send('x'.repeat(10_000));

    expect((await stream.closed).code).toBe(1009);
    await client.say(conversation, 'Un');
  });

  it('is asked whether it is alive, and cut when it does not answer', async () => {
    const client = directLineClient((await start({ parts: { pingMs: 500 } })).url);
    const alive = client.stream((await client.start()).streamUrl);
    const dead = client.stream((await client.start()).streamUrl, { autoPong: false });
    await Promise.all([alive.next(), dead.next()]);

    expect((await dead.closed).code).toBe(1006);
    expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  });

  it('is told that the server goes away', async () => {
    const host = await start();
    const client = directLineClient(host.url);
    const stream = client.stream((await client.start()).streamUrl);
    await stream.next();

    await host.close();

    expect((await stream.closed).code).toBe(1001);
  });
});

describe('a web socket that must not open', () => {
  it.each([
    ['a forged token', (url: string) => `${url}x`, 403, 'BadArgument'],
    [
      'the chat’s token instead of the stream’s',
      (_url: string, { token }: StartedConversation) => streamUrlWith(_url, token),
      403,
      'BadArgument',
    ],
    ['no token', (url: string) => url.replace(/&t=.*/u, ''), 401, 'Unauthorized'],
    ['a bad watermark', (url: string) => url.replace('watermark=', 'watermark=-1'), 400, 'BadArgument'],
    [
      'another conversation',
      (url: string) => url.replace(/conversations\/[^/]+/u, 'conversations/another'),
      403,
      'BadArgument',
    ],
    ['another address', (url: string) => url.replace('/stream', '/streams'), 404, 'NotFound'],
  ])('is refused for %s', async (_case, spoil, status, code) => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();

    const refused = await client.stream(spoil(conversation.streamUrl, conversation)).refused;

    expect(refused.status).toBe(status);
    expect(errorSchema.parse(refused.body).error.code).toBe(code);
  });

  it('is refused for an address older than a minute', async () => {
    const clock = newClock();
    const client = directLineClient((await start({ parts: { now: clock.now } })).url);
    const conversation = await client.start();
    clock.advance(61);

    const refused = await client.stream(conversation.streamUrl).refused;

    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'TokenExpired' } } });
  });

  it.each([
    [
      'an invalid handshake',
      (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    ],
    [
      'an address that is none',
      () => 'GET //[ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    ],
  ])('is refused for %s, and the socket is closed', async (_case, request) => {
    const { url } = await start();
    const { pathname, search } = new URL((await directLineClient(url).start()).streamUrl);

    const answer = await sendRaw(url, request(pathname + search));

    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /u);
    expect(errorSchema.safeParse(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).success).toBe(true);
  });
});

function streamUrlWith(url: string, token: string): string {
  return url.replace(/&t=.*/u, `&t=${token}`);
}

/** Resolves with all that the server sent once it has closed the socket. */
function sendRaw(url: string, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(request));
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => {
      resolve(answer);
    });
    socket.on('error', reject);
  });
}

function textsOf({
  activities,
}: {
  readonly activities: readonly { readonly text?: string | undefined }[];
}): (string | undefined)[] {
  return activities.map(({ text }) => text);
}

it('a socket that sends frame after frame is closed', async () => {
  const client = directLineClient((await start()).url);
  const { streamUrl } = await client.start();
  const socket = new WebSocket(streamUrl);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));

  for (let frame = 0; frame < 101; frame += 1) socket.send('');

  await closed;
});
