import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { changeLines } from '../pages/cell-text';
import { draftPath, PATHS } from '../pages/desk-page';
import { pressHtml } from '../pages/fields';
import { type Html, html, listHtml, say } from '../pages/html';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import { nameOfRecord, recordPath } from '../records/record-names';
import { type Draft, namesOf } from './drafts';
import type { Publication } from './publications';

/** Older ones are in the history of their records. */
const MOST_PUBLICATIONS = 30;

/** The drafts, then what was published; the last publication can be taken back. */
export function draftsHtml(
  drafts: readonly Draft[],
  publications: readonly Publication[],
  session: Session,
  knowledge: KnowledgeBase,
): Html {
  const rows = drafts.map((draft) => {
    const label = DESK_DRAFTS.draft(draft.edits.length, namesOf(draft), DESK.moment(draft.at));
    return html`<a href="${draftPath(draft.id)}">${say(label)}</a> — ${say(DESK_DRAFTS.states[draft.state])}`;
  });
  const last = publications.find(({ undone }) => undone === null);
  return html`<h2>${say(DESK_DRAFTS.drafts)}</h2>
    ${listHtml(rows) ?? html`<p>${say(DESK_DRAFTS.noDraft)}</p>`}
    <h2>${say(DESK_DRAFTS.publications)}</h2>
    ${
      publications.length === 0
        ? html`<p>${say(DESK_DRAFTS.noPublication)}</p>`
        : publications
            .slice(0, MOST_PUBLICATIONS)
            .map((publication) => publicationHtml(publication, publication.id === last?.id ? session : null, knowledge))
    }`;
}

/** `session`: of whoever may take it back; null where nobody can. */
function publicationHtml(publication: Publication, session: Session | null, knowledge: KnowledgeBase): Html {
  const { at, name, authors, records, undone } = publication;
  const changes = records.map(
    (record) =>
      html`<a href="${recordPath(record)}">${nameOfRecord(record, knowledge)}</a>
        ${listHtml(changeLines(record).map(say))}`,
  );
  const rollBack =
    session !== null && mayAs(session.person.role, 'publisher')
      ? pressHtml(session, `${PATHS.drafts}/annuler`, DESK_DRAFTS.rollBack)
      : null;
  return html`<article class="group">
    <h3>${say(DESK_DRAFTS.publication(DESK.moment(at), name, authors))}</h3>
    ${undone === null ? null : html`<p>${say(DESK_DRAFTS.undone(DESK.moment(undone.at), undone.name))}</p>`}
    ${listHtml(changes)} ${rollBack}
  </article>`;
}
