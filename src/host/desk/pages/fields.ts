import { type Locale, LOCALES } from '../../../core/language/locale';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import type { Session } from '../people/sessions';
import { formToken } from './desk-page';
import { type Html, html, say } from './html';

/** A choice of a list. */
export function optionHtml(value: string, text: string | Html, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? html` selected` : null}>${text}</option>`;
}

/** The field `langue` of a form: in which language a text is. */
export function languageHtml(id: string, chosen: Locale): Html {
  const options = LOCALES.map((locale) => optionHtml(locale, say(DESK_INBOX.languages[locale]), chosen));
  return html`<label for="${id}">${say(DESK_INBOX.language)}</label>
    <select class="field short" id="${id}" name="langue">
      ${options}
    </select>`;
}

/** The form that looks for words among what an address shows; `kept`: hidden fields with what else the address says. */
export function searchHtml(
  path: string,
  name: string,
  words: string,
  { find, findSubmit }: { readonly find: string; readonly findSubmit: string },
  kept: Html | null = null,
): Html {
  return html`<form method="get" action="${path}" role="search">
    ${kept}
    <label for="${name}">${say(find)}</label>
    <input class="field" id="${name}" name="${name}" type="search" value="${words}" />
    <p><button class="button quiet" type="submit">${say(findSubmit)}</button></p>
  </form>`;
}

/** A form for what cannot be undone: its button shows once the question is opened. */
export function confirmHtml(
  session: Session,
  path: string,
  { submit, hint, confirm }: { readonly submit: string; readonly hint: string; readonly confirm: string },
): Html {
  return html`<details>
    <summary>${say(submit)}</summary>
    <p>${say(hint)}</p>
    ${pressHtml(session, path, confirm)}
  </details>`;
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
