import {
  type Cell,
  type Column,
  itemsOf,
  TABLE_SHAPES,
  type TableShape,
  tableName,
  toCell,
} from '../../../core/editing/columns';
import { canonical, FINGERPRINT, type Table } from '../../../core/editing/tables';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { fold } from '../../../core/language/fold';
import { REFERENCES, type RecordFile } from '../../../core/loading/parse';
import { valueAt } from '../../../core/loading/problem';
import { digestOf } from '../../knowledge-copies';
import { namesIn } from './record-names';

/** What a form holds of a record: the texts of its fields by their names, "call.label" or "sources.0.url". */
export type Values = ReadonlyMap<string, string>;

/** A field of a form. */
export interface Field {
  /** Its name in the form. */
  readonly name: string;
  readonly column: Column;
  /** What records its values name; null where they name none. */
  readonly refersTo: RecordFile | null;
}

/** The fields of a record, and of each item of its lists. */
export interface FormShape {
  readonly file: RecordFile;
  readonly fields: readonly Field[];
  readonly lists: readonly { readonly list: string; readonly shape: TableShape }[];
}

const ID = 'id';
/** Says that an item is to be taken away. */
const REMOVE = 'retirer';

export function formShapeOf(file: RecordFile): FormShape {
  const own = TABLE_SHAPES.filter((table) => table.file === file);
  return {
    file,
    fields: own.flatMap(({ list, columns }) =>
      list === null ? columns.filter(({ path }) => path !== ID).map((column) => fieldOf(file, column)) : [],
    ),
    lists: own.flatMap((shape) => (shape.list === null ? [] : [{ list: shape.list, shape }])),
  };
}

function fieldOf(file: RecordFile, column: Column): Field {
  const reference = REFERENCES.find((one) => one.file === file && one.field === column.path);
  return { name: column.path, column, refersTo: reference?.to ?? null };
}

/** The name of a field of an item of a list. */
export function itemField(list: string, at: number, path: string): string {
  return `${list}.${at}.${path}`;
}

export function removeField(list: string, at: number): string {
  return itemField(list, at, REMOVE);
}

/** What the form of a record is filled in with; names stand for the records that it refers to. */
export function valuesOf(file: RecordFile, record: object, knowledge: KnowledgeBase): Values {
  const { fields, lists } = formShapeOf(file);
  const values = new Map<string, string>();
  for (const { name, column, refersTo } of fields) values.set(name, textOf(record, column, refersTo, knowledge));
  for (const { list, shape } of lists)
    for (const [at, item] of itemsOf(record, list).entries())
      for (const column of shape.columns)
        values.set(itemField(list, at, column.path), textOf(item, column, null, knowledge));
  return values;
}

/** How many items of a list a form has fields for. */
export function itemCount(list: string, values: Values): number {
  const numbers = [...values.keys()].flatMap((name) => {
    const [own, at = ''] = name.split('.');
    return own === list && /^\d{1,3}$/u.test(at) ? [Number(at) + 1] : [];
  });
  return Math.max(0, ...numbers);
}

/** What somebody sent; of a field with several values, a line for each. */
export function valuesSent(form: URLSearchParams): Values {
  const values = new Map<string, string>();
  for (const name of new Set(form.keys())) values.set(name, form.getAll(name).join('\n').replaceAll('\r\n', '\n'));
  return values;
}

/** What tells whether a record was changed since its form was filled in. */
export function fingerprintOf(file: RecordFile, record: object): string {
  return digestOf(canonical(file, record));
}

/**
 * The form as the sheets of a spreadsheet, of which all the rest is known: how they are read, checked and put into the files. `fingerprint`:
 * empty for a new record.
 */
export function tablesOf(
  file: RecordFile,
  id: string,
  fingerprint: string,
  values: Values,
  knowledge: KnowledgeBase,
): readonly Table[] {
  const { fields, lists } = formShapeOf(file);
  const main: Table = {
    name: tableName({ file, list: null }),
    rows: [
      [ID, ...fields.map(({ name }) => name), FINGERPRINT],
      [
        id,
        ...fields.map(({ name, column, refersTo }) => cellOf(values.get(name) ?? '', column, refersTo, knowledge)),
        fingerprint,
      ],
    ],
  };
  return [
    main,
    ...lists.map(({ list, shape }): Table => ({
      name: tableName(shape),
      rows: [
        [ID, ...shape.columns.map(({ path }) => path)],
        ...keptItems(list, shape, values).map((at) => [
          id,
          ...shape.columns.map((column) =>
            cellOf(values.get(itemField(list, at, column.path)) ?? '', column, null, knowledge),
          ),
        ]),
      ],
    })),
  ];
}

/** The items that are not to be taken away, and in which something is written. */
export function keptItems(list: string, { columns }: TableShape, values: Values): readonly number[] {
  return Array.from({ length: itemCount(list, values) }, (_, at) => at).filter(
    (at) =>
      !values.has(removeField(list, at)) &&
      columns.some(({ path }) => (values.get(itemField(list, at, path)) ?? '').trim() !== ''),
  );
}

function textOf(record: unknown, column: Column, refersTo: RecordFile | null, knowledge: KnowledgeBase): string {
  const value = valueAt(record, column.path.split('.'));
  if (Array.isArray(value)) return value.map((item) => nameFor(String(item), refersTo, knowledge)).join('\n');
  if (refersTo !== null && typeof value === 'string') return value;
  const cell = toCell(value, column);
  return cell === null ? '' : typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
}

function cellOf(text: string, column: Column, refersTo: RecordFile | null, knowledge: KnowledgeBase): Cell {
  if (column.kind !== 'list') return text.trim() === '' ? null : text;
  const items = text
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return toCell(
    items.map((item) => idFor(item, refersTo, knowledge)),
    column,
  );
}

/** The name of a record where no other of its kind has the same; else its id. */
function nameFor(id: string, file: RecordFile | null, knowledge: KnowledgeBase): string {
  if (file === null) return id;
  const name = namesIn(file, knowledge).find((record) => record.id === id)?.name ?? id;
  return idFor(name, file, knowledge) === id ? name : id;
}

/** The id of the record that is named; what names none is left as it is, for the check to refuse. */
function idFor(text: string, file: RecordFile | null, knowledge: KnowledgeBase): string {
  if (file === null) return text;
  const records = namesIn(file, knowledge);
  if (records.some(({ id }) => id === text)) return text;
  const folded = fold(text);
  const named = records.filter(({ name }) => fold(name) === folded);
  return named.length === 1 ? (named[0]?.id ?? text) : text;
}
