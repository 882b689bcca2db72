import type { Cell } from '../../../core/editing/columns';
import type { Clash } from '../../../core/editing/edits';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { changeLines, sidesHtml, valueLines } from '../pages/cell-text';
import { draftPath, PATHS } from '../pages/desk-page';
import { confirmHtml, pressHtml } from '../pages/fields';
import { headedHtml, type Html, html, listHtml, say } from '../pages/html';
import { mayAs } from '../people/person';
import type { Session } from '../people/sessions';
import { nameOfRecord, placeText, type RecordPlace, recordPath } from '../records/record-names';
import { type Draft, isAuthor, namesOf } from './drafts';
import { type Publication, recordOf } from './publications';
import { type ChangedAnswer, type Replay, VERDICTS } from './replay';
import type { Trial } from './trials';

/** Older ones are in the history of their records. */
const MOST_PUBLICATIONS = 30;

/** The others are counted. */
const MOST_NAMES = 10;

/** The drafts, then what was published; the last publication can be taken back. */
export function draftsHtml(
  drafts: readonly Draft[],
  publications: readonly Publication[],
  session: Session,
  knowledge: KnowledgeBase,
): Html {
  const rows = drafts.map((draft) => {
    const label = DESK_DRAFTS.draft(draft.edits.length, namesOf(draft), DESK.moment(draft.at));
    const names = draft.edits.slice(0, MOST_NAMES).map((edit) => nameOfRecord(edit, knowledge));
    return html`<a href="${draftPath(draft.id)}">${say(label)}</a> — ${say(DESK_DRAFTS.states[draft.state])}
      ${listHtml(names)}`;
  });
  const last = publications.find(({ undone }) => undone === null);
  const published = publications
    .slice(0, MOST_PUBLICATIONS)
    .map((publication) => publicationHtml(publication, publication === last ? session : null, knowledge));
  return html`<h2>${say(DESK_DRAFTS.drafts)}</h2>
    ${listHtml(rows) ?? html`<p>${say(DESK_DRAFTS.noDraft)}</p>`}
    <h2>${say(DESK_DRAFTS.publications)}</h2>
    ${published.length === 0 ? html`<p>${say(DESK_DRAFTS.noPublication)}</p>` : published}`;
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

/** What somebody else changed as well, and what each made of it. */
export interface RecordClash extends Clash {
  readonly place: RecordPlace;
}

interface DraftParts {
  readonly draft: Draft;
  readonly trial: Trial;
  readonly clashes: readonly RecordClash[];
  readonly session: Session;
  readonly knowledge: KnowledgeBase;
  readonly needsSecondPerson: boolean;
}

/** A draft: what it changes, what would come of it, and what may be done with it now. */
export function draftHtml(parts: DraftParts): Html {
  const { draft } = parts;
  return html`<p><a href="${PATHS.drafts}">${say(DESK_DRAFTS.back)}</a></p>
    <p>${say(DESK_DRAFTS.draft(draft.edits.length, namesOf(draft), DESK.moment(draft.at)))}</p>
    <h2>${say(DESK_DRAFTS.what)}</h2>
    ${draft.edits.length === 0 ? html`<p>${say(DESK_DRAFTS.nothing)}</p>` : draft.edits.map((edit) => editHtml(edit, parts))}
    ${trialHtml(parts)} ${publishHtml(parts)}`;
}

function mayChange({ draft, session }: DraftParts): boolean {
  return draft.state === 'open' && mayAs(session.person.role, 'editor');
}

function editHtml(edit: Draft['edits'][number], parts: DraftParts): Html {
  const { draft, session, knowledge } = parts;
  const name = nameOfRecord(edit, knowledge);
  const own = recordOf(edit);
  const lines = [...changeLines(own), ...(own.isNew ? valueLines(own) : [])].map(say);
  const withdraw = mayChange(parts)
    ? pressHtml(session, `${draftPath(draft.id)}/retirer`, DESK_DRAFTS.withdraw, {
        about: name,
        fields: { fiche: placeText(edit) },
      })
    : null;
  return html`<section class="group">
    <h3><a href="${recordPath(edit)}">${name}</a></h3>
    ${listHtml(lines)} ${withdraw}
  </section>`;
}

function trialHtml(parts: DraftParts): Html {
  const { draft, trial, session } = parts;
  switch (trial.kind) {
    case 'stale':
      return staleHtml(parts);
    case 'wrong':
      return html`<h2>${say(DESK_DRAFTS.problems)}</h2>
        ${listHtml(trial.problems.map(say), 'alert')}`;
    case 'tried':
      return html`${headedHtml('h2', DESK_DRAFTS.doubts, listHtml(trial.doubts.map(say), 'caution'))}
      ${changesHtml(trial.replay, draft, mayChange(parts) ? session : null)}`;
  }
}

function staleHtml({ draft, clashes, session, knowledge }: DraftParts): Html {
  const words = DESK_DRAFTS.stale;
  const path = `${draftPath(draft.id)}/reporter`;
  if (!mayAs(session.person.role, 'editor')) return html`<p class="caution">${say(words.text)}</p>`;
  if (clashes.length === 0)
    return html`<p class="caution">${say(words.text)}</p>
      <div class="acts">${pressHtml(session, path, words.submit, { isMain: true })}</div>`;
  const shown = clashes.map(
    ({ place, path: field, mine, theirs }) =>
      html`<section class="group">
        <h3>${say(words.clash(nameOfRecord(place, knowledge), KNOWLEDGE.field(field)))}</h3>
        ${sidesHtml(words, cellOf(mine), cellOf(theirs))}
      </section>`,
  );
  return html`<p class="caution">${say(words.text)}</p>
    <h2>${say(words.clashes)}</h2>
    ${shown}
    <div class="acts">
      ${pressHtml(session, path, words.keepMine, { fields: { garder: 'miennes' } })}
      ${pressHtml(session, path, words.keepTheirs, { fields: { garder: 'autres' } })}
    </div>`;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every answer that would change, side by side; `session` is that of somebody who may say which of them are right. */
function changesHtml({ asked, changes }: Replay, draft: Draft, session: Session | null): Html {
  const sums = VERDICTS.flatMap((verdict) => {
    const count = changes.filter((one) => one.verdict === verdict).length;
    return count === 0 ? [] : [say(DESK_DRAFTS.sums[verdict](count))];
  });
  const changed = new Set(changes.map(({ question }) => question));
  const still = draft.questions.flatMap(({ question }) =>
    changed.has(question) ? [] : [say(DESK_DRAFTS.stillText(question))],
  );
  return html`<h2>${say(DESK_DRAFTS.effects)}</h2>
    <p>${say(DESK_DRAFTS.asked(asked, changes.length))}</p>
    ${listHtml(sums)} ${changes.length === 0 ? null : html`<p class="hint">${say(DESK_DRAFTS.verdictsHelp)}</p>`}
    ${changes.map((change) => changeHtml(change, draft, session))}
    ${headedHtml('h3', DESK_DRAFTS.still, listHtml(still))}`;
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

function publishHtml({ draft, trial, session, needsSecondPerson }: DraftParts): Html {
  const words = DESK_DRAFTS.publish;
  const path = draftPath(draft.id);
  const { role } = session.person;
  if (!mayAs(role, 'editor')) return html``;
  const isReady = trial.kind === 'tried' && draft.edits.length > 0;
  const worse = trial.kind === 'tried' ? trial.replay.changes.filter(({ verdict }) => verdict === 'worse').length : 0;
  const needsOther = needsSecondPerson && isAuthor(draft, session.person);
  const mayPublish = mayAs(role, 'publisher') && !needsOther;
  const why = mayPublish ? null : needsOther ? words.needsOther : words.needsRole;
  return html`<h2>${say(words.title)}</h2>
    ${draft.state === 'proposed' ? html`<p>${say(words.proposed(namesOf(draft)))}</p>` : null}
    ${worse === 0 ? null : html`<p class="alert">${say(words.worse(worse))}</p>`}
    ${why === null ? null : html`<p>${say(why)}</p>`}
    <p class="hint">${say(words.only)}</p>
    <div class="acts">
      ${
        isReady && mayPublish
          ? pressHtml(session, `${path}/publier`, words.submit, {
              isMain: true,
              fields: { version: String(draft.version) },
            })
          : null
      }
      ${isReady && draft.state === 'open' ? pressHtml(session, `${path}/proposer`, words.propose) : null}
      ${draft.state === 'proposed' ? pressHtml(session, `${path}/reprendre`, words.takeBack) : null}
    </div>
    ${confirmHtml(session, `${path}/supprimer`, words.drop)}`;
}
