import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { cellRef, type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { csvText } from '../../dialogs/exports/csv';
import { type Cell, TABLE_SHAPES, tableName } from '../core/editing/columns';
import { FINGERPRINT, type Table } from '../core/editing/tables';
import { fold } from '../core/language/fold';
import { withoutMark, wrongEncoding } from '../core/loading/json-text';
import { COLUMN_TITLES, TABLE_TITLES } from '../messages/fr/knowledge-columns';

/** Why a file is not taken as a spreadsheet; `place` is a cell, a sheet, a line or empty. */
export class BadSpreadsheet extends Error {
  readonly code = 'BAD_SPREADSHEET';

  constructor(
    readonly file: string,
    readonly reason: 'missing' | 'format' | 'too-large' | 'damaged' | 'encoding' | 'formula' | 'merged' | 'empty',
    readonly place = '',
  ) {
    super(`${file}: ${reason} ${place}`.trim());
    this.name = 'BadSpreadsheet';
  }
}

/** The whole base at 10,000 projects is a workbook of 12 MB, of 90 MB unpacked. */
const MOST_BYTES = 32_000_000;
const MOST_UNPACKED_BYTES = 256_000_000;

/** Writes the tables as the sheets of a workbook where the path ends in .xlsx, else as CSV files in a folder. */
export async function writeSpreadsheet(path: string, tables: readonly Table[]): Promise<void> {
  const titled = tables.map(({ name, rows: [header = [], ...rows] }) => ({
    name: TABLE_TITLES[name] ?? name,
    rows: [header.map(titleOf), ...rows],
  }));
  if (extname(path).toLowerCase() === '.xlsx') {
    const sheets = titled.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => [...row]),
      freezePane: { rows: 1, columns: 1 },
    }));
    await writeFile(path, await writeXlsx({ sheets }));
    return;
  }
  await mkdir(path, { recursive: true });
  for (const { name, rows } of titled) await writeFile(join(path, `${name}.csv`), csvText(rows.map(escaped), 'fr'));
}

/**
 * Reads a workbook, a CSV file or a folder of CSV files. Titles become paths again; what no table has is left as it is.
 *
 * @throws BadSpreadsheet
 */
export async function readSpreadsheet(path: string): Promise<readonly Table[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new BadSpreadsheet(path, 'missing');
  if (found.isDirectory()) {
    const files = (await readdir(path)).filter((file) => extname(file).toLowerCase() === '.csv').sort();
    if (files.length === 0) throw new BadSpreadsheet(path, 'empty');
    return Promise.all(files.map((file) => readCsv(join(path, file))));
  }
  const extension = extname(path).toLowerCase();
  if (extension === '.csv') return [await readCsv(path)];
  if (extension !== '.xlsx') throw new BadSpreadsheet(path, 'format');
  return readWorkbook(path);
}

async function readWorkbook(path: string): Promise<readonly Table[]> {
  const bytes = await bytesOf(path);
  requireSmall(path, bytes);
  const { sheets } = await readXlsx(bytes).catch((error: unknown) => {
    throw new BadSpreadsheet(path, 'damaged', error instanceof Error ? error.message : '');
  });
  return sheets.map((sheet) => {
    const [merged] = sheet.merges ?? [];
    if (merged !== undefined)
      throw new BadSpreadsheet(path, 'merged', `${sheet.name}!${cellName(merged.startRow + 1, merged.startCol)}`);
    for (const [at, { formula }] of sheet.cells ?? [])
      if (formula !== undefined) {
        const [row = 0, column = 0] = at.split(',').map(Number);
        throw new BadSpreadsheet(path, 'formula', `${sheet.name}!${cellName(row + 1, column)}`);
      }
    return tableOf(sheet.name, sheet.rows, plainCell);
  });
}

/** A workbook is a zip: a small one may hold more than any memory. What it says of itself is a bound that its reader keeps to. */
function requireSmall(path: string, bytes: Uint8Array): void {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize, size }) => {
        unpacked += originalSize === 0 && size > 2 ? Infinity : originalSize;
        return false;
      },
    });
  } catch {
    throw new BadSpreadsheet(path, 'damaged');
  }
  if (unpacked > MOST_UNPACKED_BYTES) throw new BadSpreadsheet(path, 'too-large');
}

async function readCsv(path: string): Promise<Table> {
  const text = new TextDecoder().decode(await bytesOf(path));
  const encoding = wrongEncoding(path, text);
  if (encoding !== null) throw new BadSpreadsheet(path, 'encoding', encoding.found);
  const bare = withoutMark(text);
  const [header = ''] = bare.split('\n', 1);
  const [delimiter = ';'] = [';', ',', '\t'].sort((a, b) => header.split(b).length - header.split(a).length);
  try {
    const rows: string[][] = parseCsv(bare, { delimiter, relax_column_count: true });
    return tableOf(basename(path, extname(path)), rows, unescaped);
  } catch (error) {
    throw new BadSpreadsheet(path, 'damaged', error instanceof Error ? error.message : '');
  }
}

async function bytesOf(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > MOST_BYTES) throw new BadSpreadsheet(path, 'too-large');
  return readFile(path);
}

function tableOf<Found>(title: string, found: readonly (readonly Found[])[], cellOf: (cell: Found) => Cell): Table {
  const [header = [], ...rows] = found.map((row) => row.map(cellOf));
  const [name = title] = Object.entries(TABLE_TITLES).find(([, known]) => isSame(known, title)) ?? [];
  return { name, rows: [header.map((cell) => pathOf(name, String(cell ?? ''))), ...rows] };
}

/** The title of a column; a path without one is its own. */
function titleOf(path: Cell): string {
  return COLUMN_TITLES[String(path)] ?? String(path);
}

/** Of the paths that have this title the one that the table has: the name of a project and of a body are written alike. */
function pathOf(table: string, title: string): string {
  const shape = TABLE_SHAPES.find((known) => tableName(known) === table);
  const paths = [...(shape?.columns.map(({ path }) => path) ?? []), 'id', FINGERPRINT];
  return paths.find((path) => isSame(titleOf(path), title) || path === title) ?? title;
}

function isSame(a: string, b: string): boolean {
  return fold(a.trim()) === fold(b.trim());
}

function plainCell(cell: CellValue): Cell {
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === 'boolean' ? String(cell) : cell;
}

/** "F12" */
export function cellName(row: number, column: number): string {
  return cellRef(row - 1, column);
}

/**
 * A text that a spreadsheet would run, or take for a number or a day ("01", "2018-11", the id "2018-2"), has an apostrophe before it in
 * CSV, and one that begins with some has one more.
 */
const CHANGED = /^'*(?:[=+\-@\t\r＝＋－＠]|\d[\d\s.,/-]*$)/u;

function escaped(row: readonly Cell[]): readonly Cell[] {
  return row.map((cell) => (typeof cell === 'string' && CHANGED.test(cell) ? `'${cell}` : cell));
}

function unescaped(cell: string): string {
  return cell.startsWith("'") && CHANGED.test(cell) ? cell.slice(1) : cell;
}
