import { EMPTY_MEMORY } from '../../core/model/question';
import { respond } from '../../core/respond';
import type { Route } from '../http/route';
import type { ShowPage } from '../plain/plain-page';
import { apiPage } from './api-page';
import { askedOf, type Teller } from './asked';
import { forPrograms, openRoute } from './open-route';
import { describe, type Description } from './openapi';
import { askQuerySchema, noQuerySchema, operationsOf, PATHS } from './operations';
import { createProjectList, fundOf, projectOf } from './project-list';
import { criteriaOf, projectQuerySchema } from './project-query';

/** What the programming interface is made of. */
export interface ApiParts extends Teller {
  readonly show: ShowPage;
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
  let described: Description | undefined;

  return [
    openRoute(PATHS.ask, askQuerySchema, ({ q, lang }) => {
      const { answer } = respond({ text: q, locale: lang }, EMPTY_MEMORY, knowledge);
      return forPrograms({ json: askedOf(q, answer, parts) });
    }),
    openRoute(PATHS.projects, projectQuery, (asked) => forPrograms({ json: list(criteriaOf(asked), asked.lang) })),
    openRoute(`${PATHS.projects}/:id`, noQuerySchema, (_query, { parameters }) =>
      forPrograms({ json: projectOf(parameters['id'] ?? '', parts) }),
    ),
    openRoute(PATHS.fund, noQuerySchema, () => forPrograms({ json: fundOf(knowledge) })),
    openRoute(PATHS.description, noQuerySchema, () => forPrograms({ json: description().document })),
    { method: 'GET', path: PAGE_PATH, answer: () => show(apiPage(operationsOf(knowledge), description())) },
  ];

  function description(): Description {
    return (described ??= describe(operationsOf(knowledge), parts));
  }
}
