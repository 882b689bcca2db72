import { createBuckets } from '../../../src/host/limits/buckets';

describe('a token bucket', () => {
  const MINUTE = 60_000;
  let time = 0;
  const buckets = () =>
    createBuckets({
      name: 'test',
      count: 60,
      periodMs: MINUTE,
      now: () => time,
      spend: () => Promise.resolve(new Map()),
    });
  beforeEach(() => {
    time = 1_000_000;
  });

  it('lets half of a minute’s worth through at once, then says when the next one is there', () => {
    const take = buckets();
    const waits = Array.from({ length: 32 }, () => take('a'));

    expect(waits.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 0));
    expect(waits.slice(30)).toEqual([1_000, 1_000]);
  });

  it('is refilled by the time, never above its brim, and is of one key alone', () => {
    const take = buckets();
    for (let count = 0; count < 30; count += 1) take('a');

    expect(take('b')).toBe(0);
    time += 2_000;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1_000]);
    time += 10 * MINUTE;
    expect(Array.from({ length: 31 }, () => take('a')).at(-1)).toBe(1_000);
  });

  it('takes what is cheap for less', () => {
    const take = buckets();

    expect(Array.from({ length: 300 }, () => take('a', 1 / 10)).at(-1)).toBe(0);
    expect(take('a', 1 / 10)).toBeGreaterThan(0);
  });

  it('holds a bounded number of keys', () => {
    const take = buckets();
    for (let count = 0; count < 30; count += 1) take('first');
    for (let count = 0; count < 100_000; count += 1) take(`key ${count}`);

    // Forgotten, as if it were full.
    expect(take('first')).toBe(0);
  });
});
