import type { EChartsOption, GraphicComponentOption } from 'echarts';
import type { Locale } from '../../src/core/language/locale';
import type { Bar, Bars } from './bar-data';
import { barsAlternative } from './bars-alternative';
import { renderWithEcharts } from './echarts';
import { plainSvg, printable } from './plain-svg';
import { textWidth, wrapToWidth } from './text-width';

/** All in pixels of a picture that a chat shows 260 wide: 14 is then 12 on the screen. */
const WIDTH = 300;
const MARGIN = 12;
const INNER_WIDTH = WIDTH - 2 * MARGIN;
const GAP = 6;
const TITLE = { size: 16, line: 21, mostLines: 5 };
const LABEL = { size: 14, line: 18, mostLines: 2 };
const NOTE = { size: 13, line: 18, mostLines: 8 };
/** Rows are as high as their labels need, so the axis of the bars counts steps: a line is two, a bar two, the air below one. */
const STEP = 9;
const STEPS = { line: 2, bar: 2, air: 1 };
const BAR_WIDTH = 14;
/** A published amount is seen, however small. */
const LEAST_BAR = 2;

const FONT = 'Arial, Liberation Sans, Helvetica, sans-serif';
/** On white, 12.6, 16.6 and 7.2 to 1. */
const COLOURS = { bar: '#000091', text: '#161616', muted: '#57575f', background: '#ffffff' };

/** A picture of the bars as a self-contained SVG; the same bars give the same bytes. */
export function drawBars(bars: Bars, { locale }: { readonly locale: Locale }): string {
  const title = textBlock([bars.title], MARGIN, { ...TITLE, isBold: true });
  const rowsTop = title.bottom + GAP;
  const rows = placeRows(bars.rows);
  const rowsBottom = rowsTop + stepsOf(rows) * STEP;
  const rest = textBlock(bars.rest === null ? [] : [bars.rest], rowsBottom, {
    ...LABEL,
    fill: COLOURS.muted,
  });
  const notes = textBlock(bars.notes, rest.bottom + (bars.notes.length > 0 ? GAP : 0), {
    ...NOTE,
    fill: COLOURS.muted,
  });
  const words = [
    ...title.words,
    ...rows.flatMap((row) => rowWords(row, rowsTop + row.firstStep * STEP)),
    ...rest.words,
    ...notes.words,
  ];
  const svg = renderWithEcharts(
    { backgroundColor: COLOURS.background, graphic: words.map(textElement), ...barSeries(rows, rowsTop) },
    WIDTH,
    notes.bottom + MARGIN,
  );
  return plainSvg(svg, { title: bars.title, description: barsAlternative(bars, locale), locale });
}

/** One line of text, its middle at `y`. */
interface Words {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: string;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isAtRight?: boolean;
}

interface BlockStyle extends Pick<Words, 'size' | 'fill' | 'isBold'> {
  readonly line: number;
  readonly mostLines: number;
}

/** Paragraphs from `top` down, and where they end. */
function textBlock(
  paragraphs: readonly string[],
  top: number,
  { line, mostLines, ...style }: BlockStyle,
): { readonly words: readonly Words[]; readonly bottom: number } {
  const words: Words[] = [];
  let bottom = top;
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0) bottom += GAP;
    for (const text of wrapToWidth(printable(paragraph), INNER_WIDTH, style.size, mostLines)) {
      words.push({ text, x: MARGIN, y: bottom + line / 2, ...style });
      bottom += line;
    }
  }
  return { words, bottom };
}

/** A row with its label on lines, the words at its right, and the steps that it takes. */
interface Row {
  readonly bar: Bar;
  readonly lines: readonly string[];
  /** "5/7" where some amounts are missing; "non publié" where all are. */
  readonly aside: string;
  readonly firstStep: number;
  readonly steps: number;
}

