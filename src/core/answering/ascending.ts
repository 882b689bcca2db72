/** Sets of positions as ascending lists: walked together, which at 100,000 projects is many times faster than hashing them. */
type Ascending = readonly number[];

/** What is in any of the lists. */
export function unionOf(lists: readonly Ascending[]): Ascending {
  if (lists.length <= 1) return lists[0] ?? [];
  const half = lists.length >> 1;
  return merge(unionOf(lists.slice(0, half)), unionOf(lists.slice(half)));
}

/** What is in every list. */
export function intersect(lists: readonly Ascending[]): Ascending {
  const [smallest = [], ...others] = [...lists].sort((a, b) => a.length - b.length);
  return others.reduce((kept, other) => select(kept, other, true), smallest);
}

/** What is in the first list and not in the second. */
export function leavingOut(kept: Ascending, excluded: Ascending): Ascending {
  return select(kept, excluded, false);
}

function merge(a: Ascending, b: Ascending): Ascending {
  const merged: number[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i] ?? Infinity;
    const right = b[j] ?? Infinity;
    merged.push(Math.min(left, right));
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return merged;
}

/** The values of `values` that are in `other`, or those that are not. */
function select(values: Ascending, other: Ascending, isIn: boolean): Ascending {
  const kept: number[] = [];
  let j = 0;
  for (const value of values) {
    j = firstAtLeast(other, value, j);
    if ((other[j] === value) === isIn) kept.push(value);
  }
  return kept;
}

/** The first index from `from` on whose value is not less: strides that double, then halve, so that long stretches cost little. */
function firstAtLeast(ascending: Ascending, value: number, from: number): number {
  let low = from;
  let stride = 1;
  while (low + stride <= ascending.length && (ascending[low + stride - 1] ?? 0) < value) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(low + stride, ascending.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
