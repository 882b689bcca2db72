import { createServer, type RequestListener } from 'node:http';
import { z } from 'zod';

/** A server of the test's own. */
export interface LoopbackServer {
  /** "http://127.0.0.1:41233" */
  readonly url: string;
  /** Ends the connections too. */
  readonly close: () => Promise<void>;
}

const addressSchema = z.object({ port: z.number() });

/** Answers on a free port of the loopback. */
export async function serveOnLoopback(answer: RequestListener): Promise<LoopbackServer> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${addressSchema.parse(server.address()).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
