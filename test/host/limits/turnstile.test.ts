import { setTimeout as wait } from 'node:timers/promises';
import { createTurnstile } from '../../../src/host/limits/turnstile';

describe('the turnstile', () => {
  it('lets addresses through in turns, and the clients of each in turns', async () => {
    const pass = createTurnstile();
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

    expect(order).toEqual(['a1', 'a1', 'b1', 'c1', 'a2', 'b1', 'a1', 'a1']);
  });

  it('lets the event loop go round between two', async () => {
    const pass = createTurnstile();
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
    const pass = createTurnstile();
    let isThrough = false;

    void pass('a', '').then(() => (isThrough = true));
    await Promise.resolve();
    await Promise.resolve();

    expect(isThrough).toBe(true);
  });

  it('has few of one address inside at once, which keeps no other out', async () => {
    const pass = createTurnstile();
    const ends: (() => void)[] = [];
    const come = async (address: string): Promise<void> => {
      ends.push(await pass(address, ''));
    };

    for (let count = 0; count < 30; count += 1) void come('a');
    await wait(20);
    const inside = ends.length;
    await come('b');
    ends.shift()?.();
    await wait(20);

    expect(inside).toBe(8);
    expect(ends).toHaveLength(inside + 1);
  });
});
