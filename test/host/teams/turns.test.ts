import type { Later } from '../../../src/host/teams/messages-route';
import { until } from '../until';
import { ADAPTERS, SERVICE_URL, startConnector, type Connector } from './connector';
import { assistantStarter } from './running-assistant';

const startAssistant = assistantStarter();

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());

const THREAD = '19:team@thread.tacv2;messageid=1700000000000';

const MESSAGE = {
  type: 'message',
  id: '1700000000001',
  timestamp: '2026-11-24T10:00:00.000Z',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:ada', name: 'Ada' },
  recipient: { id: '28:bot', name: 'Assistant' },
  conversation: { id: THREAD, conversationType: 'channel', isGroup: true },
  text: '<at>Assistant</at> Quel financement pour Mentor ?',
  entities: [{ type: 'mention', mentioned: { id: '28:bot', name: 'Assistant' }, text: '<at>Assistant</at>' }],
};
const EDIT = {
  ...MESSAGE,
  type: 'messageUpdate',
  timestamp: '2026-11-24T10:01:00.000Z',
  text: '<at>Assistant</at> Quel financement pour PILAT ?',
  channelData: { eventType: 'editMessage' },
};

/** A clock that strikes when it is told to, and says how long it was asked to wait. */
function newClock(): { readonly later: Later; readonly strike: () => void; readonly asked: number[] } {
  const asked: number[] = [];
  const waiting = new Set<() => void>();
  return {
    asked,
    later: (milliseconds, act) => {
      asked.push(milliseconds);
      waiting.add(act);
      return () => {
        waiting.delete(act);
      };
    },
    strike: () => {
      for (const act of waiting) act();
    },
  };
}

const gates: (() => void)[] = [];
afterEach(() => {
  for (const open of gates.splice(0)) open();
});

/** A gate that a bot waits at; a test that fails before it opens it leaves nobody waiting. */
function newGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  gates.push(open);
  return { opened, open };
}

describe.each(ADAPTERS)('a turn that takes long, by %s,', (adapter) => {
  it('shows within a second, in the thread, that it is at work', async () => {
    const gate = newGate();
    const assistant = await startAssistant({ connector, adapter, bot: () => gate.opened });
    const began = Date.now();

    const answer = assistant.post(MESSAGE);
    await until(() => assistant.sent.length > 0);

    expect(Date.now() - began).toBeLessThan(5_000);
    gate.open();
    expect((await answer).status).toBe(200);
    expect(assistant.sent).toMatchObject([
      {
        method: 'POST',
        path: `/v3/conversations/${THREAD}/activities/${MESSAGE.id}`,
        body: { type: 'typing', replyToId: MESSAGE.id },
      },
    ]);
  });

  it('goes on when that sign cannot be shown, and apologises for nothing', async () => {
    const gate = newGate();
    const assistant = await startAssistant({ connector, adapter, bot: () => gate.opened });
    assistant.answerWith(400);

    const answer = assistant.post(MESSAGE);
    await until(() => assistant.logged.some((line) => line.includes('typing sign')));
    gate.open();

    expect((await answer).status).toBe(200);
    expect(assistant.sent.map(({ body: { type } }) => type)).toEqual(['typing']);
  });

  it('is told to the person before Teams gives up; its reply comes later, and the message is not answered twice', async () => {
    const gate = newGate();
    const clock = newClock();
    const assistant = await startAssistant({
      connector,
      adapter,
      later: clock.later,
      bot: async (context) => {
        await gate.opened;
        await context.sendActivity('La réponse.');
      },
    });

    const answer = assistant.post(MESSAGE);
    await until(() => clock.asked.length > 0);
    clock.strike();
    expect((await answer).status).toBe(200);
    const texts = (): readonly (string | undefined)[] => assistant.sent.flatMap(({ body: { text } }) => text ?? []);
    await until(() => texts().length === 1);
    gate.open();
    await until(() => texts().length === 2);
    expect((await assistant.post(MESSAGE)).status).toBe(200);

    expect(Math.max(...clock.asked)).toBeLessThan(15_000);
    expect(texts()).toEqual([expect.stringContaining('plus de temps que prévu'), 'La réponse.']);
    expect(assistant.sent.every(({ path }) => path.includes(THREAD))).toBe(true);
  });

  it('is told as late to who waits behind it, and both are answered in order', async () => {
    const gate = newGate();
    const clock = newClock();
    const assistant = await startAssistant({
      connector,
      adapter,
      later: clock.later,
      bot: async (context) => {
        await gate.opened;
        await context.sendActivity(`Réponse à ${context.activity.id ?? ''}`);
      },
    });

    const answers = [assistant.post(MESSAGE), assistant.post({ ...MESSAGE, id: '1700000000002' })];
    await until(() => clock.asked.length === 2);
    clock.strike();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
    gate.open();
    const replies = (): readonly (string | undefined)[] =>
      assistant.sent.flatMap(({ body: { text = '' } }) => (text.startsWith('Réponse') ? text : []));
    await until(() => replies().length === 2);

    expect(replies()).toEqual([`Réponse à ${MESSAGE.id}`, 'Réponse à 1700000000002']);
  });

  it('of an invoke, whose answer can come in no other way, ends with an error', async () => {
    const gate = newGate();
    const clock = newClock();
    const assistant = await startAssistant({ connector, adapter, later: clock.later, bot: () => gate.opened });

    const answer = assistant.post({ ...MESSAGE, type: 'invoke', name: 'composeExtension/query' });
    await until(() => clock.asked.length > 0);
    clock.strike();

    expect((await answer).status).toBe(504);
    expect(assistant.sent).toEqual([]);
    gate.open();
  });
});

describe.each(ADAPTERS)('an edit, by %s,', (adapter) => {
  it('is no repetition of its message, and is done once', async () => {
    const assistant = await startAssistant({ connector, adapter });
    await assistant.post(MESSAGE);
    await assistant.post(MESSAGE);
    const [reply] = assistant.said();

    await assistant.post(EDIT);
    await assistant.post(EDIT);

    expect(reply).toMatchObject({ method: 'POST' });
    expect(assistant.said().slice(1)).toMatchObject([
      { method: 'PUT', path: `/v3/conversations/${THREAD}/activities/reply-1` },
    ]);
    expect(assistant.said()[1]?.body.text).toContain('PILAT');
  });

  it('back to the first words is another one', async () => {
    const assistant = await startAssistant({ connector, adapter });
    await assistant.post(MESSAGE);
    await assistant.post(EDIT);

    await assistant.post({ ...EDIT, text: MESSAGE.text, timestamp: '2026-11-24T10:02:00.000Z' });
    await assistant.post({ ...EDIT, timestamp: '2026-11-24T10:03:00.000Z' });

    expect(assistant.said().map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT', 'PUT']);
  });
});

describe.each(ADAPTERS)('a deletion, by %s,', (adapter) => {
  it('forgets the question though the reply can no longer be taken away, and apologises to nobody', async () => {
    const assistant = await startAssistant({ connector, adapter });
    const next = { ...MESSAGE, id: '1700000000003', text: 'et son coût ?' };
    await assistant.post(MESSAGE);
    assistant.answerWith(404);

    const { status } = await assistant.post({ ...MESSAGE, type: 'messageDelete', text: undefined });
    assistant.answerWith(201);
    await assistant.post(next);

    expect(status).toBe(200);
    expect(assistant.said().map(({ method }) => method)).toEqual(['POST', 'DELETE', 'POST']);
    expect(assistant.said()[2]?.body.text).not.toContain('Mentor');
  });
});
