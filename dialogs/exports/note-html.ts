import type { Locale } from '../../src/core/language/locale';
import { messagesFor, takeAwayMessagesFor, typeset } from '../../src/messages/messages-for';
import { escapeHtml, inFrench } from './html-document';
import type { Note, NoteTotals } from './note';
import type { NoteAmount, NoteFact, NoteProject, NoteSource } from './note-project';

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

/** All that is told of a project, but its name: what it is, its amounts as tiles, who and where, how far it is, what sources disagree on, the sources. */
export function projectHtml(project: NoteProject, locale: Locale, level: 'h2' | 'h3'): string {
  const { headings } = takeAwayMessagesFor(locale).note;
  const { fullName, caution, status, conflictsElsewhere } = project;
  const section = (name: keyof typeof headings, content: string): string =>
    `      <section class="${name}">\n      <${level}>${escapeHtml(headings[name])}</${level}>\n${content}\n      </section>`;
  const list = (name: keyof typeof headings, element: 'dl' | 'ul', items: readonly string[]): readonly string[] =>
    items.length === 0 ? [] : [section(name, listOf(element, items))];
  const conflicts = [
    ...project.conflicts.map(({ label, text }) => `<strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}`),
    ...(conflictsElsewhere === null ? [] : [escapeHtml(conflictsElsewhere)]),
  ];
  return [
    ...(fullName === null ? [] : [paragraph(fullName, ` class="full"${inFrench(locale)}`)]),
    paragraph(project.summary),
    ...(caution === null ? [] : [paragraph(caution, ' class="caution"')]),
    ...list('amounts', 'dl', project.amounts.map(amountTile)),
    ...list(
      'identity',
      'dl',
      project.facts.map((fact) => factRow(fact, locale)),
    ),
    ...(status === null ? [] : [section('status', paragraph(status))]),
    ...list('conflicts', 'ul', conflicts),
    ...list(
      'sources',
      'ul',
      project.sources.map((source) => sourceItem(source, locale)),
    ),
  ].join('\n');
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

function listOf(element: 'dl' | 'ul', items: readonly string[]): string {
  const item = element === 'dl' ? 'div' : 'li';
  return `      <${element}>\n${items.map((content) => `        <${item}>${content}</${item}>`).join('\n')}\n      </${element}>`;
}

function amountTile({ label, value, isPublished, qualifier, remarks }: NoteAmount): string {
  const what = qualifier === null ? '' : ` ${escapeHtml(qualifier)}`;
  return `<dt>${escapeHtml(label)}</dt><dd${isPublished ? '' : ' class="none"'}><strong>${escapeHtml(value)}</strong>${what}${remarks.map(detail).join('')}</dd>`;
}

function factRow({ label, value, isFrench, remark }: NoteFact, locale: Locale): string {
  const text = isFrench ? `<span${inFrench(locale)}>${escapeHtml(value)}</span>` : escapeHtml(value);
  return `<dt>${escapeHtml(label)}</dt><dd>${text}${remark === null ? '' : detail(remark)}</dd>`;
}

/** The style sheet prints the address of a link after its name. */
function sourceItem({ label, url, supports }: NoteSource, locale: Locale): string {
  const name = `<span${inFrench(locale)}>${escapeHtml(label)}</span>`;
  const named =
    url === null
      ? `${name} (${escapeHtml(takeAwayMessagesFor(locale).note.noAddress)})`
      : `<a href="${escapeHtml(url)}" rel="noreferrer">${name}</a>`;
  return supports === null ? named : named + detail(supports);
}

function detail(text: string): string {
  return ` <span class="detail">${escapeHtml(text)}</span>`;
}
