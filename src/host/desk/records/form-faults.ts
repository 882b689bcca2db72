import type { Import, importTables, PlacedProblem, TableFault } from '../../../core/editing/tables';
import { explanationOf } from '../../../messages/data-problem-text';
import { DESK_RECORDS } from '../../../messages/fr/desk/records';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { tableName } from '../../../core/editing/columns';
import { fieldName, formShapes, itemCount, keptItems, type Values } from './form-fields';
import type { RecordFile } from '../../../core/loading/parse';
import { keysIn } from '../../../core/loading/problem';

/** What is wrong in a form, by the names of its fields; under an empty name what is wrong with the whole. */
export type Faults = ReadonlyMap<string, string>;

type Refused = Exclude<ReturnType<typeof importTables>, Import>;

/** The faults of the sheets that a form was made into, each at its field. */
export function faultsOf(refused: Refused, file: RecordFile, values: Values): Faults {
  const faults = new Map<string, string>();
  const tell = (name: string, sentence: string): void => {
    if (!faults.has(name)) faults.set(name, sentence);
  };
  if ('faults' in refused) {
    for (const fault of refused.faults)
      if (!CONFLICTS.has(fault.code)) tell(nameAt(fault, file, values), sentenceOfFault(fault));
  } else
    for (const { problem, cell } of refused.problems) {
      const name = cell === null ? freshName(problem.path, file, values) : nameAt(cell, file, values);
      tell(name, sentenceOfProblem(problem));
    }
  return faults;
}

const AMOUNT = 'expectedSavings.amountMEUR';
/** What an amount is said to be; how it was reckoned may be left out. */
const NATURE = ['expectedSavings.nature', 'expectedSavings.period'];

/** An amount of savings without what it is, or what it is without an amount: each is told where it is missing. */
export function halvesIn(values: Values): Faults {
  const lacks = (name: string): boolean => (values.get(name) ?? '').trim() === '';
  const { noAmount, noNature } = DESK_RECORDS.problems;
  if (!lacks(AMOUNT)) return new Map(NATURE.filter(lacks).map((name) => [name, noNature]));
  return new Map([...NATURE, 'expectedSavings.measure'].every(lacks) ? [] : [[AMOUNT, noAmount]]);
}

/** Somebody else, or another window, wrote the record meanwhile: no field is at fault. */
const CONFLICTS: ReadonlySet<TableFault['code']> = new Set(['changed-since', 'gone']);

export function isConflict(refused: Refused): boolean {
  return 'faults' in refused && refused.faults.some(({ code }) => CONFLICTS.has(code));
}

function nameAt(place: Pick<TableFault, 'table' | 'row' | 'column'>, file: RecordFile, values: Values): string {
  if (place.row === null || place.column === null) return '';
  const shape = formShapes(file).find((one) => tableName(one) === place.table);
  if (shape === undefined) return '';
  // The id stands before the others in every sheet.
  if (place.column === 0) return shape.list === null ? 'id' : '';
  const path = shape.columns[place.column - 1]?.path;
  const at = keptItems(shape, values)[place.row - FIRST_ROW];
  return path === undefined || at === undefined ? '' : fieldName(shape.list, at, path);
}

/** Where the item that a list lacks would be written. */
function freshName(path: string, file: RecordFile, values: Values): string {
  const [, , list] = keysIn(path);
  const shape = formShapes(file).find((one) => one.list !== null && one.list === list);
  const [first] = shape?.columns ?? [];
  if (first === undefined || typeof list !== 'string') return '';
  return fieldName(list, itemCount(list, values), first.path);
}

/** Below the header. */
const FIRST_ROW = 2;

function sentenceOfFault({ code, found }: TableFault): string {
  if (code === 'id-taken' || code === 'repeated-id') return DESK_RECORDS.problems.taken;
  if (code === 'no-id') return DESK_RECORDS.problems.required;
  return KNOWLEDGE.fault('', code, found).replace(/^ : /u, '');
}

function sentenceOfProblem(problem: PlacedProblem['problem']): string {
  const { code, expected, found, path } = problem;
  const words = DESK_RECORDS.problems;
  const isOther = expected === 'an id' && !path.endsWith('.id');
  if (code === 'no-such-id' || isOther) return words.unknown(found.replaceAll('"', ''));
  if (code === 'duplicate-id') return words.taken;
  if (expected === 'an id') return words.id;
  if (expected === 'a date' || expected === 'a day of the calendar') return words.date;
  if (expected === 'an address') return words.address;
  if (expected === 'one at least') return words.least;
  if (expected === 'a text that is not empty' || found === 'null' || found === '') return words.required;
  if (code === 'wrong-value' && expected.includes(' | ')) return words.choice;
  return explanationOf({ ...problem, line: null });
}
