import { type Answer, type Call, get, type Route } from '../http/route';
import { missingPage } from './missing-pages';
import { localeOf } from './page-query';
import type { PlainParts } from './plain-page';
import { createProjectIndex } from './project-index';
import { PROJECTS_PATH } from './project-links';
import { projectPage } from './project-page';
import { createQuestionRoutes } from './question-routes';
import { createSearchEngineRoutes } from './search-engine-routes';
import { createTextPageRoutes } from './text-pages';

/** The pages that need no JavaScript. */
export function createPlainRoutes(parts: PlainParts): Route[] {
  return [
    ...createQuestionRoutes(parts),
    ...createProjectRoutes(parts),
    ...createTextPageRoutes(parts),
    ...createSearchEngineRoutes(parts),
  ];
}

/** `/projets?theme=…&lang=fr`: the list of projects. `/projets/<id>?lang=fr`: the page of one; 404, with a page that says so, for any other name. */
function createProjectRoutes(parts: PlainParts): Route[] {
  const { show, knowledge } = parts;
  const index = createProjectIndex(parts);
  return [
    get(PROJECTS_PATH, answer),
    // A star, because the router takes no named parameter beyond 100 characters: those too get the page that says so.
    get(`${PROJECTS_PATH}/*`, answer),
  ];

  function answer({ query, parameters: { '*': id = '' } }: Call): Answer {
    const locale = localeOf(query.get('lang'));
    if (id === '') return show(index(query, locale));
    const project = knowledge.projectById.get(id);
    return project === undefined
      ? show(missingPage('missingProject', locale), 404)
      : show(projectPage(project, locale, parts));
  }
}
