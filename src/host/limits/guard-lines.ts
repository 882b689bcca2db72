import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Callers } from './callers';

/** At once, whoever holds them. A chat holds one web socket, and a browser up to six more lines while the page loads. */
const MAX_CONNECTIONS = 10_000;

/** Cuts the lines that an address opens beyond `most`; a trusted proxy holds those of many and is not counted. */
export function guardLines(http: Server, most: number, callers: Callers, onRefusal: () => void): void {
  const open = new Map<string, number>();
  const counted = new WeakSet<Socket>();
  http.maxConnections = MAX_CONNECTIONS;
  http.on('drop', onRefusal);
  http.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    // A line whose offer of another protocol is declined comes twice.
    if (counted.has(socket) || callers.isProxy(remoteAddress)) return;
    counted.add(socket);
    const address = callers.addressOf({ headers: {}, remoteAddress });
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count <= most) return;
    onRefusal();
    socket.destroy();
  });
}
