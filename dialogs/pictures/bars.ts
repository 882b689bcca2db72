import { type AmountField, amountOf, isAmountField, natureOf } from '../../src/core/model/project-fields';
import type {
  AggregateAnswer,
  Amount,
  AnswerBody,
  CompareAnswer,
  Group,
  ListAnswer,
} from '../../src/core/model/answer';
import { amountsAt, splitByLikeness } from '../../src/core/answering/like-amounts';
import { idsAt, selectPositions } from '../../src/core/answering/select';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { amountRanked, type Filter, type Grouping } from '../../src/core/model/question';
import { pictureMessagesFor, typesetAll } from '../../src/messages/messages-for';
import type { PictureMessages } from '../../src/messages/fr/pictures';
import { describeFilter, partName } from '../text/filter-text';
import { figureText, measureText, nameOf } from '../text/project-text';
import { type Voice, voiceOf } from '../text/voice';
import { type Bar, type Bars, type Counts, fitted } from './bar-data';

/** A single bar says no more than its figure. */
const FEWEST_BARS = 2;

type Answered = AnswerBody & { readonly locale: Locale };

interface Drawing extends Voice {
  readonly pictures: PictureMessages;
}

/** What a picture of the answer shows: amounts by project, amounts or counts by group. Null when it has nothing to compare. */
export function barsOf(answer: Answered, knowledge: KnowledgeBase): Bars | null {
  const { locale } = answer;
  const bars = drawnFrom(answer, { ...voiceOf(locale, knowledge), pictures: pictureMessagesFor(locale) });
  if (bars === null || bars.rows.filter(({ value }) => value !== null).length < FEWEST_BARS) return null;
  return typesetAll(bars, locale);
}

function drawnFrom(answer: Answered, drawing: Drawing): Bars | null {
  if (answer.kind === 'compare') return compareBars(answer, drawing);
  if (answer.kind === 'list') return rankingBars(answer, drawing);
  if (answer.kind !== 'aggregate') return null;
  return answer.groupBy === null ? aggregateBars(answer, drawing) : groupBars(answer, answer.groupBy, drawing);
}

/** The amounts that a computation was made of, then the projects without a figure. */
function aggregateBars(answer: AggregateAnswer, drawing: Drawing): Bars | null {
  const { operation, field, filter, amounts, others, counted, withoutFigure, withoutCount } = answer;
  if (operation === 'count' || field === null) return null;
  // The least first; when more are known than the answer holds, its last is not the least.
  if (operation === 'min' && counted > amounts.length) return null;
  const projects = amounts.map(({ project }) => project);
  if (operation === 'min') projects.reverse();
  const counts = { published: counted, unpublished: withoutCount };
  return projectBars(field, { projects, without: withoutFigure, counts, filter, unlike: others }, drawing);
}

function rankingBars({ sort, filter, total, projects, others }: ListAnswer, drawing: Drawing): Bars | null {
  const { knowledge, pictures } = drawing;
  const field = amountRanked(sort);
  if (field === null) return null;
  const size = selectPositions(filter, knowledge).length;
  const published = selectPositions({ ...filter, known: [...filter.known, field] }, knowledge).length;
  const note = published < size ? pictures.ranked(published, size) : undefined;
  const counts = { published: total, unpublished: 0 };
  return projectBars(field, { projects, without: [], counts, filter, unlike: others, note }, drawing);
}

/** The projects compared, greatest first; on the funding when the comparison is of everything. */
function compareBars(answer: CompareAnswer, drawing: Drawing): Bars | null {
  const { knowledge } = drawing;
  const asked = answer.field === null || answer.field === 'summary' ? 'funding' : answer.field;
  if (!isAmountField(asked)) return null;
  const compared = [...new Set(answer.projects)];
  const positions = compared.flatMap((id) => knowledge.positionById.get(id) ?? []).sort((a, b) => a - b);
  const { alike, others } = splitByLikeness(positions, asked, knowledge);
  const published = new Set(idsAt([...alike, ...others], knowledge));
  const without = compared.filter((id) => !published.has(id));
  const unlike = amountsAt(others, asked, knowledge);
  return projectBars(asked, { projects: idsAt(alike, knowledge), without, unlike }, drawing);
}

interface DrawnProjects {
  /** Those with a published amount of one nature, in order, and those without any. */
  readonly projects: readonly string[];
  readonly without: readonly string[];
  /** How many there are of both in all, where there are more than these. */
  readonly counts?: Counts;
  /** What limits their set. */
  readonly filter?: Filter;
  readonly unlike: readonly Amount[];
  readonly note?: string | undefined;
}