function placeRows(bars: readonly Bar[]): readonly Row[] {
  const rows: Row[] = [];
  for (const bar of bars) {
    const aside = asideOf(bar);
    const room = aside === '' ? INNER_WIDTH : INNER_WIDTH - textWidth(aside, NOTE.size) - 2 * GAP;
    const lines = wrapToWidth(printable(bar.label), INNER_WIDTH, LABEL.size, LABEL.mostLines, room);
    // What is not published has no bar, so no place for one either.
    const steps = lines.length * STEPS.line + (bar.value === null ? 0 : STEPS.bar) + STEPS.air;
    rows.push({ bar, lines, aside, firstStep: stepsOf(rows), steps });
  }
  return rows;
}

function asideOf({ value, valueText, coverage }: Bar): string {
  if (value === null) return valueText;
  return coverage === null || coverage.known === coverage.size ? '' : `${coverage.known}/${coverage.size}`;
}

function stepsOf(rows: readonly Row[]): number {
  return rows.reduce((total, { steps }) => total + steps, 0);
}

function rowWords({ bar, lines, aside }: Row, top: number): readonly Words[] {
  const barMiddle = top + (lines.length * STEPS.line + STEPS.bar / 2) * STEP;
  return [
    ...lines.map((text, index) => ({ text, x: MARGIN, y: top + (index + 0.5) * LABEL.line, size: LABEL.size })),
    ...(aside === ''
      ? []
      : [
          {
            text: aside,
            x: WIDTH - MARGIN,
            y: top + LABEL.line / 2,
            size: NOTE.size,
            fill: COLOURS.muted,
            isItalic: bar.value === null,
            isAtRight: true,
          },
        ]),
    // A published zero is said, and has no length.
    ...(bar.value === 0 ? [{ text: bar.valueText, x: MARGIN, y: barMiddle, size: LABEL.size, isBold: true }] : []),
  ];
}

/** The bars, each with its value at its end; the longest one leaves room for the widest value. */
function barSeries(rows: readonly Row[], top: number): EChartsOption {
  const drawn = rows.filter(({ bar }) => bar.value !== null && bar.value > 0);
  const widest = Math.max(0, ...drawn.map(({ bar }) => textWidth(bar.valueText, LABEL.size)));
  const greatest = Math.max(0, ...drawn.map(({ bar }) => bar.value ?? 0));
  const steps = Array.from({ length: stepsOf(rows) }, (_, index) => String(index));
  // The bar is centred on the step that begins in its middle: half a step too low, which the grid takes back.
  const rowAt = new Map(drawn.map((row) => [row.firstStep + row.lines.length * STEPS.line + STEPS.bar / 2, row.bar]));
  return {
    grid: { left: MARGIN, top: top - STEP / 2, width: INNER_WIDTH - widest - GAP, height: steps.length * STEP },
    xAxis: { type: 'value', show: false, min: 0, max: greatest === 0 ? 1 : greatest },
    yAxis: { type: 'category', show: false, inverse: true, data: steps },
    series: {
      type: 'bar',
      silent: true,
      clip: false,
      barWidth: BAR_WIDTH,
      barMinHeight: LEAST_BAR,
      itemStyle: { color: COLOURS.bar },
      data: steps.map((_, step) => rowAt.get(step)?.value ?? '-'),
      label: {
        show: true,
        position: 'right',
        distance: GAP,
        formatter: ({ dataIndex }) => rowAt.get(dataIndex)?.valueText ?? '',
        color: COLOURS.text,
        fontFamily: FONT,
        fontSize: LABEL.size,
        fontWeight: 'bold',
        textBorderWidth: 0,
      },
    },
  };
}

function textElement({ text, x, y, size, fill, isBold, isItalic, isAtRight }: Words): GraphicComponentOption {
  return {
    type: 'text',
    silent: true,
    x,
    y,
    style: {
      text,
      fill: fill ?? COLOURS.text,
      fontFamily: FONT,
      fontSize: size,
      fontWeight: isBold === true ? 'bold' : 'normal',
      fontStyle: isItalic === true ? 'italic' : 'normal',
      align: isAtRight === true ? 'right' : 'left',
      verticalAlign: 'middle',
    },
  };
}
