import { z } from 'zod';
import * as a from './card-values';
import { oneOf, plainOr } from './readable-choice';

/*
 * Adaptive Cards 1.5 as the public schema tells it: every element, every action, their properties and nothing else.
 * They hold each other (a container an action, an action a card), so they stand in one file and are looked up late.
 */

const PARTS: ReadonlySet<string> = new Set(['AdaptiveCard', 'Column', 'TableRow', 'TableCell', 'TextRun']);

const anyElement = z.lazy(() => element);
const elements = z.array(anyElement);
const actions = z.array(z.lazy(() => action));
const selectAction = z.lazy(() => selectableAction).optional();
const orDrop = (schema: z.ZodType): z.ZodType => plainOr(z.literal('drop'), schema).optional();

const requires = z.record(z.string(), z.string()).optional();
const placed = { id: a.text, requires, isVisible: a.flag, separator: a.flag, spacing: a.spacing };
const block = { ...placed, height: a.blockHeight, fallback: orDrop(anyElement) };
const input = { ...block, id: z.string(), label: a.text, isRequired: a.flag, errorMessage: a.text };
const moment = { ...input, min: a.text, max: a.text, placeholder: a.text, value: a.text };
const font = {
  color: a.color,
  fontType: a.fontType,
  isSubtle: a.flag.nullable(),
  size: a.fontSize,
  weight: a.fontWeight,
};
const box = {
  selectAction,
  style: a.containerStyle,
  verticalContentAlignment: a.vertical,
  bleed: a.flag,
  backgroundImage: a.backgroundImage,
  minHeight: a.pixels.optional(),
  rtl: a.flag.nullable(),
};
const inCells = { horizontalCellContentAlignment: a.horizontal, verticalCellContentAlignment: a.vertical };

const image = {
  ...block,
  url: a.address,
  altText: a.text,
  backgroundColor: a.text,
  height: plainOr(a.pixels, a.blockHeight).optional(),
  width: a.pixels.optional(),
  horizontalAlignment: a.horizontal,
  selectAction,
  size: a.imageSize,
  style: a.word('default', 'person').optional(),
};

const textRun = {
  ...font,
  text: z.string(),
  highlight: a.flag,
  italic: a.flag,
  strikethrough: a.flag,
  underline: a.flag,
  selectAction,
};

const column: z.ZodType = part('Column', {
  ...placed,
  ...box,
  items: elements.optional(),
  width: a.columnWidth,
  fallback: orDrop(z.lazy(() => column)),
});

const tableColumn = part('TableColumnDefinition', { width: a.tableColumnWidth, ...inCells });
const tableCell = part('TableCell', { ...box, items: elements });
const tableRow = part('TableRow', { cells: z.array(tableCell).optional(), style: a.containerStyle, ...inCells });

/** The elements of a card, by the name of their type. */
const elementShapes = {
  TextBlock: {
    ...block,
    ...font,
    text: z.string(),
    horizontalAlignment: a.horizontal,
    maxLines: a.amount,
    wrap: a.flag,
    style: a.word('default', 'heading').nullish(),
  },
  RichTextBlock: {
    ...block,
    inlines: z.array(plainOr(z.string(), oneOf('inline', { TextRun: textRun }))),
    horizontalAlignment: a.horizontal,
  },
  Image: image,
  ImageSet: { ...block, images: z.array(oneOf('image', { Image: image })), imageSize: a.imageSize },
  Media: {
    ...block,
    sources: z.array(part('MediaSource', { mimeType: z.string(), url: a.address })),
    poster: a.address.optional(),
    altText: a.text,
  },
  FactSet: { ...block, facts: z.array(part('Fact', { title: z.string(), value: z.string() })) },
  Container: { ...block, ...box, items: elements },
  ColumnSet: {
    ...block,
    columns: z.array(column).optional(),
    selectAction,
    style: a.containerStyle,
    bleed: a.flag,
    minHeight: a.pixels.optional(),
    horizontalAlignment: a.horizontal,
  },
  Table: {
    ...block,
    columns: z.array(tableColumn).optional(),
    rows: z.array(tableRow).optional(),
    firstRowAsHeader: a.flag,
    showGridLines: a.flag,
    gridStyle: a.containerStyle,
    ...inCells,
  },
  ActionSet: { ...block, actions },
  'Input.Text': {
    ...input,
    isMultiline: a.flag,
    maxLength: a.amount,
    placeholder: a.text,
    regex: a.text,
    style: a.word('text', 'tel', 'url', 'email', 'password').optional(),
    inlineAction: selectAction,
    value: a.text,
  },
  'Input.ChoiceSet': {
    ...input,
    choices: z.array(part('Input.Choice', { title: z.string(), value: z.string() })).optional(),
    // Of 1.6, but Teams reads it in cards of any version, and older renderers pass over it.
    'choices.data': z
      .strictObject({
        type: z.literal('Data.Query'),
        dataset: z.string().min(1),
        count: a.amount,
        skip: a.amount,
        associatedInputs: a.word('auto', 'none').optional(),
      })
      .optional(),
    isMultiSelect: a.flag,
    style: a.word('compact', 'expanded', 'filtered').optional(),
    value: a.text,
    placeholder: a.text,
    wrap: a.flag,
  },
  'Input.Toggle': { ...input, title: z.string(), value: a.text, valueOff: a.text, valueOn: a.text, wrap: a.flag },
  'Input.Number': { ...input, min: a.amount, max: a.amount, placeholder: a.text, value: a.amount },
  'Input.Date': moment,
  'Input.Time': moment,
};

