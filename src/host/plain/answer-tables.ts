import { capitalised } from '../../../dialogs/text/capitalised';
import { groupsWithValue } from '../../../dialogs/text/aggregate-text';
import { comparedFields } from '../../../dialogs/text/compare-text';
import { groupName } from '../../../dialogs/text/group-name';
import { LONGEST_LIST } from '../../../dialogs/text/list-text';
import { amountText, shortName, valueText } from '../../../dialogs/text/project-text';
import type { AggregateAnswer, Amount, Answer, CompareAnswer } from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Project } from '../../core/knowledge/schema';
import type { Locale } from '../../core/language/locale';
import type { Field } from '../../core/model/question';
import { cardMessagesFor } from '../../messages/cards/cards-for';
import { messagesFor } from '../../messages/messages-for';
import { plainMessagesFor } from '../../messages/plain/plain-for';
import { inFrench, said } from './html-text';

/** A table with a caption; the first cell of a row names it. Texts are not yet HTML. */
interface Table {
  readonly caption: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Figures stand to the right, sentences to the left. */
  readonly isNumeric: boolean;
  /** The names of rows (or of columns) are those of projects, which are French in any language. */
  readonly french: 'rows' | 'columns' | 'none';
}

/** The figures of a computation or of a comparison, as the card shows them. */
export function tablesOf(
  answer: Answer & (AggregateAnswer | CompareAnswer),
  knowledge: KnowledgeBase,
): readonly string[] {
  const tables =
    answer.kind === 'compare'
      ? comparisonTables(answer, knowledge)
      : [...groupTables(answer, knowledge), ...amountTables(answer, knowledge)];
  return tables.map((table, at) => tableHtml(table, at, answer.locale));
}

/** Fields down and projects across; on a single field projects down, which a phone shows whole. */
function comparisonTables(answer: Answer & CompareAnswer, knowledge: KnowledgeBase): readonly Table[] {
  const { locale } = answer;
  const messages = messagesFor(locale);
  const plain = plainMessagesFor(locale);
  const projects = answer.projects.flatMap((id) => knowledge.projectById.get(id) ?? []);
  const [field, ...others] = comparedFields(answer);
  if (field === undefined) return [];
  const value = (project: Project, of: Field): string => valueText(project, of, locale, messages, knowledge);
  if (others.length === 0)
    return [
      {
        caption: plain.figures(messages.fields[field]),
        header: [cardMessagesFor(locale).project, capitalised(messages.fields[field])],
        rows: projects.map((project) => [shortName(project), value(project, field)]),
        isNumeric: false,
        french: 'rows',
      },
    ];
  return [
    {
      caption: plain.keyFigures,
      header: ['', ...projects.map(shortName)],
      rows: [field, ...others].map((of) => [
        capitalised(messages.fields[of]),
        ...projects.map((project) => value(project, of)),
      ]),
      isNumeric: false,
      french: 'columns',
    },
  ];
}

/** Rows of a split computation: more are in the file. */
const MOST_ROWS = 30;

function groupTables(answer: Answer & AggregateAnswer, knowledge: KnowledgeBase): readonly Table[] {
  const { field, operation, locale } = answer;
  const groups = groupsWithValue(answer);
  if (groups.length === 0) return [];
  const messages = messagesFor(locale);
  const words = cardMessagesFor(locale);
  const plain = plainMessagesFor(locale);
  const isCount = field === null || operation === 'count';
  const caption = plain.figures(isCount ? null : messages.fields[field]);
  return [
    {
      caption: groups.length > MOST_ROWS ? `${caption} (${plain.theFirst(MOST_ROWS, groups.length)})` : caption,
      header: isCount ? [words.part, words.project] : [words.part, words.counted, words.coverage],
      rows: groups.slice(0, MOST_ROWS).map(({ id, value, known, size }) => {
        const name = groupName(id, locale, knowledge);
        if (isCount) return [name, messages.projectCount(size)];
        return [name, value === null ? messages.unpublished : messages.amount(value), `${known} / ${size}`];
      }),
      isNumeric: true,
      french: 'none',
    },
  ];
}

/** The amounts that a value was made of, and those of another nature that were left aside. */
function amountTables(answer: Answer & AggregateAnswer, knowledge: KnowledgeBase): readonly Table[] {
  const { field, operation, groups, amounts, others, counted, locale } = answer;
  const isSplit = groups.length > 0;
  if (field === null || operation === 'count' || (!isSplit && (operation === 'max' || operation === 'min'))) return [];
  const messages = messagesFor(locale);
  const words = cardMessagesFor(locale);
  const plain = plainMessagesFor(locale);
  const table = (caption: string, list: readonly Amount[], total: number): Table => ({
    caption: total > LONGEST_LIST ? `${caption} (${plain.theFirst(LONGEST_LIST, total)})` : caption,
    header: [words.project, words.counted],
    rows: list.slice(0, LONGEST_LIST).flatMap(({ project }) => {
      const record = knowledge.projectById.get(project);
      return record ? [[shortName(record), amountText(record, field, messages)]] : [];
    }),
    isNumeric: true,
    french: 'rows',
  });
  return [
    ...(isSplit ? [] : [table(plain.figures(messages.fields[field]), amounts, counted)]),
    ...(others.length === 0 ? [] : [table(words.others, others, others.length)]),
  ].filter(({ rows }) => rows.length > 0);
}

/** On a narrow screen the table scrolls, the page does not; the keyboard must then reach it. */
function tableHtml({ caption, header, rows, isNumeric, french }: Table, at: number, locale: Locale): string {
  const id = `table-${at + 1}`;
  const heads = header.map((text, column) =>
    text === ''
      ? '<td></td>'
      : `<th scope="col"${french === 'columns' && column > 0 ? inFrench(locale) : ''}>${said(text, locale)}</th>`,
  );
  const lines = rows.map(
    ([name = '', ...cells]) =>
      `            <tr><th scope="row"${french === 'rows' ? inFrench(locale) : ''}>${said(name, locale)}</th>${cells.map((cell) => `<td>${said(cell, locale)}</td>`).join('')}</tr>`,
  );
  return `      <div class="wide" role="region" aria-labelledby="${id}" tabindex="0">
        <table${isNumeric ? ' class="numeric"' : ''}>
          <caption id="${id}">${said(caption, locale)}</caption>
          <thead>
            <tr>${heads.join('')}</tr>
          </thead>
          <tbody>
${lines.join('\n')}
          </tbody>
        </table>
      </div>`;
}
