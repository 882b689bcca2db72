import { createServer, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** What came to a service. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What it answers; undefined is silence. */
export type Reply =
  { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown } | undefined;

/** A service address on the loopback: it counts what comes in. */
export interface Service {
  /** With its final slash, as Teams writes it. */
  readonly url: string;
  readonly received: readonly Received[];
  readonly close: () => Promise<void>;
}

const addressSchema = z.object({ port: z.number() });

/** Starts services, and closes them after each test. */
export function serviceStarter(): typeof startService {
  const open: Service[] = [];
  afterEach(() => Promise.all(open.splice(0).map((service) => service.close())));

  return async (reply) => {
    const service = await startService(reply);
    open.push(service);
    return service;
  };
}

/** Starts a service; `reply` gets the number of the request, from 1. */
export async function startService(
  reply: (count: number, request: Received) => Reply = () => ({ status: 201, body: { id: 'sent' } }),
): Promise<Service> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text: string) => (body += text));
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      const answer = reply(received.length, one);
      if (answer === undefined) return;
      response.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers });
      response.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${addressSchema.parse(server.address()).port}/emea/`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
