import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ConnectorError, refusal } from './connector-error';
import { exchange, type Incoming, type Outgoing } from './http-exchange';
import { hostOf, type IsServiceUrl } from './service-hosts';
import { sendingEnd } from './turn-time';

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;

/** Sends one request and resolves with a success; whatever is none is thrown. */
export type Send = (outgoing: Outgoing) => Promise<Incoming>;

/** What botbuilder sends through. */
export type ConnectorClient = NonNullable<ConnectorOptions['httpClient']>;

type SdkRequest = Parameters<ConnectorClient['sendRequest']>[0];
type SdkResponse = Awaited<ReturnType<ConnectorClient['sendRequest']>>;

export interface ConnectorClientParts {
  readonly isServiceUrl: IsServiceUrl;
  /** Milliseconds. */
  readonly now: () => number;
  /** From 0 to 1, as Math.random. */
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** For one try. */
  readonly timeoutMs?: number;
}

/** Teams answers within a second or so. A try cut short leaves time for an apology. */
const TRY_TIMEOUT_MS = 6_000;
/** Those that Teams asks to be tried again; any other answer is final. */
const RETRIED: ReadonlySet<number> = new Set([412, 429, 502, 504]);
/** Doubled at each try. Teams counts seven messages a second in a conversation, so half a second is felt. */
const FIRST_DELAY_MS = 500;
/** The first try and three more: the delays between them (`retryDelay`) are 3.5 s in all at most, unless Retry-After asks for more. */
const MAX_TRIES = 4;

/**
 * The one way out to the Bot Framework: to known hosts only, whatever named the address (an activity, a reference kept in
 * the store, a redirect), within the time of the turn, and tried again when Teams asks for it.
 *
 * Whatever is no success is thrown. The SDK's own pipeline would follow redirects and try again at its own pace, up to
 * three times for each of our tries: it only acts on answers that it sees and on errors of its own kind.
 */
export function createSend(parts: ConnectorClientParts): Send {
  const { isServiceUrl, now, random, wait, timeoutMs = TRY_TIMEOUT_MS } = parts;
  return async (outgoing) => {
    if (!isServiceUrl(outgoing.url)) {
      throw new ConnectorError(`${hostOf(outgoing.url)} is no known service host`, undefined, 'UnknownHost');
    }
    const end = sendingEnd(now);
    for (let tries = 1; ; tries += 1) {
      const incoming = await tryOnce(outgoing, Math.min(timeoutMs, end - now()));
      if (incoming.status >= 200 && incoming.status < 300) return incoming;
      const delay = tries < MAX_TRIES ? retryDelay(incoming, tries) : undefined;
      if (delay === undefined || now() + delay >= end) throw refusal(incoming.status, incoming.body);
      await wait(delay);
    }
  };

  /**
   * How long to wait before the next try in milliseconds, or undefined when there should be none. `tries` counts those made.
   * Chance takes up to half of the delay away, so that many conversations refused together don't come back together; what
   * Retry-After asks for is waited for whole, and chance comes on top.
   */
  function retryDelay({ status, headers }: Incoming, tries: number): number | undefined {
    if (!RETRIED.has(status)) return undefined;
    const delay = FIRST_DELAY_MS * 2 ** (tries - 1);
    const asked = readRetryAfter(headers['retry-after'], now());
    return asked === undefined ? delay * (1 - random() / 2) : asked + (FIRST_DELAY_MS * random()) / 2;
  }
}

/** The way out as botbuilder wants it. */
export function clientThrough(send: Send): ConnectorClient {
  return { sendRequest: async (request) => toSdkResponse(request, await send(readRequest(request))) };
}

/** A line that breaks or stays silent is not tried again: what was sent may have arrived, and would be said twice. */
async function tryOnce(outgoing: Outgoing, timeoutMs: number): Promise<Incoming> {
  if (timeoutMs <= 0) throw new ConnectorError('the time of the turn is over', undefined, 'NoTime');
  return exchange(outgoing, timeoutMs).catch((cause: unknown) => {
    throw new ConnectorError('the connector did not answer', undefined, 'NoAnswer', { cause });
  });
}

function readRequest(request: SdkRequest): Outgoing {
  const headers = request.headers.toJson({ preserveCase: true });
  const body: unknown = request.body;
  return {
    url: request.url,
    method: request.method,
    // Packed answers would have to be unpacked, for a line of text.
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'accept-encoding')),
    body: typeof body === 'string' ? body : undefined,
    agent: request.agent,
  };
}

/** The SDK's class for headers is not exported: the request's are copied and emptied. */
function toSdkResponse(request: SdkRequest, { status, headers: received, body }: Incoming): SdkResponse {
  const headers = request.headers.clone();
  for (const name of headers.headerNames()) headers.remove(name);
  for (const [name, value] of Object.entries(received)) headers.set(name, value);
  return { request, status, headers, bodyAsText: body };
}

/** Seconds or an HTTP date; undefined when there is neither. */
function readRetryAfter(text: string | undefined, now: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
