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
  it('posts what people read and shows typing', async () => {
    const { adapter, told } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      await context.sendActivities([
        { type: 'typing' },
        { type: 'message', text: 'Un' },
        { type: 'endOfConversation' },
      ]);
    });

    expect(told).toEqual(['show typing', 'post message', 'post endOfConversation']);
  });

  it('gives the bot the ids of what it sent, and neither changes nor removes it', async () => {
    const { adapter, told } = newAdapter();

    await adapter.continueConversation(REFERENCE, async (context) => {
      const sent = await context.sendActivity('Un');
      const id = sent?.id ?? '';
      expect(id).toBe('id-1');
      await expect(context.updateActivity({ id, type: 'message', text: 'Deux' })).rejects.toThrow('send another');
      await expect(context.deleteActivity(id)).rejects.toThrow('not deleted');
    });

    expect(told).toEqual(['post message']);
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
  };
  const adapter = new DirectLineAdapter(outbox, (conversation, turn) =>
    queue.run(turnKey('directline', conversation), turn),
  );
  return { adapter, told, posted, queue };
}
