import type { ListAnswer } from '../../src/core/answering/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import { amountText, nameOf, projectName } from './project-text';
import { describeFilter } from './filter-text';

/** Lists longer than this are cut; the count always says how many there are. */
export const LONGEST_LIST = 10;

/** A list of projects, each with its carrier, or with the amount that it is sorted by. */
export function listText(answer: ListAnswer, messages: Messages, knowledge: KnowledgeBase): readonly string[] {
  const filters = answer.isSearch ? [] : describeFilter(answer.filter, messages, knowledge);
  const shown = answer.projects.slice(0, LONGEST_LIST).flatMap((id) => knowledge.projectById.get(id) ?? []);
  const nationwide =
    answer.nationwide.length > 0 ? [messages.nationwide(answer.nationwide.map((id) => nameOf(id, knowledge)))] : [];
  if (shown.length === 0) return [messages.emptyList(filters), ...nationwide];
  return [
    listHeading(answer, shown.length, filters, messages),
    ...shown.map((project) => `- ${listLine(project, answer, messages)}`),
    ...(answer.total > shown.length ? [messages.andMore(answer.total - shown.length)] : []),
    ...nationwide,
  ];
}

function listHeading(answer: ListAnswer, shown: number, filters: readonly string[], messages: Messages): string {
  if (answer.sort && answer.sort.field !== 'date')
    return messages.rankingHeading(answer.total, messages.fields[answer.sort.field], answer.sort.direction, filters);
  return answer.isSearch ? messages.searchHeading(answer.total) : messages.listHeading(shown, answer.total, filters);
}

function listLine(project: Project, { sort }: ListAnswer, messages: Messages): string {
  if (sort && sort.field !== 'date')
    return messages.detail(projectName(project), amountText(project, sort.field, messages));
  return `${projectName(project)} — ${project.carrier === null ? messages.carrierUnknown : messages.carriedBy(project.carrier)}`;
}
