import type { Locale } from '../../src/core/language/locale';
import { LONGEST_LIST } from '../../src/core/model/answer';
import type { Source } from '../../src/core/model/records';
import { cardMessagesFor, messagesFor } from '../../src/messages/messages-for';
import type { Addresses } from '../addresses';
import { barsAlternative } from '../pictures/bar-data';
import { leftSources, sourceLabel } from '../text/source-text';
import { type Block, type Fold, MOST_ROWS, type Row, type Rows, type Table, type View } from '../view/view';
import type { Action, CardElement, CardImage, CardTable, TextBlock } from './adaptive-card';
import { buttonColumn, buttons, escaped, openUrl, paragraph, type TextStyle } from './elements';
import { guideElements, pressAction } from './press-action';
import { type Profile, sayAction } from './profile';

export interface Drawing {
  readonly profile: Profile;
  readonly addresses: Addresses;
  /** Number of the answer in its conversation, for « la suite »; null when it is not kept. */
  readonly answerId: number | null;
}

/** Blocks as the elements of a card, but for what is behind a press. */
export function blockElements(blocks: readonly Block[], view: View, drawing: Drawing): readonly CardElement[] {
  return blocks.flatMap((block) => elementsOf(block, view, drawing));
}

function elementsOf(block: Block, { locale, question }: View, drawing: Drawing): readonly CardElement[] {
  const { profile, addresses, answerId } = drawing;
  switch (block.kind) {
    case 'headline':
      return [
        paragraph(escaped(block.value), { weight: 'Bolder', size: sizeOf(block.value) }),
        ...told(block.what, { spacing: 'None' }),
      ];
    case 'line':
      return [paragraph(escaped(block.text), { ...TONES[block.tone], spacing: 'Small' })];
    case 'rows':
      return [...block.rows.map((row) => rowElement(row, drawing)), ...moreButtons(block, locale, drawing)];
    case 'table':
      return tableElements(block, locale);
    case 'sources':
      return sourceElements(block.sources, block.sources.length, locale, false);
    case 'picture': {
      const url = addresses.picture(block.first?.question ?? question, locale);
      if (url === null) return [];
      const { bars } = block;
      const picture: CardImage = {
        type: 'Image',
        url,
        altText: `${cardMessagesFor(locale).picture(bars.title)}\n${barsAlternative(bars, locale)}`,
        size: 'Auto',
        spacing: 'Medium',
      };
      if (!profile.drawsBars) return [picture];
      // A bar of an unknown value would be a zero: it stands in the table only.
      const data = bars.rows.flatMap(({ label, value }) => (value === null ? [] : [{ x: label, y: value }]));
      return [
        { type: 'Chart.HorizontalBar', title: bars.title, displayMode: 'AbsoluteWithAxis', data, fallback: picture },
      ];
    }
    case 'choices':
      return buttonColumn(
        block.choices.flatMap(({ label, said }, at) => {
          if (said !== null) return [sayAction(label, said, profile)];
          if (answerId === null) return [];
          return [pressAction(label, { action: 'reading', answer: answerId, reading: at }, profile)];
        }),
      );
    case 'guides':
      return guideElements(block.guides, locale, profile);
    case 'fold':
      return [];
  }
}

const TONES = { plain: {}, caveat: { size: 'Small' }, quiet: { size: 'Small', isSubtle: true } } as const;

/** The buttons that unfold what is behind them: the folds of an answer, its sources, its record. */
export function foldActions(view: View, drawing: Drawing): readonly Action[] {
  const { locale, record, project, sources, sourceCount } = view;
  const words = cardMessagesFor(locale);
  const page = openUrl(words.projectPage, project === null ? null : drawing.addresses.project(project, locale));
  const links = sourceElements(sources, sourceCount, locale, drawing.profile.citesInText);
  return [
    ...view.blocks
      .filter((block): block is Fold => block.kind === 'fold')
      .map(({ title, blocks }) => showCard(title, blockElements(blocks, view, drawing))),
    ...(sources.length === 0 ? [] : [showCard(words.sources(sourceCount), links)]),
    ...(record === null ? [] : [showCard(words.record, recordElements(record, locale), page)]),
  ];
}

/** One line each and no FactSet: its label column breaks words in a narrow widget. */
export function recordElements({ rows }: NonNullable<View['record']>, locale: Locale): readonly CardElement[] {
  return rows.map(([label, value]) =>
    paragraph(messagesFor(locale).detail(`**${label?.text ?? ''}**`, escaped(value?.text ?? '')), { spacing: 'Small' }),
  );
}

function showCard(title: string, body: readonly CardElement[], actions: readonly Action[] = []): Action {
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', body, actions } };
}

