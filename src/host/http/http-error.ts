import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from './route';

/** A refusal that the caller may read: its status, code and message go out as they are. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** The page that tells somebody who reads pages of an error; null for a program, which gets the error as JSON. `url` is the path with its query, as it was sent. */
export type ErrorPage = (
  error: HttpError,
  request: { readonly url: string; readonly headers: IncomingHttpHeaders },
) => Answer | null;

/** What to answer for anything thrown. Only an HttpError speaks for itself: the words of other errors stay inside. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const status: unknown = error instanceof Error ? Reflect.get(error, 'statusCode') : undefined;
  const known = typeof status === 'number' ? KNOWN_STATUSES.get(status) : undefined;
  return known ?? new HttpError(500, 'InternalError', 'The server failed; the failure is in its log.');
}

/** The body of every error answer to a program. */
export function errorBody({ code, message }: HttpError) {
  return { error: { code, message } };
}

/** restify's own errors carry a status; their messages quote the request, so ours are sent instead. */
const KNOWN_STATUSES: ReadonlyMap<number, HttpError> = new Map(
  [
    new HttpError(400, 'InvalidJson', 'The body is not valid JSON.'),
    new HttpError(404, 'NotFound', 'There is nothing at this address.'),
    new HttpError(405, 'MethodNotAllowed', 'This address does not take this method; see the Allow header.'),
    new HttpError(413, 'PayloadTooLarge', 'The body is too large; the limit is 64 KiB.'),
    new HttpError(415, 'UnsupportedMediaType', 'Send the body as application/json, without Content-Encoding.'),
  ].map((error) => [error.status, error]),
);

/** Answers on a socket that has no response object (a refused upgrade, a request that is not HTTP), then destroys it. */
export function refuseOnSocket(socket: Duplex, error: HttpError): void {
  // A peer already gone makes writing fail; nobody is left to tell.
  socket.once('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify(errorBody(error));
  const head = [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}`,
    'Connection: close',
    'Content-Type: application/json',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
