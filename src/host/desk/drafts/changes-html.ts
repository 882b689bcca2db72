import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { draftPath } from '../pages/desk-page';
import { pressHtml } from '../pages/fields';
import { type Html, html, listHtml, say } from '../pages/html';
import type { Session } from '../people/sessions';
import type { Draft } from './drafts';
import { type ChangedAnswer, type Replay, VERDICTS } from './replay';

/** Every answer that would change, side by side; `session` is that of somebody who may say which of them are right. */
export function changesHtml({ asked, changes }: Replay, draft: Draft, session: Session | null): Html {
  const sums = VERDICTS.flatMap((verdict) => {
    const count = changes.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [say(DESK_DRAFTS.sums[verdict](count))];
  });
  const changed = new Set(changes.map(({ question }) => question));
  const still = draft.questions.filter(({ question }) => !changed.has(question));
  return html`<h2>${say(DESK_DRAFTS.effects)}</h2>
    <p>${say(DESK_DRAFTS.asked(asked, changes.length))}</p>
    ${listHtml(sums)} ${changes.length === 0 ? null : html`<p class="hint">${say(DESK_DRAFTS.verdictsHelp)}</p>`}
    ${changes.map((change) => changeHtml(change, draft, session))}
    ${
      still.length === 0
        ? null
        : html`<h3>${say(DESK_DRAFTS.still)}</h3>
            ${listHtml(still.map(({ question }) => say(DESK_DRAFTS.stillText(question))))}`
    }`;
}

function changeHtml(change: ChangedAnswer, draft: Draft, session: Session | null): Html {
  const { question, locale, verdict, before, after } = change;
  const isKept = draft.toKeep.some((kept) => kept.question === question && kept.locale === locale);
  const language = locale === 'fr' ? null : html` lang="en"`;
  const keep = isKept
    ? html`<p class="hint">${say(DESK_DRAFTS.kept)}</p>`
    : session === null
      ? null
      : pressHtml(session, `${draftPath(draft.id)}/temoin`, DESK_DRAFTS.keep, {
          about: question,
          fields: { question, langue: locale },
        });
  return html`<article class="group">
    <h3${language}>${question}</h3>
    <p><span class="mark ${verdict}">${say(DESK_DRAFTS.verdicts[verdict])}</span></p>
    <div class="sides">
      <div>
        <h4>${say(DESK_DRAFTS.before)}</h4>
        <p class="told"${language}>${before.text}</p>
      </div>
      <div>
        <h4>${say(DESK_DRAFTS.after)}</h4>
        <p class="told"${language}>${after.text}</p>
      </div>
    </div>
    ${keep}
  </article>`;
}
