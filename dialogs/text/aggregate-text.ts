import type { AggregateAnswer, Amount, Group } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { amountOf } from '../../src/core/knowledge/project-fields';
import type { AmountField } from '../../src/core/model/question';
import type { Messages } from '../../src/messages/messages';
import type { Locale } from '../../src/core/language/locale';
import { publisherOf } from './conflict-text';
import { noteOn } from './fact-text';
import { describeFilter } from './filter-text';
import { groupName } from './group-name';
import { LONGEST_LIST, unlikeBeside } from './list-text';
import { alikeText, amountText, nameOf, projectName } from './project-text';

/** A computation: the value, over how many, what was counted, what was left aside, what has no figure. */
export function aggregateText(
  answer: AggregateAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const filters = describeFilter(answer.filter, messages, knowledge);
  const { operation, field, value } = answer;
  if (answer.groups.length > 0) return groupsText(answer, locale, filters, messages, knowledge);
  if (operation === 'count') {
    const { officialWinners, total } = answer;
    // The base holds a part of a call's winners: their official number comes first.
    const holdsAll = officialWinners === null || officialWinners === total;
    return [
      ...(holdsAll ? [messages.count(total, answer.outOf, filters)] : []),
      ...(officialWinners === null ? [] : [messages.countAgainstOfficial(officialWinners, total, filters)]),
      ...(answer.total > 0 && answer.total <= LONGEST_LIST
        ? answer.projects.map((id) => `- ${nameOf(id, knowledge)}`)
        : []),
    ];
  }
  if (answer.total === 0) return [messages.emptyList(filters)];
  if (field === null) return [messages.count(answer.total, answer.outOf, filters)];
  const label = messages.fields[field];
  if (value === null) return [messages.noAmountKnown(label, answer.total, filters)];
  const amounts = (list: readonly Amount[]): readonly string[] =>
    list.slice(0, LONGEST_LIST).flatMap(({ project }) => {
      const record = knowledge.projectById.get(project);
      return record ? [`- ${messages.detail(projectName(record), amountText(record, field, messages))}`] : [];
    });
  if (operation === 'max' || operation === 'min') {
    return [
      ...extremeText(answer, operation, field, filters, messages, knowledge),
      ...aggregateNotes(answer, locale, messages, knowledge),
    ];
  }
  return [
    ...fundTotalsText(answer, locale, messages),
    messages.aggregate(
      operation,
      label,
      computedText(value, field, answer, messages, knowledge),
      answer.counted,
      answer.total,
      filters,
    ),
    ...shareText(answer, messages, knowledge),
    messages.countedHeading,
    ...amounts(answer.amounts),
    ...(answer.counted > LONGEST_LIST ? [messages.andMore(answer.counted - LONGEST_LIST)] : []),
    ...(answer.others.length === 0 ? [] : [messages.othersHeading, ...amounts(answer.others)]),
    ...aggregateNotes(answer, locale, messages, knowledge),
  ];
}

/** What the sources give for the whole fund, in one sentence; none for a part of it. */
function fundTotalsText({ fundTotals }: AggregateAnswer, locale: Locale, messages: Messages): readonly string[] {
  if (fundTotals.length === 0) return [];
  return [
    messages.fundTotals(
      fundTotals.map(({ valueMEUR, what, source }) =>
        messages.fundTotal(
          messages.amount(valueMEUR),
          what[locale],
          publisherOf(source.name),
          source.date === null ? null : messages.date(source.date),
        ),
      ),
    ),
  ];
}

function shareText(
  { shareOfAll }: AggregateAnswer,
  messages: Messages,
  { projects }: KnowledgeBase,
): readonly string[] {
  return shareOfAll === null
    ? []
    : [messages.shareOfAll(shareOfAll.part, messages.amount(shareOfAll.totalMEUR), projects.length)];
}

/** A value with what the amounts that it was made of are: "16,5 M€ sur 4 ans". */
function computedText(
  value: number,
  field: AmountField,
  { amounts: [example] }: AggregateAnswer,
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const like = example === undefined ? undefined : knowledge.projectById.get(example.project);
  return like ? alikeText(value, like, field, messages) : messages.amount(value);
}

/** The winner, all of them when they are level, then those that were asked for after them. */
function extremeText(
  { projects, value, counted }: AggregateAnswer,
  operation: 'max' | 'min',
  field: AmountField,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const ranked = projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const winners = ranked.filter((project) => amountOf(project, field) === value);
  const next = ranked.filter((project) => amountOf(project, field) !== value);
  // Only like amounts were compared: what one is they all are.
  const [amount = messages.unpublished] = winners.map((project) => amountText(project, field, messages));
  const names = winners.slice(0, LONGEST_LIST).map(projectName);
  const left = Math.min(winners.length, counted) - names.length;
  return [
    messages.extreme(
      operation,
      messages.fields[field],
      amount,
      left > 0 ? [...names, messages.others(left)] : names,
      filters,
    ),
    ...(next.length === 0
      ? []
      : [
          messages.nextHeading,
          ...next
            .slice(0, LONGEST_LIST)
            .map((project) => `- ${messages.detail(projectName(project), amountText(project, field, messages))}`),
        ]),
  ];
}

