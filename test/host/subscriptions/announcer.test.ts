import { createLog } from '../../../src/host/log';
import { startAnnouncer } from '../../../src/host/subscriptions/announcer';

/** An announcer whose rounds leave so many to be told, and stops after the last. */
async function playRounds(left: readonly (number | Error)[]) {
  const waited: number[] = [];
  const logged: string[] = [];
  let rounds = 0;
  await new Promise<void>((resolve) => {
    const announcer = startAnnouncer({
      round: () => {
        const outcome = left[rounds] ?? 0;
        rounds += 1;
        return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
      },
      wait: (milliseconds) => {
        waited.push(milliseconds);
        if (rounds >= left.length) void announcer.stop().then(resolve);
        return Promise.resolve();
      },
      log: createLog({ level: 'debug', json: true }, (line) => logged.push(line)),
    });
  });
  return { rounds, minutes: waited.map((milliseconds) => milliseconds / 60_000), logged };
}

describe('the telling of subscribers', () => {
  it('tries again soon, then less and less often, and looks once a day when all are told', async () => {
    const { rounds, minutes } = await playRounds([3, 2, 2, 1, 0, 1, 0]);

    expect(rounds).toBe(7);
    expect(minutes).toEqual([1, 10, 60, 60, 1440, 1, 1440]);
  });

  it('goes on after a round that failed, and says so in the log', async () => {
    const { rounds, minutes, logged } = await playRounds([new Error('disk full'), 0]);

    expect(rounds).toBe(2);
    expect(minutes).toEqual([1, 1440]);
    expect(logged.join()).toContain('disk full');
  });

  it('stops in the middle of a wait, once the round under way is done', async () => {
    const steps: string[] = [];
    let finish: () => void = () => undefined;
    const announcer = startAnnouncer({
      round: async (isStopped) => {
        await new Promise<void>((resolve) => (finish = resolve));
        steps.push(isStopped() ? 'round ends, told to stop' : 'round ends');
        return 0;
      },
      wait: () => Promise.reject(new Error('must not wait')),
      log: createLog({ level: 'silent', json: true }),
    });

    const stopped = announcer.stop().then(() => steps.push('stopped'));
    finish();
    await stopped;

    expect(steps).toEqual(['round ends, told to stop', 'stopped']);
  });
});
