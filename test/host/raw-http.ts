import { connect } from 'node:net';
import { errorSchema } from './direct-line-client';

/** An answer read off the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly code: string | undefined;
}

/** Writes bytes to the server and resolves with its answer once the line is closed, for requests that no client would make. */
export function sendRaw(url: string, ...parts: readonly (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      for (const part of parts) socket.write(part);
    });
    let text = '';
    socket.on('data', (data) => (text += data.toString()));
    // A server that cuts the line while more comes is within its rights: what it said before counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(parse(text));
    });
  });
}

function parse(text: string): RawAnswer {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1] ?? 0), head, code: codeOf(body) };
}

function codeOf(body: string): string | undefined {
  try {
    return errorSchema.parse(JSON.parse(body)).error.code;
  } catch {
    return undefined;
  }
}
