import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

declare module 'restify' {
  interface Server {
    /** Of restify since 7; its types lag. What returns false takes the request over. */
    first(handler: (request: IncomingMessage, response: ServerResponse) => boolean): void;
  }
}

/** No browser and no proxy sends a request before it has the answer to the one before; libraries that do send a few. */
const MOST_WAITING = 16;

/**
 * Goes to restify's `first`: of the requests of one line, the next is looked at only when the one before is answered. They come by
 * hundreds in one piece of the network, which would all be begun before anybody else is heard; a line on which too many wait is cut.
 */
export function oneAtATime(
  http: Server,
  onRefusal: () => void,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const lines = new WeakMap<Socket, (() => void)[]>();
  const inTurn = new WeakSet<IncomingMessage>();

  return (request, response) => {
    const { socket } = request;
    if (inTurn.has(request)) return true;
    // What follows in the piece that was cut.
    if (socket.destroyed) return false;
    const line = lines.get(socket);
    if (line === undefined) {
      lines.set(socket, []);
      begin(request, response);
      return true;
    }
    if (line.length < MOST_WAITING) {
      line.push(() => {
        begin(request, response);
        http.emit('request', request, response);
      });
    } else {
      onRefusal();
      stopParsing(socket);
      socket.destroy();
    }
    return false;
  };

  function begin(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    inTurn.add(request);
    response.once('close', () => {
      const next = lines.get(socket)?.shift();
      if (next === undefined || socket.destroyed) lines.delete(socket);
      else setImmediate(next);
    });
  }
}

/**
 * Node makes requests of all that came in one piece, even on a line that was cut: 900 on each of ten lines blocked the loop for 200 ms.
 * Its parser stops at a request that is told to become another protocol (2).
 */
function stopParsing(socket: Socket): void {
  const parser: unknown = Reflect.get(socket, 'parser');
  if (typeof parser === 'object' && parser !== null) Reflect.set(parser, 'onIncoming', () => 2);
}
