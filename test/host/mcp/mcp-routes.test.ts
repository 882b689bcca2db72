import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import fc from 'fast-check';
import { NO_OPERATOR } from '../../../dialogs/operator';
import { askedSchema } from '../../../src/host/api/answer-schema';
import { projectListSchema, projectSchema } from '../../../src/host/api/record-schemas';
import type { KnowledgeBase } from '../../../src/core/knowledge/knowledge-base';
import { createOrigins } from '../../../src/host/http/origins';
import { createMcpRoutes } from '../../../src/host/mcp/mcp-routes';
import { createLog } from '../../../src/host/log';
import { realKnowledge } from '../../core/knowledge';
import { errorSchema } from '../direct-line-client';
import { hostStarter } from '../running-host';

const startHost = hostStarter();
const knowledge = realKnowledge();

async function serve(
  environment: Readonly<Record<string, string>> = {},
  { base = knowledge, logged = [] }: { readonly base?: KnowledgeBase; readonly logged?: string[] } = {},
) {
  const routes = createMcpRoutes({
    knowledge: base,
    operator: NO_OPERATOR,
    publicUrl: undefined,
    version: '1.2.3',
    log: createLog({ level: 'error', json: true }, (line) => logged.push(line)),
    origins: createOrigins({ allowed: [], baseUrlOf: (host) => `http://${host ?? ''}` }),
  });
  return (await startHost({ environment, parts: { routes } })).url;
}

