import type { IncomingMessage } from 'node:http';
import type { Next, Request, Response } from 'restify';
import { HttpError } from '../http/http-error';
import { sendAnswer } from '../http/mount-routes';
import { json } from '../http/route';
import type { Spend } from '../storage/store';
import { createBuckets, type Take } from './buckets';
import type { Callers } from './callers';
import type { LimitSettings } from './limit-settings';

/**
 * Teams calls from addresses that all its bots share and holds back its own people; who watches over the health of the assistant asks
 * it most when it is least well.
 */
export const isUnlimited = (path: string): boolean => UNLIMITED.test(path);
const UNLIMITED = /^\/(?:api\/messages|healthz|readyz)$/u;

/** Whether it needs no thought: files, and what a conversation holds. */
export const standsReady = (method: string | undefined, path: string): boolean => method !== 'POST' && READY.test(path);
const READY = /^\/(?:$|widget|[\w-]+\.(?:css|js)$|v3\/directline\/|\.well-known\/)/u;
/** Beside what has to be thought out. A page loads some fifteen files, and polls of old browsers come every second. */
const READY_COST = 1 / 20;

const POLL = /^\/v3\/directline\/conversations\/[^/]+\/activities$/u;
const CONVERSATIONS = '/v3/directline/conversations';
/** Asked by the server of a site, with the one secret, for all its people. */
const GENERATE = '/v3/directline/tokens/generate';

/** Stands for the address of a web socket, whose opening reads a conversation. */
const STREAM = 'stream';

const MINUTE_MS = 60_000;

/** Who is refused at once asks again at once, and the refusing would be what stops the others: 20 lines took a whole core. */
const REFUSED_AFTER_MS = 500;

const SENTENCES = {
  person: 'This conversation asks too much at once; wait, then ask again.',
  address: 'This address asks too much at once; wait, then ask again.',
  conversations: 'This address begins too many conversations; wait, then begin one.',
} as const;

/** Refuses with 429, and when to come again, whoever asks more than is his by the settings; `now` in milliseconds. */
export function createRequestLimits(parts: {
  readonly settings: LimitSettings;
  readonly callers: Callers;
  readonly now: () => number;
  readonly spend: Spend;
  readonly onRefusal: (kind: keyof typeof SENTENCES) => void;
}) {
  const { settings, callers, now, spend, onRefusal } = parts;
  const buckets = (name: string, count: number, periodMs = MINUTE_MS): Take =>
    createBuckets({ name, count, periodMs, now, spend });
  const takeOfPerson = buckets('person', settings.personRequestsPerMinute);
  const takeOfAddress = buckets('address', settings.addressRequestsPerMinute);
  const takeConversation = buckets('conversations', settings.addressConversationsPerHour, 60 * MINUTE_MS);

  return {
    onRequest,
    refusalOfUpgrade: (request: IncomingMessage) => refusalOf(request, STREAM),
  };

  /** Goes to `server.pre`. */
  function onRequest(request: Request, response: Response, next: Next): void {
    const path = request.getPath();
    if (isUnlimited(path)) {
      next();
      return;
    }
    const refusal = refusalOf(request, path);
    if (refusal === null) next();
    else setTimeout(refuseLate, REFUSED_AFTER_MS);

    function refuseLate(): void {
      if (request.method === 'POST' || !POLL.test(path)) {
        next(refusal);
        return;
      }
      // After any error directlinejs never polls again, and says nothing of it; told that there is nothing new, it asks again.
      const watermark = /(?:^|&)watermark=(\d{1,15})(?:&|$)/u.exec(request.getQuery())?.[1] ?? '';
      sendAnswer(response, json(200, { activities: [], watermark }));
      next(false);
    }
  }

  function refusalOf({ headers, socket, method }: IncomingMessage, path: string): HttpError | null {
    const address = callers.addressOf({ headers, remoteAddress: socket.remoteAddress ?? '' });
    const cost = standsReady(method, path) ? READY_COST : 1;
    const person = path === GENERATE ? undefined : headers.authorization;
    // The person first: what is refused to one is not taken from all who share the address.
    return (
      (person === undefined ? null : refuse('person', takeOfPerson(person.slice(-64), cost))) ??
      refuse('address', takeOfAddress(address, cost)) ??
      (method === 'POST' && path === CONVERSATIONS ? refuse('conversations', takeConversation(address)) : null)
    );
  }

  function refuse(kind: keyof typeof SENTENCES, milliseconds: number): HttpError | null {
    if (milliseconds === 0) return null;
    onRefusal(kind);
    return new HttpError(429, 'TooManyRequests', SENTENCES[kind], {
      'Retry-After': String(Math.ceil(milliseconds / 1000)),
    });
  }
}
