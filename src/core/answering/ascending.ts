/** Sets of positions as ascending lists: merged or marked, which is many times faster than hashing them. */
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
  return others.reduce((kept, other) => kept.filter(holding(other)), smallest);
}

/** What is in the first list and not in the second. */
export function leavingOut(kept: Ascending, excluded: Ascending): Ascending {
  const isOut = holding(excluded);
  return kept.filter((position) => !isOut(position));
}

/** Whether a position is in the list. */
export function holding(list: Ascending): (position: number) => boolean {
  const isHeld = new Uint8Array((list.at(-1) ?? -1) + 1);
  for (const position of list) isHeld[position] = 1;
  return (position) => isHeld[position] === 1;
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
