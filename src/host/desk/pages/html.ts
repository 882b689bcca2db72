import { escapeHtml } from '../../../../dialogs/exports/html-document';
import { typeset } from '../../../messages/messages-for';

/** HTML that is whole: what is put into it stands as it is. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: a text is escaped, nothing is nothing. */
type Piece = Html | string | number | null | readonly Piece[];

/** A template of HTML in which no text can be taken for more than a text. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: parts.reduce((built, part, at) => built + written(pieces[at - 1] ?? null) + part) };
}

/** A sentence of the desk, with the spaces of French. What people wrote is left as they wrote it. */
export function say(sentence: string): Html {
  return { html: escapeHtml(typeset(sentence, 'fr')) };
}

/** A list; null where it would be empty. */
export function listHtml(items: readonly Piece[], look = ''): Html | null {
  return items.length === 0
    ? null
    : html`<ul${look === '' ? null : html` class="${look}"`}>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
}

/** What stands under a heading; null where nothing does. */
export function headedHtml(level: 'h2' | 'h3', title: string, inner: Piece): Html | null {
  return written(inner) === ''
    ? null
    : html`<${level}>${say(title)}</${level}>
        ${inner}`;
}

/** A table of rows of cells under these titles; the first cell of a row names it, unless `areNamed` is false. Numbers stand to the right. */
export function tableHtml(columns: readonly string[], rows: readonly (readonly Piece[])[], areNamed = true): Html {
  const cellHtml = (cell: Piece, at: number): Html =>
    areNamed && at === 0
      ? html`<th scope="row">${cell}</th>`
      : html`<td${typeof cell === 'number' ? html` class="number"` : null}>${cell}</td>`;
  return html`<table>
    <thead>
      <tr>
        ${columns.map((title) => html`<th scope="col">${say(title)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map(cellHtml)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A table that is wide scrolls on a narrow screen, by the keyboard as well. */
export function wideHtml(label: string, table: Html): Html {
  return html`<div class="wide" role="region" aria-label="${say(label)}" tabindex="0">${table}</div>`;
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return 'html' in piece ? piece.html : piece.map(written).join('\n');
}
