import { isAmountField } from '../../src/core/model/project-fields';
import { selectPositions } from '../../src/core/answering/select';
import { yearOf } from '../../src/core/knowledge/facets';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Project, Field } from '../../src/core/model/records';
import type { Locale } from '../../src/core/language/locale';
import type { Amount, ListAnswer } from '../../src/core/model/answer';
import type { Messages } from '../../src/messages/fr';
import { messagesFor } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { amountText, nameOf, projectName, valueText } from '../text/project-text';
import { questionOn } from '../text/suggestions';
import { type Block, line, LONGEST_LIST, type Row, type Rows } from './view';

/** Ten projects of a list from the `from`th on, each with the fact that tells it from the others. */
export function listBlocks(
  answer: ListAnswer & { readonly locale: Locale },
  knowledge: KnowledgeBase,
  from: number,
): readonly Block[] {
  const messages = messagesFor(answer.locale);
  const filters = answer.isSearch ? [] : describeFilter(answer.filter, messages, knowledge);
  // An address that was cut, or written by hand, may begin beyond the end.
  const first = from < answer.projects.length ? from : 0;
  const shown = answer.projects.slice(first, first + LONGEST_LIST);
  const rows = rowsOf(shown, answer.locale, knowledge, (project) => detailOf(project, answer, messages, knowledge));
  return [
    headingOf(answer, rows.length, first, filters, messages, knowledge),
    ...(rows.length === 0
      ? []
      : [{ kind: 'rows', before: first, left: answer.total - first - rows.length, rows } satisfies Rows]),
    ...(first > 0
      ? []
      : [
          ...unlikeBeside(answer.others, answer.sort?.field ?? null, messages, knowledge),
          ...(answer.nationwide.length === 0
            ? []
            : [line(messages.nationwide(answer.nationwide.map((id) => nameOf(id, knowledge))), 'quiet')]),
        ]),
  ];
}

/** What a row tells beside the name. */
interface Told {
  readonly amount: string;
  readonly detail: string;
  /** What the line of text tells; the detail when left out. */
  readonly inText?: string;
}

/** Projects as rows; a ranking tells the amount after a colon, other lists what they tell after a dash. */
export function rowsOf(
  ids: readonly string[],
  locale: Locale,
  knowledge: KnowledgeBase,
  tell: (project: Project) => Told,
): readonly Row[] {
  const messages = messagesFor(locale);
  return ids.flatMap((id) => {
    const project = knowledge.projectById.get(id);
    if (!project) return [];
    const name = projectName(project);
    const { amount, detail, inText = detail } = tell(project);
    const told = messages.items([amount, inText].filter((part) => part !== ''));
    return [
      {
        project: id,
        name,
        detail,
        amount,
        sentence: told === '' ? name : amount === '' ? `${name} — ${told}` : messages.detail(name, told),
        opens: questionOn(project, locale),
      },
    ];
  });
}

/** A project beside others: its amount if one was asked for, and who carries it, which a line of text leaves out. */
export function withBody({ carrier }: Project, amount: string, messages: Messages): Told {
  return { amount, detail: carrier ?? messages.carrierUnknown, inText: '' };
}

/** The amounts of another nature than those compared, each with what it is; none where there is none. */
export function unlikeBeside(
  others: readonly Amount[],
  field: Field | null,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly Block[] {
  if (others.length === 0 || !isAmountField(field)) return [];
  const named = others.slice(0, LONGEST_LIST).flatMap(({ project }) => {
    const record = knowledge.projectById.get(project);
    return record ? [messages.detail(projectName(record), amountText(record, field, messages))] : [];
  });
  const left = others.length - named.length;
  return [line(messages.unlikeBeside(left > 0 ? [...named, messages.others(left)] : named), 'quiet')];
}

function headingOf(
  answer: ListAnswer,
  shown: number,
  first: number,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): Block {
  const { sort, total } = answer;
  if (shown === 0) return line(emptyHeading(answer, filters, messages, knowledge));
  if (first > 0) return line(messages.listPage(first + 1, first + shown, total, filters));
  if (sort !== null && sort.field !== 'date')
    return line(messages.rankingHeading(total, messages.fields[sort.field], sort.direction, filters));
  if (sort !== null) return line(messages.chronologicalHeading(total, sort.direction, filters));
  if (answer.isSearch) return line(messages.searchHeading(total));
  return {
    kind: 'headline',
    value: messages.projectCount(total),
    what: messages.listWhat(shown, total, filters),
    sentence: messages.listHeading(shown, total, filters),
  };
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

/** What it is ranked by, then each field that was asked for; else who carries it. */
function detailOf(
  project: Project,
  { sort, show, filter, locale }: ListAnswer & { readonly locale: Locale },
  messages: Messages,
  knowledge: KnowledgeBase,
): Told {
  const bounded = filter.amounts.map(({ field }) => field);
  const amountFields = [...(sort === null || sort.field === 'date' ? [] : [sort.field]), ...bounded];
  const [main] = amountFields;
  const amount = main === undefined ? '' : amountText(project, main, messages);
  const isDated = sort?.field === 'date' || filter.years.length > 1 || filter.months.length > 1;
  const date = isDated ? [messages.date(project.call.announced ?? String(yearOf(project)))] : [];
  const more = show
    .filter((field) => field !== main && field !== sort?.field)
    .map((field) => messages.detail(messages.fields[field], shownValue(project, field, locale, messages, knowledge)));
  const told = [...date, ...more];
  if (told.length > 0) return { amount, detail: messages.items(told) };
  if (amount !== '') return withBody(project, amount, messages);
  const { carrier } = project;
  return {
    amount,
    detail: carrier ?? messages.carrierUnknown,
    inText: carrier === null ? messages.carrierUnknown : messages.carriedBy(carrier),
  };
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
