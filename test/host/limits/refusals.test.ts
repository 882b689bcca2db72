import { createLog } from '../../../src/host/log';
import { createRefusals } from '../../../src/host/limits/refusals';
import { until } from '../until';

describe('refusals', () => {
  it('are told at once, then by their number from time to time, and are not told when there are none', async () => {
    const logged: string[] = [];
    const refusals = createRefusals(
      createLog({ level: 'info', json: true }, (line) => logged.push(line)),
      20,
    );

    for (let count = 0; count < 1_000; count += 1) refusals.count(count % 10 === 0 ? 'person' : 'address');

    expect(logged).toHaveLength(1);
    await until(() => logged.length > 1);
    expect(JSON.parse(logged[1] ?? '')).toMatchObject({ level: 'warn', person: 99, address: 900 });
    expect(refusals.totals()).toMatchObject({ person: 100, address: 900, connections: 0 });

    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(logged).toHaveLength(2);
    refusals.count('disk');
    expect(JSON.parse(logged[2] ?? '')).toMatchObject({ disk: 1 });
  });
});
