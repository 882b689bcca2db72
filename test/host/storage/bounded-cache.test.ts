import { createBoundedCache } from '../../../src/host/storage/bounded-cache';

const cacheOf = (most: number) => createBoundedCache<string>({ most, weightOf: (text) => text.length });

describe('a bounded cache', () => {
  it('lets go what was held longest ago, and no more than it must', () => {
    const cache = cacheOf(10);
    for (const key of ['a', 'b', 'c']) cache.hold(key, '1234');

    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, '1234', '1234']);
  });

  it('counts what is held again once, and as the latest', () => {
    const cache = cacheOf(10);
    cache.hold('a', '1234');
    cache.hold('b', '1234');
    cache.hold('a', '12345');
    cache.hold('c', '123');

    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['12345', undefined, '123']);
  });

  it('does not count what was let go', () => {
    const cache = cacheOf(10);
    cache.hold('a', '12345678');
    cache.release('a');
    cache.release('a');
    cache.hold('b', '12345');
    cache.hold('c', '12345');

    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual([undefined, '12345', '12345']);
  });

  it('holds nothing that is too much by itself', () => {
    const cache = cacheOf(10);
    cache.hold('a', '12345678901');

    expect(cache.get('a')).toBeUndefined();
  });
});
