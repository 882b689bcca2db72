import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  createServer as createRestifyServer,
  type Next,
  type Request,
  type RequestHandler,
  type Response,
} from 'restify';
import { errorBody, type ErrorPage, HttpError, refuseOnSocket, toHttpError } from './http/http-error';
import { asksForWebSocket, createIgnoreUpgrade } from './http/ignore-upgrade';
import { mountRoutes, sendAnswer } from './http/mount-routes';
import { get, json, type Route } from './http/route';
import { bodyHandlers, refuseUnsafeBody } from './http/safe-body';
import type { Limits } from './limits/limits';
import { oneAtATime } from './limits/one-at-a-time';
import { type Log, silentLogger } from './log';
import type { Metrics } from './metrics/metrics';

/** Node's own are 60 s and 300 s: time enough for a few hundred slow senders to take every socket. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** How often Node looks who is late; by default every 30 s, so that 10 s were up to 40. */
const TIMEOUTS_CHECKED_MS = 1_000;
/** Longer than the idle time of usual proxies (60 s) would be safest for them, shorter is safest for us; 65 s suits both. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** The size of the headers stays at Node's 16 KiB (431 beyond); only their number is still to bound. */
const MAX_HEADERS = 100;
/** How long running requests may finish after a stop was asked; orchestrators kill after 10 to 30 s. */
const CLOSE_TIMEOUT_MS = 8_000;

export interface ServerParts {
  readonly host: string;
  readonly port: number;
  readonly log: Log;
  readonly routes: readonly Route[];
  /** How errors are told to people; without it, as JSON to all. */
  readonly errorPage?: ErrorPage;
  /** Run before the routes are looked up, whatever the address. */
  readonly before?: readonly RequestHandler[];
  /** Told by /healthz. */
  readonly version?: string;
  /** Hears of each answer. */
  readonly onAnswer?: Metrics['onAnswer'] | undefined;
  /** Without them everybody gets all that he asks. */
  readonly limits?: Limits;
  /** Takes a request to become a web socket. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Whether the assistant can answer at this moment: `/readyz`. */
  readonly isReady: () => Promise<boolean>;
  /** What /readyz says beside. */
  readonly warnings?: () => readonly string[];
  /** Ends what outlives a request (web sockets, turns), called once no new request comes in. */
  readonly closeChats: () => Promise<void>;
}

export type Server = ReturnType<typeof createServer>;

