import { stringify } from 'csv-stringify/sync';
import type { Answer } from '../../src/core/model/answer';
import type { KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import type { Locale } from '../../src/core/language/locale';
import { type FileCell, type FileColumn, type FileTable, fileTableOf, wholeTable } from './file-table';

/**
 * The last list, computation or comparison for a spreadsheet: UTF-8 with its mark, semicolons, one line for each row, CRLF.
 * Numbers have the decimal sign of the answer's language; what is not published is an empty cell, so that no column of figures holds
 * a word. A text that a spreadsheet would run as a formula begins with an apostrophe. Null when the answer is no table.
 */
export function csvOf(answer: Answer, knowledge: KnowledgeBase): string | null {
  const table = fileTableOf(answer, knowledge);
  return table === null ? null : tableText(table, answer.locale);
}

/** Every project of the base with all that can be asked of it, in French, after columns of the caller's; as `csvOf`. */
export function csvOfProjects(first: readonly FileColumn[], knowledge: KnowledgeBase): string {
  return tableText(wholeTable(first, knowledge), 'fr');
}

function tableText(table: FileTable, locale: Locale): string {
  return csvText(
    table.map((row) => row.map(onOneLine)),
    locale,
  );
}

/** The same of any rows; line breaks within cells stay. */
export function csvText(rows: FileTable, locale: Locale): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      bom: true,
      delimiter: ';',
      record_delimiter: 'windows',
      escape_formulas: true,
      cast: { number: (value) => numberText(value, locale) },
    },
  );
}

/**
 * A line break inside a cell is allowed, but many a tool cuts the row there; in front, it would hide the first sign of a formula.
 * Every space becomes a plain one: a search in the sheet must find what looks the same.
 */
function onOneLine(cell: FileCell): FileCell {
  return typeof cell === 'string' ? cell.replace(/[\s\p{Cc}]+/gu, ' ').trim() : cell;
}

/** To the euro: beyond that an average has only digits. */
const DECIMALS_OF_MEUR = 6;

function numberText(value: number, locale: Locale): string {
  const text = String(Number(value.toFixed(DECIMALS_OF_MEUR)));
  return locale === 'fr' ? text.replace('.', ',') : text;
}
