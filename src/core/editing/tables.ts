import {
  type DataTexts,
  type LoadedRecords,
  parseRecords,
  RECORD_FILES,
  RECORD_KEYS,
  type RecordFile,
} from '../loading/parse';
import { withoutMark } from '../loading/json-text';
import { keysIn, pathTo, type Problem, valueAt } from '../loading/problem';
import { RECORD_SHAPES } from '../model/records';
import {
  type Cell,
  type CellFault,
  cellsOf,
  fromCell,
  itemsOf,
  TABLE_SHAPES,
  type TableShape,
  tableName,
  toCell,
} from './columns';
import { jsonText } from './json-layout';

/** A sheet: its first row holds the paths of its columns. */
export interface Table {
  /** "projects", "projects.sources": see `tableName`. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Tells two contents of a record apart; the same for the same text. */
export type Fingerprint = (text: string) => string;

/** The column that says to which record a row belongs, and the one that says what the record was when it was exported. */
const ID = 'id';
export const FINGERPRINT = 'fingerprint';

/** The whole base as tables. */
export function tablesOf(records: LoadedRecords, fingerprint: Fingerprint): readonly Table[] {
  return TABLE_SHAPES.map((table) => ({
    name: tableName(table),
    rows: [
      headerOf(table),
      ...records[RECORD_KEYS[table.file]].flatMap((record) =>
        itemsOf(record, table.list).map((item) => [
          ...(table.list === null ? [] : [record.id]),
          ...table.columns.map((column) => toCell(valueAt(item, column.path.split('.')), column)),
          ...(table.list === null ? [fingerprint(canonical(table.file, record))] : []),
        ]),
      ),
    ],
  }));
}

/** Why a table cannot be taken in, at its cell. */
export interface TableFault {
  readonly table: string;
  /** From 1, the header's; null for the whole table. */
  readonly row: number | null;
  /** From 0; null for the whole row. */
  readonly column: number | null;
  readonly code:
    | CellFault
    | 'unknown-table'
    | 'unknown-column'
    | 'missing-column'
    | 'repeated-column'
    | 'no-id'
    | 'repeated-id'
    | 'id-taken'
    | 'gone'
    | 'changed-since'
    | 'no-such-record';
  readonly found: string;
}

/** What an import would write. */
export interface Import {
  /** Only the files that change. */
  readonly texts: ReadonlyMap<RecordFile, string>;
  readonly records: LoadedRecords;
}

/** A problem of the data that comes from a cell has its place. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly cell: { readonly table: string; readonly row: number; readonly column: number | null } | null;
}

/**
 * What the base becomes with these tables. A row is a record; a record without a row stays, and so does a list whose table is not
 * there. A row that was not edited since it was exported changes nothing, whatever became of its record meanwhile; one that was edited
 * is refused when its record changed too.
 *
 * @param texts the data files as they are, without problems
 */
export function importTables(
  tables: readonly Table[],
  texts: DataTexts,
  records: LoadedRecords,
  fingerprint: Fingerprint,
): Import | { readonly faults: readonly TableFault[] } | { readonly problems: readonly PlacedProblem[] } {
  const faults: TableFault[] = [];
  const sheets = tables.flatMap((table) => readTable(table, faults));
  const changed = new Map<RecordFile, string>();
  for (const file of RECORD_FILES) {
    const edited = editedRecords(file, sheets, records, fingerprint, faults);
    if (edited.size > 0) changed.set(file, withRecords(file, texts[file] ?? '', edited));
  }
  if (faults.length > 0) return { faults };
  const parsed = parseRecords({ ...texts, ...Object.fromEntries(changed) });
  if ('problems' in parsed)
    return { problems: parsed.problems.map((problem) => ({ problem, cell: cellOf(problem, sheets) })) };
  return { texts: changed, records: parsed.records };
}

/** How a record differs from one state of the base to the next; a cell of null was empty, or is now. */
export type Difference = ReturnType<typeof differencesBetween>[number];

/** Every record that came, went or changed, file by file; of one that came or went no cell is told. */
export function differencesBetween(before: LoadedRecords, after: LoadedRecords) {
  return RECORD_FILES.flatMap((file) => {
    const old = new Map(before[RECORD_KEYS[file]].map((record) => [record.id, record]));
    const now = new Map(after[RECORD_KEYS[file]].map((record) => [record.id, record]));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
      if (old.get(id) === now.get(id)) return [];
      const kind = !old.has(id) ? ('added' as const) : now.has(id) ? ('changed' as const) : ('removed' as const);
      const cells = kind === 'changed' ? changedCells(file, old.get(id), now.get(id)) : [];
      return kind === 'changed' && cells.length === 0 ? [] : [{ file, id, kind, cells }];
    });
  });
}

