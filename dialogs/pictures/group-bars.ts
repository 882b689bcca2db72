import type { AggregateAnswer, Amount, Group } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import type { Grouping } from '../../src/core/model/question';
import { messagesFor, pictureMessagesFor } from '../../src/messages/messages-for';
import { describeFilter } from '../text/filter-text';
import { groupName } from '../text/group-name';
import { savingsKindOf, unlikeNote } from './alike-amounts';
import { type Bars, fitted, type Room } from './bar-data';

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

  // A part has a value of the kind of the whole, or none; then it may have amounts of another kind, which are not drawn.
  const others = new Map(answer.others.map((amount) => [amount.project, amount]));
  const unlikeIn = ({ value, projects }: Group): readonly Amount[] =>
    value === null ? projects.flatMap((id) => others.get(id) ?? []).slice(0, 1) : [];
  const unlike = answer.groups.flatMap((group) => unlikeIn(group).map((amount) => ({ group, amount })));
  const alike = answer.groups.filter((group) => unlikeIn(group).length === 0);
  const partly = alike.find(({ known, size }) => known > 0 && known < size);
  return {
    title: pictures.byGroup(
      pictures.amountNamed(field, savingsKindOf(answer.amounts[0]?.project, field, knowledge)),
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
            pictures.unlikeAmount(messages.amount(amount.valueMEUR), savingsKindOf(amount.project, field, knowledge)),
          ),
        ),
        locale,
      ),
      ...overlap,
    ],
  };
}
