import { plugins, type Next, type Request, type RequestHandler, type Response } from 'restify';
import { HttpError } from './http-error';

/** Far above any question (500 characters are read) and any card, far below what would hurt. */
const MAX_BODY_BYTES = 65_536;

/** A body over the limit is still read and dropped up to here, so that its sender hears the 413 and not a cut line. */
const MAX_DROPPED_BYTES = 1_048_576;

/** The pages whose forms are sent by browsers without script: they take forms and nothing else. */
const FORMS = /^\/admin(?:\/|$)/u;

/** A card's submission has 3 or 4 levels. 30,000 levels parse, then kill whatever walks through them. */
const MAX_DEPTH = 32;

/**
 * Goes to `server.pre`, before anything reads the body: restify's reader dies of one bad gzip body (even on a GET), counts
 * compressed bytes against its limit and leaves the parts of a multipart body in the temporary folder.
 */
export function refuseUnsafeBody(request: Request, _response: Response, next: Next): void {
  next(refusalOf(request));
}

function refusalOf(request: Request): HttpError | undefined {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined)
    return new HttpError(415, 'UnsupportedMediaType', 'Send the body without Content-Encoding.');
  const length = Number(headers['content-length'] ?? 0);
  // The rest of the body is not worth reading: the line is closed after the answer.
  const closing = { Connection: 'close' };
  if (length > MAX_DROPPED_BYTES)
    return new HttpError(413, 'PayloadTooLarge', 'The body is too large; the limit is 64 KiB.', closing);
  const hasBody = length > 0 || headers['transfer-encoding'] !== undefined;
  // Asked of restify, so that what passes here is exactly what its parser takes for it.
  const taken = FORMS.test(request.getPath()) ? 'application/x-www-form-urlencoded' : 'application/json';
  if (!hasBody || request.getContentType() === taken) return undefined;
  return new HttpError(415, 'UnsupportedMediaType', `Send the body as ${taken}.`);
}

/** Go to `server.use`, in this order: read up to the limit, parse without `__proto__`, refuse what is too deep. */
export function bodyHandlers(): RequestHandler[] {
  const reviver = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);
  return [readBody, ...plugins.jsonBodyParser({ bodyReader: true, reviver }), refuseDeepBody];
}

const read = plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES });

function readBody(request: Request, response: Response, next: Next): void {
  read(request, response, next);
  // restify drops what is over its limit but reads on for ever. Both listen from the same tick, so neither misses a byte.
  let received = 0;
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > MAX_DROPPED_BYTES) request.destroy();
  });
}

function refuseDeepBody(request: Request, _response: Response, next: Next): void {
  if (isTooDeep(request.body)) next(new HttpError(400, 'BadArgument', `The body has more than ${MAX_DEPTH} levels.`));
  else next();
}

/** Walks level by level: recursion is what a deep value attacks. */
function isTooDeep(value: unknown): boolean {
  let level: readonly object[] = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((container): unknown[] => Object.values(container)).filter(isContainer);
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