/** The first of `count` sources as links with their dates, numbered where the text cites them; and where the others are. */
export function sourceElements(sources: readonly Source[], count: number, locale: Locale, isNumbered: boolean) {
  const links = sources.map((source, at) =>
    paragraph(`${isNumbered ? `${escaped(`[${at + 1}]`)} ` : ''}${sourceLink(source, locale)}`, { spacing: 'Small' }),
  );
  return [...links, ...leftSources(count, sources, locale).map((text) => paragraph(escaped(text), TONES.quiet))];
}

/** Markdown, of which neither the name nor the address of a source can make another link. */
function sourceLink(source: Source, locale: Locale): string {
  const label = escaped(sourceLabel(source, locale));
  return source.url === null ? label : `[${label}](${source.url.replace(/[()'<>\\"\s]/g, percentEncoded)})`;
}

/** `encodeURIComponent` leaves parentheses and apostrophes as they are, and the latter would be made those of print. All these signs are ASCII, but for spaces of another kind. */
function percentEncoded(sign: string): string {
  return /[()']/u.test(sign) ? `%${sign.charCodeAt(0).toString(16)}` : encodeURIComponent(sign);
}

/** The shorter the larger: a figure is seen first, a name of two lines is not shouted. */
function sizeOf(value: string): NonNullable<TextBlock['size']> {
  return value.length <= 24 ? 'ExtraLarge' : value.length <= 60 ? 'Large' : 'Default';
}

/** A paragraph of plain text; none of an empty one. */
function told(text: string, style: TextStyle): readonly TextBlock[] {
  return text === '' ? [] : [paragraph(escaped(text), style)];
}

/** Its name holds all that is seen of it: whoever speaks to the screen says what is read there. */
function rowElement({ name, detail, amount, opens }: Row, { profile }: Drawing): CardElement {
  return {
    type: 'Container',
    separator: true,
    spacing: 'Small',
    selectAction: sayAction([name, detail, amount].filter((part) => part !== '').join(' '), opens, profile),
    items: [
      {
        type: 'ColumnSet',
        columns: [
          {
            type: 'Column',
            width: 'stretch',
            items: [
              paragraph(escaped(name), { weight: 'Bolder', color: 'Accent' }),
              ...told(detail, { spacing: 'None', size: 'Small', isSubtle: true }),
            ],
          },
          ...told(amount, { weight: 'Bolder', horizontalAlignment: 'Right' }).map(
            (text) => ({ type: 'Column', width: 'auto', items: [text] }) as const,
          ),
        ],
      },
    ],
  };
}

/** Where cards are drawn again in their place the next stretch takes that of this one; elsewhere this one is still to be seen above. */
function moreButtons({ before, rows, left, first }: Rows, locale: Locale, { answerId, profile }: Drawing) {
  if (answerId === null) return [];
  const words = cardMessagesFor(locale);
  const ofFirst = first === undefined ? {} : ({ isFirst: true } as const);
  const goTo = (title: string, from: number): Action =>
    pressAction(title, { action: 'more', answer: answerId, from, ...ofFirst }, profile);
  return buttons([
    ...(profile.redrawsCards && before > 0 ? [goTo(words.previous, Math.max(0, before - LONGEST_LIST))] : []),
    ...(left > 0 ? [goTo(words.more(left), before + rows.length)] : []),
  ]);
}

/** A first row names the columns: figures stand to the right, and a column of names is the wider one. */
function tableElements({ columns, rows, french }: Table, locale: Locale): readonly CardElement[] {
  const left = rows.length - MOST_ROWS;
  const titles = columns.map(({ title }) => title);
  const texts = rows.slice(0, MOST_ROWS).map((cells) => cells.map(({ text }) => text));
  const row = (cells: readonly string[], style: TextStyle = {}): CardTable['rows'][number] => ({
    type: 'TableRow',
    cells: cells.map((text, at) => {
      const alignment = columns[at]?.isNumeric === true ? ({ horizontalAlignment: 'Right' } as const) : {};
      return { type: 'TableCell', items: [paragraph(escaped(text), { ...style, ...alignment })] };
    }),
  });
  return [
    {
      type: 'Table',
      columns: columns.map(({ isNumeric }, at) => ({ width: at === 0 && !isNumeric && french !== 'columns' ? 3 : 2 })),
      firstRowAsHeader: true,
      gridStyle: 'default',
      showGridLines: true,
      spacing: 'Medium',
      rows: [row(titles, { weight: 'Bolder' }), ...texts.map((cells) => row(cells))],
    },
    ...(left > 0 ? [paragraph(messagesFor(locale).andMore(left), TONES.quiet)] : []),
  ];
}
