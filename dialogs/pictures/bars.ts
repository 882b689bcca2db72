import { type AmountField, isAmountField } from '../../src/core/model/project-fields';
import type { AggregateAnswer, AnswerBody, CompareAnswer, ListAnswer } from '../../src/core/model/answer';
import { amountsAt, splitByLikeness } from '../../src/core/answering/amounts';
import { idsAt, selectPositions } from '../../src/core/answering/select';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { type Filter } from '../../src/core/model/question';
import { messagesFor, pictureMessagesFor, typeset } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { nameOf } from '../text/project-text';
import { amountsOfProjects, savingsKindOf, unlikeText } from './alike-amounts';
import { type Bar, type Bars, fitted, type Room } from './bar-data';
import { groupBars } from './group-bars';

/** What a phone shows without being scrolled for long; names without a figure are soon enough. */
const PICTURE_ROOM: Room = { bars: 12, lines: 15, unpublished: 4 };

/** A single bar says no more than its figure. */
const FEWEST_BARS = 2;

type Answered = AnswerBody & { readonly locale: Locale };

/** What a picture of the answer shows: amounts by project, amounts or counts by group. Null when it has nothing to compare. */
export function barsOf(answer: Answered, knowledge: KnowledgeBase, room: Room = PICTURE_ROOM): Bars | null {
  const bars = drawnFrom(answer, knowledge, room);
  if (bars === null || bars.rows.filter(({ value }) => value !== null).length < FEWEST_BARS) return null;
  const set = (text: string): string => typeset(text, answer.locale);
  return {
    ...bars,
    title: set(bars.title),
    rows: bars.rows.map((row) => ({ ...row, label: set(row.label), valueText: set(row.valueText) })),
    rest: bars.rest === null ? null : set(bars.rest),
    notes: bars.notes.map(set),
  };
}

function drawnFrom(answer: Answered, knowledge: KnowledgeBase, room: Room): Bars | null {
  switch (answer.kind) {
    case 'aggregate':
      return answer.groupBy === null
        ? aggregateBars(answer, answer.locale, knowledge, room)
        : groupBars(answer, answer.groupBy, answer.locale, knowledge, room);
    case 'compare':
      return compareBars(answer, answer.locale, knowledge, room);
    case 'list':
      return rankingBars(answer, answer.locale, knowledge, room);
    case 'fact':
    case 'programme':
    case 'smalltalk':
    case 'clarify':
    case 'unknown':
      return null;
  }
}

/** The amounts that a computation was made of, then the projects without a figure. */
function aggregateBars(answer: AggregateAnswer, locale: Locale, knowledge: KnowledgeBase, room: Room): Bars | null {
  const { operation, field, filter, amounts, others, counted, withoutFigure, withoutCount } = answer;
  if (operation === 'count' || field === null) return null;
  // The least first; when more are known than the answer holds, its last is not the least.
  if (operation === 'min' && counted > amounts.length) return null;
  return projectBars({
    field,
    filter,
    projects: (operation === 'min' ? [...amounts].reverse() : amounts).map(({ project }) => project),
    publishedCount: counted,
    unpublished: withoutFigure,
    unpublishedCount: withoutCount,
    notes: unlikeText(others, field, locale, knowledge),
    locale,
    knowledge,
    room,
  });
}

function rankingBars(answer: ListAnswer, locale: Locale, knowledge: KnowledgeBase, room: Room): Bars | null {
  const { sort, filter, total, projects, others } = answer;
  if (sort === null || sort.field === 'date') return null;
  const inSet = selectPositions(filter, knowledge);
  const { values } = knowledge.amounts[sort.field];
  const published = inSet.filter((position) => !Number.isNaN(values[position])).length;
  return projectBars({
    field: sort.field,
    filter,
    projects,
    publishedCount: total,
    unpublished: [],
    unpublishedCount: 0,
    notes: [
      ...unlikeText(others, sort.field, locale, knowledge),
      ...(published < inSet.length ? [pictureMessagesFor(locale).ranked(published, inSet.length)] : []),
    ],
    locale,
    knowledge,
    room,
  });
}

/** The projects compared, greatest first; on the funding when the comparison is of everything. */
function compareBars(answer: CompareAnswer, locale: Locale, knowledge: KnowledgeBase, room: Room): Bars | null {
  const asked = answer.field === null || answer.field === 'summary' ? 'funding' : answer.field;
  if (!isAmountField(asked)) return null;
  const projects = [...new Set(answer.projects)];
  const positions = projects.flatMap((id) => knowledge.positionById.get(id) ?? []).sort((a, b) => a - b);
  const { alike, others } = splitByLikeness(positions, asked, knowledge);
  const published = new Set([...alike, ...others].map((position) => knowledge.projects[position]?.id));
  const unpublished = projects.filter((id) => !published.has(id));
  return projectBars({
    field: asked,
    filter: null,
    projects: idsAt(alike, knowledge),
    publishedCount: alike.length,
    unpublished,
    unpublishedCount: unpublished.length,
    notes: unlikeText(amountsAt(others, asked, knowledge), asked, locale, knowledge),
    locale,
    knowledge,
    room,
  });
}

interface ProjectBars {
  readonly field: AmountField;
  readonly filter: Filter | null;
  /** Those with a published amount of one nature, in order, and how many there are in all. */
  readonly projects: readonly string[];
  readonly publishedCount: number;
  readonly unpublished: readonly string[];
  readonly unpublishedCount: number;
  readonly notes: readonly string[];
  readonly locale: Locale;
  readonly knowledge: KnowledgeBase;
  readonly room: Room;
}

function projectBars({ projects, unpublished, notes, ...parts }: ProjectBars): Bars {
  const { field, filter, publishedCount, unpublishedCount, locale, knowledge, room } = parts;
  const messages = messagesFor(locale);
  const pictures = pictureMessagesFor(locale);
  const bar = (id: string, value: number | null): Bar => ({
    label: nameOf(id, knowledge),
    value,
    valueText: value === null ? messages.unpublished : messages.amount(value),
    coverage: null,
  });
  const rows = [
    ...amountsOfProjects(projects, field, knowledge).map(({ project, valueMEUR }) => bar(project, valueMEUR)),
    ...unpublished.map((id) => bar(id, null)),
  ];
  return {
    title: pictures.byProject(
      pictures.amountNamed(field, savingsKindOf(projects[0], field, knowledge)),
      filter === null ? [] : describeFilter(filter, { locale, messages, knowledge }),
    ),
    unit: 'MEUR',
    of: 'project',
    ...fitted(rows, room, locale, { published: publishedCount, unpublished: unpublishedCount }),
    notes,
  };
}
