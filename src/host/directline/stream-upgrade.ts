import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HttpError, refuseOnSocket, toHttpError } from '../http/http-error';
import type { Log } from '../log';
import { requireOrigin, requireValid, type Judges } from './authorization';
import { afterWhich, readWatermark, requireRunning, type Conversations } from './conversations';
import type { ReadAfter, Streams } from './streams';

/** A client sends nothing but empty frames; its activities go by POST. */
const MAX_PAYLOAD_BYTES = 1_024;

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/u;

/** Takes a request (`GET …/conversations/:id/stream?watermark=&t=`) to become the web socket of its conversation, or refuses it. */
export function createStreamUpgrade(judges: Judges, conversations: Conversations, streams: Streams, log: Log) {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    perMessageDeflate: false,
  });
  server.on('wsClientError', (_error, socket) =>
    refuseOnSocket(socket, new HttpError(400, 'BadArgument', 'This is not a valid web socket handshake.')),
  );

  return (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // The peer may go while the conversation is being read.
    socket.on('error', () => socket.destroy());
    check(request).then(
      ({ id, watermark }) =>
        server.handleUpgrade(request, socket, head, (webSocket) => {
          // The log is read again once the socket is attached: what was said since the check must not fall between.
          const readAfter: ReadAfter = async (number) =>
            (await conversations.find(id)) === null ? null : conversations.after(id, number);
          streams
            .attach(id, webSocket, watermark, readAfter)
            .catch((error: unknown) => log.error('a conversation could not be replayed', error));
        }),
      (error: unknown) => {
        if (!(error instanceof HttpError)) log.error('a stream could not be opened', error);
        refuseOnSocket(socket, toHttpError(error));
      },
    );
  };

  async function check(request: IncomingMessage): Promise<{ readonly id: string; readonly watermark: number }> {
    const address = `http://localhost${request.url ?? '/'}`;
    if (!URL.canParse(address)) throw new HttpError(400, 'BadArgument', 'The address is not valid.');
    const { pathname, searchParams } = new URL(address);
    const id = STREAM_PATH.exec(pathname)?.[1];
    if (id === undefined) throw new HttpError(404, 'NotFound', 'There is no web socket at this address.');
    const token = searchParams.get('t');
    if (token === null) throw new HttpError(401, 'Unauthorized', 'The address has no token.');
    const claims = requireValid(judges.tokens.readStream(token));
    // No browser asks before it opens a web socket, so nothing but this keeps other sites out.
    requireOrigin(request.headers, judges.origins, claims.origins);
    if (claims.conv !== id) throw new HttpError(403, 'BadArgument', 'The token is for another conversation.');
    const watermark = readWatermark(searchParams.get('watermark'));
    return { id, watermark: afterWhich(watermark, requireRunning(await conversations.find(id))) };
  }
}