/** The official client, of today's protocol or of the one before. */
async function connect(url: string, mode: 'auto' | 'legacy'): Promise<Client> {
  const client = new Client({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
  return client;
}

describe.each(['auto', 'legacy'] as const)('the official client (%s)', (mode) => {
  it('finds four tools that only read, each with what it takes and gives', async () => {
    const client = await connect(await serve(), mode);

    const { tools } = await client.listTools();

    expect(tools.map(({ name }) => name)).toEqual(['ask', 'find_projects', 'compute', 'get_project']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
    expect(tools.every(({ outputSchema }) => outputSchema !== undefined)).toBe(true);
    expect(client.getInstructions()).toContain('citez les sources');
    await client.close();
  });

  it('asks, finds, computes and reads a record, with figures and sources', async () => {
    const client = await connect(await serve(), mode);
    const call = async (name: string, args: Record<string, unknown>) => client.callTool({ name, arguments: args });

    const asked = await call('ask', { question: 'economie geoplatforme' });
    const found = await call('find_projects', { theme: 'logement' });
    const sum = await call('compute', { operation: 'sum', field: 'funding', year: '2018' });
    const record = await call('get_project', { id: 'mentor' });

    const answer = askedSchema.parse(asked.structuredContent);
    expect(answer.figures).toMatchObject([{ id: 'geoplateforme', value: 3.6, unit: 'MEUR' }]);
    expect(answer.sources.length).toBeGreaterThan(0);
    expect(JSON.stringify(asked.content)).toContain('La Gazette des communes, 12/11/2018');
    expect(projectListSchema.parse(found.structuredContent).projects.map(({ id }) => id)).toContain('dossierfacile');
    const computed = askedSchema.parse(sum.structuredContent);
    expect(computed.answer).toMatchObject({ kind: 'aggregate', operation: 'sum', field: 'funding' });
    expect(computed.figures[0]).toMatchObject({ of: 'projects', unit: 'MEUR' });
    expect(computed.sources.length).toBeGreaterThan(0);
    expect(projectSchema.parse(record.structuredContent)).toMatchObject({ id: 'mentor', ftapFundingMEUR: 5.4 });
    await client.close();
  });

  it('is told what to write where a call makes no sense', async () => {
    const client = await connect(await serve(), mode);
    const refusal = async (name: string, args: Record<string, unknown>) => {
      const { isError, content } = await client.callTool({ name, arguments: args });
      return isError === true ? JSON.stringify(content) : 'no error';
    };

    expect(await refusal('ask', { question: '' })).toContain('write a question of 1 to 500 characters');
    expect(await refusal('ask', { question: 'a'.repeat(501) })).toContain('write 500 characters at most');
    expect(await refusal('ask', { question: 'Mentor', extra: 1 })).toContain('extra');
    expect(await refusal('find_projects', { theme: 'nothing' })).toContain('write one of');
    expect(await refusal('find_projects', { page: 3 })).toContain('write a number from 1 to 2');
    expect(await refusal('compute', { operation: 'sum' })).toContain('write one of savings, funding, cost');
    expect(await refusal('compute', { operation: 'count', field: 'cost' })).toContain('none for count');
    expect(await refusal('get_project', { id: '__proto__' })).toContain('No project has this id');
    await client.close();
  });
});

describe('the endpoint', () => {
  const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${url}/mcp`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
      body,
    });
  const TODAY = '2026-07-28';
  const LIST = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} });

  it('keeps no session and opens no stream', async () => {
    const url = await serve();

    const response = await post(url, LIST);

    expect(response.status).toBe(200);
    expect(response.headers.get('mcp-session-id')).toBeNull();
    expect((await fetch(`${url}/mcp`, { headers: { Accept: 'text/event-stream' } })).status).toBe(405);
    expect((await fetch(`${url}/mcp`, { method: 'DELETE' })).status).toBe(405);
    const listen = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'subscriptions/listen',
      params: {
        notifications: { toolsListChanged: true },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': TODAY,
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1.0.0' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    });
    const listening = await post(url, listen, { 'MCP-Protocol-Version': TODAY, 'Mcp-Method': 'subscriptions/listen' });
    expect(await listening.text()).toContain('Subscription limit reached');
  });

  it.each([
    ['several messages', `[${LIST},${LIST}]`, 400],
    ['no message', 'null', 400],
    ['nothing', '', 400],
    ['a text', '"tools/list"', 400],
    ['no JSON', '{', 400],
    ['no JSON-RPC', '{"a":1}', 400],
    ['a body over 64 KiB', JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(70_000) }), 413],
  ])('refuses %s, and goes on', async (_what, body, status) => {
    const url = await serve();

    const response = await post(url, body);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect((await post(url, LIST)).status).toBe(200);
  });

  it('whatever it is sent, answers or refuses, and never fails', async () => {
    const logged: string[] = [];
    const url = await serve({}, { logged });
    const tool = fc.constantFrom('ask', 'find_projects', 'compute', 'get_project', 'none', '__proto__');
    const method = fc.constantFrom('tools/call', 'tools/list', 'initialize', 'ping', 'resources/list', 'x');
    const message = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({ jsonrpc: fc.constant('2.0'), id: fc.nat(), method, params: fc.jsonValue({ maxDepth: 2 }) }),
      fc.record({
        jsonrpc: fc.constant('2.0'),
        id: fc.nat(),
        method: fc.constant('tools/call'),
        params: fc.record({ name: tool, arguments: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 })) }),
      }),
    );

    await fc.assert(
      fc.asyncProperty(message, async (body) => {
        expect((await post(url, JSON.stringify(body))).status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    expect(logged).toEqual([]);
  });

  it('is not for the pages of other sites', async () => {
    const url = await serve();

    expect((await post(url, LIST, { Origin: 'https://elsewhere.example.org' })).status).toBe(403);
    expect((await post(url, LIST, { Origin: url })).status).toBe(200);
  });

  it('tells nothing of a failure of its own but that it is in the log', async () => {
    const logged: string[] = [];
    const broken = {
      ...knowledge,
      projectById: Object.assign(new Map(knowledge.projectById), { get: () => fail('/srv/secret') }),
    };
    const url = await serve({}, { base: broken, logged });

    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'get_project', arguments: { id: 'x' } },
    };
    const said = await (await post(url, JSON.stringify(call))).text();

    expect(said).toContain('The server failed; the failure is in its log.');
    expect(said).not.toContain('/srv/secret');
    expect(logged.join('')).toContain('/srv/secret');
  });

  it('is limited as every other question', async () => {
    const url = await serve({ ADDRESS_REQUESTS_PER_MINUTE: '10' });

    const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, LIST)));

    const refused = answers.find(({ status }) => status === 429);
    expect(errorSchema.parse(await refused?.json()).error.code).toBe('TooManyRequests');
    expect(refused?.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

function fail(message: string): never {
  throw new Error(message);
}
