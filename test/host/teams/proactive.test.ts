import { TurnContext, type Activity, type ConversationReference } from 'botbuilder';
import { createLog } from '../../../src/host/log';
import { createTurnQueue, turnKey } from '../../../src/host/storage/turn-queue';
import { createSend } from '../../../src/host/teams/connector-client';
import { createTeamsSender } from '../../../src/host/teams/proactive';
import { ADAPTERS, startConnector, type Connector } from './connector';
import { serviceStarter, type Service } from './service';

const serve = serviceStarter();

let connector: Connector;

beforeAll(async () => {
  connector = await startConnector();
});

afterAll(() => connector.close());

describe.each(ADAPTERS)('a message that nobody asked for, by %s,', (adapter) => {
  async function createSender(allowed: Service, queue = createTurnQueue()) {
    const now = (): number => Date.now();
    const log = createLog({ level: 'silent', json: true });
    const send = createSend({
      isServiceUrl: (url) => url.startsWith(allowed.url),
      now,
      random: () => 0,
      wait: () => Promise.resolve(),
    });
    const treatment = { log, errorSentence: () => 'Pardon.', saveState: () => Promise.resolve(), now };
    const sdk = await connector.sdk(send, adapter)(treatment);
    const sender = createTeamsSender({ sdk, queue, alone: (_name, task) => task(), log, now });
    return (to: Partial<ConversationReference>, activity: Partial<Activity>) =>
      sender(to, activity, () => Promise.resolve());
  }

  it('goes to the conversation that was kept, from the bot, in answer to nothing', async () => {
    const service = await serve();

    expect(await (await createSender(service))(reference(service.url), { type: 'message', text: 'Du nouveau' })).toBe(
      'sent',
    );

    expect(service.received).toMatchObject([
      { method: 'POST', path: '/emea/v3/conversations/a%3Aconversation/activities' },
    ]);
    expect(JSON.parse(service.received[0]?.body ?? '')).toMatchObject({
      type: 'message',
      text: 'Du nouveau',
      from: { id: '28:bot' },
      recipient: { id: '29:user' },
    });
    expect(service.received[0]?.body).not.toContain('replyToId');
  });

  it.each<[number, string, 'gone' | 'failed', number]>([
    [403, 'MessageWritesBlocked', 'gone', 1],
    [403, 'BotNotInConversationRoster', 'gone', 1],
    [404, 'ConversationNotFound', 'gone', 1],
    [400, 'BadSyntax', 'failed', 1],
    [500, 'ServiceError', 'failed', 1],
    [429, 'Throttled', 'failed', 4],
  ])('is told apart when the connector answers %d (%s): %s', async (status, code, outcome, tries) => {
    const service = await serve(() => ({ status, body: { error: { code } } }));

    expect(await (await createSender(service))(reference(service.url), { type: 'message', text: 'x' })).toBe(outcome);

    expect(service.received).toHaveLength(tries);
  });

  it('is sent after all when the connector is busy for a moment', async () => {
    const service = await serve((count) => (count < 3 ? { status: 429 } : { status: 201, body: { id: 'sent' } }));

    expect(await (await createSender(service))(reference(service.url), { type: 'message', text: 'x' })).toBe('sent');
  });

  it('never goes to an address off the list, even out of the store', async () => {
    const [service, attacker] = await Promise.all([serve(), serve()]);
    const sendTo = await createSender(service);

    expect(await sendTo(reference(attacker.url), { type: 'message', text: 'x' })).toBe('failed');
    // What is sent may carry an address of its own: the one of the conversation counts.
    await sendTo(reference(service.url), { type: 'message', text: 'x', serviceUrl: attacker.url });

    expect(attacker.received).toHaveLength(0);
    expect(service.received).toHaveLength(1);
  });

  it('fails, and does not throw, with a reference that leads nowhere', async () => {
    const service = await serve();

    expect(await (await createSender(service))({}, { type: 'message', text: 'x' })).toBe('failed');
    expect(service.received).toHaveLength(0);
  });

  it('takes its turn in the conversation', async () => {
    const service = await serve();
    const queue = createTurnQueue();
    const order: string[] = [];
    let endTurn = (): void => undefined;
    const turn = queue.run(turnKey('msteams', 'a:conversation'), async () => {
      await new Promise<void>((resolve) => (endTurn = resolve));
      order.push(`the turn, with ${service.received.length} sent`);
    });

    const sending = (await createSender(service, queue))(reference(service.url), { type: 'message', text: 'x' });
    const elsewhere = { ...reference(service.url), conversation: { ...CONVERSATION, id: 'b' } };
    await (
      await createSender(service, queue)
    )(elsewhere, { type: 'message', text: 'y' });
    endTurn();
    await Promise.all([turn, sending]);

    expect(order).toEqual(['the turn, with 1 sent']);
    expect(service.received.map(({ path }) => path)).toEqual([
      '/emea/v3/conversations/b/activities',
      '/emea/v3/conversations/a%3Aconversation/activities',
    ]);
  });
});

const CONVERSATION = { id: '', isGroup: false, conversationType: 'personal', name: '' };

/** As it comes back from a store: through JSON. */
function reference(serviceUrl: string): Partial<ConversationReference> {
  const activity: Partial<Activity> = {
    id: 'activity-1',
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: 'a:conversation', isGroup: false, conversationType: 'personal', name: '', tenantId: 't' },
    recipient: { id: '28:bot', name: 'Assistant' },
    from: { id: '29:user', name: '' },
  };
  return structuredClone(TurnContext.getConversationReference(activity));
}
