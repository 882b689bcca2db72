import { z } from 'zod';
import { until } from '../host/until';
import { serveOnLoopback, type LoopbackServer } from '../loopback-server';

/** One activity that passed, and what was answered. */
export interface Passed {
  readonly type: string;
  /** Of an invoke: `composeExtension/query`. */
  readonly name: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
}

/** Stands between the Playground and the assistant. */
export interface FrenchRelay extends LoopbackServer {
  readonly passed: readonly Passed[];
  /** Resolves once nothing that came is still to be answered. */
  readonly idle: () => Promise<void>;
}

const activitySchema = z.looseObject({ type: z.string(), name: z.string().optional(), locale: z.string().optional() });

/** Passes everything on as it is, but for the language: the Playground's Teams is American whatever the browser speaks. */
export async function startFrenchRelay(assistant: string): Promise<FrenchRelay> {
  const passed: Passed[] = [];
  let underWay = 0;
  const server = await serveOnLoopback((request, response) => {
    underWay += 1;
    response.once('close', () => (underWay -= 1));
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
      const { status, body } = await passOn(request.method ?? '', request.url ?? '', Buffer.concat(chunks).toString());
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(body);
    })();
  });
  return { ...server, passed, idle: () => until(() => underWay === 0) };

  async function passOn(method: string, path: string, body: string): Promise<{ status: number; body: string }> {
    // The Playground looks first whether anybody listens.
    if (body === '') return { status: (await fetch(`${assistant}${path}`, { method })).status, body: '' };
    const activity = activitySchema.parse(JSON.parse(body));
    const start = performance.now();
    const answer = await fetch(`${assistant}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(activity.locale === undefined ? activity : { ...activity, locale: 'fr-FR' }),
    });
    const text = await answer.text();
    const milliseconds = performance.now() - start;
    passed.push({ type: activity.type, name: activity.name, status: answer.status, milliseconds });
    return { status: answer.status, body: text };
  }
}
