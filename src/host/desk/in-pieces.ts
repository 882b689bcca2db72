/** Turns of conversations wait no longer than this for the desk: a question takes a few milliseconds. */
const PIECE_MS = 10;

/** Does this to each, in pieces between which everybody else has his turn. */
export async function inPieces<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  let began = performance.now();
  for (const item of items) {
    made.push(make(item));
    if (performance.now() - began < PIECE_MS) continue;
    await new Promise(setImmediate);
    began = performance.now();
  }
  return made;
}
