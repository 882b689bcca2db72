import { z } from 'zod';
import type { BotLogic } from '../../../src/host/bot-logic';
import { StoreProblem } from '../../../src/host/storage/store-problem';
import { directLineClient, errorSchema } from '../direct-line-client';
import { interference } from '../interfered-store';
import { echoBot, ERROR_SENTENCE, hostStarter, newClock, SECRET } from '../running-host';

const start = hostStarter();

describe('a Direct Line conversation', () => {
  it('starts with 201 and the bot’s welcome, and is taken up again with 200 and no second welcome', async () => {
    const client = directLineClient((await start()).url);
    const { token, conversationId, expires_in } = await client.generate();

    const first = await client.start(token);
    const second = await client.start(token);

    expect(expires_in).toBe(1800);
    expect(first).toMatchObject({ status: 201, conversationId });
    expect(second).toMatchObject({ status: 200, conversationId });
    expect(textsOf(await client.list(first))).toEqual(['Bonjour !']);
  });

  it('tells the bot who came, and never shows that to the client', async () => {
    const heard: unknown[] = [];
    const client = directLineClient((await start({ bot: recordInto(heard) })).url);

    const conversation = await client.start(undefined, { locale: 'en' });

    expect(heard).toEqual([
      expect.objectContaining({
        type: 'conversationUpdate',
        channelId: 'directline',
        locale: 'en',
        membersAdded: [expect.objectContaining({ id: 'assistant' }), expect.objectContaining({ role: 'user' })],
      }),
    ]);
    expect((await client.list(conversation)).activities).toEqual([]);
  });

  it('gives a message back before its replies, with what its client recognises it by', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();

    const id = await client.say(conversation, 'Combien ?', { channelData: { clientActivityID: 'abc123', extra: [1] } });

    const { activities, watermark } = await client.list(conversation, '1');
    expect(activities).toEqual([
      expect.objectContaining({
        id,
        type: 'message',
        text: 'Combien ?',
        channelData: { clientActivityID: 'abc123', extra: [1] },
      }),
      expect.objectContaining({ type: 'message', text: 'Entendu : Combien ?', replyToId: id }),
    ]);
    expect(activities.map(({ from }) => from.role)).toEqual(['user', 'bot']);
    expect(watermark).toBe('3');
  });

  it('gives all again to a client that polls after what the log has not reached, as after a backup is put back', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();
    await client.say(conversation, 'Pendant son absence');

    const again = await client.list(conversation, '9');

    expect(textsOf(again)).toEqual(['Bonjour !', 'Pendant son absence', 'Entendu : Pendant son absence']);
    expect(again.watermark).toBe('3');
  });

  it('gives the bot’s first word without a replyToId, which the client would wait for', async () => {
    const client = directLineClient((await start()).url);

    const { activities } = await client.list(await client.start());

    expect(activities[0]).not.toHaveProperty('replyToId');
  });

  it('forces the speaker to be the token’s', async () => {
    const heard: unknown[] = [];
    const client = directLineClient((await start({ bot: recordInto(heard) })).url);
    const { token } = await client.generate({ user: { id: 'dl_ada', name: 'Ada' } });
    const conversation = await client.start(token);

    await client.say(conversation, 'Moi', { from: { id: 'dl_eve', name: 'Eve', role: 'bot' } });

    expect(heard.at(-1)).toMatchObject({ from: { id: 'dl_ada', name: 'Ada', role: 'user' } });
    expect((await client.list(conversation)).activities[0]?.from).toEqual({ id: 'dl_ada', name: 'Ada', role: 'user' });
  });

  it('drops what it does not know of an activity, and what would reach a prototype', async () => {
    const heard: unknown[] = [];
    const client = directLineClient((await start({ bot: recordInto(heard) })).url);
    const conversation = await client.start();
    const hostile = JSON.stringify({
      type: 'message',
      text: 'x',
      value: { a: 1 },
      recipient: { id: 'r' },
      serviceUrl: 'https://evil',
      secret: 1,
      entities: [
        { type: 'mention', mentioned: { id: 'm' } },
        { '@type': 'LikeAction', '@id': '#LikeAction-3', secret: 1 },
      ],
    });

    await fetch(`${conversation.streamUrl.replace(/^ws/u, 'http').replace(/\/stream.*/u, '')}/activities`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${conversation.token}`, 'Content-Type': 'application/json' },
      body: hostile.replace('{"a":1}', '{"a":1,"__proto__":{"polluted":true},"deep":{"__proto__":{"polluted":true}}}'),
    });

    expect(heard.at(-1)).toMatchObject({ text: 'x', value: { a: 1, deep: {} } });
    // A thumb that was pressed is let in.
    expect(heard.at(-1)).toHaveProperty('entities', [
      { type: 'https://schema.org/Action', '@type': 'LikeAction', '@id': '#LikeAction-3' },
    ]);
    expect(heard.at(-1)).not.toHaveProperty('secret');
    expect(heard.at(-1)).not.toHaveProperty('value.polluted');
    expect(heard.at(-1)).not.toHaveProperty('value.deep.polluted');
    expect(heard.at(-1)).not.toHaveProperty('serviceUrl', 'https://evil');
    expect({}).not.toHaveProperty('polluted');
  });

  it('answers an activity sent again only once, by its clientActivityID or by its id', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();

    const first = await client.say(conversation, 'Un', { channelData: { clientActivityID: 'k1' } });
    const again = await client.say(conversation, 'Un', { channelData: { clientActivityID: 'k1' } });
    const other = await client.say(conversation, 'Deux', { id: 'mine' });
    const otherAgain = await client.say(conversation, 'Deux', { id: 'mine' });
    await client.say(conversation, 'Trois');
    await client.say(conversation, 'Trois');

    expect(again).toBe(first);
    expect(otherAgain).toBe(other);
    expect(textsOf(await client.list(conversation, '1'))).toEqual([
      'Un',
      'Entendu : Un',
      'Deux',
      'Entendu : Deux',
      'Trois',
      'Entendu : Trois',
      'Trois',
      'Entendu : Trois',
    ]);
  });

  it('answers only once an activity sent twice at the same time', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();

    await Promise.all(
      Array.from({ length: 5 }, () => client.say(conversation, 'Un', { channelData: { clientActivityID: 'k1' } })),
    );

    expect(textsOf(await client.list(conversation, '1'))).toEqual(['Un', 'Entendu : Un']);
  });

  it('plays the turns of a conversation one after the other', async () => {
    const client = directLineClient((await start()).url);
    const conversation = await client.start();

    await Promise.all(Array.from({ length: 20 }, (_, n) => client.say(conversation, String(n))));

    const texts = textsOf(await client.list(conversation, '1'));
    expect(texts).toHaveLength(40);
    for (let turn = 0; turn < 40; turn += 2) expect(texts[turn + 1]).toBe(`Entendu : ${String(texts[turn])}`);
  });

  it('brings a message far too long to the bot, which is who can say so', async () => {
    const client = directLineClient(
      (
        await start({
          bot: async (context) => {
            await context.sendActivity(String(context.activity.text.length));
          },
        })
      ).url,
    );
    const conversation = await client.start();

    await client.say(conversation, 'é'.repeat(30_000));

    expect(textsOf(await client.list(conversation)).at(-1)).toBe('30000');
  });

  it('survives a restart: the log, the numbering and the duplicates', async () => {
    const before = await start();
    const conversation = await directLineClient(before.url).start();
    const id = await directLineClient(before.url).say(conversation, 'Avant', {
      channelData: { clientActivityID: 'k1' },
    });
    await before.close();

    const client = directLineClient((await start({ varDir: before.varDir })).url);

    expect(await client.say(conversation, 'Avant', { channelData: { clientActivityID: 'k1' } })).toBe(id);
    await client.say(conversation, 'Après');
    expect(textsOf(await client.list(conversation))).toEqual([
      'Bonjour !',
      'Avant',
      'Entendu : Avant',
      'Après',
      'Entendu : Après',
    ]);
    expect((await client.start(conversation.token)).status).toBe(200);
  });

  it('survives a restart with the secret that the host made itself', async () => {
    const before = await start({ environment: { DIRECT_LINE_SECRET: '' } });
    const grant: unknown = await (await fetch(`${before.url}/widget/token`, { method: 'POST' })).json();
    const { token } = z.object({ token: z.string() }).parse(grant);
    const conversation = await directLineClient(before.url).start(token);
    await before.close();

    const client = directLineClient(
      (await start({ varDir: before.varDir, environment: { DIRECT_LINE_SECRET: '' } })).url,
    );

    expect(textsOf(await client.list(conversation))).toEqual(['Bonjour !']);
  });

  it('survives a change of the secret while both are known, and not the end of the old one', async () => {
    const NEW = 'the-secret-that-comes-after-the-first-one';
    const before = await start();
    const conversation = await directLineClient(before.url).start();
    await before.close();
    const { varDir } = before;

    const between = await start({ varDir, environment: { DIRECT_LINE_SECRET: `${NEW} ${SECRET}` } });
    const client = directLineClient(between.url);
    const renewed = await client.refresh(conversation.token);
    const askedByNew = await client.fetch('POST', '/tokens/generate', NEW, {});
    const askedByOld = await client.fetch('POST', '/tokens/generate', SECRET, {});
    const askedByNone = await client.fetch('POST', '/tokens/generate', `${NEW} ${SECRET}`.replace(' ', ''), {});
    await between.close();
    const after = directLineClient((await start({ varDir, environment: { DIRECT_LINE_SECRET: NEW } })).url);

    expect([askedByNew.status, askedByOld.status, askedByNone.status]).toEqual([200, 200, 403]);
    expect(textsOf(await after.list({ ...conversation, token: renewed.token }))).toEqual(['Bonjour !']);
    expect((await after.fetch('POST', '/tokens/refresh', conversation.token)).status).toBe(403);
    expect((await after.fetch('POST', '/tokens/generate', SECRET, {})).status).toBe(403);
  });

  it('renews a token for the same conversation and user', async () => {
    const clock = newClock();
    const client = directLineClient((await start({ parts: { now: clock.now } })).url);
    const conversation = await client.start();
    clock.advance(900);

    const { token } = await client.refresh(conversation.token);

    clock.advance(1_000);
    expect(
      (await client.fetch('GET', `/conversations/${conversation.conversationId}/activities`, conversation.token))
        .status,
    ).toBe(403);
    expect(textsOf(await client.list({ ...conversation, token }))).toEqual(['Bonjour !']);
  });

  it('gives a session id to cards that ask for one', async () => {
    const client = directLineClient((await start()).url);
    const { token } = await client.generate();

    const response = await client.fetch('GET', '/session/getsessionid', token);

    expect(await response.json()).toHaveProperty('sessionId');
  });
});

describe('a bot that fails', () => {
  it('is spoken for by the error sentence, and the message counts as sent', async () => {
    const host = await start({ bot: failing });
    const client = directLineClient(host.url);
    const conversation = await client.start();

    const id = await client.say(conversation, 'secret question');

    const { activities } = await client.list(conversation);
    expect(textsOf({ activities: activities.filter(({ replyToId }) => replyToId === id) })).toEqual([ERROR_SENTENCE]);
    expect(host.logged.join('')).toContain('the bot broke');
    expect(host.logged.join('')).not.toContain('secret question');
  });

  it('leaves nothing of what it said and remembered before it failed', async () => {
    const bot: BotLogic = async (context) => {
      await echoBot(context);
      if (context.activity.type === 'message') throw new Error('broken');
    };
    const client = directLineClient((await start({ bot })).url);
    const conversation = await client.start();

    await client.say(conversation, 'Un');

    expect(textsOf(await client.list(conversation))).toEqual(['Bonjour !', 'Un', ERROR_SENTENCE]);
  });

  it('is a 503 with a sentence in the chat when nothing can be kept, and the message is answered once when it comes again', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();
    const stream = client.stream(conversation.streamUrl);
    await stream.next();
    const message = { type: 'message', text: 'Un', channelData: { clientActivityID: 'k1' } };
    hooks.beforeCommit = () => Promise.reject(new Error('disk full'));

    const refused = await client.post(conversation, message);

    expect(refused.status).toBe(503);
    expect(errorSchema.parse(await refused.json()).error.code).toBe('NotReady');
    const told = await stream.next();
    expect(textsOf(told)).toEqual([ERROR_SENTENCE]);
    expect(told).not.toHaveProperty('watermark');
    hooks.beforeCommit = () => Promise.resolve();
    const [again, onceMore] = [await client.post(conversation, message), await client.post(conversation, message)];
    expect([again.status, onceMore.status]).toEqual([200, 200]);
    expect(textsOf(await client.list(conversation))).toEqual(['Bonjour !', 'Un', 'Entendu : Un']);
  });

  it('is not what a store was that comes back at once: nobody is told sorry in the place of the answer', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const conversation = await client.start();
    const message = { type: 'message', text: 'Un', channelData: { clientActivityID: 'k1' } };
    hooks.beforeCommit = () => {
      hooks.beforeCommit = () => Promise.resolve();
      return Promise.reject(new StoreProblem('redis-silent', 'redis://store'));
    };

    const statuses = [
      (await client.post(conversation, message)).status,
      (await client.post(conversation, message)).status,
    ];

    expect(statuses).toEqual([503, 200]);
    expect(textsOf(await client.list(conversation))).toEqual(['Bonjour !', 'Un', 'Entendu : Un']);
  });

  it('is a 503 for a conversation that cannot be kept, which can be started later', async () => {
    const hooks = interference();
    const client = directLineClient((await start({ interfere: hooks.interfere })).url);
    const { token } = await client.generate();
    hooks.beforeCommit = () => Promise.reject(new StoreProblem('redis-silent', 'redis://store'));

    const refused = await client.fetch('POST', '/conversations', token, {});

    expect(refused.status).toBe(503);
    expect(errorSchema.parse(await refused.json()).error.code).toBe('NotReady');
    hooks.beforeCommit = () => Promise.resolve();
    expect((await client.start(token)).status).toBe(201);
  });

  it('does not prevent a conversation from starting', async () => {
    const bot: BotLogic = (context) => {
      context.onSendActivities(() => Promise.reject(new Error('cannot send')));
      return Promise.reject(new Error('broken'));
    };
    const client = directLineClient((await start({ bot })).url);

    expect((await client.start()).status).toBe(201);
  });
});

const failing: BotLogic = () => Promise.reject(new Error('the bot broke'));

function recordInto(heard: unknown[]): BotLogic {
  return (context) => {
    heard.push(structuredClone(JSON.parse(JSON.stringify(context.activity))));
    return Promise.resolve();
  };
}

function textsOf({
  activities,
}: {
  readonly activities: readonly { readonly text?: string | undefined }[];
}): (string | undefined)[] {
  return activities.map(({ text }) => text);
}
