import type { Operator } from '../../../dialogs/operator';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { EMPTY_MEMORY } from '../../core/model/question';
import { respond } from '../../core/respond';
import { parseQuery } from '../http/parse-body';
import { type Answer, type Call, json, type Route } from '../http/route';
import type { ShowPage } from '../plain/plain-page';
import { apiPage } from './api-page';
import { askedOf } from './asked';
import { fundOf } from './fund';
import { describe, type Description } from './openapi';
import { askQuerySchema, noQuerySchema, type Operation, operationsOf, PATHS } from './operations';
import { createProjectList, projectOf } from './project-list';
import { criteriaOf, projectQuerySchema } from './project-query';

/** What the programming interface is made of. */
export interface ApiParts {
  readonly knowledge: KnowledgeBase;
  /** Who runs the assistant, for whoever asks. */
  readonly operator: Operator;
  readonly show: ShowPage;
  /** Without a final slash; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  readonly version: string;
}

/** Where the page that describes the interface is. */
const PAGE_PATH = '/api';

/** Answers and records for programs, their description, and a page that shows it: read only, nothing is kept. */
export function createApiRoutes(parts: ApiParts): Route[] {
  const { knowledge, show } = parts;
  const list = createProjectList(parts);
  const projectQuery = projectQuerySchema(knowledge);
  // Made when somebody first reads it.
  let described: { readonly operations: readonly Operation[]; readonly description: Description } | undefined;

  return [
    get(PATHS.ask, ({ query }) => {
      const { q, lang } = parseQuery(askQuerySchema, query);
      const { answer } = respond({ text: q, locale: lang }, EMPTY_MEMORY, knowledge);
      return data(askedOf(q, answer, parts));
    }),
    get(PATHS.projects, ({ query }) => {
      const asked = parseQuery(projectQuery, query);
      return data(list(criteriaOf(asked), asked.lang));
    }),
    get(`${PATHS.projects}/:id`, ({ query, parameters }) => {
      parseQuery(noQuerySchema, query);
      return data(projectOf(parameters['id'] ?? '', parts));
    }),
    get(PATHS.fund, ({ query }) => {
      parseQuery(noQuerySchema, query);
      return data(fundOf(knowledge));
    }),
    get(PATHS.description, ({ query }) => {
      parseQuery(noQuerySchema, query);
      return data(description().description.document);
    }),
    get(PAGE_PATH, () => {
      const { operations, description: whole } = description();
      return show(apiPage(operations, whole));
    }),
  ];

  function description(): NonNullable<typeof described> {
    if (described !== undefined) return described;
    const operations = operationsOf(knowledge);
    described = { operations, description: describe(operations, parts) };
    return described;
  }
}

function get(path: string, answer: (call: Call) => Answer): Route {
  return { method: 'GET', path, answer: (call) => Promise.resolve(call).then(answer) };
}

/** No search engine shows an answer for programs. */
function data(value: unknown): Answer {
  return { ...json(200, value), headers: { 'X-Robots-Tag': 'noindex' } };
}
