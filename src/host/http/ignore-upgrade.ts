import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Whether the request asks for a web socket; other protocols (`h2c`) are only offered, and are declined by not speaking of them. */
export function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

/**
 * Serves a request as if it had offered no other protocol: Node takes a request that offers a protocol out of HTTP as soon as anyone listens for upgrades, with its body unread: it is
 * written out again without the offer, and read anew. The line is closed after it, since what would follow could not be
 * answered in order; for the same reason one that came before an answer was given to the request before it is cut off.
 */
export function createIgnoreUpgrade(server: Server) {
  const unanswered = new WeakSet<Duplex>();
  server.prependListener('request', ({ socket }, response) => {
    unanswered.add(socket);
    response.once('close', () => unanswered.delete(socket));
  });

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (unanswered.has(socket)) {
      socket.destroy();
      return;
    }
    socket.unshift(Buffer.concat([Buffer.from(withoutOffer(request), 'latin1'), head]));
    server.emit('connection', socket);
  };
}

function withoutOffer({ method = 'GET', url = '/', httpVersion, rawHeaders }: IncomingMessage): string {
  const headers = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !OFFERING.has(name.toLowerCase()) ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  );
  return [`${method} ${url} HTTP/${httpVersion}`, ...headers, 'Connection: close', '', ''].join('\r\n');
}

const OFFERING = new Set(['connection', 'upgrade', 'http2-settings']);
