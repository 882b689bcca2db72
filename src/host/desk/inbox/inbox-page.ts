import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import { PATHS } from '../pages/desk-page';
import { type Html, html, listHtml, say } from '../pages/html';
import type { Group } from './inbox-groups';
import { type Sort, SORTS } from './left-entries';

const MOST_GROUPS = 20;

/** The address of a group, by its first text. */
export function groupPath(id: string): string {
  return `${PATHS.inbox}/demandes/${id}`;
}

/** The groups of a sort from this one on, and where the others are. */
export function inboxHtml(all: Readonly<Record<Sort, readonly Group[]>>, sort: Sort, from: number): Html {
  const groups = all[sort];
  const shown = groups.slice(from, from + MOST_GROUPS);
  const left = groups.length - from - shown.length;
  const tabs = SORTS.map((each) => {
    const label = DESK_INBOX.counted(DESK_INBOX.sorts[each], all[each].length);
    const current = each === sort ? html` aria-current="true"` : null;
    return html`<a href="${PATHS.inbox}?sorte=${each}" ${current}>${say(label)}</a>`;
  });
  const more =
    left <= 0
      ? null
      : html`<p>
          <a href="${PATHS.inbox}?sorte=${sort}&amp;depuis=${from + MOST_GROUPS}">${say(DESK_INBOX.more(left))}</a>
        </p>`;
  return html`<p>${say(DESK_INBOX.intro)}</p>
    <nav aria-label="${say(DESK_INBOX.sortsLabel)}">${listHtml(tabs)}</nav>
    <h2>${say(DESK_INBOX.sorts[sort])}</h2>
    ${groups.length === 0 ? html`<p>${say(DESK_INBOX.none)}</p>` : shown.map(groupHtml)} ${more}`;
}

function groupHtml({ id, lead: { text }, texts, times, latest }: Group): Html {
  return html`<article class="group">
    <h3>${text}</h3>
    <p class="quiet">${say(DESK_INBOX.times(times, texts.length, DESK.moment(latest)))}</p>
    <p><a href="${groupPath(id)}" aria-label="${say(DESK_INBOX.openWhich(text))}">${say(DESK_INBOX.open)}</a></p>
  </article>`;
}
