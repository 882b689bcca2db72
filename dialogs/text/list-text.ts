import type { Amount, ListAnswer } from '../../src/core/model/answer';
import { yearOf } from '../../src/core/knowledge/facets';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Messages } from '../../src/messages/messages';
import type { Project } from '../../src/core/knowledge/schema';
import type { Field } from '../../src/core/model/question';
import { isAmountField } from '../../src/core/model/question';
import { selectPositions } from '../../src/core/answering/select';
import { amountText, nameOf, projectName, valueText } from './project-text';
import { describeFilter } from './filter-text';

/** Lists longer than this are cut; the count always says how many there are. */
export const LONGEST_LIST = 10;

/** A stretch of a list: its heading, its rows, and what is said after them. */
export interface ListPage {
  readonly heading: string;
  readonly rows: readonly { readonly project: Project; readonly name: string; readonly detail: string }[];
  readonly after: readonly string[];
}

/** Ten projects of a list from the `from`th on, each with what the question asks for or is sorted by, else with its carrier. */
export function listPage(
  answer: ListAnswer & { readonly locale: Locale },
  messages: Messages,
  knowledge: KnowledgeBase,
  from: number,
): ListPage {
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
        ? emptyHeading(answer, filters, messages, knowledge)
        : from > 0
          ? messages.listPage(from + 1, from + shown.length, answer.total, filters)
          : listHeading(answer, shown.length, filters, messages),
    rows: shown.map((project) => ({
      project,
      name: projectName(project),
      detail: listDetail(project, answer, messages, knowledge),
    })),
    after: [
      ...(shown.length > 0 && left > 0 ? [messages.andMore(left)] : []),
      ...(from === 0 ? unlikeBeside(answer.others, answer.sort?.field ?? null, messages, knowledge) : []),
      ...nationwide,
    ],
  };
}

/** The amounts of another nature than those compared, each with what it is; none where there is none. */
export function unlikeBeside(
  others: readonly Amount[],
  field: Field | null,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  if (others.length === 0 || !isAmountField(field)) return [];
  const named = others.slice(0, LONGEST_LIST).flatMap(({ project }) => {
    const record = knowledge.projectById.get(project);
    return record ? [messages.detail(projectName(record), amountText(record, field, messages))] : [];
  });
  const left = others.length - named.length;
  return [messages.unlikeBeside(left > 0 ? [...named, messages.others(left)] : named)];
}

/** The same as lines of text. */
export function listText(
  answer: ListAnswer & { readonly locale: Locale },
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

/** Of projects that are there, but without the amount that they are ranked by, no one comes first. */
function emptyHeading(
  { sort, filter }: ListAnswer,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const unranked = sort === null || sort.field === 'date' ? 0 : selectPositions(filter, knowledge).length;
  return sort === null || sort.field === 'date' || unranked === 0
    ? messages.emptyList(filters)
    : messages.noAmountKnown(messages.fields[sort.field], unranked, filters);
}

/** What a row tells beside the name: what it is ranked by, then each field that was asked for. */
function listDetail(
  project: Project,
  { sort, show, locale }: ListAnswer & { readonly locale: Locale },
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const ranked = sort === null ? null : sortedBy(project, sort.field, messages);
  const shown = show
    .filter((field) => field !== sort?.field)
    .map((field) => messages.detail(messages.fields[field], shownValue(project, field, locale, messages, knowledge)));
  if (ranked !== null || shown.length > 0) return messages.items([...(ranked === null ? [] : [ranked]), ...shown]);
  return project.carrier === null ? messages.carrierUnknown : messages.carriedBy(project.carrier);
}

function sortedBy(project: Project, field: NonNullable<ListAnswer['sort']>['field'], messages: Messages): string {
  if (field !== 'date') return amountText(project, field, messages);
  return messages.date(project.call.announced ?? String(yearOf(project)));
}

/** An amount stands with what it is, not with how it was reckoned: that is for the answer on one project. */
function shownValue(
  project: Project,
  field: Field,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  return isAmountField(field)
    ? amountText(project, field, messages)
    : valueText(project, field, locale, messages, knowledge);
}
