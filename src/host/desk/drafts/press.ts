import { formToken, PATHS } from '../pages/desk-page';
import { type Html, html, say } from '../pages/html';
import type { Session } from '../people/sessions';

export function draftPath(id: string): string {
  return `${PATHS.drafts}/${id}`;
}

/** A form that is one button. */
export function pressHtml(
  session: Session,
  path: string,
  label: string,
  look: {
    readonly isMain?: boolean;
    /** What it is about, for whoever hears it out of its place. */
    readonly about?: string;
    readonly fields?: Readonly<Record<string, string>>;
  } = {},
): Html {
  const { isMain = false, about, fields = {} } = look;
  const spokenLabel = about === undefined ? null : html` aria-label="${say(`${label} : ${about}`)}"`;
  return html`<form method="post" action="${path}">
    ${formToken(session)}
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="${isMain ? 'button' : 'button quiet'}" type="submit" ${spokenLabel}>${say(label)}</button>
  </form>`;
}
