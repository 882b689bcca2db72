import type { Addresses } from '../../../dialogs/addresses';
import type { Operator } from '../../../dialogs/operator';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Answer, Call, Route } from '../http/route';
import { missingPage } from './missing-pages';
import { localeOf } from './page-query';
import type { ShowPage } from './plain-page';
import { createProjectIndex, type ProjectIndexParts } from './project-index';
import { PROJECTS_PATH } from './project-links';
import { projectPage } from './project-page';
import { createQuestionRoutes } from './question-routes';
import { createSearchEngineRoutes } from './search-engine-routes';
import { createTextPageRoutes } from './text-pages';

/** The pages that need no JavaScript. `addresses` are without a host: the pages are on the same one. */
export function createPlainRoutes(parts: {
  readonly show: ShowPage;
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  /** Without a final slash; undefined where it is not known. */
  readonly publicUrl: string | undefined;
  /** The operator lets search engines show the projects. */
  readonly isIndexable?: boolean;
  /** How to reach whoever publishes the assistant: an e-mail address or an https one. */
  readonly contact?: string | undefined;
  /** Who runs the assistant, for whoever asks. */
  readonly operator?: Operator;
}): Route[] {
  return [
    ...createQuestionRoutes(parts),
    ...createProjectRoutes(parts),
    ...createTextPageRoutes(parts.show, parts.contact),
    ...createSearchEngineRoutes(parts),
  ];
}

/** `/projets?theme=…&lang=fr`: the list of projects. `/projets/<id>?lang=fr`: the page of one; 404, with a page that says so, for any other name. */
function createProjectRoutes(parts: ProjectIndexParts & { readonly show: ShowPage }): Route[] {
  const { show, knowledge } = parts;
  const index = createProjectIndex(parts);
  return [
    { method: 'GET', path: PROJECTS_PATH, answer: (call) => Promise.resolve().then(() => answer('', call)) },
    // A star, because the router takes no named parameter beyond 100 characters: those too get the page that says so.
    {
      method: 'GET',
      path: `${PROJECTS_PATH}/*`,
      answer: (call) => Promise.resolve().then(() => answer(call.parameters['*'] ?? '', call)),
    },
  ];

  function answer(id: string, { query }: Call): Answer {
    const locale = localeOf(query.get('lang'));
    if (id === '') return show(index(query, locale));
    const project = knowledge.projectById.get(id);
    return project === undefined
      ? show(missingPage('missingProject', locale), 404)
      : show(projectPage(project, locale, parts));
  }
}
