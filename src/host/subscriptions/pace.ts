/**
 * Teams takes from a bot, in one conversation, 7 messages in 1 s, 8 in 2 s, 60 in 30 s and 1,800 in an hour; from the whole bot 30 a second,
 * of a tenant 50. We send half at the most, because answers to people count as well: notices can wait.
 */
const CONVERSATION_GAP_MS = 4_000;
const MOST_A_SECOND = 10;

/** Lets messages go one after the other, no faster than that. */
export type Pace = ReturnType<typeof createPace>;

export function createPace({ now, wait }: { now: () => Date; wait: (milliseconds: number) => Promise<void> }) {
  /** When each conversation of the last seconds was written to, the latest last. */
  const gone = new Map<string, number>();
  let last = Promise.resolve();
  return {
    /** Resolves when the next message to this conversation may go; it then counts as gone. */
    next: (conversation: string): Promise<void> => (last = last.then(() => pass(conversation))),
  };

  async function pass(conversation: string): Promise<void> {
    const time = now().getTime();
    const here = (gone.get(conversation) ?? -Infinity) + CONVERSATION_GAP_MS;
    const anywhere = ([...gone.values()].at(-MOST_A_SECOND) ?? -Infinity) + 1_000;
    const delay = Math.max(here, anywhere) - time;
    if (delay > 0) await wait(delay);
    for (const [other, at] of gone) if (at <= time - CONVERSATION_GAP_MS) gone.delete(other);
    gone.delete(conversation);
    gone.set(conversation, now().getTime());
  }
}
