import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Callers } from './callers';

/** At once, whoever holds them. A chat holds one web socket, and a browser up to six more lines while the page loads. */
const MAX_CONNECTIONS = 10_000;

/** Cuts the lines that an address opens beyond `most`; a trusted proxy holds those of many and is not counted. */
export function guardLines(
  http: Server,
  parts: { readonly most: number; readonly callers: Callers; readonly onRefusal: () => void },
): void {
  const open = new Map<string, number>();
  const counted = new WeakSet<Socket>();
  http.maxConnections = MAX_CONNECTIONS;
  http.on('drop', parts.onRefusal);
  http.on('connection', (socket) => {
    const { remoteAddress = '' } = socket;
    // A line whose offer of another protocol is declined comes twice.
    if (counted.has(socket) || parts.callers.isProxy(remoteAddress)) return;
    counted.add(socket);
    const address = parts.callers.addressOf({ headers: {}, remoteAddress });
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
    if (count <= parts.most) return;
    parts.onRefusal();
    socket.destroy();
  });
}
