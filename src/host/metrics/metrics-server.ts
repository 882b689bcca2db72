import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics';

/** Where the metrics are served, apart from what the public reaches. */
export interface MetricsAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** `GET /metrics` on a port of its own. Resolves once it listens. */
export async function serveMetrics(metrics: Metrics, { host, port }: MetricsAddress) {
  const server = createServer((request, response) => {
    // Of writeHead restify makes one, for every server of the process, after which nothing can be chained.
    const answer = (status: number, text = ''): void => {
      response.statusCode = status;
      response.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
      response.end(text);
    };
    if (request.method !== 'GET' || request.url !== '/metrics') {
      answer(404);
      return;
    }
    metrics.text().then(
      (text) => answer(200, text),
      () => answer(500),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  return {
    port: address === null || typeof address === 'string' ? port : address.port,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
