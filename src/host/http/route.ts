import type { IncomingHttpHeaders } from 'node:http';

/** A request as the routes see it: read, bounded and parsed, but not yet checked by the route's schema. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  /** The IP address of the other end of the line: a proxy's, when there is one. Empty once the line is cut. */
  readonly remoteAddress: string;
  /** The named parts of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON without any `__proto__` key, at most 32 levels deep; undefined when nothing was sent. */
  readonly body: unknown;
  /** The fields of a form; empty where none was sent. */
  readonly form: URLSearchParams;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: { readonly bytes: string | Buffer; readonly type: string } | undefined;
}

/** One address; a GET also answers HEAD. `answer` may throw an HttpError, and anything else becomes a 500 without details. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** As find-my-way reads it: `/conversations/:id`. */
  readonly path: string;
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

/** A GET at this address. */
export function get(path: string, answer: Route['answer']): Route {
  return { method: 'GET', path, answer };
}

export function post(path: string, answer: Route['answer']): Route {
  return { method: 'POST', path, answer };
}

/** A JSON answer. */
export function json(status: number, value: unknown): Answer {
  return { status, content: jsonContent(value) };
}

/** Not left to restify: its formatter answers what JSON cannot write with an empty body. */
export function jsonContent(value: unknown): Answer['content'] {
  return { bytes: JSON.stringify(value), type: 'application/json' };
}
