import {
  type Cell,
  type Column,
  itemsOf,
  TABLE_SHAPES,
  type TableShape,
  tableName,
  toCell,
} from '../../../core/editing/columns';
import { FINGERPRINT, type Table } from '../../../core/editing/tables';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { fold } from '../../../core/language/fold';
import { REFERENCES, type RecordFile } from '../../../core/loading/parse';
import { valueAt } from '../../../core/loading/problem';
import { namesIn } from './record-names';

/** What a form holds of a record: the texts of its fields by their names, "call.label" or "sources.0.url". */
export type Values = ReadonlyMap<string, string>;

const ID = 'id';
/** Says that an item is to be taken away. */
const REMOVE = 'retirer';

/** What a form sends beside what it holds of a record. */
const BESIDE: ReadonlySet<string> = new Set(['jeton', 'empreinte', ID]);

/** Whether this is the name of a field that holds something of a record. */
export function isField(name: string): boolean {
  return !BESIDE.has(name) && !name.endsWith(`.${REMOVE}`);
}

/** What the form of a record is made of: the shape of its own sheet, without the id, then those of its lists. */
export function formShapes(file: RecordFile): readonly TableShape[] {
  return TABLE_SHAPES.filter((shape) => shape.file === file).map((shape) => ({
    ...shape,
    columns: shape.columns.filter(({ path }) => path !== ID),
  }));
}

/** What records the values of a column name; null where they name none. */
export function referredTo({ file, list }: TableShape, { path }: Column): RecordFile | null {
  if (list !== null) return null;
  return REFERENCES.find((one) => one.file === file && one.field === path)?.to ?? null;
}

/** The name of a field of the record, or of an item of a list of it. */
export function fieldName(list: string | null, at: number, path: string): string {
  return list === null ? path : `${list}.${at}.${path}`;
}

export function removeField(list: string, at: number): string {
  return fieldName(list, at, REMOVE);
}

/** What the form of a record is filled in with; names stand for the records that it refers to. */
export function valuesOf(file: RecordFile, record: object, knowledge: KnowledgeBase): Values {
  const values = new Map<string, string>();
  for (const shape of formShapes(file))
    for (const [at, item] of itemsOf(record, shape.list).entries())
      for (const column of shape.columns)
        values.set(fieldName(shape.list, at, column.path), textOf(item, column, referredTo(shape, column), knowledge));
  return values;
}

/** How many items of a list a form has, without those in which nothing is written after the last one. */
export function itemCount(list: string, values: Values): number {
  const numbers = [...values].flatMap(([name, value]) => {
    const [own, at = ''] = name.split('.');
    return own === list && value.trim() !== '' && /^\d{1,3}$/u.test(at) ? [Number(at) + 1] : [];
  });
  return Math.max(0, ...numbers);
}

/** What somebody sent; of a field with several values, a line for each. */
export function valuesSent(form: URLSearchParams): Values {
  const names = [...new Set(form.keys())];
  return new Map(names.map((name) => [name, form.getAll(name).join('\n').replaceAll('\r\n', '\n')]));
}

/**
 * The form as the sheets of a spreadsheet, of which all the rest is known: how they are read, checked and put into the files. `fingerprint`:
 * empty for a new record.
 */
export function tablesOf(file: RecordFile, id: string, fingerprint: string, values: Values, knowledge: KnowledgeBase) {
  return formShapes(file).map((shape): Table => {
    const { list, columns } = shape;
    const own = (cell: string): readonly string[] => (list === null ? [cell] : []);
    const cell = (at: number, column: Column): Cell =>
      cellOf(values.get(fieldName(list, at, column.path)) ?? '', column, referredTo(shape, column), knowledge);
    return {
      name: tableName(shape),
      rows: [
        [ID, ...columns.map(({ path }) => path), ...own(FINGERPRINT)],
        ...keptItems(shape, values).map((at) => [
          id,
          ...columns.map((column) => cell(at, column)),
          ...own(fingerprint),
        ]),
      ],
    };
  });
}

/** The items that are not to be taken away, and in which something is written; of the record itself, the only one. */
export function keptItems({ list, columns }: TableShape, values: Values): readonly number[] {
  if (list === null) return [0];
  return Array.from({ length: itemCount(list, values) }, (_, at) => at).filter(
    (at) =>
      !values.has(removeField(list, at)) &&
      columns.some(({ path }) => (values.get(fieldName(list, at, path)) ?? '').trim() !== ''),
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
    .filter((item) => item !== '')
    .map((item) => idFor(item, refersTo, knowledge));
  return toCell(items, column);
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
