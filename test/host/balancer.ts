import { once } from 'node:events';
import { Agent, createServer, request as requestHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';

/** A proxy before several instances, without any memory of who was sent where. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Each request and each web socket goes to the next instance, or to the one after when it is not there; what may be asked twice is, when it is cut off,
 * as nginx does by itself, anything else is a 502.
 */
export async function startBalancer(instances: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const next = (): URL => new URL(instances[count++ % instances.length] ?? '');
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      pass(request, response, Buffer.concat(chunks), instances.length);
    });
  });
  server.on('upgrade', (request, near: Socket) => {
    tunnel(request, near, instances.length);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  // Whoever comes back to a line that is just being closed would hear of an error that is none of the instances'.
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      agent.destroy();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };

  function pass(request: IncomingMessage, response: ServerResponse, body: Buffer, tries: number): void {
    const { method, url: path, headers } = request;
    const { hostname, port } = next();
    let isHeard = false;
    const passed = requestHttp({ hostname, port, method, path, headers, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    passed.on('socket', (socket) => {
      isHeard = passed.reusedSocket;
      if (!isHeard) socket.once('connect', () => (isHeard = true));
    });
    passed.on('error', () => {
      if ((!isHeard || (method === 'GET' && !response.headersSent)) && tries > 1)
        pass(request, response, body, tries - 1);
      else if (response.headersSent) response.destroy();
      else {
        response.statusCode = 502;
        response.end();
      }
    });
    passed.end(body);
  }

  function tunnel(request: IncomingMessage, near: Socket, tries: number): void {
    const { hostname, port } = next();
    const far = connect(Number(port), hostname);
    let isOpen = false;
    far.on('connect', () => {
      isOpen = true;
      const headers = request.rawHeaders.flatMap((name, at) =>
        at % 2 === 0 ? [`${name}: ${request.rawHeaders[at + 1] ?? ''}`] : [],
      );
      far.write(`GET ${request.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      far.pipe(near).pipe(far);
    });
    near.on('error', () => far.destroy());
    near.on('close', () => far.destroy());
    far.on('error', () => {
      if (!isOpen && tries > 1) tunnel(request, near, tries - 1);
      else near.destroy();
    });
    far.on('close', () => {
      if (isOpen) near.destroy();
    });
  }
}
