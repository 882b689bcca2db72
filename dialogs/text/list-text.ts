import type { ListAnswer } from '../../src/core/answering/answer';
import { yearOf } from '../../src/core/knowledge/facets';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import { amountText, nameOf, projectName } from './project-text';
import { describeFilter } from './filter-text';

/** Lists longer than this are cut; the count always says how many there are. */
export const LONGEST_LIST = 10;

/** A stretch of a list: its heading, its rows, and what is said after them. */
export interface ListPage {
  readonly heading: string;
  readonly rows: readonly { readonly project: Project; readonly name: string; readonly detail: string }[];
  readonly after: readonly string[];
}

/** Ten projects of a list from the `from`th on, each with its carrier, or with the amount that it is sorted by. */
export function listPage(answer: ListAnswer, messages: Messages, knowledge: KnowledgeBase, from: number): ListPage {
  const filters = answer.isSearch ? [] : describeFilter(answer.filter, messages, knowledge);
  const shown = answer.projects.slice(from, from + LONGEST_LIST).flatMap((id) => knowledge.projectById.get(id) ?? []);
  const nationwide =
    answer.nationwide.length > 0 && from === 0
      ? [messages.nationwide(answer.nationwide.map((id) => nameOf(id, knowledge)))]
      : [];
  const left = answer.total - from - shown.length;
  return {
    heading:
      shown.length === 0
        ? messages.emptyList(filters)
        : from > 0
          ? messages.listPage(from + 1, from + shown.length, answer.total, filters)
          : listHeading(answer, shown.length, filters, messages),
    rows: shown.map((project) => ({
      project,
      name: projectName(project),
      detail: listDetail(project, answer, messages),
    })),
    after: [...(shown.length > 0 && left > 0 ? [messages.andMore(left)] : []), ...nationwide],
  };
}

/** The same as lines of text. */
export function listText(
  answer: ListAnswer,
  messages: Messages,
  knowledge: KnowledgeBase,
  from: number,
): readonly string[] {
  const { heading, rows, after } = listPage(answer, messages, knowledge, from);
  const isRanked = answer.sort !== null && answer.sort.field !== 'date';
  return [
    heading,
    ...rows.map(({ name, detail }) => `- ${isRanked ? messages.detail(name, detail) : `${name} — ${detail}`}`),
    ...after,
  ];
}

function listHeading(answer: ListAnswer, shown: number, filters: readonly string[], messages: Messages): string {
  if (answer.sort && answer.sort.field !== 'date')
    return messages.rankingHeading(answer.total, messages.fields[answer.sort.field], answer.sort.direction, filters);
  if (answer.sort) return messages.chronologicalHeading(answer.total, answer.sort.direction, filters);
  return answer.isSearch ? messages.searchHeading(answer.total) : messages.listHeading(shown, answer.total, filters);
}

function listDetail(project: Project, { sort }: ListAnswer, messages: Messages): string {
  if (sort && sort.field !== 'date') return amountText(project, sort.field, messages);
  if (sort) return messages.date(project.call.announced ?? String(yearOf(project)));
  return project.carrier === null ? messages.carrierUnknown : messages.carriedBy(project.carrier);
}
