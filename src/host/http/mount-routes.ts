import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Answer, Call, Route } from './route';

/**
 * Puts the routes on the server. Each becomes an async handler, whose failure restify turns into an error answer. `turn` resolves when
 * it is the caller's turn, with what is to be called at its end.
 */
export function mountRoutes(
  server: Server,
  routes: readonly Route[],
  turn: (call: Call, route: Route) => Promise<() => void> = () => Promise.resolve(() => undefined),
): void {
  for (const route of routes) {
    const handle = async (request: Request, response: Response): Promise<void> => {
      const call = readCall(request);
      const end = await turn(call, route);
      try {
        sendAnswer(response, await route.answer(call));
      } finally {
        end();
      }
    };
    if (route.method === 'POST') server.post(route.path, handle);
    else {
      server.get(route.path, handle);
      server.head(route.path, handle);
    }
  }
}

const parametersSchema = z.record(z.string(), z.string());

const FORM = 'application/x-www-form-urlencoded';

function readCall(request: Request): Call {
  const body: unknown = request.body;
  return {
    headers: request.headers,
    remoteAddress: request.socket.remoteAddress ?? '',
    parameters: parametersSchema.parse(request.params),
    query: new URLSearchParams(request.getQuery()),
    // What was not parsed as JSON was empty: anything else was refused before.
    body: Buffer.isBuffer(body) || body === '' ? undefined : body,
    // restify leaves a form as the text that it is.
    form: new URLSearchParams(request.getContentType() === FORM && typeof body === 'string' ? body : ''),
  };
}

export function sendAnswer(response: Response, { status, headers = {}, content }: Answer): void {
  for (const [name, value] of Object.entries(headers)) {
    // An empty value takes away what is on every other answer.
    if (value === '') response.removeHeader(name);
    else response.setHeader(name, value);
  }
  if (content === undefined) {
    response.send(status);
    return;
  }
  response.setHeader('Content-Type', content.type);
  response.setHeader('Content-Length', Buffer.byteLength(content.bytes));
  response.sendRaw(status, content.bytes);
}
