import { Agent, request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The way through an outgoing proxy (HTTPS_PROXY), when the SDK found one. */
  readonly agent: unknown;
}

export interface Incoming {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The connector answers with an id, or with an error of a line or two. */
const MAX_ANSWER_CHARACTERS = 1_000_000;

/** Sends one request and reads its whole answer within the time; follows nothing, tries nothing again. */
export function exchange(outgoing: Outgoing, timeoutMs: number): Promise<Incoming> {
  const { url, method, headers, body, agent } = outgoing;
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { method, headers, signal: AbortSignal.timeout(timeoutMs), ...(agent instanceof Agent ? { agent } : {}) },
      (response) => {
        readAnswer(response).then(resolve, reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Incoming> {
  let body = '';
  response.setEncoding('utf8');
  for await (const text of response) {
    body += String(text);
    if (body.length > MAX_ANSWER_CHARACTERS)
      throw new Error(`an answer of more than ${MAX_ANSWER_CHARACTERS} characters`);
  }
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(response.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    ),
    body,
  };
}
