import type { KnowledgeReport } from '../../core/editing/report';
import type { Difference, PlacedProblem, TableFault } from '../../core/editing/tables';
import { RECORD_KEYS } from '../../core/loading/parse';
import type { Field } from '../../core/model/records';
import { cellName } from '../../host/knowledge-spreadsheet';
import { dataProblemText } from '../../messages/data-problem-text';
import { KNOWLEDGE } from '../../messages/fr/knowledge';
import { messagesFor } from '../../messages/messages-for';

/** What differs, a line for each cell. */
export function differenceLines(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return [KNOWLEDGE.same];
  return differences.flatMap(({ file, id, kind, cells }) => {
    const place = KNOWLEDGE.place(RECORD_KEYS[file], id);
    if (kind !== 'changed') return [KNOWLEDGE[kind](place)];
    return cells.map(({ path, before, after }) =>
      KNOWLEDGE.changed(
        place,
        KNOWLEDGE.field(path),
        KNOWLEDGE.cellText(before, MOST_SHOWN),
        KNOWLEDGE.cellText(after, MOST_SHOWN),
      ),
    );
  });
}

/** Why a table is refused, at its cell. */
export function faultLine({ table, row, column, code, found }: TableFault): string {
  return KNOWLEDGE.fault(placeOf(table, row, column), code, found);
}

/** What the base refuses of a table, at its cell, or in its file where no cell brought it. */
export function problemLine({ problem, cell }: PlacedProblem, folder: string): string {
  const text = dataProblemText({ ...problem, folder, line: null });
  return cell === null ? text : `${placeOf(cell.table, cell.row, cell.column)} : ${text}`;
}

/** The report, part by part; long lists by their beginnings. */
export function reportLines(report: KnowledgeReport, hasInbox: boolean): readonly string[] {
  const said = KNOWLEDGE.report;
  const { fields } = messagesFor('fr');
  const nameOf = (field: Field): string => fields[field];
  function part<Item>(title: string, items: readonly Item[], lineOf: (item: Item) => string, nothing = said.nothing) {
    const lines: string[] = items.length === 0 ? [nothing] : items.slice(0, MOST_LINES).map(lineOf);
    if (items.length > MOST_LINES) lines.push(said.more(items.length - MOST_LINES));
    return ['', `${title} (${items.length})`, ...lines.map((line) => `  ${line}`)];
  }
  return [
    said.coverage,
    ...report.coverage.map(({ field, known }) => `  ${said.known(fields[field], known, report.projects)}`),
    ...part(said.stale, report.stale, ({ id, latest }) => said.latest(id, latest)),
    ...part(said.conflicts, report.conflicts, ({ id, about }) => said.of(id, about.map(nameOf))),
    ...part(said.unsourced, report.unsourced, ({ id, field }) => said.of(id, [nameOf(field)])),
    ...part(said.idle, report.idle, ({ file, id, terms }) => said.of(KNOWLEDGE.place(RECORD_KEYS[file], id), terms)),
    ...part(said.empty, report.empty, ({ file, id }) => KNOWLEDGE.place(RECORD_KEYS[file], id)),
    ...part(
      said.unanswered,
      report.unanswered,
      ({ question, times }) => said.times(question, times),
      hasInbox ? said.nothing : said.noInbox,
    ),
  ];
}

const MOST_LINES = 30;
const MOST_SHOWN = 80;

function placeOf(table: string, row: number | null, column: number | null): string {
  if (row === null) return KNOWLEDGE.cell(table, KNOWLEDGE.wholeSheet);
  return KNOWLEDGE.cell(table, column === null ? KNOWLEDGE.row(row) : cellName(row, column));
}
