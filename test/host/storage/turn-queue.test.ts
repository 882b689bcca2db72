import { ActivityTypes, TestAdapter, TurnContext } from 'botbuilder';
import { createBotState } from '../../../src/host/storage/bot-state';
import { createTurnQueue } from '../../../src/host/storage/turn-queue';
import { storeOpener } from '../stores';

const openStore = storeOpener();

describe('the turn queue', () => {
  it('counts 20 when 20 turns come at once on one conversation', async () => {
    const state = createBotState(await openStore(), () => new Date());
    const queue = createTurnQueue();

    await Promise.all(Array.from({ length: 20 }, () => queue.run('conversation', turn)));

    expect(await state.load(newTurn())).toEqual({ count: 20 });

    async function turn(): Promise<void> {
      const context = newTurn();
      const memory = await state.load(context);
      memory['count'] = Number(memory['count'] ?? 0) + 1;
      await state.saveChanges(context);
    }
  });

  it('runs the turns of one conversation in the order they came', async () => {
    const queue = createTurnQueue();
    const told: string[] = [];
    const first = deferred();

    const turns = [
      queue.run('a', async () => {
        await first.promise;
        told.push('first');
      }),
      queue.run('a', () => Promise.resolve(told.push('second'))),
    ];
    first.resolve();
    await Promise.all(turns);

    expect(told).toEqual(['first', 'second']);
  });

  it('does not make one conversation wait for another', async () => {
    const queue = createTurnQueue();
    const blocked = deferred();
    const waiting = queue.run('a', () => blocked.promise);

    expect(await queue.run('b', () => Promise.resolve('answered'))).toBe('answered');

    blocked.resolve();
    await waiting;
  });

  it('lets all else be served between two turns that come together', async () => {
    const queue = createTurnQueue();
    let rounds = 0;
    const count = (): void => {
      rounds += 1;
      if (rounds < 100) setTimeout(count, 0);
    };
    count();

    const begun = await Promise.all(
      ['a', 'b', 'c', 'd'].map((key) =>
        queue.run(key, () => {
          const round = rounds;
          // As long as a turn takes.
          for (const end = Date.now() + 5; Date.now() < end;);
          return Promise.resolve(round);
        }),
      ),
    );

    expect(new Set(begun).size).toBe(4);
  });

  it('goes on after a turn that failed, and tells its caller alone', async () => {
    const queue = createTurnQueue();

    const failed = queue.run('a', () => Promise.reject(new Error('boom')));
    const next = queue.run('a', () => Promise.resolve('fine'));

    await expect(failed).rejects.toThrow('boom');
    expect(await next).toBe('fine');
  });

  it('refuses a turn when too many wait, and takes turns again afterwards', async () => {
    const queue = createTurnQueue({ limit: 2 });
    const blocked = deferred();
    const turns = [queue.run('a', () => blocked.promise), queue.run('a', () => blocked.promise)];

    await expect(queue.run('a', () => Promise.resolve())).rejects.toMatchObject({
      status: 429,
      headers: { 'Retry-After': '1' },
    });

    blocked.resolve();
    await Promise.all(turns);
    expect(await queue.run('a', () => Promise.resolve('again'))).toBe('again');
  });

  it('is idle once all that came has run, even what came meanwhile', async () => {
    const queue = createTurnQueue();
    const told: string[] = [];
    void queue.run('a', () => {
      void queue.run('b', () => Promise.resolve(told.push('late')));
      return Promise.resolve();
    });

    await queue.idle();

    expect(told).toEqual(['late']);
  });
});

function newTurn(): TurnContext {
  return new TurnContext(new TestAdapter(() => Promise.resolve()), {
    type: ActivityTypes.Message,
    channelId: 'directline',
    conversation: { id: 'one', name: '', conversationType: 'personal', isGroup: false },
  });
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