function projectBars(field: AmountField, drawn: DrawnProjects, drawing: Drawing): Bars {
  const { projects, without, counts, filter, unlike, note } = drawn;
  const { knowledge, messages, pictures, locale } = drawing;
  const rows = [...projects, ...without].map((id): Bar => {
    const project = knowledge.projectById.get(id);
    const value = project ? amountOf(project, field) : null;
    const valueText = project ? figureText(project, field, messages) : messages.unpublished(field);
    return { label: nameOf(id, knowledge), value, valueText, coverage: null };
  });
  const named = unlike.map((amount) => [nameOf(amount.project, knowledge), amount] as const);
  return {
    title: pictures.byProject(
      pictures.amountNamed(field, savingsKindOf(projects[0], field, knowledge)),
      filter ? describeFilter(filter, drawing) : [],
    ),
    ...fitted(rows, locale, counts),
    notes: [...unlikeNote(named, field, drawing), ...(note === undefined ? [] : [note])],
  };
}

/** What the amounts of each part of a set make, or how many projects it holds, in the order of the answer. */
function groupBars(answer: AggregateAnswer, groupBy: Grouping, drawing: Drawing): Bars {
  const { locale, knowledge, pictures } = drawing;
  const { field, filter, groups, operation } = answer;
  const name = (group: Group): string => partName(group, locale, knowledge);
  const barOf = (group: Group, valueText: string, coverage: Bar['coverage']): Bar => {
    return { label: name(group), value: group.value, valueText, coverage };
  };
  // Of sets that stand side by side each says its own.
  const limits = groupBy === 'asked' ? [] : describeFilter(filter, drawing);
  if (field === null || operation === 'count') {
    const rows = groups.map((group) => barOf(group, String(group.size), null));
    const title = pictures.countByGroup(groupBy, limits);
    return { title, ...fitted(rows, locale), notes: overlapNote(answer, pictures) };
  }
  // A part has a value of the kind of the whole, or none; then it may have amounts of another kind, which are not drawn.
  const others = new Map(answer.others.map((amount) => [amount.project, amount]));
  const unlikeIn = ({ value, projects }: Group): readonly Amount[] =>
    value === null ? projects.flatMap((id) => others.get(id) ?? []).slice(0, 1) : [];
  const unlike = groups.flatMap((group) => unlikeIn(group).map((amount) => [name(group), amount] as const));
  const alike = groups.filter((group) => unlikeIn(group).length === 0);
  const partly = alike.find(({ known, size }) => known > 0 && known < size);
  const rows = alike.map((group) =>
    barOf(group, measureText(group, operation, field, drawing), { known: group.known, size: group.size }),
  );
  return {
    title: pictures.byGroup(
      pictures.amountNamed(field, savingsKindOf(answer.amounts[0]?.project, field, knowledge)),
      // The parts of a median, a maximum or a minimum are sums as well.
      operation === 'average' ? 'average' : 'sum',
      groupBy,
      limits,
    ),
    ...fitted(rows, locale),
    notes: [
      ...(partly === undefined ? [] : [pictures.coverageNote(partly.known, partly.size)]),
      ...unlikeNote(unlike, field, drawing),
      ...overlapNote(answer, pictures),
    ],
  };
}

/** That a project is in several parts, where one is: what they add up to is more than there is. */
export function overlapNote({ groups, total }: AggregateAnswer, { overlap }: PictureMessages): readonly string[] {
  return groups.reduce((sum, { size }) => sum + size, 0) > total ? [overlap] : [];
}

/** What the savings of a project are; null for other amounts, and where the sources do not say. */
function savingsKindOf(project: string | undefined, field: AmountField, { projectById }: KnowledgeBase) {
  const record = project === undefined ? undefined : projectById.get(project);
  const { nature = null, period = null, measure = null } = (record && natureOf(record, field)) ?? {};
  return nature === null || period === null ? null : { nature, period, measure };
}

/** Names of what is left out that a note can hold. */
const MOST_NAMED = 5;

/** A note that names what is left out, each with what its amount is; none when there is none. */
function unlikeNote(
  unlike: readonly (readonly [name: string, amount: Amount])[],
  field: AmountField,
  { messages, pictures, knowledge }: Drawing,
): readonly string[] {
  if (unlike.length === 0) return [];
  const named = unlike.slice(0, MOST_NAMED).map(([name, { project, valueMEUR }]) => {
    const kind = savingsKindOf(project, field, knowledge);
    return messages.detail(name, pictures.unlikeAmount(messages.amount(valueMEUR), kind));
  });
  const more = unlike.length - named.length;
  return [pictures.unlike(more === 0 ? named : [...named, pictures.rest(more, 0)])];
}
