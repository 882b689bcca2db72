import type { AmountField } from '../../src/core/model/project-fields';
import type { AggregateAnswer, Amount, Group } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Grouping } from '../../src/core/model/question';
import { messagesFor, pictureMessagesFor } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { groupName } from '../text/group-name';
import { amountsOfProjects, likeFirst, savingsKindOf, unlikeNote } from './alike-amounts';
import type { Bar, Bars, Room } from './bar-data';

/** The parts of a set, in the order of the answer: how many projects each holds, or what their amounts make. */
export function groupBars(
  answer: AggregateAnswer,
  groupBy: Grouping,
  locale: Locale,
  knowledge: KnowledgeBase,
  room: Room,
): Bars {
  const messages = messagesFor(locale);
  const pictures = pictureMessagesFor(locale);
  const filters = describeFilter(answer.filter, { locale, messages, knowledge });
  const field = answer.operation === 'count' ? null : answer.field;
  const name = ({ id }: Group): string => groupName(id, locale, knowledge);
  const overlap = answer.groups.reduce((total, { size }) => total + size, 0) > answer.total ? [pictures.overlap] : [];
  if (field === null)
    return {
      title: pictures.countByGroup(groupBy, filters),
      unit: 'projects',
      of: groupBy,
      ...fitted(
        answer.groups.map((group) => ({
          label: name(group),
          value: group.value,
          valueText: String(group.size),
          coverage: null,
        })),
        room,
        locale,
      ),
      notes: overlap,
    };

  const { alike, unlike, example } = alikeGroups(answer, field, knowledge);
  const partly = alike.find(({ known, size }) => known > 0 && known < size);
  return {
    title: pictures.byGroup(
      pictures.amountNamed(field, savingsKindOf(example, field, knowledge)),
      // The parts of a median, a maximum or a minimum are sums as well.
      answer.operation === 'average' ? 'average' : 'sum',
      groupBy,
      filters,
    ),
    unit: 'MEUR',
    of: groupBy,
    ...fitted(
      alike.map((group) => ({
        label: name(group),
        value: group.value,
        valueText: group.value === null ? messages.unpublished : messages.amount(group.value),
        coverage: { known: group.known, size: group.size },
      })),
      room,
      locale,
    ),
    notes: [
      ...(partly === undefined ? [] : [pictures.coverageNote(partly.known, partly.size)]),
      ...unlikeNote(
        unlike.map(({ group, amount }) =>
          messages.detail(
            name(group),
            pictures.unlikeAmount(
              messages.amount(group.value ?? amount.valueMEUR),
              savingsKindOf(amount.project, field, knowledge),
            ),
          ),
        ),
        locale,
      ),
      ...overlap,
    ],
  };
}

/** The groups whose value is of the kind that most amounts are, or that publish none; the others with one of their amounts. */
function alikeGroups(
  { groups, amounts }: AggregateAnswer,
  field: AmountField,
  knowledge: KnowledgeBase,
): {
  readonly alike: readonly Group[];
  readonly unlike: readonly { readonly group: Group; readonly amount: Amount }[];
  /** A project that has an amount of the kind drawn. */
  readonly example: string | undefined;
} {
  const madeOf = groups.map((group) => ({
    group,
    amount: likeFirst(amountsOfProjects(group.projects, field, knowledge)).alike[0],
  }));
  const everywhere = [...new Set(groups.flatMap(({ projects }) => projects))];
  const example = amounts[0] ?? likeFirst(amountsOfProjects(everywhere, field, knowledge)).alike[0];
  return {
    alike: madeOf
      .filter(({ amount }) => amount === undefined || amount.likeness === example?.likeness)
      .map(({ group }) => group),
    unlike: madeOf.flatMap(({ group, amount }) =>
      amount === undefined || amount.likeness === example?.likeness ? [] : [{ group, amount }],
    ),
    example: example?.project,
  };
}

/** As many as the picture has room for: the bars, then what is not published; periods keep their order. */
function fitted(
  rows: readonly Bar[],
  room: Room,
  locale: Locale,
): { readonly rows: readonly Bar[]; readonly rest: string | null } {
  const published = rows.filter(({ value }) => value !== null);
  const bars = published.slice(0, room.bars);
  const linesLeft = Math.min(room.lines - bars.length, room.unpublished);
  if (bars.length === published.length && rows.length - bars.length <= linesLeft) return { rows, rest: null };
  const unpublished = rows.filter(({ value }) => value === null).slice(0, linesLeft - 1);
  const kept = new Set([...bars, ...unpublished]);
  const left = rows.filter((row) => !kept.has(row));
  return {
    rows: rows.filter((row) => kept.has(row)),
    rest: pictureMessagesFor(locale).rest(left.length, left.filter(({ value }) => value === null).length),
  };
}
