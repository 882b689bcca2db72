import type { Locale } from '../../src/core/language/locale';
import { messagesFor, typeset } from '../../src/messages/messages-for';
import { takeAwayMessagesFor } from '../../src/messages/take-away/take-away-for';
import { escapeHtml, htmlDocument } from './html-document';
import type { Note, NoteTotals } from './note';
import type { NoteAmount, NoteFact, NoteProject, NoteSource } from './note-project';

/** The note as a page to read, print or save as a PDF: one A4 page for one project. `style` is the address of its style sheet. */
export function notePage(note: Note, style: string): string {
  const { locale } = note;
  const { botName } = messagesFor(locale);
  const words = takeAwayMessagesFor(locale).note;
  const isAlone = note.totals === null;
  return htmlDocument({
    locale,
    title: `${note.title} – ${botName}`,
    style,
    body: `    <header class="head">
      <p class="from">${escapeHtml(botName)}</p>
      <p class="day">${escapeHtml(note.established)}</p>
    </header>
    <main>
      <h1${isAlone ? inFrench(locale) : ''}>${escapeHtml(note.title)}</h1>
${note.totals === null ? '' : overview(note.totals, words.headings.overview, locale)}
${note.projects.map((project) => projectSection(project, isAlone, locale)).join('\n')}
    </main>
    <footer>
      <h2 class="quiet">${escapeHtml(words.headings.reading)}</h2>
${note.reading.map((line) => `      <p>${escapeHtml(line)}</p>`).join('\n')}
      <p class="screen">${escapeHtml(typeset(words.printHint, locale))}</p>
    </footer>`,
  });
}

function overview({ caption, columns, rows, total, remarks }: NoteTotals, heading: string, locale: Locale): string {
  const cells = (values: readonly string[]): string => values.map((value) => `<td>${value}</td>`).join('');
  return `      <section aria-labelledby="overview">
        <h2 id="overview">${escapeHtml(heading)}</h2>
        <div class="wide" role="region" aria-labelledby="overview" tabindex="0">
          <table>
            <caption>${escapeHtml(caption)}</caption>
            <thead>
              <tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('')}</tr>
            </thead>
            <tbody>
${rows
  .map(
    ({ name, values }) =>
      `              <tr><th scope="row"${inFrench(locale)}>${escapeHtml(name)}</th>${cells(values.map(escapeHtml))}</tr>`,
  )
  .join('\n')}
            </tbody>
            <tfoot>
              <tr><th scope="row">${escapeHtml(total.label)}</th>${cells(
                total.cells.map(
                  ({ value, coverage }) =>
                    `<strong>${escapeHtml(value)}</strong> <span class="quiet">${escapeHtml(coverage)}</span>`,
                ),
              )}</tr>
            </tfoot>
          </table>
        </div>
${remarks.map((line) => `        <p class="remark">${escapeHtml(line)}</p>`).join('\n')}
      </section>`;
}

function projectSection(project: NoteProject, isAlone: boolean, locale: Locale): string {
  const words = takeAwayMessagesFor(locale).note;
  const level = isAlone ? 'h2' : 'h3';
  const section = (name: string, heading: string, content: string): string =>
    `        <section class="${name}">
          <${level}>${escapeHtml(heading)}</${level}>
${content}
        </section>`;
  const facts: readonly NoteFact[] = project.facts;
  return `      <article>
${isAlone ? '' : `        <h2${inFrench(locale)}>${escapeHtml(project.name)}</h2>\n`}${
    project.fullName === null ? '' : `        <p class="full"${inFrench(locale)}>${escapeHtml(project.fullName)}</p>\n`
  }        <p class="summary">${escapeHtml(project.summary)}</p>
${project.caution === null ? '' : `        <p class="caution">${escapeHtml(project.caution)}</p>\n`}${section(
    'amounts',
    words.headings.amounts,
    `          <dl>\n${project.amounts.map(amountTile).join('\n')}\n          </dl>`,
  )}
${section('facts', words.headings.identity, `          <dl>\n${facts.map(factRow).join('\n')}\n          </dl>`)}
${
  project.status === null
    ? ''
    : section('status', words.headings.status, `          <p>${escapeHtml(project.status)}</p>`)
}
${conflicts(project, locale, section)}
${section(
  'sources',
  words.headings.sources,
  `          <ul>\n${project.sources.map((source) => sourceItem(source, locale)).join('\n')}\n          </ul>`,
)}
      </article>`;
}

function amountTile({ label, value, isPublished, qualifier, remarks }: NoteAmount): string {
  return `            <div>
              <dt>${escapeHtml(label)}</dt>
              <dd class="${isPublished ? 'value' : 'value none'}">${escapeHtml(value)}</dd>
${[
  ...(qualifier === null ? [] : [`              <dd class="qualifier">${escapeHtml(qualifier)}</dd>`]),
  ...remarks.map((line) => `              <dd>${escapeHtml(line)}</dd>`),
].join('\n')}
            </div>`;
}

function factRow({ label, value, isFrench, remark }: NoteFact): string {
  return `            <div>
              <dt>${escapeHtml(label)}</dt>
              <dd${isFrench ? ' lang="fr"' : ''}>${escapeHtml(value)}${
                remark === null ? '' : ` <span class="remark">${escapeHtml(remark)}</span>`
              }</dd>
            </div>`;
}

function conflicts(
  project: NoteProject,
  locale: Locale,
  section: (name: string, heading: string, content: string) => string,
): string {
  const words = takeAwayMessagesFor(locale).note;
  const items = [
    ...project.conflicts.map(({ label, text }) => `<strong>${escapeHtml(label)}</strong> ${escapeHtml(text)}`),
    ...(project.conflictsElsewhere === null ? [] : [escapeHtml(project.conflictsElsewhere)]),
  ];
  if (items.length === 0) return '';
  return section(
    'conflicts',
    words.headings.conflicts,
    `          <ul>\n${items.map((item) => `            <li>${item}</li>`).join('\n')}\n          </ul>`,
  );
}

/** The style sheet prints the address of a link after its name. */
function sourceItem({ label, url, supports }: NoteSource, locale: Locale): string {
  const { noAddress } = takeAwayMessagesFor(locale).note;
  const name = `<span${inFrench(locale)}>${escapeHtml(label)}</span>`;
  const named =
    url !== null
      ? `<a href="${escapeHtml(url)}" rel="noopener">${name}</a>`
      : `${name} <span class="quiet">(${escapeHtml(noAddress)})</span>`;
  return `            <li>${named}${supports === null ? '' : ` <span class="remark">${escapeHtml(supports)}</span>`}</li>`;
}

/** Names and titles are French in any language; a screen reader must hear it. */
function inFrench(locale: Locale): string {
  return locale === 'fr' ? '' : ' lang="fr"';
}
