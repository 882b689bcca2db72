import type { AggregateAnswer, Amount, Answer } from '../../src/core/model/answer';
import type { AmountField } from '../../src/core/model/question';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { groupsWithValue, linesBesideTables } from '../text/aggregate-text';
import { groupName } from '../text/group-name';
import { LONGEST_LIST } from '../text/list-text';
import { amountText, shortName } from '../text/project-text';
import type { CardElement } from './adaptive-card';
import type { CardContext } from './card-context';
import { buttons, escaped, heading, paragraph, table } from './elements';
import { pictureElements } from './picture-elements';

/** A computation: its picture, the figures that it was made of, what was left aside and what has no figure. */
export function aggregateElements(answer: Answer & AggregateAnswer, context: CardContext): readonly CardElement[] {
  const { locale } = answer;
  const set = (text: string): string => typeset(escaped(text), locale);
  const picture = pictureElements(answer, context);
  const figures = [...groupTable(answer, context), ...amountTables(answer, context)];
  const notes = linesBesideTables(answer, locale, messagesFor(locale), context.knowledge).map((note) =>
    paragraph(set(note), { spacing: 'Small' }),
  );
  if (picture.length === 0 || figures.length === 0) return [...picture, ...figures, ...notes];
  return [
    ...picture,
    ...buttons([
      {
        type: 'Action.ShowCard',
        title: cardMessagesFor(locale).figures,
        card: { type: 'AdaptiveCard', body: figures, actions: [] },
      },
    ]),
    ...notes,
  ];
}

function groupTable(answer: Answer & AggregateAnswer, { knowledge }: CardContext): readonly CardElement[] {
  const { field, operation, locale } = answer;
  const groups = groupsWithValue(answer);
  if (groups.length === 0) return [];
  const messages = messagesFor(locale);
  const words = cardMessagesFor(locale);
  const isCount = field === null || operation === 'count';
  const set = (text: string): string => typeset(escaped(text), locale);
  const rows = groups.slice(0, MOST_ROWS).map(({ id, value, known, size }) => {
    const name = set(groupName(id, locale, knowledge));
    return isCount
      ? [name, set(messages.projectCount(size))]
      : [name, set(value === null ? messages.unpublished : messages.amount(value)), `${known} / ${size}`];
  });
  return [
    isCount
      ? table([words.part, set(words.project)], rows, { widths: [2, 1], isNumeric: true })
      : table([words.part, words.counted, words.coverage], rows, { widths: [3, 2, 2], isNumeric: true }),
    ...(groups.length > MOST_ROWS ? [paragraph(set(messages.andMore(groups.length - MOST_ROWS)))] : []),
  ];
}

/** A card of more rows is scrolled past and not read. */
const MOST_ROWS = 15;

function amountTables(answer: Answer & AggregateAnswer, context: CardContext): readonly CardElement[] {
  const { field, operation, groups, amounts, others, counted, locale } = answer;
  const isSplit = groups.length > 0;
  // An extreme names the projects that it compares; that of parts has a table of them.
  if (field === null || operation === 'count' || (!isSplit && (operation === 'max' || operation === 'min'))) return [];
  const messages = messagesFor(locale);
  const words = cardMessagesFor(locale);
  return [
    ...(isSplit ? [] : amountTable(amounts, field, answer, context)),
    ...(!isSplit && counted > LONGEST_LIST
      ? [paragraph(typeset(messages.andMore(counted - LONGEST_LIST), locale), { size: 'Small' })]
      : []),
    ...(others.length === 0 ? [] : [heading(words.others), ...amountTable(others, field, answer, context)]),
  ];
}

function amountTable(
  amounts: readonly Amount[],
  field: AmountField,
  { locale }: Answer,
  { knowledge }: CardContext,
): readonly CardElement[] {
  const messages = messagesFor(locale);
  const words = cardMessagesFor(locale);
  const rows = amounts.slice(0, LONGEST_LIST).flatMap(({ project }) => {
    const record = knowledge.projectById.get(project);
    return record
      ? [[typeset(escaped(shortName(record)), locale), typeset(amountText(record, field, messages), locale)]]
      : [];
  });
  return rows.length === 0 ? [] : [table([words.project, words.counted], rows, { widths: [3, 2], isNumeric: true })];
}
