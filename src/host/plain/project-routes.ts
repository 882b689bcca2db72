import type { Answer, Call, Route } from '../http/route';
import { missingPage } from './missing-pages';
import { localeOf } from './page-query';
import type { ShowPage } from './plain-page';
import { createProjectIndex, type ProjectIndexParts } from './project-index';
import { PROJECTS_PATH } from './project-links';
import { projectPage } from './project-page';

/** `/projets?theme=…&lang=fr`: the list of projects. `/projets/<id>?lang=fr`: the page of one; 404, with a page that says so, for any other name. */
export function createProjectRoutes(parts: ProjectIndexParts & { readonly show: ShowPage }): Route[] {
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
