import { inPieces, mapInPieces } from '../../src/host/in-pieces';

/** Longer than a piece may be. */
function work(): void {
  for (const end = performance.now() + 12; performance.now() < end;);
}

describe('work in pieces', () => {
  it('lets others in before it is done, and comes to its result', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));

    const made = await inPieces(
      (function* () {
        work();
        yield undefined;
        order.push('second piece');
        return 'made';
      })(),
    );

    expect(made).toBe('made');
    expect(order).toEqual(['another', 'second piece']);
  });

  it('keeps the order of what it is done to', async () => {
    let others = 0;
    setImmediate(() => others++);

    const made = await mapInPieces([1, 2, 3], (one) => {
      work();
      return [one, others];
    });

    expect(made).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
    ]);
  });
});