/** What is said beside the figures: over how many an extreme holds, what a record notes on it, who has no figure. */
function aggregateNotes(
  answer: AggregateAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const { operation, field, value, withoutCount, withoutFigure, groups } = answer;
  if (field === null || operation === 'count') return [];
  if (groups.length > 0) {
    const named = new Set(groupsWithValue(answer));
    const left = groups.filter((group) => !named.has(group));
    return left.length === 0 ? [] : [messages.groupsWithout(left.map(({ id }) => groupName(id, locale, knowledge)))];
  }
  if (value === null) return [];
  if (operation === 'max' || operation === 'min') {
    const [winner] = answer.projects;
    const record = winner === undefined ? undefined : knowledge.projectById.get(winner);
    const note = locale === 'fr' && record ? noteOn(record, field) : null;
    return [
      messages.extremeCoverage(answer.counted, answer.total, answer.others.length > 0),
      ...unlikeBeside(answer.others, field, messages, knowledge),
      ...(note === null ? [] : [messages.note(note)]),
    ];
  }
  return withoutCount === 0
    ? []
    : [messages.withoutFigure(withoutCount, shortened(withoutFigure, withoutCount, messages, knowledge))];
}

/**
 * What is said where the figures stand in tables: of a count and of an extreme, which have none, all but the first line; of the
 * others, what tables do not hold.
 */
export function linesBesideTables(
  answer: AggregateAnswer,
  locale: Locale,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const { operation, groups } = answer;
  const hasTable = groups.length > 0 || operation === 'sum' || operation === 'average' || operation === 'median';
  return hasTable
    ? [...shareText(answer, messages, knowledge), ...aggregateNotes(answer, locale, messages, knowledge)]
    : aggregateText(answer, locale, messages, knowledge).slice(1);
}

function shortened(
  ids: readonly string[],
  count: number,
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const names = ids.slice(0, LONGEST_LIST).map((id) => nameOf(id, knowledge));
  return count > LONGEST_LIST ? [...names, messages.others(count - LONGEST_LIST)] : names;
}

/** The value of the whole, then of each part. */
function groupsText(
  answer: AggregateAnswer,
  locale: Locale,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): readonly string[] {
  const isCount = answer.field === null || answer.operation === 'count';
  const heading = groupsHeading(answer, locale, filters, messages, knowledge);
  return [
    heading,
    ...groupsWithValue(answer).map(
      (group) =>
        `- ${messages.group(groupName(group.id, locale, knowledge), group.value === null ? messages.unpublished : messages.amount(group.value), group.known, group.size, isCount)}`,
    ),
    ...(answer.others.length === 0
      ? []
      : [
          messages.othersHeading,
          ...answer.others.flatMap(({ project }) => {
            const record = knowledge.projectById.get(project);
            return record && answer.field !== null
              ? [`- ${messages.detail(projectName(record), amountText(record, answer.field, messages))}`]
              : [];
          }),
        ]),
    ...aggregateNotes(answer, locale, messages, knowledge),
  ];
}

/** The parts that have a value; of two sets beside each other, both. Those without one are named together. */
export function groupsWithValue({ groups, groupBy }: AggregateAnswer): readonly Group[] {
  return groupBy === 'asked' ? groups : groups.filter(({ value }) => value !== null);
}

/** The part that comes first when the question asks which; else the value of the whole. */
function groupsHeading(
  answer: AggregateAnswer,
  locale: Locale,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const { field, operation, value, total, counted, groups, groupBy } = answer;
  const [first] = groups;
  if ((operation === 'max' || operation === 'min') && first) {
    if (field !== null && first.value === null) return messages.noAmountKnown(messages.fields[field], total, filters);
    const level = groups
      .filter(({ value: own }) => own === first.value)
      .map(({ id }) => groupName(id, locale, knowledge));
    const left = level.length - LONGEST_LIST;
    const names = left > 0 ? [...level.slice(0, LONGEST_LIST), messages.others(left)] : level;
    const worth =
      field === null || first.value === null
        ? messages.projectCount(first.size)
        : computedText(first.value, field, answer, messages, knowledge);
    return operation === 'max' ? messages.bestGroups(names, worth) : messages.leastGroups(names, worth);
  }
  // Two sets beside each other are not added up.
  if (groupBy === 'asked') return messages.setsCompared(field === null ? null : messages.fields[field]);
  if ((field === null || operation === 'count') && groupBy !== null)
    return messages.countSplit(total, groups.filter(({ id }) => id !== null).length, groupBy, filters);
  if (field === null || operation === 'count') return messages.count(total, null, filters);
  if (value === null) return messages.noAmountKnown(messages.fields[field], total, filters);
  const computed = operation === 'average' || operation === 'median' ? operation : 'sum';
  const text = computedText(value, field, answer, messages, knowledge);
  return messages.aggregate(computed, messages.fields[field], text, counted, total, filters);
}
