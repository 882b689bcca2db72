import { z } from 'zod';
import { RECORD_FILES, RECORD_KEYS, type RecordFile } from '../loading/parse';
import { pathTo, valueAt } from '../loading/problem';
import { dateText, RECORD_SHAPES } from '../model/records';

/** What a cell of a spreadsheet holds; null for an empty one. */
export type Cell = string | number | null;

/** A column: a value of a record, wherever it stands in it. */
export interface Column {
  /** "expectedSavings.amountMEUR", within the record or within an item of its list. */
  readonly path: string;
  /** `either` is a text or a number; a `list` has its items between bars. */
  readonly kind: 'text' | 'date' | 'number' | 'either' | 'list';
  readonly isOptional: boolean;
  /** Whether a cell that is empty is refused. */
  readonly isRequired: boolean;
  /** All that may stand there, or be an item of it; null where anything may. */
  readonly choices: readonly string[] | null;
}

/** The shape of one sheet: a row for each record, or for each item of a list of theirs (their sources, their conflicts). */
export interface TableShape {
  readonly file: RecordFile;
  /** "sources"; null for the records themselves. */
  readonly list: string | null;
  readonly columns: readonly Column[];
  readonly isOptional: boolean;
}

/** Every table, from the schemas that the data files are read by: a field that they gain is a column at once. */
export const TABLE_SHAPES: readonly TableShape[] = RECORD_FILES.flatMap((file) => {
  const lists: TableShape[] = [];
  const columns = columnsOf(RECORD_SHAPES[file], '', (list, item, isOptional) =>
    lists.push({ file, list, columns: columnsOf(item, '', notNested), isOptional }),
  );
  return [{ file, list: null, columns, isOptional: false }, ...lists];
});

/** "projects", "projects.sources": what a table is called before it has a title. */
export function tableName({ file, list }: Pick<TableShape, 'file' | 'list'>): string {
  return list === null ? RECORD_KEYS[file] : `${RECORD_KEYS[file]}.${list}`;
}

/** The cells of a record under their paths, those of its lists too: "sources[1].date". */
export function cellsOf(file: RecordFile, record: unknown): ReadonlyMap<string, Cell> {
  return new Map(
    TABLE_SHAPES.filter((table) => table.file === file).flatMap(({ list, columns }) =>
      itemsOf(record, list).flatMap((item, index) =>
        columns.map((column): [string, Cell] => [
          list === null ? column.path : `${list}[${index}].${column.path}`,
          toCell(valueAt(item, column.path.split('.')), column),
        ]),
      ),
    ),
  );
}

/** The record itself, or the items of a list of it. */
export function itemsOf(record: unknown, list: string | null): readonly unknown[] {
  if (list === null) return [record];
  const items = valueAt(record, [list]);
  return Array.isArray(items) ? items : [];
}

/** The value as a cell holds it; `fromCell` gives it back. */
export function toCell(value: unknown, { kind }: Pick<Column, 'kind'>): Cell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) {
    const items = value.map((item) => String(item).replace(/[\\|]/gu, '\\$&'));
    return items.length === 0 ? null : items.join(' | ');
  }
  if (typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return kind === 'either' && SIGNED.test(text) ? `'${text}` : text;
}

/** What a cell cannot be read as. */
export type CellFault = 'not-published' | 'zero' | 'unclear-number' | 'not-a-number';

/** The value that a cell stands for; null where it is empty and may be. */
export function fromCell(
  cell: Cell,
  { kind, isOptional }: Pick<Column, 'kind' | 'isOptional'>,
): { readonly value: unknown } | CellFault {
  const typed = typeof cell === 'string' ? cell.trim() : cell;
  if (typed === null || typed === '') return { value: isOptional ? undefined : kind === 'list' ? [] : null };
  switch (kind) {
    case 'number': {
      const read = numberIn(typed);
      // Nothing of what is counted is nought: whoever writes it means that nobody says how much.
      return typeof read === 'object' && read.value === 0 ? 'zero' : read;
    }
    case 'either':
      if (typeof typed === 'number' || !SIGNED.test(typed)) return { value: typed };
      return { value: typed.startsWith("'") ? typed.slice(1) : Number(typed.replace(',', '.')) };
    case 'list':
      return { value: itemsIn(String(typed)) };
    case 'date':
      return { value: dateIn(String(typed)) };
    case 'text':
      return { value: String(typed) };
  }
}

/** A text that would be read as a number has an apostrophe before it, and one that has some has one more. */
const SIGNED = /^'*-?\d+(?:[.,]\d+)?$/u;

function numberIn(typed: string | number): { readonly value: number } | CellFault {
  if (typeof typed === 'number') return { value: typed };
  const bare = typed.replaceAll(/\s/gu, ' ').replace(/ ?M€$/iu, '');
  // "2.300" is 2.3 to a program, 2,300 to half of Europe.
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(bare)) return 'unclear-number';
  if (/^-?(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,]\d+)?$/u.test(bare))
    return { value: Number(bare.replaceAll(' ', '').replace(',', '.')) };
  return /^(?:nc|n\/?[adc]|nd|inconnue?|non (?:publi|communiqu|connu)\p{L}*|[-–—?]+)\.?$/iu.test(bare)
    ? 'not-published'
    : 'not-a-number';
}

/** "12/11/2018" and "11/2018" are days and months of France; what is no date is left to the schema. */
function dateIn(typed: string): string {
  const [, day, month = '', year = ''] = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/u.exec(typed) ?? [];
  if (year === '') return typed.replace(/T00:00:00.*$/u, '');
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** Each once: a theme that is written twice is one theme. */
function itemsIn(cell: string): readonly string[] {
  const items = cell
    .split(/(?<=(?:^|[^\\])(?:\\\\)*)\|/u)
    .map((item) => item.trim().replaceAll(/\\([|\\])/gu, '$1'))
    .filter((item) => item !== '');
  return [...new Set(items)];
}

function columnsOf(
  shape: z.ZodObject,
  path: string,
  onList: (path: string, item: z.ZodObject, isOptional: boolean) => void,
): readonly Column[] {
  return Object.entries(shape.shape).flatMap(([key, field]): readonly Column[] => {
    const at = pathTo(path, key);
    const isOptional = field instanceof z.ZodOptional;
    const bare = bareOf(field);
    const column = (kind: Column['kind'], item: unknown): Column => {
      const choices = item instanceof z.ZodEnum ? item.options.map(String) : null;
      const empty = fromCell(null, { kind, isOptional });
      const isRequired = typeof empty === 'object' && !z.safeParse(field, empty.value).success;
      return { path: at, kind, isOptional, isRequired, choices };
    };
    if (bare instanceof z.ZodObject) return columnsOf(bare, at, onList);
    if (bare instanceof z.ZodArray) {
      const item = bareOf(bare.element);
      if (!(item instanceof z.ZodObject)) return [column('list', item)];
      onList(at, item, isOptional);
      return [];
    }
    return [column(kindOf(bare), bare)];
  });
}

function bareOf(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? bareOf(schema.unwrap()) : schema;
}

function kindOf(schema: unknown): Column['kind'] {
  if (schema === dateText) return 'date';
  if (schema instanceof z.ZodNumber) return 'number';
  return schema instanceof z.ZodUnion ? 'either' : 'text';
}

function notNested(path: string): never {
  throw new Error(`${path}: a list within a list has no table (flatten it, or give it one here)`);
}
