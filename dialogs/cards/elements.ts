import type { Action, ActionSet, AdaptiveCard, CardElement, Spacing, Table, TextBlock } from './adaptive-card';

/** A paragraph. */
export function paragraph(text: string, more: Partial<Omit<TextBlock, 'type' | 'text' | 'wrap'>> = {}): TextBlock {
  return { type: 'TextBlock', text, wrap: true, ...more };
}

/** The title of a part of a card. */
export function heading(text: string, spacing: Spacing = 'Medium'): TextBlock {
  return paragraph(text, { weight: 'Bolder', style: 'heading', spacing });
}

/** Buttons on a line; none at all when there is no action. */
export function buttons(actions: readonly Action[], spacing: Spacing = 'Medium'): readonly ActionSet[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing, actions }];
}

/** A table: the first row names the columns; every column but the first holds figures when `isNumeric`. */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { widths, isNumeric }: { readonly widths: readonly number[]; readonly isNumeric: boolean },
): Table {
  const cell = (text: string, column: number): readonly CardElement[] => [
    paragraph(text, isNumeric && column > 0 ? { horizontalAlignment: 'Right' } : {}),
  ];
  const head = header.map((text, column) => [
    paragraph(text, {
      weight: 'Bolder',
      ...(isNumeric && column > 0 ? { horizontalAlignment: 'Right' } : {}),
    }),
  ]);
  return tableOf([head, ...rows.map((texts) => texts.map(cell))], widths);
}

/** A table whose cells say themselves what they hold, for columns too narrow to have the labels beside them. */
export function labelledTable(
  header: readonly string[],
  rows: readonly { readonly label: string; readonly values: readonly string[] }[],
): Table {
  const head = header.map((text) => [paragraph(text, { weight: 'Bolder' })]);
  const cells = rows.map(({ label, values }) =>
    values.map((value) => [paragraph(label, { isSubtle: true, size: 'Small' }), paragraph(value, { spacing: 'None' })]),
  );
  return tableOf(
    [head, ...cells],
    header.map(() => 1),
  );
}

function tableOf(rows: readonly (readonly (readonly CardElement[])[])[], widths: readonly number[]): Table {
  return {
    type: 'Table',
    columns: widths.map((width) => ({ width })),
    firstRowAsHeader: true,
    gridStyle: 'default',
    showGridLines: true,
    spacing: 'Medium',
    rows: rows.map((cells) => ({
      type: 'TableRow',
      cells: cells.map((items) => ({ type: 'TableCell', items })),
    })),
  };
}

/** Teams and Web Chat both draw Adaptive Cards up to this version. */
const CARD_VERSION = '1.5';

/** A card; `text` is what it says, for those who do not see it. */
export function cardOf(body: readonly CardElement[], text: string, locale: string): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    lang: locale,
    fallbackText: text,
    body,
  };
}

/** A text of several lines as the paragraphs of a card. */
export function written(text: string): readonly string[] {
  return text.split('\n').map(escaped);
}

/** Signs that Markdown would take for its own, in a text that is none. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&');
}