const button = {
  id: a.text,
  requires,
  title: a.text,
  iconUrl: a.address.optional(),
  style: a.word('default', 'positive', 'destructive').optional(),
  fallback: orDrop(z.lazy(() => action)),
  tooltip: a.text,
  isEnabled: a.flag,
  mode: a.word('primary', 'secondary').optional(),
};
const sent = {
  data: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  associatedInputs: a.word('auto', 'none').optional(),
};
const target = part('TargetElement', { elementId: z.string(), isVisible: a.flag.nullable() });

/** The actions that a click on an element may start: all but the one that unfolds a card. */
const selectableShapes = {
  'Action.OpenUrl': { ...button, url: a.address },
  'Action.Submit': { ...button, ...sent },
  'Action.Execute': { ...button, ...sent, verb: a.text },
  'Action.ToggleVisibility': { ...button, targetElements: z.array(plainOr(z.string(), target)) },
};
const actionShapes = {
  ...selectableShapes,
  'Action.ShowCard': { ...button, card: z.lazy(() => innerCard).optional() },
};

const element: z.ZodType = oneOf('element', elementShapes);
const action: z.ZodType = oneOf('action', actionShapes);
const selectableAction: z.ZodType = oneOf('action on selection', selectableShapes);

const cardShape = {
  body: elements.optional(),
  actions: actions.optional(),
  selectAction,
  fallbackText: a.text,
  backgroundImage: a.backgroundImage,
  minHeight: a.pixels.optional(),
  rtl: a.flag.nullable(),
  speak: a.text,
  lang: a.language,
  verticalContentAlignment: a.vertical,
  refresh: part('Refresh', {
    action: oneOf('refreshing action', { 'Action.Execute': selectableShapes['Action.Execute'] }).optional(),
    // No limit of the schema, but of Teams.
    userIds: z.array(z.string()).max(60).optional(),
  }).optional(),
  authentication: part('Authentication', {
    text: a.text,
    connectionName: a.text,
    tokenExchangeResource: part('TokenExchangeResource', {
      id: z.string(),
      uri: z.string(),
      providerId: z.string(),
    }).optional(),
    buttons: z.array(z.strictObject({ type: z.string(), title: a.text, image: a.text, value: z.string() })).optional(),
  }).optional(),
  $schema: z.url().optional(),
};
const innerCard: z.ZodType = oneOf('card', { AdaptiveCard: { ...cardShape, version: a.version.optional() } });

/** A whole card of version 1.5 or less, as a bot sends it. */
export const adaptiveCard: z.ZodType = oneOf('card', { AdaptiveCard: { ...cardShape, version: a.version } });

/** Whether a renderer of 1.5 knows this type of element, action or part with content of its own. */
export function isKnownType(type: string): boolean {
  return type in elementShapes || type in actionShapes || PARTS.has(type);
}

/** A part that stands in one place only, so that it need not say its type. */
function part(type: string, shape: z.core.$ZodLooseShape): z.ZodType {
  return z.strictObject({ type: z.literal(type).optional(), ...shape });
}
