import type { AggregateAnswer, Amount, Group } from '../../src/core/answering/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Messages } from '../../src/messages/messages';
import type { Locale } from '../../src/core/language/locale';
import { noteOn } from './fact-text';
import { describeFilter } from './filter-text';
import { groupName } from './group-name';
import { LONGEST_LIST } from './list-text';
import { amountText, nameOf, projectName } from './project-text';

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
  if (field === null) return [messages.emptyList(filters)];
  if (answer.total === 0) return [messages.emptyList(filters)];
  const label = messages.fields[field];
  if (value === null) return [messages.noAmountKnown(label, answer.total, filters)];
  const amounts = (list: readonly Amount[]): readonly string[] =>
    list.slice(0, LONGEST_LIST).flatMap(({ project }) => {
      const record = knowledge.projectById.get(project);
      return record ? [`- ${messages.detail(projectName(record), amountText(record, field, messages))}`] : [];
    });
  if (operation === 'max' || operation === 'min') {
    const [winner] = answer.projects;
    const record = winner === undefined ? undefined : knowledge.projectById.get(winner);
    return [
      messages.extreme(
        operation,
        label,
        record ? amountText(record, field, messages) : messages.amount(value),
        answer.projects.map((id) => nameOf(id, knowledge)),
        filters,
      ),
      ...aggregateNotes(answer, locale, messages, knowledge),
    ];
  }
  return [
    messages.aggregate(operation, label, messages.amount(value), answer.counted, answer.total, filters),
    messages.countedHeading,
    ...amounts(answer.amounts),
    ...(answer.counted > LONGEST_LIST ? [messages.andMore(answer.counted - LONGEST_LIST)] : []),
    ...(answer.others.length === 0 ? [] : [messages.othersHeading, ...amounts(answer.others)]),
    ...aggregateNotes(answer, locale, messages, knowledge),
  ];
}

/** What is said beside the figures: over how many an extreme holds, what a record notes on it, who has no figure. */
export function aggregateNotes(
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
    return [messages.extremeCoverage(answer.counted, answer.total), ...(note === null ? [] : [messages.note(note)])];
  }
  return withoutCount === 0
    ? []
    : [messages.withoutFigure(withoutCount, shortened(withoutFigure, withoutCount, messages, knowledge))];
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
  { field, operation, value, total, counted, groups, groupBy }: AggregateAnswer,
  locale: Locale,
  filters: readonly string[],
  messages: Messages,
  knowledge: KnowledgeBase,
): string {
  const [first] = groups;
  if (operation === 'max' && first) {
    const name = groupName(first.id, locale, knowledge);
    if (field === null) return messages.bestGroup(name, messages.projectCount(first.size));
    return messages.bestGroup(name, first.value === null ? messages.unpublished : messages.amount(first.value));
  }
  if (operation === 'min' && first) {
    const least = groups
      .filter(({ value: own }) => own === first.value)
      .map(({ id }) => groupName(id, locale, knowledge));
    const amount = first.value === null ? messages.unpublished : messages.amount(first.value);
    return messages.leastGroups(least, field === null ? messages.projectCount(first.size) : amount);
  }
  // Two sets beside each other are not added up.
  if (groupBy === 'asked') return messages.setsCompared(field === null ? null : messages.fields[field]);
  if ((field === null || operation === 'count') && groupBy !== null)
    return messages.countSplit(total, groups.filter(({ id }) => id !== null).length, groupBy, filters);
  if (field === null || operation === 'count') return messages.count(total, null, filters);
  if (value === null) return messages.noAmountKnown(messages.fields[field], total, filters);
  const computed = operation === 'average' || operation === 'median' ? operation : 'sum';
  return messages.aggregate(computed, messages.fields[field], messages.amount(value), counted, total, filters);
}
