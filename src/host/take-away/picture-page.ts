import { escapeHtml } from '../../../dialogs/exports/html-document';
import { type Bar, type Bars, barsAlternative } from '../../../dialogs/pictures/bar-data';
import type { Source } from '../../core/model/records';
import type { Locale } from '../../core/language/locale';
import { messagesFor, pictureMessagesFor } from '../../messages/messages-for';
import { listHtml, said, sourceHtml } from '../plain/html-text';
import type { PlainPage } from '../plain/plain-page';

/** A page to print: the picture, its figures as a table, its sources. */
export function picturePage(shown: {
  readonly locale: Locale;
  /** Address of the picture as drawn, cut to what a chat has room for, and what it shows. */
  readonly address: string;
  readonly drawn: Bars;
  /** The figures, all of them. */
  readonly bars: Bars;
  readonly sources: readonly Source[];
}): PlainPage {
  const { locale, address, drawn, bars, sources } = shown;
  const { page } = pictureMessagesFor(locale);
  const notes = [
    ...bars.notes,
    ...(bars.rest === null ? [] : [bars.rest]),
    ...(bars.rows.some(({ value }) => value === null) ? [page.unpublishedMeaning] : []),
  ];
  return {
    locale,
    title: bars.title,
    main: [
      `      <h1>${escapeHtml(bars.title)}</h1>`,
      '      <div class="beside">',
      '      <div>',
      `      <p class="picture"><img src="${escapeHtml(address)}" alt="${escapeHtml(barsAlternative(drawn, locale))}" width="420" /></p>`,
      `      <p><a href="${escapeHtml(address)}">${said(page.pictureLink, locale)}</a></p>`,
      '      </div>',
      tableOf(bars, locale),
      '      </div>',
      ...listOf(page.notesHeading, locale, notes, (note) => said(note, locale)),
      ...listOf(messagesFor(locale).sourcesHeading, locale, sources, (source) =>
        sourceHtml(source, locale, page.sourceWithoutAddress),
      ),
    ].join('\n'),
  };
}

function listOf<Item>(
  heading: string,
  locale: Locale,
  items: readonly Item[],
  itemHtml: (item: Item) => string,
): readonly string[] {
  if (items.length === 0) return [];
  return [`      <h2>${said(heading, locale)}</h2>`, listHtml(items.map(itemHtml))];
}

function tableOf(bars: Bars, locale: Locale): string {
  const { columns } = pictureMessagesFor(locale).page;
  const hasCoverage = bars.rows.some(({ coverage }) => coverage !== null);
  const headings = [
    bars.of === 'project' ? columns.project : columns.group[bars.of],
    bars.unit === 'MEUR' ? columns.amount : columns.count,
    ...(hasCoverage ? [columns.coverage] : []),
  ];
  return `      <div class="wide" role="region" aria-labelledby="figures" tabindex="0">
      <table class="numeric">
        <caption id="figures" class="unseen">${escapeHtml(bars.title)}</caption>
        <thead><tr>${headings.map((heading) => `<th scope="col">${said(heading, locale)}</th>`).join('')}</tr></thead>
        <tbody>
${bars.rows.map((row) => tableRow(row, hasCoverage, locale)).join('\n')}
        </tbody>
      </table>
      </div>`;
}

function tableRow({ label, value, valueText, coverage }: Bar, hasCoverage: boolean, locale: Locale): string {
  const covered = coverage === null ? '' : pictureMessagesFor(locale).coverage(coverage.known, coverage.size);
  return `          <tr><th scope="row">${escapeHtml(label)}</th><td${value === null ? ' class="none"' : ''}>${escapeHtml(valueText)}</td>${hasCoverage ? `<td>${said(covered, locale)}</td>` : ''}</tr>`;
}
