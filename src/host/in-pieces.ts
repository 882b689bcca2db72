import { setImmediate as afterOthers } from 'node:timers/promises';
import type { Pieces } from '../core/search/pieces';

/** Turns of conversations wait no longer than this for other work: a question takes a few milliseconds. */
const PIECE_MS = 10;

/** Does this work between the turns of whoever talks meanwhile. */
export async function inPieces<Made>(work: Pieces<Made>): Promise<Made> {
  for (let began = performance.now(); ;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < PIECE_MS) continue;
    await afterOthers();
    began = performance.now();
  }
}

/** Does this to each, a piece each. */
export function mapInPieces<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Promise<readonly Made[]> {
  return inPieces(mapped(items, make));
}

function* mapped<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Pieces<readonly Made[]> {
  const made: Made[] = [];
  for (const item of items) {
    made.push(make(item));
    yield;
  }
  return made;
}
