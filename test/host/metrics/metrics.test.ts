import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../../../src/host/log';
import { createMetrics } from '../../../src/host/metrics/metrics';
import { serveMetrics } from '../../../src/host/metrics/metrics-server';
import { directLineClient } from '../direct-line-client';
import { echoBot, hostStarter } from '../running-host';

const start = hostStarter();

describe('the metrics', () => {
  it('count turns, answers, errors and refusals, and tell nothing of what is said', async () => {
    const metrics = createMetrics();
    const { url } = await start({
      environment: { PERSON_REQUESTS_PER_MINUTE: '10' },
      bot: async (context) => {
        await echoBot(context);
        metrics
          .counted(createLog({ level: 'silent', json: true }))
          .error('the store cannot be read', new Error('disk'));
      },
      parts: { metrics },
    });
    const client = directLineClient(url);
    const conversation = await client.start();
    for (let count = 0; count < 9; count += 1)
      await client.post(conversation, { type: 'message', text: 'ma question secrète' });
    metrics.onKept('unanswered');

    const text = await metrics.text();

    const value = (line: string): number => Number(new RegExp(`^${line} (\\d+)$`, 'mu').exec(text)?.[1] ?? NaN);
    const messages = value('assistant_turn_seconds_count\\{channel="directline",kind="message"\\}');
    expect(messages).toBeGreaterThan(2);
    expect(messages).toBeLessThan(9);
    expect(value('assistant_turn_seconds_count\\{channel="directline",kind="conversationUpdate"\\}')).toBe(1);
    expect(value('assistant_refusals_total\\{limit="person"\\}')).toBe(9 - messages);
    expect(value('assistant_errors_total\\{error="the store cannot be read"\\}')).toBe(messages + 1);
    expect(value('assistant_inbox_total\\{kind="unanswered"\\}')).toBe(1);
    const route = '/v3/directline/conversations/:id/activities';
    expect(value(`assistant_http_seconds_count\\{method="POST",route="${route}",status="200"\\}`)).toBe(messages);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \S+$/mu);
    for (const personal of ['secrète', conversation.conversationId, '127.0.0.1']) expect(text).not.toContain(personal);
  });

  it('count from 0 what was not kept or told yet, so that the first is a rise', async () => {
    const sources = ['src', 'dialogs'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const told = sources.flatMap((text) =>
      [...text.matchAll(/log\.error\(\s*'(.+?)'/giu)].map(([, said = '']) => said),
    );
    const counters = (await createMetrics().text()).match(/^assistant_(?:errors|inbox)_total.* 0$/gmu);

    expect(counters?.sort()).toEqual(
      [
        ...['unanswered', 'rating', 'opinion', 'report'].map((kind) => `assistant_inbox_total{kind="${kind}"} 0`),
        ...new Set(told.map((error) => `assistant_errors_total{error="${error}"} 0`)),
      ].sort(),
    );
  });

  it('are served on a port of their own, and not on that of the assistant', async () => {
    const metrics = createMetrics();
    const { url } = await start({ parts: { metrics } });
    const server = await serveMetrics(metrics, { host: '127.0.0.1', port: 0 });
    const apart = `http://127.0.0.1:${server.port}`;

    const response = await fetch(`${apart}/metrics`);

    expect(response.status).toBe(200);
    expect(await response.text()).toContain('# TYPE assistant_turn_seconds histogram');
    expect((await fetch(`${apart}/`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    await server.close();
  });
});
