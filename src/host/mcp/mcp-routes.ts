import { createMcpHandler } from '@modelcontextprotocol/server';
import { HttpError } from '../http/http-error';
import type { Origins } from '../http/origins';
import { type Answer, type Call, post, type Route } from '../http/route';
import { createToolServers, type ToolParts } from './mcp-tools';

/** Where agents find the tools. */
const MCP_PATH = '/mcp';

/**
 * The Model Context Protocol over HTTP: read only, without sessions. Each request is one message and gets one answer, so that the limits
 * count each call of a tool; nothing is left open, and nothing is kept.
 */
export function createMcpRoutes(parts: ToolParts & { readonly origins: Origins }): Route[] {
  // No stream outlives its request: nothing that it could tell of changes while the server runs.
  const handler = createMcpHandler(createToolServers(parts), { maxSubscriptions: 0, keepAliveMs: 0 });
  return [post(MCP_PATH, answer)];

  async function answer({ headers, body }: Call): Promise<Answer> {
    // The protocol asks for it: a page of another site must not speak through its reader's browser.
    if (!parts.origins.allows(headers))
      throw new HttpError(403, 'BadArgument', 'Pages of this site may not call the assistant; see ALLOWED_ORIGINS.');
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new HttpError(400, 'BadArgument', 'body: write one JSON-RPC message; several at once are not taken.');
    const response = await handler.fetch(
      // The host is only a name: the handler looks at the headers of the protocol.
      new Request(`http://localhost${MCP_PATH}`, { method: 'POST', headers: protocolHeaders(headers) }),
      { parsedBody: body },
    );
    const type = response.headers.get('content-type');
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, content: type === null ? undefined : { bytes, type } };
  }
}

/** What the protocol reads of the headers; nothing else is handed on. */
function protocolHeaders(headers: Call['headers']): Headers {
  const handed = new Headers({ 'Content-Type': 'application/json' });
  for (const [name, value] of Object.entries(headers))
    if (typeof value === 'string' && (name === 'accept' || /^mcp-[a-z-]{1,60}$/u.test(name))) handed.set(name, value);
  return handed;
}
