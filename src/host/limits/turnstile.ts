/** Resolves when it is this one's turn, with what is to be called once he is done. `client`: one of those at the address. */
export type Turnstile = (address: string, client: string) => Promise<() => void>;

/** What waits for the disk keeps nobody else from being let in, but afterwards it is thought on again: so few of one address at once. */
const MOST_INSIDE = 8;

/** Who waits at an address, and how many it has inside. */
interface Line {
  /** By client. */
  readonly waiting: Map<string, (() => void)[]>;
  inside: number;
}

/**
 * An answer is thought out in pieces of 1 to 20 ms, during which nobody else is heard. One caller is let in in each round of the event
 * loop: the addresses in turns, and at each address its clients in turns, so that who sends much waits behind himself. Who comes when
 * nobody waits gets in at once.
 */
export function createTurnstile(): Turnstile {
  const lines = new Map<string, Line>();
  let isBusy = false;

  return async (address, client) => {
    const line = lines.get(address) ?? { waiting: new Map<string, (() => void)[]>(), inside: 0 };
    lines.set(address, line);
    if (isBusy || line.inside >= MOST_INSIDE) {
      await new Promise<void>((resolve) => {
        const waiting = line.waiting.get(client) ?? [];
        line.waiting.set(client, waiting);
        waiting.push(resolve);
      });
    } else {
      line.inside += 1;
      goRound();
    }
    return () => {
      line.inside -= 1;
      if (!isBusy) goRound();
      if (line.inside === 0 && line.waiting.size === 0) lines.delete(address);
    };
  };

  function goRound(): void {
    isBusy = true;
    setImmediate(letNextIn);
  }

  function letNextIn(): void {
    isBusy = false;
    for (const [address, line] of lines) {
      const next = line.inside < MOST_INSIDE ? nextOf(line.waiting) : undefined;
      if (next === undefined) continue;
      // It stands last now.
      lines.delete(address);
      lines.set(address, line);
      line.inside += 1;
      next();
      goRound();
      return;
    }
  }
}

/** The first of the first client, who then stands last. */
function nextOf(clients: Map<string, (() => void)[]>): (() => void) | undefined {
  for (const [client, waiting] of clients) {
    const next = waiting.shift();
    clients.delete(client);
    if (waiting.length > 0) clients.set(client, waiting);
    return next;
  }
  return undefined;
}
