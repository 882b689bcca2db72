import { createLog } from '../../../src/host/log';
import { DirectLineAdapter, type Outbox } from '../../../src/host/directline/adapter';
import { createSendNotice } from '../../../src/host/directline/send-notice';
import { HttpError } from '../../../src/host/http/http-error';
import { createTurnQueue } from '../../../src/host/storage/turn-queue';

/** A sender whose conversations take what they are sent as told. */
function senderTo(post: Outbox['post']) {
  const apologies: string[] = [];
  const refuse = (): never => {
    throw new Error('not called here');
  };
  const queue = createTurnQueue({ limit: 2 });
  const adapter = new DirectLineAdapter({ post, show: refuse, replace: refuse, remove: refuse }, queue, () =>
    Promise.resolve(),
  );
  adapter.onTurnError = (_context, error) => {
    apologies.push(error.message);
    return Promise.resolve();
  };
  const send = createSendNotice(adapter, createLog({ level: 'silent', json: true }));
  return {
    apologies,
    queue,
    send: () =>
      send(
        {
          channelId: 'directline',
          conversation: { id: 'c', name: '', conversationType: 'personal', isGroup: false },
          bot: { id: 'bot', name: '' },
        },
        { type: 'message', text: 'Du nouveau.' },
      ),
  };
}

describe('a notice in a Direct Line conversation', () => {
  it('is sent when it is in the log, and replies to nothing', async () => {
    const posted: unknown[] = [];
    const { send } = senderTo((id, activity) => {
      posted.push([id, activity['text'], activity['replyToId']]);
      return Promise.resolve('1');
    });

    expect(await send()).toBe('sent');
    expect(posted).toEqual([['c', 'Du nouveau.', undefined]]);
  });

  it.each([
    ['gone', new HttpError(404, 'ConversationNotFound', 'There is no such conversation.')],
    ['failed', new Error('disk full')],
    ['failed', new HttpError(500, 'InternalError', 'The server failed.')],
  ])('is %s after %p, and the person reads no apology', async (outcome, error) => {
    const { send, apologies } = senderTo(() => Promise.reject(error));

    expect(await send()).toBe(outcome);
    expect(apologies).toEqual([]);
  });

  it('fails for now when the conversation is flooded', async () => {
    const { send, queue } = senderTo(() => Promise.resolve('1'));
    let finish: () => void = () => undefined;
    const turns = [1, 2].map(() => queue.run('directline/c', () => new Promise<void>((resolve) => (finish = resolve))));

    expect(await send()).toBe('failed');

    // The second begins once the first is done.
    finish();
    await turns[0];
    await new Promise(setImmediate);
    finish();
    await Promise.all(turns);
  });
});
