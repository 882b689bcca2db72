import type { TurnContext } from 'botbuilder';
import { type ConversationReference } from 'botbuilder';
import { DirectLineAdapter } from '../../../src/host/directline/adapter';
import type { Outbox } from '../../../src/host/directline/outbox';
import { createTurnQueue, turnKey } from '../../../src/host/storage/turn-queue';
import { until } from '../until';

const REFERENCE: Partial<ConversationReference> = {
  channelId: 'directline',
  serviceUrl: 'http://127.0.0.1',
  conversation: { id: 'c', name: '', conversationType: 'personal', isGroup: false },
  user: { id: 'dl_user', name: '' },
  bot: { id: 'assistant', name: '' },
  activityId: 'c|0000001',
};

describe('the in-process adapter', () => {
  it('posts what people read, shows typing, waits when asked, and keeps the rest to itself', async () => {
    const { adapter, told } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      await context.sendActivities([
        { type: 'typing' },
        { type: 'delay', value: 300 },
        { type: 'message', text: 'Un' },
        { type: 'trace', name: 'internal' },
        { type: 'endOfConversation' },
      ]);
    });

    expect(told).toEqual(['show typing', 'wait 300', 'post message', 'post endOfConversation']);
  });

  it('does not wait for longer than a person would', async () => {
    const { adapter, told } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      await context.sendActivity({ type: 'delay', value: 3_600_000 });
    });

    expect(told).toEqual(['wait 10000']);
  });

  it('gives the bot the ids of what it sent, and changes and removes it by them', async () => {
    const { adapter, told } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      const sent = await context.sendActivity('Un');
      await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'Deux' });
      await context.deleteActivity(sent?.id ?? '');
    });

    expect(told).toEqual(['post message', 'replace id-1', 'remove id-1']);
  });

  it('sends words of its own accord as replies to nothing', async () => {
    const { adapter, posted } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      await context.sendActivity('Du nouveau');
    });

    expect(posted).toEqual([expect.objectContaining({ text: 'Du nouveau' })]);
    expect(posted[0]).not.toHaveProperty('replyToId');
  });

  it('waits for the turn under way in the conversation', async () => {
    const { adapter, told, queue } = newAdapter();
    let finish: () => void = () => undefined;
    let hasBegun = false;
    const turn = queue.run('directline/c', async () => {
      hasBegun = true;
      await new Promise<void>((resolve) => (finish = resolve));
      told.push('turn');
    });

    const proactive = adapter.continueConversationAsync('', REFERENCE, (context: TurnContext) =>
      context.sendActivity('x'),
    );
    await until(() => hasBegun);
    finish();
    await Promise.all([turn, proactive]);

    expect(told).toEqual(['turn', 'post message']);
  });
});

function newAdapter() {
  const told: string[] = [];
  const posted: unknown[] = [];
  const queue = createTurnQueue();
  const outbox: Outbox = {
    post: (_conversation, activity) => {
      told.push(`post ${activity.type}`);
      posted.push(activity);
      return Promise.resolve(`id-${posted.length}`);
    },
    show: (_conversation, activity) => void told.push(`show ${activity.type}`),
    replace: (_conversation, id) => Promise.resolve(void told.push(`replace ${id}`)),
    remove: (_conversation, id) => Promise.resolve(void told.push(`remove ${id}`)),
  };
  const adapter = new DirectLineAdapter(
    outbox,
    (conversation, turn) => queue.run(turnKey('directline', conversation), turn),
    (milliseconds) => Promise.resolve(void told.push(`wait ${milliseconds}`)),
  );
  return { adapter, told, posted, queue };
}
