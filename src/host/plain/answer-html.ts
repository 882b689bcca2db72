import type { Addresses } from '../../../dialogs/addresses';
import { escapeHtml, inFrench } from '../../../dialogs/exports/html-document';
import { itemsHtml, valueHtml } from '../../../dialogs/exports/note-html';
import { NO_OPERATOR, type Operator } from '../../../dialogs/operator';
import { barsAlternative } from '../../../dialogs/pictures/bar-data';
import { leftSources, sourceLabel } from '../../../dialogs/text/source-text';
import { type Block, MOST_ROWS, type Rows, type Table, type View } from '../../../dialogs/view/view';
import { viewOf } from '../../../dialogs/view/view-of';
import type { Answer } from '../../core/model/answer';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import type { Locale } from '../../core/language/locale';
import type { Source } from '../../core/model/records';
import { cardMessagesFor, plainMessagesFor, typeset } from '../../messages/messages-for';
import { contactLink, listHtml, said } from './html-text';
import { projectPath } from './project-links';
import { nextHtml, questionAddress, standingAlone } from './question-links';

/** What an answer is shown with. */
export interface Shown {
  /** The words asked. */
  readonly asked: string;
  /** How many projects of a list were shown before. */
  readonly from: number;
  readonly knowledge: KnowledgeBase;
  readonly addresses: Addresses;
  /** The number of the way in which the question was chosen to be read; empty when it has one. */
  readonly reading?: string;
  /** Who runs the assistant, for whoever asks. */
  readonly operator?: Operator;
}

/** An answer as HTML: its view, but for the buttons that need a conversation. */
export function answerHtml(answer: Answer, shown: Shown): string {
  const view = viewOf(answer, shown.knowledge, shown);
  return [
    ...view.blocks.map((block) => blockHtml(block, view, shown)),
    ...sources(view),
    ...recordHtml(view),
    ...csvLink(view, shown.addresses),
    ...nextHtml(standingAlone(view.next, shown.knowledge), view.locale),
  ].join('\n');
}

function blockHtml(block: Block, view: View, shown: Shown): string {
  const { locale, question } = view;
  switch (block.kind) {
    case 'headline':
      return `      <p class="${block.value.length > 24 ? 'headline' : 'figure'}">${said(block.value, locale)}</p>${
        block.what === '' ? '' : `\n      <p class="what">${said(block.what, locale)}</p>`
      }`;
    case 'line':
      return `      <p${block.tone === 'plain' ? '' : ` class="${block.tone}"`}>${linked(said(block.text, locale), shown)}</p>`;
    case 'rows':
      return rowsHtml(block, locale, shown);
    case 'table':
      return tableHtml(block, locale);
    case 'picture': {
      const address = shown.addresses.picture(block.first?.question ?? question, locale);
      if (address === null) return '';
      const words = `${cardMessagesFor(locale).picture(block.bars.title)}\n${barsAlternative(block.bars, locale)}`;
      return `      <p class="picture"><img src="${escapeHtml(address)}" alt="${said(words, locale)}" width="420" /></p>`;
    }
    case 'fold': {
      const folded = block.blocks.map((inner) => blockHtml(inner, view, shown));
      return details(block.title, folded, locale);
    }
    case 'choices': {
      const items = block.choices.map(({ label, said: words }, at) => {
        const address =
          words === null ? questionAddress(shown.asked, locale, 0, String(at + 1)) : questionAddress(words, locale);
        return `<a href="${address}">${said(label, locale)}</a>`;
      });
      return listHtml(items, ' class="questions"');
    }
    case 'sources':
      return sourceList(block.sources, locale);
    case 'guides':
      return '';
  }
}

function details(title: string, content: readonly string[], locale: Locale): string {
  return `      <details>\n      <summary>${said(title, locale)}</summary>\n${content.join('\n')}\n      </details>`;
}

