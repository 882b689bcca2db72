import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What stands between a store and its server, to lose what the second answers. */
export interface BreakingProxy {
  readonly port: number;
  /** The next thing that the server says is lost, and the connection with it. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

export async function breakingProxy(serverPort: number): Promise<BreakingProxy> {
  let isLosing = false;
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connect(serverPort, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
    near.on('data', (chunk) => far.write(chunk));
    far.on('data', (chunk) => {
      if (isLosing) near.destroy();
      else near.write(chunk);
      isLosing = false;
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    loseNextAnswer: () => {
      isLosing = true;
    },
    close: async () => {
      const closed = once(proxy, 'close');
      proxy.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
