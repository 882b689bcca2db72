import { z } from 'zod';
import { projectName } from '../../src/core/model/project-name';
import { typeset } from '../../src/messages/messages-for';
import { MOST_SUGGESTED, PROJECT_DATASET } from '../cards/guide-card';
import { channelLocale, type TurnParts } from '../turn/turn';
import { invokeHandler, type InvokeHandler } from './invoke';

const schema = z.looseObject({
  queryText: z.string(),
  queryOptions: z
    .looseObject({ skip: z.int().nonnegative().optional(), top: z.int().positive().optional() })
    .optional(),
  dataset: z.literal(PROJECT_DATASET),
});

/**
 * `application/search`: names of projects for what is typed in a field of a guide's card, each with the id that the guide takes. Nothing typed
 * yet lists all of them by name: the SDK's own handler would refuse that.
 */
export function createSuggestProjects({ knowledge, finder }: TurnParts): InvokeHandler {
  const names = new Map(knowledge.projects.map((project) => [project.id, projectName(project)]));
  const inOrder = [...names].sort(([, a], [, b]) => a.localeCompare(b, 'fr')).map(([id]) => id);
  return invokeHandler('application/search', schema, ({ activity }, { queryText, queryOptions = {} }) => {
    const locale = channelLocale(activity.locale);
    const { skip = 0, top = MOST_SUGGESTED } = queryOptions;
    const results = (queryText.trim() === '' ? inOrder : finder.find(queryText, locale))
      .slice(skip, skip + Math.min(top, MOST_SUGGESTED))
      .map((id) => ({ title: typeset(names.get(id) ?? id, locale), value: id }));
    return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
  });
}
