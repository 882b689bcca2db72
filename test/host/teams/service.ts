import type { IncomingHttpHeaders } from 'node:http';
import { serveOnLoopback } from '../../loopback-server';

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
  const { url, close } = await serveOnLoopback((request, response) => {
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
  return { url: `${url}/emea/`, received, close };
}
