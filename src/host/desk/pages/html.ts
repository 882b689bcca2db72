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

function written(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  return isMany(piece) ? piece.map(written).join('\n') : piece.html;
}

function isMany(piece: Html | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece);
}
