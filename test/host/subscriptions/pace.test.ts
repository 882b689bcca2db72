import fc from 'fast-check';
import { createPace } from '../../../src/host/subscriptions/pace';

/** What Teams takes from a bot. */
const TEAMS = {
  conversation: [
    [7, 1_000],
    [8, 2_000],
    [60, 30_000],
    [1_800, 3_600_000],
  ],
  bot: [[30, 1_000]],
} as const;

/** Sends to these conversations at once, on a clock that only waiting moves, and tells when each went. */
async function sendAll(conversations: readonly string[]) {
  let time = Date.parse('2026-11-24T10:00:00Z');
  const pace = createPace({
    now: () => new Date(time),
    wait: (milliseconds) => {
      time += milliseconds;
      return Promise.resolve();
    },
  });
  const sent: { readonly conversation: string; readonly at: number }[] = [];
  await Promise.all(
    conversations.map(async (conversation) => {
      await pace.next(conversation);
      sent.push({ conversation, at: time });
    }),
  );
  return sent;
}

/** The most that went within any stretch of this length. */
function mostWithin(times: readonly number[], length: number): number {
  return Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + length).length));
}

describe('the pace of notices', () => {
  it('lets everything through, in order, within the rates of Teams', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 120 }), async (conversations) => {
        const sent = await sendAll(conversations);

        expect(sent.map(({ conversation }) => conversation)).toEqual(conversations);
        for (const [most, length] of TEAMS.bot)
          expect(
            mostWithin(
              sent.map(({ at }) => at),
              length,
            ),
          ).toBeLessThanOrEqual(most / 2);
        for (const one of ['a', 'b', 'c']) {
          const times = sent.filter(({ conversation }) => conversation === one).map(({ at }) => at);
          for (const [most, length] of TEAMS.conversation) expect(mostWithin(times, length)).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets no more than a thousand an hour into one conversation', async () => {
    const sent = await sendAll(Array.from({ length: 1_200 }, () => 'a'));

    expect(
      mostWithin(
        sent.map(({ at }) => at),
        3_600_000,
      ),
    ).toBeLessThanOrEqual(1_000);
  });

  it('does not make a few wait', async () => {
    const [first, second, third] = await sendAll(['a', 'b', 'c']);

    expect(third?.at).toBe(first?.at);
    expect(second?.at).toBe(first?.at);
  });
});