/** The cells in which two states of a record differ; all that it holds where there was none. */
export function changedCells(file: RecordFile, before: unknown, after: unknown) {
  const [was, is] = [cellsOf(file, before), cellsOf(file, after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((cell) => cell.before !== cell.after);
}

/** A table whose header was understood. */
interface Sheet {
  readonly shape: TableShape;
  readonly name: string;
  /** The place of each column that is there, by its path. */
  readonly places: ReadonlyMap<string, number>;
  /** The rows that hold something, each with its number from 1, by the id of the record. */
  readonly rows: ReadonlyMap<string, readonly Line[]>;
}

interface Line {
  readonly row: number;
  readonly cells: readonly Cell[];
}

function headerOf({ list, columns }: TableShape): readonly string[] {
  const paths = columns.map(({ path }) => path);
  return list === null ? [...paths, FINGERPRINT] : [ID, ...paths];
}

function readTable({ name, rows: [header = [], ...rows] }: Table, faults: TableFault[]): readonly Sheet[] {
  const shape = TABLE_SHAPES.find((known) => tableName(known) === name);
  if (shape === undefined) {
    faults.push({ table: name, row: null, column: null, code: 'unknown-table', found: name });
    return [];
  }
  const known = headerOf(shape);
  const places = new Map<string, number>();
  for (const [column, title] of header.entries()) {
    const found = String(title ?? '').trim();
    if (found === '') continue;
    const code = places.has(found) ? 'repeated-column' : known.includes(found) ? null : 'unknown-column';
    if (code !== null) faults.push({ table: name, row: 1, column, code, found });
    places.set(found, column);
  }
  for (const needed of shape.list === null ? [ID, FINGERPRINT] : [ID])
    if (!places.has(needed)) {
      faults.push({ table: name, row: 1, column: null, code: 'missing-column', found: needed });
      return [];
    }
  const byId = new Map<string, Line[]>();
  const place = places.get(ID) ?? 0;
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell === null || String(cell).trim() === '')) continue;
    const row = index + 2;
    const id = String(cells[place] ?? '').trim();
    if (id === '') faults.push({ table: name, row, column: place, code: 'no-id', found: '' });
    else if (shape.list === null && byId.has(id))
      faults.push({ table: name, row, column: place, code: 'repeated-id', found: id });
    else byId.set(id, [...(byId.get(id) ?? []), { row, cells }]);
  }
  return [{ shape, name, places, rows: byId }];
}

