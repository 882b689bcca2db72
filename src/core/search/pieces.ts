/** Work in pieces of a millisecond or two: whoever answers meanwhile does so between two of them. */
export type Pieces<Made> = Generator<undefined, Made>;

/** All of it at once. */
export function whole<Made>(pieces: Pieces<Made>): Made {
  for (;;) {
    const step = pieces.next();
    if (step.done === true) return step.value;
  }
}
