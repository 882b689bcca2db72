import fc from 'fast-check';
import { intersect, unionOf, leavingOut } from '../../../src/core/answering/ascending';

const ascending = fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 120 }).map((list) => list.sort((a, b) => a - b));

describe('sets of positions', () => {
  it('are united, crossed and subtracted as sets are', () => {
    fc.assert(
      fc.property(ascending, ascending, ascending, (a, b, c) => {
        const sorted = (values: Iterable<number>): readonly number[] => [...values].sort((x, y) => x - y);

        expect(unionOf([a, b, c])).toEqual(sorted(new Set([...a, ...b, ...c])));
        expect(intersect([a, b, c])).toEqual(a.filter((value) => b.includes(value) && c.includes(value)));
        expect(leavingOut(a, b)).toEqual(a.filter((value) => !b.includes(value)));
      }),
    );
  });

  it('of no list is empty', () => {
    expect(unionOf([])).toEqual([]);
    expect(intersect([])).toEqual([]);
  });
});