/** The records of a file that its rows change or add, by their ids. */
function editedRecords(
  file: RecordFile,
  sheets: readonly Sheet[],
  records: LoadedRecords,
  fingerprint: Fingerprint,
  faults: TableFault[],
): ReadonlyMap<string, object> {
  const edited = new Map<string, object>();
  const own = sheets.filter(({ shape }) => shape.file === file);
  const main = own.find(({ shape }) => shape.list === null);
  for (const { name, rows, shape } of own)
    for (const [id, [first]] of rows)
      if (shape.list !== null && main?.rows.has(id) !== true)
        faults.push({ table: name, row: first?.row ?? null, column: 0, code: 'no-such-record', found: id });
  if (main === undefined) return edited;
  const current = new Map(records[RECORD_KEYS[file]].map((record) => [record.id, record]));
  for (const [id, lines] of main.rows)
    for (const line of lines) {
      const known = current.get(id);
      const record = own.reduce<object>(
        (built, sheet) => withRow(built, sheet, id, faults),
        // A new one has its keys in the order in which records are written.
        known ?? Object.fromEntries(Object.keys(RECORD_SHAPES[file].shape).map((key) => [key, undefined])),
      );
      const exported = String(line.cells[main.places.get(FINGERPRINT) ?? -1] ?? '').trim();
      const is = fingerprint(canonical(file, record));
      const was = known === undefined ? null : fingerprint(canonical(file, known));
      if (is === was || (is === exported && was !== null)) continue;
      if (was === (exported === '' ? null : exported)) edited.set(id, record);
      else {
        const code = was === null ? 'gone' : exported === '' ? 'id-taken' : 'changed-since';
        faults.push({ table: main.name, row: line.row, column: main.places.get(ID) ?? 0, code, found: id });
      }
    }
  return edited;
}

/** A record with what a sheet says of it: its cells, or the items of one of its lists. */
function withRow(record: object, sheet: Sheet, id: string, faults: TableFault[]): object {
  const { list, isOptional } = sheet.shape;
  const lines = sheet.rows.get(id) ?? [];
  if (list === null) return lines.reduce((built, line) => withCells(built, sheet, line, faults), record);
  const items = lines.map((line) => withCells({}, sheet, line, faults));
  return { ...record, [list]: items.length === 0 && isOptional ? undefined : items };
}

function withCells(value: object, { name, shape, places }: Sheet, { row, cells }: Line, faults: TableFault[]): object {
  return shape.columns.reduce((built, column) => {
    const place = places.get(column.path);
    const keys = column.path.split('.');
    // A column that is not there says nothing of what is known, and nothing is known of a new record.
    if (place === undefined && valueAt(built, keys) !== undefined) return built;
    const cell = place === undefined ? null : (cells[place] ?? null);
    const read = fromCell(cell, column);
    if (typeof read === 'object') return withValue(built, keys, read.value);
    faults.push({ table: name, row, column: place ?? null, code: read, found: String(cell) });
    return built;
  }, value);
}

/** What holds a value, with another one at a path of keys. */
export function withValue(held: unknown, [key = '', ...deeper]: readonly string[], value: unknown): object {
  const inner = deeper.length === 0 ? value : withValue(valueAt(held, [key]), deeper, value);
  return { ...(typeof held === 'object' ? held : {}), [key]: inner };
}

/** What is the same for two records that differ by nothing that a table shows. */
export function canonical(file: RecordFile, record: unknown): string {
  return JSON.stringify([...cellsOf(file, record)]);
}

/** The text of a file with records in the place of those of the same id, the new ones last. */
export function withRecords(file: RecordFile, text: string, edited: ReadonlyMap<string, object>): string {
  const content: unknown = JSON.parse(withoutMark(text));
  const added = new Map(edited);
  const kept = itemsOf(content, RECORD_KEYS[file]).map((record) => {
    const id = String(valueAt(record, [ID]));
    added.delete(id);
    return edited.get(id) ?? record;
  });
  return jsonText(withValue(content, [RECORD_KEYS[file]], [...kept, ...added.values()]));
}

function cellOf(problem: Problem, sheets: readonly Sheet[]): PlacedProblem['cell'] {
  const [, , ...keys] = keysIn(problem.path);
  const [list, index] = keys;
  const own = sheets.filter(({ shape }) => shape.file === problem.file);
  const sheet = own.find(({ shape }) => shape.list === list) ?? own.find(({ shape }) => shape.list === null);
  const isItem = sheet !== undefined && sheet.shape.list !== null;
  const line = sheet?.rows.get(problem.record ?? '')?.[isItem && typeof index === 'number' ? index : 0];
  if (sheet === undefined || line === undefined) return null;
  const path = (isItem ? keys.slice(2) : keys).filter((key) => typeof key === 'string').reduce(pathTo, '');
  return { table: sheet.name, row: line.row, column: sheet.places.get(path) ?? null };
}
