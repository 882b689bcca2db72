import type { z } from 'zod';
import { yearOf } from '../../core/knowledge/facets';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import type { ProgrammeFact, Project, Unchanging } from '../../core/model/records';
import { HttpError } from '../http/http-error';
import type { Criteria } from '../plain/project-criteria';
import { projectPath } from '../plain/project-links';
import { createProjectSelection, ROWS_OF_A_PAGE } from '../plain/project-selection';
import type { Teller } from './asked';
import type { projectListSchema, projectRowSchema, projectSchema } from './record-schemas';

/** What records are told to a program with. */
type RecordTeller = Omit<Teller, 'operator'>;

/** Makes what gives the part of the list of projects that criteria ask for; it throws a 400 for a page that the list does not have. */
export function createProjectList({ knowledge, publicUrl }: RecordTeller) {
  const select = createProjectSelection(knowledge);
  return (criteria: Criteria, locale: Locale): Unchanging<z.infer<typeof projectListSchema>> => {
    const { total, page, pages, shown } = select(criteria, locale);
    if (criteria.page > pages)
      throw new HttpError(400, 'BadArgument', `page: the list has no such page; write a number from 1 to ${pages}.`);
    const projects = shown.map((project) => rowOf(project, locale, publicUrl));
    return { total, page, pages, perPage: ROWS_OF_A_PAGE, projects };
  };
}

function rowOf(project: Project, locale: Locale, publicUrl = ''): Unchanging<z.infer<typeof projectRowSchema>> {
  const { id, name, otherNames, carrier, themes, territories } = project;
  const { ftapFundingMEUR, totalCostMEUR, expectedSavings, call } = project;
  return {
    ...{ id, name, otherNames, carrier, themes, territories, ftapFundingMEUR, totalCostMEUR, expectedSavings },
    announced: call.announced,
    year: yearOf(project),
    page: publicUrl + projectPath(id, locale),
  };
}

/** All that is told of a project; throws a 404 for an id that no project has. */
export function projectOf(
  id: string,
  { knowledge, publicUrl = '' }: RecordTeller,
): Unchanging<z.infer<typeof projectSchema>> {
  const project = knowledge.projectById.get(id);
  if (project === undefined)
    throw new HttpError(404, 'NotFound', 'No project has this id; /api/projets lists those that there are.');
  return { ...readable(project), page: publicUrl + projectPath(id, 'fr') };
}

/** All that is known of the fund itself: the facts and the calls. */
export function fundOf({ facts, calls }: KnowledgeBase) {
  return { facts: facts.map(readable), calls };
}

/** Without the ways in which people ask for it. */
function readable<Asked extends Project | ProgrammeFact>({ wordings: _wordings, words: _words, ...told }: Asked) {
  return told;
}
