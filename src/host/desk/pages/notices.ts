import { DESK_NOTICES } from '../../../messages/fr/desk/drafts';
import type { Call } from '../../http/route';
import { type Html, html, say } from './html';

/** What was just done, told by the page that follows a form. */
export function notice({ query }: Call): Html | null {
  const said = query.get('dit') ?? '';
  const sentence = Object.hasOwn(DESK_NOTICES, said) ? DESK_NOTICES[said] : undefined;
  return sentence === undefined ? null : html`<p class="done" role="status">${say(sentence)}</p>`;
}
