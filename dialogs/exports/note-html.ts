import type { Locale } from '../../src/core/language/locale';
import { messagesFor, takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import { escapeHtml, inFrench } from './html-document';
import type { Note, NoteTotals } from './note';
import { type NoteItem, type NoteProject, SECTIONS } from './note-project';

/** The note as the main part of a page to read, print or save as a PDF. */
export function noteHtml(note: Note): string {
  const { locale, totals } = note;
  const words = takeAwayMessagesFor(locale).note;
  return [
    `      <div class="letterhead"><p>${escapeHtml(messagesFor(locale).botName)}</p><p>${escapeHtml(note.established)}</p></div>`,
    `      <h1${totals === null ? inFrench(locale) : ''}>${escapeHtml(note.title)}</h1>`,
    ...(totals === null ? [] : [overview(totals, words.headings.overview, locale)]),
    ...note.projects.map((project) =>
      totals === null
        ? projectHtml(project, locale, 'h2')
        : `      <article>\n      <h2${inFrench(locale)}>${escapeHtml(project.name)}</h2>\n${projectHtml(project, locale, 'h3')}\n      </article>`,
    ),
    '      <section class="reading">',
    `      <h2>${escapeHtml(words.headings.reading)}</h2>`,
    ...note.reading.map((line) => paragraph(line)),
    paragraph(typeset(words.printHint, locale), ' class="screen"'),
    '      </section>',
  ].join('\n');
}

/** All that is told of a project, but its name; its amounts are tiles. */
export function projectHtml(project: NoteProject, locale: Locale, level: 'h2' | 'h3'): string {
  const { headings } = takeAwayMessagesFor(locale).note;
  const { fullName, summary, caution, sections } = project;
  return [
    ...(fullName === null ? [] : [paragraph(fullName, ` class="full"${inFrench(locale)}`)]),
    paragraph(summary),
    ...(caution === null ? [] : [paragraph(caution, ' class="caution"')]),
    ...SECTIONS.filter((name) => sections[name].length > 0).map(
      (name) =>
        `      <section class="${name}">\n      <${level}>${escapeHtml(headings[name])}</${level}>\n${itemsHtml(sections[name], ELEMENTS[name], locale)}\n      </section>`,
    ),
  ].join('\n');
}

const ELEMENTS = { amounts: 'dl', identity: 'dl', status: 'p', conflicts: 'ul', sources: 'ul' } as const;

/** Values under their labels, sentences, or sources one under the other. */
export function itemsHtml(items: readonly NoteItem[], element: 'dl' | 'ul' | 'p', locale: Locale): string {
  const told = items.map((item) => {
    const label = escapeHtml(item.label ?? '');
    const value = valueHtml(item, locale);
    if (element === 'dl')
      return `        <div><dt>${label}</dt><dd${item.isPublished === false ? ' class="none"' : ''}>${value}</dd></div>`;
    return element === 'p' ? value : `        <li>${label === '' ? '' : `<strong>${label}</strong> `}${value}</li>`;
  });
  return element === 'p'
    ? `      <p>${told.join(' ')}</p>`
    : `      <${element}>\n${told.join('\n')}\n      </${element}>`;
}

/** The style sheet of a note prints the address of a link after its name. */
export function valueHtml({ value, qualifier, isFrench, url, remarks = [] }: NoteItem, locale: Locale): string {
  const text = isFrench === true ? `<span${inFrench(locale)}>${escapeHtml(value)}</span>` : escapeHtml(value);
  const amount = qualifier === undefined ? text : `<strong>${text}</strong> ${escapeHtml(qualifier)}`.trimEnd();
  const named = typeof url === 'string' ? `<a href="${escapeHtml(url)}" rel="noreferrer">${text}</a>` : amount;
  const elsewhere = url === null ? ` (${escapeHtml(takeAwayMessagesFor(locale).note.noAddress)})` : '';
  const beside = remarks.map((remark) => ` <span class="detail">${escapeHtml(remark)}</span>`);
  return `${named}${elsewhere}${beside.join('')}`;
}

function paragraph(text: string, attributes = ''): string {
  return `      <p${attributes}>${escapeHtml(text)}</p>`;
}

function overview({ caption, columns, rows, total, remarks }: NoteTotals, heading: string, locale: Locale): string {
  const row = (attributes: string, label: string, cells: readonly string[]): string =>
    `<tr><th scope="row"${attributes}>${escapeHtml(label)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const totals = total.cells.map(
    ({ value, coverage }) =>
      `<strong>${escapeHtml(value)}</strong> <span class="detail">${escapeHtml(coverage)}</span>`,
  );
  return `      <section class="overview" aria-labelledby="overview">
      <h2 id="overview">${escapeHtml(heading)}</h2>
      <div class="wide" role="region" aria-labelledby="overview" tabindex="0">
      <table class="numeric">
        <caption>${escapeHtml(caption)}</caption>
        <thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr></thead>
        <tbody>
${rows.map(({ name, values }) => `          ${row(inFrench(locale), name, values.map(escapeHtml))}`).join('\n')}
        </tbody>
        <tfoot>${row('', total.label, totals)}</tfoot>
      </table>
      </div>
${remarks.map((line) => paragraph(line, ' class="quiet"')).join('\n')}
      </section>`;
}
