import { setTimeout as wait } from 'node:timers/promises';
import { createTurnstile } from '../../../src/host/limits/turnstile';
import { until } from '../until';

describe('the turnstile', () => {
  it('lets addresses through in turns, and the clients of each in turns', async () => {
    const pass = createTurnstile(() => performance.now());
    const order: string[] = [];
    const come = async (address: string, client: string): Promise<void> => {
      const end = await pass(address, client);
      order.push(`${address}${client}`);
      end();
    };

    await Promise.all([
      ...Array.from({ length: 4 }, () => come('a', '1')),
      come('a', '2'),
      come('b', '1'),
      come('b', '1'),
      come('c', '1'),
    ]);

    expect(order).toEqual(['a1', 'b1', 'c1', 'a1', 'b1', 'a2', 'a1', 'a1']);
  });

  it('lets an address that comes in the midst through before the one that was let in last, and after those that wait longer', async () => {
    const pass = createTurnstile(() => performance.now());
    const order: string[] = [];
    const come = async (address: string): Promise<void> => {
      const end = await pass(address, '');
      order.push(address);
      end();
      if (order.length === 3) await Promise.all([come('late'), come('late')]);
    };

    await Promise.all(['a', 'a', 'a', 'b', 'b', 'c', 'c'].map(come));

    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'late', 'c', 'a', 'late']);
  });

  it('lets the event loop go round between two', async () => {
    const pass = createTurnstile(() => performance.now());
    let rounds = 0;
    let isOver = false;
    const count = (): void => {
      rounds += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);

    const seen = await Promise.all(Array.from({ length: 5 }, () => pass('a', '').then((end) => (end(), rounds))));

    isOver = true;
    expect(new Set(seen).size).toBe(5);
  });

  it('lets through at once who comes when nobody waits', async () => {
    const pass = createTurnstile(() => performance.now());
    let isThrough = false;

    void pass('a', '').then(() => (isThrough = true));
    await Promise.resolve();
    await Promise.resolve();

    expect(isThrough).toBe(true);
  });

  it('has few of one address inside at once, which keeps no other out', async () => {
    const pass = createTurnstile(() => performance.now());
    const ends: (() => void)[] = [];
    const come = async (address: string): Promise<void> => {
      ends.push(await pass(address, ''));
    };

    for (let count = 0; count < 30; count += 1) void come('a');
    await until(() => ends.length === 8);
    await wait(20);
    expect(ends).toHaveLength(8);
    await come('b');
    ends.shift()?.();
    await until(() => ends.length === 9);
    await wait(20);

    expect(ends).toHaveLength(9);
  });

  it('has an address that floods let others finish what they began before, for a while', async () => {
    let time = 0;
    const pass = createTurnstile(() => time);
    let flooded = 0;
    const flood = async (): Promise<void> => {
      const end = await pass('flood', '');
      flooded += 1;
      end();
    };
    const end = await pass('somebody', '');
    for (let count = 0; count < 10; count += 1) void flood();
    await until(() => flooded === 1);
    await wait(100);
    expect(flooded).toBe(1);
    time = 30;
    await until(() => flooded === 2);
    await wait(100);
    expect(flooded).toBe(2);

    end();

    await until(() => flooded === 10);
  });
});
