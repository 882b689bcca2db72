/** Resolves when it is this one's turn, with what is to be called once he is done. `client`: one of those at the address. */
export type Turnstile = (address: string, client: string) => Promise<() => void>;

/** What waits for the disk keeps nobody else from being let in, but afterwards it is thought on again: so few of one address at once. */
const MOST_INSIDE = 8;

/**
 * A turn waits for the disk a few times, and would each time wait for one more answer of the address that floods: that address lets
 * those finish who were there before its last one, for so long. Measured beside 5 lines that flood: a turn of 22 ms took 123 without it.
 */
const COURTESY_MS = 25;

/** Lets somebody in, as the one of this number. */
type Pass = (number: number) => void;

/** Who waits at an address, and what it has inside. */
interface Line {
  /** By client. */
  readonly waiting: Map<string, Pass[]>;
  inside: number;
  /** The number of the last one let in, and when; of an address that just came, a place before the one let in last. */
  last: number;
  letInAt: number;
}

/**
 * An answer is thought out in pieces of 1 to 20 ms, during which nobody else is heard. One caller is let in in each round of the event
 * loop: the addresses in turns, and at each address its clients in turns, so that who sends much waits behind himself. Who comes when
 * nobody is there gets in at once. `now` in milliseconds.
 */
export function createTurnstile(now: () => number, courtesyMs = COURTESY_MS): Turnstile {
  const lines = new Map<string, Line>();
  /** Who is inside, in the order of coming. */
  const inside = new Map<number, Line>();
  let isBusy = false;
  let isTimed = false;
  let count = 0;

  return async (address, client) => {
    const line = lines.get(address) ?? { waiting: new Map(), inside: 0, last: count - 0.5, letInAt: -Infinity };
    lines.set(address, line);
    const number = !isBusy && mayComeIn(line) ? letIn(line) : await waitIn(line, client);
    return () => {
      inside.delete(number);
      line.inside -= 1;
      if (line.inside === 0 && line.waiting.size === 0) lines.delete(address);
      goRound();
    };
  };

  function waitIn({ waiting }: Line, client: string): Promise<number> {
    goRound();
    return new Promise((resolve) => {
      const passes = waiting.get(client) ?? [];
      waiting.set(client, passes);
      passes.push(resolve);
    });
  }

  function letIn(line: Line): number {
    count += 1;
    inside.set(count, line);
    line.inside += 1;
    line.last = count;
    line.letInAt = now();
    goRound();
    return count;
  }

  function mayComeIn(line: Line): boolean {
    if (line.inside >= MOST_INSIDE) return false;
    if (now() - line.letInAt >= courtesyMs) return true;
    for (const [number, other] of inside) if (other !== line) return number > line.last;
    return true;
  }

  function goRound(): void {
    if (isBusy) return;
    isBusy = true;
    setImmediate(letNextIn);
  }

  function letNextIn(): void {
    isBusy = false;
    let first: Line | undefined;
    for (const line of lines.values())
      if (line.waiting.size > 0 && line.last < (first?.last ?? Infinity) && mayComeIn(line)) first = line;
    if (first !== undefined) {
      nextOf(first.waiting)?.(letIn(first));
      return;
    }
    // Those who wait out of courtesy are not waited for for ever.
    if (lines.size > 0 && !isTimed) {
      isTimed = true;
      setTimeout(() => {
        isTimed = false;
        goRound();
      }, courtesyMs).unref();
    }
  }
}

/** The first of the first client, who then stands last. */
function nextOf(clients: Map<string, Pass[]>): Pass | undefined {
  for (const [client, waiting] of clients) {
    const next = waiting.shift();
    clients.delete(client);
    if (waiting.length > 0) clients.set(client, waiting);
    return next;
  }
  return undefined;
}