/** The HTTP server: nothing that comes in can kill it, and every error answer to a program is `{"error":{"code","message"}}`. */
export function createServer(parts: ServerParts) {
  const { log } = parts;
  // An empty name sends no Server header. restify's own logger would write on standard output; ours is put in afterwards
  // because the types still describe bunyan where restify 12 takes pino.
  const server = Object.assign(createRestifyServer({ name: '' }), { log: silentLogger });
  const http: HttpServer = server.server;
  const ignoreUpgrade = createIgnoreUpgrade(http);
  let closing: Promise<void> | undefined;

  parts.limits?.guard(http);
  server.first(oneAtATime(http, () => parts.limits?.refusals.count('pipelining')));
  server.pre(
    setSecurityHeaders,
    refuseBadAddress,
    ...(parts.before ?? []),
    ...(parts.limits === undefined ? [] : [parts.limits.onRequest]),
    refuseUnsafeBody,
  );
  server.use(...bodyHandlers());
  mountRoutes(
    server,
    healthRoutes(async () => closing === undefined && (await parts.isReady()), parts),
  );
  mountRoutes(server, parts.routes, parts.limits?.turn);
  server.on('restifyError', answerError);
  server.on('after', logRequest);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!asksForWebSocket(request)) {
      ignoreUpgrade(request, socket, head);
      return;
    }
    const refusal = parts.limits?.refusalOfUpgrade(request) ?? null;
    if (refusal === null) parts.upgrade(request, socket, head);
    else refuseOnSocket(socket, refusal);
  });
  server.on('clientError', (error: Error, socket: Duplex) => refuseOnSocket(socket, toProtocolError(error)));
  // restify repeats the errors of the HTTP server (a port taken, no file handle left) and dies of one that nobody hears.
  server.on('error', (error: Error) => log.error('the server failed', error));
  http.headersTimeout = HEADERS_TIMEOUT_MS;
  http.requestTimeout = REQUEST_TIMEOUT_MS;
  http.keepAliveTimeout = KEEP_ALIVE_TIMEOUT_MS;
  http.maxHeadersCount = MAX_HEADERS;
  // Read when it begins to listen; of this one Node's types say that it is given at the making, which is restify's.
  Object.assign(http, { connectionsCheckingInterval: TIMEOUTS_CHECKED_MS });

  return {
    /** Resolves with the address once it listens: `http://127.0.0.1:3978`. */
    listen: async () => {
      http.listen(parts.port, parts.host);
      await once(http, 'listening');
      return urlOf(http.address());
    },
    /** Stops accepting, lets what runs finish, closes every socket. May be called twice. */
    close: () => (closing ??= close()),
  };

  function answerError(request: Request, response: Response, error: unknown, done: () => void): void {
    const answer = toHttpError(error);
    // 507 is a limit's, told once a minute like those of the others.
    if (answer.status >= 500 && answer.status !== 507) log.error('a request failed', error, { code: answer.code });
    if (!response.headersSent && !response.destroyed) {
      // A body that no route takes is read by nobody, however long it is.
      if (!request.complete && (answer.status === 404 || answer.status === 405))
        response.setHeader('Connection', 'close');
      for (const [name, value] of Object.entries(inUnitsOf(request, answer.headers))) response.setHeader(name, value);
      const page = parts.errorPage?.(answer, { url: request.url ?? '', headers: request.headers }) ?? null;
      if (page === null) response.send(answer.status, errorBody(answer));
      else sendAnswer(response, page);
    }
    done();
  }

  /** The pattern of the route, not the address: an address may hold a token and always holds a conversation. */
  function logRequest(request: Request, response: Response, route?: Readonly<Record<'method' | 'path', string>>): void {
    const { method, path } = route ?? { method: 'none', path: 'none' };
    const [status, milliseconds] = [response.statusCode, Date.now() - request.time()];
    log.debug('request', { method, route: path, status, milliseconds });
    parts.onAnswer?.({ method, route: path, status, seconds: milliseconds / 1000 });
  }

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => http.close(resolve));
    const deadline = setTimeout(() => http.closeAllConnections(), CLOSE_TIMEOUT_MS);
    http.closeIdleConnections();
    await parts.closeChats();
    http.closeIdleConnections();
    await closed;
    clearTimeout(deadline);
  }
}

/** directlinejs, which says its name in every request, takes the seconds of Retry-After for milliseconds. */
function inUnitsOf({ headers }: Request, ours: HttpError['headers']): HttpError['headers'] {
  const { 'Retry-After': seconds } = ours;
  return seconds !== undefined && /\bdirectlinejs\b/iu.test(String(headers['x-ms-bot-agent']))
    ? { ...ours, 'Retry-After': String(Number(seconds) * 1000) }
    : ours;
}

/** Requests that are not HTTP never reach a handler: Node tells of them here. */
function toProtocolError(error: Error): HttpError {
  switch ('code' in error ? error.code : undefined) {
    case 'HPE_HEADER_OVERFLOW':
      return new HttpError(431, 'HeadersTooLarge', 'The headers are too large.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new HttpError(408, 'RequestTimeout', 'The request took too long to come.');
    default:
      return new HttpError(400, 'BadRequest', 'This is not a valid HTTP request.');
  }
}

function urlOf(address: AddressInfo | string | null): string {
  // A string is a pipe's name and null a server that does not listen: neither can be here.
  if (address === null || typeof address === 'string') throw new Error(`no address to listen on: ${String(address)}`);
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

/** On every answer; a route may set its own Cache-Control over this one. */
function setSecurityHeaders(_request: Request, response: Response, next: Next): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** restify's router builds a URL out of the Host header and the path; one that is no URL would throw there and kill the process. */
function refuseBadAddress(request: Request, _response: Response, next: Next): void {
  try {
    request.getUrl();
  } catch {
    next(new HttpError(400, 'BadArgument', 'The address or the Host header is not valid.'));
    return;
  }
  next();
}

/** `/healthz`: the process runs. `/readyz`: it can answer, which a load balancer asks before it sends anyone here. */
function healthRoutes(isReady: () => Promise<boolean>, { version, warnings }: ServerParts): Route[] {
  return [
    get('/healthz', () => json(200, { status: 'ok', version })),
    get('/readyz', async () => {
      if (!(await isReady())) throw new HttpError(503, 'NotReady', 'The assistant cannot answer now.');
      const told = warnings?.() ?? [];
      return json(200, { status: 'ready', ...(told.length > 0 && { warnings: told }) });
    }),
  ];
}
