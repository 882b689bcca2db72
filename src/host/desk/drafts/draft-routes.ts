import { type Edit, mergeRecords } from '../../../core/editing/edits';
import { expectedOf } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { LOCALES } from '../../../core/language/locale';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import type { Answer } from '../../http/route';
import { readDataTexts } from '../../knowledge-files';
import { goTo, PATHS, type ShowDeskPage } from '../pages/desk-page';
import { html, say } from '../pages/html';
import { notice } from '../pages/notices';
import type { Act, Audit } from '../people/audit';
import type { DeskRoute, Visit } from '../people/guard';
import { type Role } from '../people/person';
import { placeIn, placeText, recordIn } from '../records/record-names';
import { draftHtml, type RecordClash } from './draft-page';
import { type Asked, type Draft, type Drafts, onBase, withAllEdits } from './drafts';
import type { GoldenQuestions } from './golden-questions';
import { draftPath } from './press';
import { digestOfFile, type Publications } from './publications';
import { draftsHtml } from './publications-page';
import { told } from './replay';
import type { TryOut } from './trials';

/** `/admin/brouillons`: drafts and publications; `/admin/brouillons/<id>`: one draft, what would come of it, its publication. */
export function createDraftRoutes(parts: {
  readonly drafts: Drafts;
  readonly publications: Publications;
  readonly golden: GoldenQuestions;
  readonly tryOut: TryOut;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  readonly knowledge: () => KnowledgeBase;
  readonly dataDir: string;
  readonly needsSecondPerson: boolean;
}): DeskRoute[] {
  const { drafts, publications, golden, tryOut, audit, show, knowledge, dataDir, needsSecondPerson } = parts;
  const post = (action: string, role: Role, answer: (visit: Visit, draft: Draft) => Promise<Answer>): DeskRoute => ({
    method: 'POST',
    path: `${PATHS.drafts}/:id/${action}`,
    role,
    answer: (visit) => withDraft(visit, (draft) => answer(visit, draft)),
  });
  return [
    { method: 'GET', path: PATHS.drafts, role: 'reader', answer: list },
    {
      method: 'GET',
      path: `${PATHS.drafts}/:id`,
      role: 'reader',
      answer: (visit) => withDraft(visit, (draft) => page(visit, draft)),
    },
    post('retirer', 'editor', withdraw),
    post('temoin', 'editor', keep),
    post('reporter', 'editor', rebase),
    post('proposer', 'editor', (visit, draft) => become(visit, draft, 'proposed', 'draft-proposed', 'propose')),
    post('reprendre', 'editor', (visit, draft) => become(visit, draft, 'open', 'draft-taken-back', 'repris')),
    post('supprimer', 'editor', drop),
    post('publier', 'publisher', publish),
    { method: 'POST', path: `${PATHS.drafts}/annuler`, role: 'publisher', answer: rollBack },
  ];

  async function list({ session, call }: Visit, refusal?: string): Promise<Answer> {
    const shown = draftsHtml(await drafts.all(), await publications.all(), session, knowledge());
    const alert = refusal === undefined ? null : html`<p class="alert" role="alert">${say(refusal)}</p>`;
    const main = html`${notice(call)}${alert}${shown}`;
    const status = refusal === undefined ? 200 : 409;
    return show({ title: DESK_DRAFTS.title, main, session, within: PATHS.drafts }, status);
  }

  async function withDraft(visit: Visit, then: (draft: Draft) => Promise<Answer>): Promise<Answer> {
    const draft = await drafts.read(visit.call.parameters['id'] ?? '');
    if (draft !== null) return then(draft);
    const { title, text } = DESK_DRAFTS.gone;
    const main = html`<p>${say(text)}</p>
      <p><a href="${PATHS.drafts}">${say(DESK_DRAFTS.back)}</a></p>`;
    return show({ title, main, session: visit.session, within: PATHS.drafts }, 404);
  }

  async function page({ session, call }: Visit, draft: Draft, refusal?: string): Promise<Answer> {
    const trial = await tryOut(draft);
    const clashes = trial.kind === 'stale' ? (await rebased(draft, 'theirs')).clashes : [];
    const shown = draftHtml({ draft, trial, clashes, session, knowledge: knowledge(), needsSecondPerson });
    const alert = refusal === undefined ? null : html`<p class="alert" role="alert">${say(refusal)}</p>`;
    const main = html`${notice(call)}${alert}${shown}`;
    const status = refusal === undefined ? 200 : 409;
    return show({ title: DESK_DRAFTS.one, main, session, within: PATHS.drafts }, status);
  }

  async function withdraw({ person, form }: Visit, draft: Draft): Promise<Answer> {
    const place = placeIn(form.get('fiche') ?? '');
    await drafts.change(draft.id, person, (content) =>
      onBase(
        { ...content, edits: content.edits.filter(({ file, id }) => file !== place?.file || id !== place.id) },
        (file) => content.base[file] ?? '',
      ),
    );
    if (place !== null) await audit.write(person, 'draft-changed', placeText(place));
    return goTo(`${draftPath(draft.id)}?dit=retire`);
  }

  async function keep({ person, form }: Visit, draft: Draft): Promise<Answer> {
    const locale = LOCALES.find((known) => known === form.get('langue')) ?? 'fr';
    const asked: Asked = { question: (form.get('question') ?? '').slice(0, MOST_CHARACTERS), locale };
    const isKnown = draft.toKeep.some(({ question }) => question === asked.question);
    if (asked.question !== '' && !isKnown)
      await drafts.change(draft.id, person, (content) => ({
        ...content,
        toKeep: [...content.toKeep, asked].slice(-MOST_KEPT),
      }));
    return goTo(draftPath(draft.id));
  }

  async function become(
    { person }: Visit,
    draft: Draft,
    state: Draft['state'],
    act: Act,
    said: string,
  ): Promise<Answer> {
    await drafts.change(draft.id, null, (content) => ({ ...content, state }));
    await audit.write(person, act, draft.id);
    return goTo(`${draftPath(draft.id)}?dit=${said}`);
  }

  async function drop({ person }: Visit, draft: Draft): Promise<Answer> {
    await drafts.drop(draft);
    await audit.write(person, 'draft-dropped', recordsOf(draft));
    return goTo(`${PATHS.drafts}?dit=supprime`);
  }

  /** Carries the draft over to the base of today, where nobody changed the same values or it is said which are to stand. */
  async function rebase(visit: Visit, draft: Draft): Promise<Answer> {
    const chosen = visit.form.get('garder');
    const { clashes, edits, digest } = await rebased(draft, chosen === 'miennes' ? 'mine' : 'theirs');
    if (clashes.length > 0 && chosen === null) return page(visit, draft);
    await drafts.change(draft.id, visit.person, (content) => onBase(withAllEdits(content, edits), digest));
    await audit.write(visit.person, 'draft-rebased', recordsOf(draft));
    return goTo(`${draftPath(draft.id)}?dit=reporte`);
  }

  async function rebased(draft: Draft, preferred: 'mine' | 'theirs') {
    const texts = await readDataTexts(dataDir);
    const merged = draft.edits.map((edit) => {
      const { file, id } = edit;
      const today = recordIn(texts, edit);
      // A record that somebody took away comes back as it is here.
      if (today === null) return { edit: { ...edit, before: null }, clash: { file, id, clashes: [] } };
      const { record, clashes } = mergeRecords(edit, today, preferred);
      const own: Edit = { file, id, before: today, after: record };
      return { edit: own, clash: { file, id, clashes } };
    });
    const isChange = ({ before, after }: Edit): boolean => JSON.stringify(before) !== JSON.stringify(after);
    return {
      edits: merged.map(({ edit }) => edit).filter(isChange),
      clashes: merged.map(({ clash }): RecordClash => clash).filter(({ clashes }) => clashes.length > 0),
      digest: (file: Edit['file']) => digestOfFile(texts, file),
    };
  }

  async function publish(visit: Visit, draft: Draft): Promise<Answer> {
    const { person, form } = visit;
    const isAuthor = draft.authors.some(({ who }) => who === person.who);
    if (needsSecondPerson && isAuthor) return refuse(visit, draft, DESK_DRAFTS.publish.needsOther);
    if (form.get('version') !== String(draft.version)) return refuse(visit, draft, DESK_DRAFTS.refusals.gone);
    // Its answers are asked of the base that it makes, which is there from when it was looked at.
    const trial = draft.toKeep.length === 0 ? null : await tryOut(draft);
    const published = await publications.publish(draft, person);
    if ('why' in published) return refuse(visit, draft, DESK_DRAFTS.refusals[published.why]);
    await audit.write(person, 'published', recordsOf(draft));
    if (trial?.kind === 'tried')
      for (const asked of draft.toKeep) {
        await golden.keep({ ...asked, expect: expectedOf(told(asked, trial.knowledge).rests) });
        await audit.write(person, 'question-kept');
      }
    return goTo(`${PATHS.drafts}?dit=publie`);
  }

  async function refuse(visit: Visit, draft: Draft, sentence: string): Promise<Answer> {
    await audit.write(visit.person, 'publish-refused', recordsOf(draft));
    return withDraft(visit, (now) => page(visit, now, sentence));
  }

  async function rollBack(visit: Visit): Promise<Answer> {
    const undone = await publications.rollBack(visit.person);
    if (typeof undone === 'string') return list(visit, DESK_DRAFTS.rollBackRefusals[undone]);
    await audit.write(visit.person, 'rolled-back', recordsOf({ edits: undone.records }));
    return goTo(`${PATHS.drafts}?dit=annule`);
  }
}

/** As many as anybody reads before publishing. */
const MOST_KEPT = 50;
const MOST_CHARACTERS = 500;

function recordsOf({ edits }: { readonly edits: readonly Pick<Edit, 'file' | 'id'>[] }): string {
  return edits.map(placeText).join(', ');
}
