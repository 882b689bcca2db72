import { createHash } from 'node:crypto';
import type { Bar, Bars } from '../../../dialogs/pictures/bar-data';
import { escapeHtml as escapeXml } from '../../../dialogs/exports/html-document';
import { sourceLabel } from '../../../dialogs/text/source-text';
import type { Source } from '../../core/knowledge/schema';
import type { Locale } from '../../core/language/locale';
import { messagesFor, typeset } from '../../messages/messages-for';
import { pictureMessagesFor } from '../../messages/pictures/pictures-for';

/** What the page shows. */
export interface PicturePage {
  readonly locale: Locale;
  /** The picture as drawn, cut to what a chat has room for. */
  readonly svg: string;
  readonly svgAddress: string;
  /** The figures, all of them. */
  readonly bars: Bars;
  readonly sources: readonly Source[];
}

const STYLE = `
body { margin: 0 auto; padding: 24px 16px; max-width: 760px; background: #fff; color: #161616; font: 16px/1.5 Arial, sans-serif; }
h1 { font-size: 24px; line-height: 1.3; }
h2 { font-size: 18px; margin-top: 32px; }
a { color: #000091; overflow-wrap: anywhere; }
svg { display: block; width: 100%; max-width: 420px; height: auto; border: 1px solid #ddd; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: 24px 0 8px; }
th, td { border-bottom: 1px solid #ddd; padding: 6px 8px 6px 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { border-bottom: 2px solid #000091; font-weight: bold; }
td.number { white-space: nowrap; }
td.unknown { white-space: nowrap; font-style: italic; color: #57575f; }
@media print { body { padding: 0; max-width: none; } tr, svg { break-inside: avoid; } thead { display: table-header-group; } }
`;

/** Nothing but the page's own style, known by its hash: no script, no picture and no font from anywhere. */
export const PICTURE_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page to print: the picture, its figures as a table, its sources. */
export function picturePage({ locale, svg, svgAddress, bars, sources }: PicturePage): string {
  const { page } = pictureMessagesFor(locale);
  const say = (text: string): string => escapeXml(typeset(text, locale));
  const notes = [
    ...bars.notes,
    ...(bars.rest === null ? [] : [bars.rest]),
    ...(bars.rows.some(({ value }) => value === null) ? [page.unpublishedMeaning] : []),
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(bars.title)} — ${say(messagesFor(locale).botName)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeXml(bars.title)}</h1>
${svg}
<p><a href="${escapeXml(svgAddress)}">${say(page.pictureLink)}</a></p>
${tableOf(bars, locale)}
${notes.length === 0 ? '' : `<h2>${say(page.notesHeading)}</h2>\n<ul>\n${notes.map((note) => `<li>${say(note)}</li>`).join('\n')}\n</ul>`}
${sources.length === 0 ? '' : `<h2>${say(messagesFor(locale).sourcesHeading)}</h2>\n<ul>\n${sources.map((source) => `<li>${sourceItem(source, locale)}</li>`).join('\n')}\n</ul>`}
</main>
</body>
</html>
`;
}

function tableOf(bars: Bars, locale: Locale): string {
  const { columns } = pictureMessagesFor(locale).page;
  const hasCoverage = bars.rows.some(({ coverage }) => coverage !== null);
  const headings = [
    bars.of === 'project' ? columns.project : columns.group[bars.of],
    bars.unit === 'MEUR' ? columns.amount : columns.count,
    ...(hasCoverage ? [columns.coverage] : []),
  ];
  return `<table>
<caption>${escapeXml(bars.title)}</caption>
<thead><tr>${headings.map((heading) => `<th scope="col">${escapeXml(typeset(heading, locale))}</th>`).join('')}</tr></thead>
<tbody>
${bars.rows.map((row) => tableRow(row, hasCoverage, locale)).join('\n')}
</tbody>
</table>`;
}

function tableRow({ label, value, valueText, coverage }: Bar, hasCoverage: boolean, locale: Locale): string {
  const covered = coverage === null ? '' : pictureMessagesFor(locale).coverage(coverage.known, coverage.size);
  return `<tr><th scope="row">${escapeXml(label)}</th><td class="${value === null ? 'unknown' : 'number'}">${escapeXml(valueText)}</td>${hasCoverage ? `<td>${escapeXml(typeset(covered, locale))}</td>` : ''}</tr>`;
}

function sourceItem(source: Source, locale: Locale): string {
  const label = escapeXml(sourceLabel(source, locale));
  if (source.url === null) return `${label} (${escapeXml(pictureMessagesFor(locale).page.sourceWithoutAddress)})`;
  return `<a href="${escapeXml(source.url)}" rel="noreferrer">${label}</a>`;
}
