import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { HttpError } from '../http/http-error';
import type { Callers } from './callers';

/** At once, whoever holds them. A chat holds one web socket, and a browser up to six more lines while the page loads. */
const MAX_CONNECTIONS = 10_000;

/** Counts the lines that an address holds open, so many at the most. */
export function createLineGuard(most: number, callers: Callers, onRefusal: () => void) {
  const open = new Map<string, number>();

  /** Counts one more until the line is closed; false where it is one too many. */
  function hold(address: string, socket: Socket): boolean {
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count > most) onRefusal();
    return count <= most;
  }

  return {
    /** Cuts the lines that an address opens beyond its number; a trusted proxy holds those of many and is not counted. */
    guard: (http: Server): void => {
      const counted = new WeakSet<Socket>();
      http.maxConnections = MAX_CONNECTIONS;
      http.on('drop', onRefusal);
      http.on('connection', (socket) => {
        const { remoteAddress = '' } = socket;
        // A line whose offer of another protocol is declined comes twice.
        if (counted.has(socket) || callers.isProxy(remoteAddress)) return;
        counted.add(socket);
        if (!hold(callers.addressOf({ headers: {}, remoteAddress }), socket)) socket.destroy();
      });
    },
    /** The refusal of a web socket that comes by a trusted proxy, which holds it for one address; null lets it open. */
    refusalBehindProxy: ({ headers, socket }: IncomingMessage): HttpError | null => {
      const { remoteAddress = '' } = socket;
      if (!callers.isProxy(remoteAddress) || hold(callers.addressOf({ headers, remoteAddress }), socket)) return null;
      return new HttpError(
        429,
        'TooManyConnections',
        'This address holds too many lines; close some, then come again.',
      );
    },
  };
}
