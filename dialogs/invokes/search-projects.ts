import type { MessagingExtensionResponse } from 'botbuilder';
import { z } from 'zod';
import { latestFirst } from '../../src/core/find-projects';
import { cardMessagesFor, typeset } from '../../src/messages/messages-for';
import { shown } from '../guides/choice-step';
import { channelLocale, type TurnParts } from '../turn/turn';
import { invokeHandler, type InvokeHandler } from './invoke';
import { projectResults } from './project-results';

/** What Teams asks for at once, and the most that we give: 25 whole cards are about 70 KB. */
const LONGEST_PAGE = 25;

/** The command and its parameter are those of the app's manifest. Teams sends `initialRun` instead of words when the search is opened. */
const schema = z.looseObject({
  commandId: z.literal('chercher'),
  parameters: z
    .array(
      z.discriminatedUnion('name', [
        z.looseObject({ name: z.literal('q'), value: z.string() }),
        z.looseObject({ name: z.literal('initialRun'), value: z.union([z.string(), z.boolean()]) }),
      ]),
    )
    .optional(),
  queryOptions: z
    .looseObject({ skip: z.int().nonnegative().optional(), count: z.int().positive().optional() })
    .optional(),
});

/**
 * `composeExtension/query`: projects for the words typed in Teams' compose box, whole cards, a page at a time. Before anything is typed, all of
 * them, the latest first; when nothing fits, a sentence that says what to try.
 */
export function createSearchProjects({ knowledge, finder, addressesFor }: TurnParts): InvokeHandler {
  const latest = latestFirst(knowledge);
  return invokeHandler('composeExtension/query', schema, ({ activity }, { parameters = [], queryOptions = {} }) => {
    const locale = channelLocale(activity.locale);
    const typed = parameters
      .flatMap((parameter) => (parameter.name === 'q' ? [parameter.value] : []))
      .join(' ')
      .trim();
    const found = typed === '' ? latest : finder.find(typed, locale);
    if (found.length === 0) {
      // Teams shows it in place of results.
      const text = typeset(cardMessagesFor(locale).noProjectFound(shown(typed)), locale);
      return { composeExtension: { type: 'message', text } } satisfies MessagingExtensionResponse;
    }
    const { skip = 0, count = LONGEST_PAGE } = queryOptions;
    const page = found.slice(skip, skip + Math.min(count, LONGEST_PAGE));
    return projectResults(page, locale, { knowledge, addresses: addressesFor(activity) });
  });
}