/** The address of a person, to be pressed. */
function linked(html: string, { operator = NO_OPERATOR }: Shown): string {
  const { contact } = operator;
  return contact === null ? html : html.replace(escapeHtml(contact), () => contactLink(contact));
}

/** Each a link to the page of its project, and a link to the next ones. */
function rowsHtml({ rows, before, left, first }: Rows, locale: Locale, { asked, reading }: Shown): string {
  const items = rows.map(({ project, name, detail, amount }) => {
    const told = [amount, detail].filter((part) => part !== '').join(' · ');
    return `        <li><a href="${projectPath(project, locale)}"${inFrench(locale)}>${said(name, locale)}</a>${
      told === '' ? '' : ` <span class="detail">${said(told, locale)}</span>`
    }</li>`;
  });
  const more =
    left <= 0
      ? ''
      : `\n      <p><a href="${questionAddress(first?.said ?? asked, locale, before + rows.length, reading)}">${said(cardMessagesFor(locale).more(left), locale)}</a></p>`;
  return `      <ol class="projects" start="${before + 1}">\n${items.join('\n')}\n      </ol>${more}`;
}

/** On a narrow screen a table scrolls, by the keyboard as well. */
function tableHtml({ title, columns, rows, french }: Table, locale: Locale): string {
  const only = french === 'columns' ? inFrench(locale) : '';
  const head = columns.map(({ title: name }, at) => `<th scope="col"${at > 0 ? only : ''}>${said(name, locale)}</th>`);
  const body = rows.slice(0, MOST_ROWS).map((cells) => {
    const [name, ...values] = cells.map(({ text }) => said(text, locale));
    return `          <tr><th scope="row"${french === 'rows' ? inFrench(locale) : ''}>${name ?? ''}</th>${values.map((value) => `<td>${value}</td>`).join('')}</tr>`;
  });
  const caption =
    rows.length > MOST_ROWS ? `${title} (${plainMessagesFor(locale).theFirst(MOST_ROWS, rows.length)})` : title;
  const label = said(caption, locale);
  return `      <div class="wide" role="region" aria-label="${label}" tabindex="0">
        <table${columns.some(({ isNumeric }) => isNumeric) ? ' class="numeric"' : ''}>
${caption === '' ? '' : `          <caption>${label}</caption>\n`}          <thead><tr>${head.join('')}</tr></thead>
          <tbody>
${body.join('\n')}
          </tbody>
        </table>
      </div>`;
}

function sources({ sources: shown, sourceCount, locale }: View): readonly string[] {
  if (shown.length === 0) return [];
  const left = leftSources(sourceCount, shown, locale).map(
    (text) => `      <p class="quiet">${said(text, locale)}</p>`,
  );
  return [details(cardMessagesFor(locale).sources(sourceCount), [sourceList(shown, locale), ...left], locale)];
}

function sourceList(shown: readonly Source[], locale: Locale): string {
  const items = shown.map((source) =>
    valueHtml({ value: typeset(sourceLabel(source, locale), locale), isFrench: true, url: source.url }, locale),
  );
  return listHtml(items, ' class="sources"');
}

/** The key figures of the project, and the page that holds all that is known of it. */
function recordHtml({ record, project, locale }: View): readonly string[] {
  if (record === null || project === null) return [];
  const items = record.rows.map(([label, value]) => ({ label: label?.text ?? '', value: value?.text ?? '' }));
  const words = cardMessagesFor(locale);
  return [
    details(words.record, [itemsHtml(items, 'dl', locale)], locale),
    `      <p><a href="${projectPath(project, locale)}">${said(words.projectPage, locale)}</a></p>`,
  ];
}

function csvLink({ file, locale }: View, addresses: Addresses): readonly string[] {
  const address = file === null ? null : addresses.csv(file, locale);
  return address === null
    ? []
    : [`      <p><a href="${escapeHtml(address)}">${said(cardMessagesFor(locale).exportLink, locale)}</a></p>`];
}
