import type { Answer, Call, Route } from '../http/route';
import { localeOf } from './page-language';
import { answerPlainPage } from './plain-page';
import { PROJECTS_PATH } from './project-links';
import { missingProjectPage, projectPage, type ProjectPageParts } from './project-page';

/** `/projets/<id>?lang=fr`: the page of a project. 404, with a page that says so, for any other name. */
export function createProjectRoutes(parts: ProjectPageParts): Route[] {
  // A star, because the router takes no named parameter beyond 100 characters: those too get the page that says so.
  return [{ method: 'GET', path: `${PROJECTS_PATH}/*`, answer: (call) => Promise.resolve(answer(call)) }];

  function answer({ parameters, query }: Call): Answer {
    const locale = localeOf(query.get('lang'));
    const project = parts.knowledge.projectById.get(parameters['*'] ?? '');
    return project === undefined
      ? answerPlainPage(missingProjectPage(locale, parts.style), 404)
      : answerPlainPage(projectPage(project, locale, parts));
  }
}
