/** The positions of what has each key, ascending. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** @param keysOf those under which one of the things stands, in any number */
export function post<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => Iterable<string>): Postings {
  const postings = new Map<string, number[]>();
  things.forEach((thing, position) => {
    for (const key of new Set(keysOf(thing))) {
      const positions = postings.get(key);
      if (positions) positions.push(position);
      else postings.set(key, [position]);
    }
  });
  return postings;
}

/** The things themselves that have each key, in their order. */
export function grouped<Thing>(things: readonly Thing[], keysOf: (thing: Thing) => Iterable<string>) {
  const groups = [...post(things, keysOf)];
  return new Map(groups.map(([key, positions]) => [key, positions.flatMap((position) => things[position] ?? [])]));
}
