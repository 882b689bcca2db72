import { type CallToolResult, McpServer, type RegisteredTool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { sourceLines } from '../../../dialogs/text/source-text';
import { EMPTY_MEMORY, GROUPINGS, operationSchema, type Question } from '../../core/model/question';
import { AMOUNT_FIELDS } from '../../core/model/project-fields';
import type { Answer } from '../../core/model/answer';
import { respond, respondTo } from '../../core/respond';
import { api } from '../../messages/fr/api';
import { mcp } from '../../messages/fr/mcp';
import { askedSchema } from '../api/answer-schema';
import { askedOf, type Teller } from '../api/asked';
import { questionTextSchema } from '../api/operations';
import { createProjectList, projectOf } from '../api/project-list';
import { limitSchemas, localeSchema, wordsSchema } from '../api/project-query';
import { projectListSchema, projectSchema } from '../api/record-schemas';
import { HttpError, toHttpError } from '../http/http-error';
import type { Log } from '../log';
import { filterOf, ORDERS } from '../plain/project-criteria';

/** What the tools are made of. */
export interface ToolParts extends Teller {
  readonly version: string;
  readonly log: Log;
}

/** More is a list, for `find_projects`. */
const MOST_EXTREMES = 50;
/** The pages of a list are counted so far. */
const MOST_PAGES = 9999;

/** Nothing is changed, nothing outside is reached, and the same call gives the same answer. */
const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** What a tool says of itself. */
type About<Asked> = typeof mcp.ask & { readonly inputSchema: z.ZodType<Asked>; readonly outputSchema: z.ZodType };

/** Makes a server with the tools, for one request: what they are made of is made once. */
export function createToolServers(parts: ToolParts): () => McpServer {
  const { knowledge, log } = parts;
  const list = createProjectList(parts);
  const limitInputs = limitSchemas(knowledge);
  const { parameters } = mcp;
  const askInput = z.strictObject({ question: questionTextSchema, locale: localeSchema });
  const findInput = z.strictObject({
    words: wordsSchema,
    ...limitInputs,
    order: z.enum(ORDERS).optional().describe(api.parameters.order),
    page: z.int().min(1).max(MOST_PAGES).default(1).describe(api.parameters.page),
    locale: localeSchema,
  });
  const computeInput = z
    .strictObject({
      operation: operationSchema.describe(parameters.operation),
      field: z.enum(AMOUNT_FIELDS).optional().describe(parameters.field),
      ...limitInputs,
      // `asked` is of sets that a conversation shows side by side: here there is one.
      groupBy: z.enum(GROUPINGS).exclude(['asked']).optional().describe(parameters.groupBy),
      limit: z.int().min(1).max(MOST_EXTREMES).default(1).describe(parameters.limit),
      locale: localeSchema,
    })
    .refine(({ operation, field }) => (operation === 'count') === (field === undefined), {
      path: ['field'],
      error: `write one of ${AMOUNT_FIELDS.join(', ')}, and none for count`,
    });
  const projectInput = z.strictObject({ id: z.string().max(200).describe(api.parameters.project) });

  return () => {
    const server = new McpServer(
      { name: 'assistant-transformation-publique', title: mcp.title, version: parts.version },
      { instructions: mcp.instructions, capabilities: { tools: { listChanged: false } } },
    );
    const tool = <Asked>(name: string, about: About<Asked>, run: (asked: Asked) => CallToolResult): RegisteredTool =>
      server.registerTool(name, { ...about, annotations: READ_ONLY }, (asked) => told(() => run(asked)));
    tool('ask', { ...mcp.ask, inputSchema: askInput, outputSchema: askedSchema }, ({ question, locale }) =>
      answered(question, respond({ text: question, locale }, EMPTY_MEMORY, knowledge).answer),
    );
    tool('find_projects', { ...mcp.find, inputSchema: findInput, outputSchema: projectListSchema }, (asked) => {
      const { words, order = null, page, locale, ...limits } = asked;
      return asData({ ...list({ words, limits, order, page }, locale) });
    });
    tool('compute', { ...mcp.compute, inputSchema: computeInput, outputSchema: askedSchema }, (asked) => {
      const { operation, field = null, groupBy = null, limit, locale, ...limits } = asked;
      const filter = filterOf(limits, null);
      const question: Question = { kind: 'aggregate', operation, field, filter, limit, groupBy };
      return answered('', respondTo(question, locale, EMPTY_MEMORY, knowledge).answer);
    });
    tool('get_project', { ...mcp.project, inputSchema: projectInput, outputSchema: projectSchema }, ({ id }) =>
      asData({ ...projectOf(id, parts) }),
    );
    return server;
  };

  function answered(asked: string, answer: Answer): CallToolResult {
    const structured = askedOf(asked, answer, parts);
    const text = [structured.text, ...sourceLines(answer)].join('\n');
    return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
  }

  /** A refusal is told to the model, which may mend its call; the words of any other failure stay inside. */
  function told(run: () => CallToolResult): CallToolResult {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof HttpError)) log.error('a tool failed', error);
      return { content: [{ type: 'text', text: toHttpError(error).message }], isError: true };
    }
  }
}

/** The same as a text, for clients that read no data. */
function asData(data: Readonly<Record<string, unknown>>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(data) }], structuredContent: data };
}
