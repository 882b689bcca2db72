import type { Locale } from '../../src/core/language/locale';
import { escapeHtml } from '../exports/html-document';
import { type Bar, type Bars, barsAlternative } from './bar-data';
import { textWidth, wrapToWidth } from './text-width';

/** All in pixels of a picture that a chat shows 260 wide: 14 is then 12 on the screen. */
const WIDTH = 300;
const MARGIN = 14;
const INNER_WIDTH = WIDTH - 2 * MARGIN;
const GAP = 8;
/** Where there is room the picture is shown larger than it is drawn; its viewBox keeps its proportions. */
const SHOWN = 1.4;
const TITLE = { size: 16, line: 21, mostLines: 5 };
const LABEL = { size: 14, line: 18, mostLines: 2 };
const NOTE = { size: 13, line: 18, mostLines: 8 };
const BAR = { height: 8, line: 18 };
/** A published amount is seen, however small. */
const LEAST_BAR = 2;
/** Below a row; what is not published has no bar, and needs less air. */
const AIR = { drawn: 9, unpublished: 5 };

const FONT = 'Arial, Liberation Sans, Helvetica, sans-serif';
/** The palette of the pages. Light as attributes, for what reads no style; on white 6.8 to 1 at least. */
const LIGHT = { ground: '#ffffff', ink: '#161616', quiet: '#5b5b66', bar: '#000091', track: '#ececfe' };
/** Dark where what shows the picture is dark, an `<img>` of a dark page included; on its ground 8 to 1 at least. */
const DARK = { ground: '#1f1f26', ink: '#f1f1f4', quiet: '#b4b4c0', bar: '#b0b0ff', track: '#33334a' };
type Paint = keyof typeof LIGHT;

/** The only style of every picture: a policy allows it by its hash. */
export const PICTURE_STYLE = `@media (prefers-color-scheme:dark){${Object.entries(DARK)
  .map(([paint, colour]) => `.${paint}{fill:${colour}}`)
  .join('')}}`;

/** A picture of the bars as a self-contained SVG, named for assistive technologies; the same bars give the same bytes. */
export function drawBars(bars: Bars, { locale }: { readonly locale: Locale }): string {
  const title = paragraphs([bars.title], MARGIN, TITLE);
  const rows = drawRows(bars.rows, title.bottom + GAP);
  const rest = paragraphs(bars.rest === null ? [] : [bars.rest], rows.bottom, LABEL);
  const notes = paragraphs(bars.notes, rest.bottom + (bars.notes.length > 0 ? GAP : 0), NOTE);
  const height = notes.bottom + MARGIN;
  const named = { name: escapeXml(bars.title), told: escapeXml(barsAlternative(bars, locale)) };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(WIDTH * SHOWN)}" height="${round(height * SHOWN)}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}" role="img" lang="${locale}" aria-labelledby="picture-title picture-description"><title id="picture-title">${named.name}</title><desc id="picture-description">${named.told}</desc><style>${PICTURE_STYLE}</style>
<rect${painted('ground')} width="${WIDTH}" height="${height}" rx="8"/>
${group('track', rows.tracks)}
${group('bar', rows.bars)}
${group('ink', title.texts, ` font-size="${TITLE.size}" font-weight="bold"`)}
${group('ink', rows.labels, ` font-size="${LABEL.size}"`)}
${group('ink', rows.figures, ` font-size="${LABEL.size}" font-weight="bold" text-anchor="end"`)}
${group('quiet', rows.asides, ` font-size="${NOTE.size}" text-anchor="end"`)}
${group('quiet', rest.texts, ` font-size="${LABEL.size}"`)}
${group('quiet', notes.texts, ` font-size="${NOTE.size}"`)}
</svg>
`.replace(/\n{2,}/gu, '\n');
}

/** Paragraphs from `top` down, and where they end. */
function paragraphs(texts: readonly string[], top: number, { size, line, mostLines }: typeof TITLE) {
  const drawn: string[] = [];
  let bottom = top;
  for (const [index, paragraph] of texts.entries()) {
    if (index > 0) bottom += GAP / 2;
    for (const text of wrapToWidth(printable(paragraph), INNER_WIDTH, size, mostLines)) {
      drawn.push(textAt(text, MARGIN, bottom + line / 2, size));
      bottom += line;
    }
  }
  return { texts: drawn, bottom };
}

/** Each row: its label above a bar on its track, its figure at the end, all figures in one column; « non publié » beside the label. */
function drawRows(rows: readonly Bar[], top: number) {
  const figureWidth = Math.max(
    0,
    ...rows.map((row) => (row.value === null ? 0 : textWidth(row.valueText, LABEL.size))),
  );
  const trackWidth = INNER_WIDTH - figureWidth - GAP;
  const greatest = Math.max(0, ...rows.map(({ value }) => value ?? 0));
  const right = WIDTH - MARGIN;
  const tracks: string[] = [];
  const bars: string[] = [];
  const labels: string[] = [];
  const figures: string[] = [];
  const asides: string[] = [];
  let bottom = top;
  for (const row of rows) {
    const aside = asideOf(row);
    const room = aside === '' ? INNER_WIDTH : INNER_WIDTH - textWidth(aside, NOTE.size) - 2 * GAP;
    if (aside !== '') {
      const italic = row.value === null ? ' font-style="italic"' : '';
      asides.push(textAt(aside, right, bottom + LABEL.line / 2, NOTE.size, italic));
    }
    for (const text of wrapToWidth(printable(row.label), INNER_WIDTH, LABEL.size, LABEL.mostLines, room)) {
      labels.push(textAt(text, MARGIN, bottom + LABEL.line / 2, LABEL.size));
      bottom += LABEL.line;
    }
    if (row.value === null) {
      bottom += AIR.unpublished;
      continue;
    }
    const middle = bottom + BAR.line / 2;
    tracks.push(barAt(middle, trackWidth));
    // A published zero is said, and has no length.
    if (row.value > 0) bars.push(barAt(middle, Math.max(LEAST_BAR, (row.value / greatest) * trackWidth)));
    figures.push(textAt(row.valueText, right, middle, LABEL.size));
    bottom += BAR.line + AIR.drawn;
  }
  return { tracks, bars, labels, figures, asides, bottom };
}

/** "5/7" where some amounts are missing; "non publié" where all are. */
function asideOf({ value, valueText, coverage }: Bar): string {
  if (value === null) return valueText;
  return coverage === null || coverage.known === coverage.size ? '' : `${coverage.known}/${coverage.size}`;
}

function barAt(middle: number, width: number): string {
  const radius = Math.min(BAR.height, width) / 2;
  return `<rect x="${MARGIN}" y="${middle - BAR.height / 2}" width="${round(width)}" height="${BAR.height}" rx="${round(radius)}"/>`;
}

/** The middle of small letters is about a third of their size above the line that they stand on. */
function textAt(text: string, x: number, middle: number, size: number, attributes = ''): string {
  return `<text x="${x}" y="${round(middle + size * 0.35)}"${attributes}>${escapeXml(text)}</text>`;
}

function group(paint: Paint, content: readonly string[], attributes = ''): string {
  return content.length === 0 ? '' : `<g${painted(paint)}${attributes}>\n${content.join('\n')}\n</g>`;
}

function painted(paint: Paint): string {
  return ` class="${paint}" fill="${LIGHT[paint]}"`;
}

/** Hundredths of a pixel are more than any screen shows. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

function escapeXml(text: string): string {
  return escapeHtml(printable(text));
}

/** Without control characters (but the end of a line) and halves of characters, which no XML may hold. */
function printable(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
}
