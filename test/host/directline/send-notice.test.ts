import { createLog } from '../../../src/host/log';
import { DirectLineAdapter } from '../../../src/host/directline/adapter';
import type { Outbox } from '../../../src/host/directline/outbox';
import { createSendNotice } from '../../../src/host/directline/send-notice';
import { HttpError } from '../../../src/host/http/http-error';
import { createTurnQueue, turnKey } from '../../../src/host/storage/turn-queue';

/** A sender whose conversations take what they are sent as told. */
function senderTo(post: Outbox['post']) {
  const noted: string[] = [];
  const refuse = (): never => {
    throw new Error('not called here');
  };
  const queue = createTurnQueue({ limit: 2 });
  const adapter = new DirectLineAdapter({ post, show: refuse }, (conversation, turn) =>
    queue.run(turnKey('directline', conversation), turn),
  );
  const send = createSendNotice(adapter, createLog({ level: 'silent', json: true }));
  return {
    noted,
    queue,
    send: () =>
      send(
        {
          channelId: 'directline',
          conversation: { id: 'c', name: '', conversationType: 'personal', isGroup: false },
          bot: { id: 'bot', name: '' },
        },
        { type: 'message', text: 'Du nouveau.' },
        ({ activity }) => Promise.resolve(void noted.push(activity.conversation.id)),
      ),
  };
}

describe('a notice in a Direct Line conversation', () => {
  it('is sent when it is in the log, and replies to nothing', async () => {
    const posted: unknown[] = [];
    const { send, noted } = senderTo((id, activity) => {
      posted.push([id, activity['text'], activity['replyToId']]);
      return Promise.resolve('1');
    });

    expect(await send()).toBe('sent');
    expect(posted).toEqual([['c', 'Du nouveau.', undefined]]);
    expect(noted).toEqual(['c']);
  });

  it.each([
    ['gone', new HttpError(404, 'ConversationNotFound', 'There is no such conversation.')],
    ['failed', new Error('disk full')],
    ['failed', new HttpError(500, 'InternalError', 'The server failed.')],
  ])('is %s after %p, and nothing follows from it', async (outcome, error) => {
    const { send, noted } = senderTo(() => Promise.reject(error));

    expect(await send()).toBe(outcome);
    expect(noted).toEqual([]);
  });

  it('fails for now when the conversation is flooded', async () => {
    const { send, queue } = senderTo(() => Promise.resolve('1'));
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const turns = [1, 2].map(() => queue.run('directline/c', () => finished));

    expect(await send()).toBe('failed');

    finish();
    await Promise.all(turns);
  });
});
