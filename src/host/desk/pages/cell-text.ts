import { type Cell, TABLE_SHAPES } from '../../../core/editing/columns';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import type { Publication } from '../drafts/publications';
import { type Html, html, say } from './html';

const cellText = (cell: Cell): string => KNOWLEDGE.cellText(cell, 300);

/** What two people made of the same value. */
export function sidesHtml(words: { readonly mine: string; readonly theirs: string }, mine: Cell, theirs: Cell): Html {
  return html`<dl>
    <dt>${say(words.mine)}</dt>
    <dd>${cellText(mine)}</dd>
    <dt>${say(words.theirs)}</dt>
    <dd>${cellText(theirs)}</dd>
  </dl>`;
}

/** All that a record holds, a line for each cell. */
export function valueLines({ cells }: Publication['records'][number]): readonly string[] {
  return cells.map(({ path, after }) => DESK_DRAFTS.value(KNOWLEDGE.field(path), cellText(after)));
}

/** What changed of a record, a line for each cell; of a list, what came and what went. */
export function changeLines({ file, cells, isNew }: Publication['records'][number]): readonly string[] {
  if (isNew) return [DESK_DRAFTS.newRecord];
  const own = TABLE_SHAPES.find((table) => table.file === file && table.list === null);
  const lists = own?.columns.filter(({ kind }) => kind === 'list').map((column) => column.path);
  return cells.flatMap(({ path, before, after }) => {
    const field = KNOWLEDGE.field(path);
    if (lists?.includes(path) !== true) return [DESK_DRAFTS.cell(field, cellText(before), cellText(after))];
    const [was, is] = [itemsIn(before), itemsIn(after)];
    const [added, taken] = [is.filter((item) => !was.includes(item)), was.filter((item) => !is.includes(item))];
    return [
      ...(added.length === 0 ? [] : [DESK_DRAFTS.added(field, added)]),
      ...(taken.length === 0 ? [] : [DESK_DRAFTS.taken(field, taken)]),
    ];
  });
}

function itemsIn(cell: Cell): readonly string[] {
  return cell === null ? [] : String(cell).split(' | ');
}
