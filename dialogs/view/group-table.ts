import { areAllAlike } from '../../src/core/model/project-fields';
import type { AggregateAnswer, Group } from '../../src/core/model/answer';
import {
  cardMessagesFor,
  pictureMessagesFor,
  plainMessagesFor,
  standingMessagesFor,
  takeAwayMessagesFor,
} from '../../src/messages/messages-for';
import { overlapNote } from '../pictures/bars';
import { partName } from '../text/filter-text';
import { measureText, natureText } from '../text/project-text';
import type { Voice } from '../text/voice';
import { cell, column, table } from './view';

/** The table of a split computation, as it is shown and as it is taken away: the file holds the parts without a value too. */
export function groupTable(answer: AggregateAnswer, groups: readonly Group[], { locale, messages, knowledge }: Voice) {
  const { field, operation, groupBy, amounts, areParts, total, value } = answer;
  const words = cardMessagesFor(locale);
  const { part } = standingMessagesFor(locale);
  const plain = plainMessagesFor(locale);
  const { groupName: kindOfPart, groupValue, groupColumns } = takeAwayMessagesFor(locale).spreadsheet;
  const isCount = field === null || operation === 'count';
  const parts = groups.map((group) => ({
    ...group,
    name: partName(group, locale, knowledge),
    amount: measureText(group, operation, field ?? 'funding', { messages, knowledge }),
    share:
      areParts === true ? part((isCount ? group.size : (group.value ?? 0)) / (isCount ? total : (value ?? 1))) : null,
  }));
  const rows = parts.map(
    ({ name, amount, known, size, share }) => `- ${messages.group(name, amount, share, known, size, isCount)}`,
  );
  const sentences = [...rows, ...overlapNote(answer, pictureMessagesFor(locale))];
  const first = column(words.part, false, kindOfPart[groupBy ?? 'asked']);
  if (isCount)
    return table(
      plain.figures(null),
      [first, column(words.project, true, groupColumns.projects)],
      parts.map(({ name, size, share }) => [cell(name), cell(withShare(messages.projectCount(size), share), size)]),
      { sentences },
    );
  // Where amounts are of several natures, every part is of the same one.
  const like = areAllAlike(field) ? undefined : knowledge.projectById.get(amounts[0]?.project ?? '');
  const nature = like === undefined ? [] : [natureText(like, field, messages)];
  const label = messages.fields[field];
  const valueColumn = groupValue(operation === 'average' ? 'average' : 'total', label);
  return table(
    plain.figures(label),
    [
      first,
      column(words.counted, true, valueColumn, ...nature.map(() => groupColumns.nature)),
      column(words.coverage, true, groupColumns.published, groupColumns.projects),
    ],
    parts.map(({ name, amount, value: own, known, size, share }) => [
      cell(name),
      cell(withShare(amount, share), own, ...nature.map((text) => (own === null ? null : text))),
      cell(`${known} / ${size}`, known, size),
    ]),
    { sentences },
  );
}

/** "85,9 M€ (27 %)" */
function withShare(text: string, share: string | null): string {
  return share === null ? text : `${text} (${share})`;
}
