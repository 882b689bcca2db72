/** How many messages go within how long. */
interface Rate {
  readonly most: number;
  readonly withinMs: number;
}

/**
 * What Teams takes from a bot in one conversation (7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour), and what we send at most: about
 * half, because answers to people count as well.
 */
const CONVERSATION_RATES: readonly Rate[] = [
  { most: 3, withinMs: 1_000 },
  { most: 4, withinMs: 2_000 },
  { most: 30, withinMs: 30_000 },
  { most: 900, withinMs: 3_600_000 },
];

/** The whole bot is given 30 a second, of a tenant 50; notices can wait. */
const GLOBAL_RATES: readonly Rate[] = [{ most: 10, withinMs: 1_000 }];

/** Lets messages go one after the other, no faster than the rates. */
export type Pace = ReturnType<typeof createPace>;

export function createPace(parts: {
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
}) {
  const { now, wait } = parts;
  const longest = Math.max(...[...CONVERSATION_RATES, ...GLOBAL_RATES].map(({ withinMs }) => withinMs));
  let gone: readonly { readonly at: number; readonly conversation: string }[] = [];
  let last: Promise<void> = Promise.resolve();
  return {
    /** Resolves when the next message to this conversation may go; it then counts as gone. */
    next: (conversation: string): Promise<void> => {
      const turn = last.then(() => passes(conversation));
      last = turn.catch(() => undefined);
      return turn;
    },
  };

  async function passes(conversation: string): Promise<void> {
    for (;;) {
      const time = now().getTime();
      gone = gone.filter(({ at }) => at > time - longest);
      const all = gone.map(({ at }) => at);
      const here = gone.filter((one) => one.conversation === conversation).map(({ at }) => at);
      const delay = Math.max(
        0,
        ...GLOBAL_RATES.map(delayBy(all, time)),
        ...CONVERSATION_RATES.map(delayBy(here, time)),
      );
      if (delay === 0) {
        gone = [...gone, { at: time, conversation }];
        return;
      }
      await wait(delay);
    }
  }
}

/** How long until one more fits into the rate; `times` ascending. */
function delayBy(times: readonly number[], now: number): (rate: Rate) => number {
  return ({ most, withinMs }) => {
    const oldest = times.at(-most);
    return oldest === undefined ? 0 : Math.max(0, oldest + withinMs - now);
  };
}
