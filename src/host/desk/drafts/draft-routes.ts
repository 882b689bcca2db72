import { type Edit, mergeRecords } from '../../../core/editing/edits';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import type { Answer } from '../../http/route';
import { readDataTexts } from '../../knowledge-files';
import type { DeskTools } from '../desk-tools';
import { draftPath, alert, gonePage, goTo, notice, PATHS } from '../pages/desk-page';
import { type Html, html } from '../pages/html';
import type { Act } from '../people/audit';
import { type DeskRoute, get, post, type Visit } from '../people/guard';
import type { Role } from '../people/person';
import { placeIn, placeText, recordIn } from '../records/record-names';
import { draftHtml, draftsHtml, type RecordClash } from './draft-page';
import { type Draft, isAt, isAuthor, withAllEdits } from './drafts';
import { digestOfFile } from './publications';
import { askedIn } from './question-routes';
import { goldenOf } from './replay';

/** `/admin/brouillons`: drafts and publications; `/admin/brouillons/<id>`: one draft, what would come of it, its publication. */
export function createDraftRoutes(tools: DeskTools): DeskRoute[] {
  const { drafts, publications, golden, tryOut, audit, show, knowledge, dataDir, needsSecondPerson } = tools;
  const ONE = `${PATHS.drafts}/:id`;
  const act = (action: string, role: Role, answer: (visit: Visit, draft: Draft) => Promise<Answer>): DeskRoute =>
    post(`${ONE}/${action}`, role, (visit) => withDraft(visit, (draft) => answer(visit, draft)));
  return [
    get(PATHS.drafts, 'reader', list),
    get(ONE, 'reader', (visit) => withDraft(visit, (draft) => page(visit, draft))),
    act('retirer', 'editor', withdraw),
    act('temoin', 'editor', keep),
    act('reporter', 'editor', rebase),
    act('proposer', 'editor', becoming('proposed', 'draft-proposed', 'propose')),
    act('reprendre', 'editor', becoming('open', 'draft-taken-back', 'repris')),
    act('supprimer', 'editor', drop),
    act('publier', 'publisher', publish),
    post(`${PATHS.drafts}/annuler`, 'publisher', rollBack),
  ];

  async function list(visit: Visit, refusal?: string): Promise<Answer> {
    const main = draftsHtml(await drafts.all(), await publications.all(), visit.session, knowledge());
    return shown(DESK_DRAFTS.title, main, visit, refusal);
  }

  function shown(title: string, told: Html, { session, call }: Visit, refusal?: string): Answer {
    const main = html`${notice(call)}${refusal === undefined ? null : alert(refusal)}${told}`;
    return show({ title, main, session, within: PATHS.drafts }, refusal === undefined ? 200 : 409);
  }

  async function withDraft(visit: Visit, then: (draft: Draft) => Promise<Answer>): Promise<Answer> {
    const draft = await drafts.read(visit.call.parameters['id'] ?? '');
    if (draft !== null) return then(draft);
    return show(...gonePage(DESK_DRAFTS, PATHS.drafts, visit.session));
  }

  async function page(visit: Visit, draft: Draft, refusal?: string): Promise<Answer> {
    const trial = await tryOut(draft);
    const clashes = trial.kind === 'stale' ? (await rebased(draft, 'theirs')).clashes : [];
    const { session } = visit;
    const main = draftHtml({ draft, trial, clashes, session, knowledge: knowledge(), needsSecondPerson });
    return shown(DESK_DRAFTS.one, main, visit, refusal);
  }

  async function withdraw({ person, form }: Visit, draft: Draft): Promise<Answer> {
    const place = placeIn(form.get('fiche') ?? '');
    if (place !== null) {
      const isWithdrawn = isAt(place);
      await drafts.change(draft.id, person, (content) => {
        const edits = content.edits.filter((edit) => !isWithdrawn(edit));
        return withAllEdits(content, edits, (file) => content.base[file] ?? '');
      });
      await audit.write(person, 'draft-changed', placeText(place));
    }
    return goTo(`${draftPath(draft.id)}?dit=retire`);
  }

  async function keep({ person, form }: Visit, draft: Draft): Promise<Answer> {
    const asked = askedIn(form);
    if (asked !== null && !draft.toKeep.some(({ question }) => question === asked.question))
      await drafts.change(draft.id, person, (content) => ({
        ...content,
        toKeep: [...content.toKeep, asked].slice(-MOST_KEPT),
      }));
    return goTo(draftPath(draft.id));
  }

  function becoming(state: Draft['state'], done: Act, said: string) {
    return async ({ person }: Visit, draft: Draft): Promise<Answer> => {
      await drafts.change(draft.id, null, (content) => ({ ...content, state }));
      await audit.write(person, done, draft.id);
      return goTo(`${draftPath(draft.id)}?dit=${said}`);
    };
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
    await drafts.change(draft.id, visit.person, (content) => withAllEdits(content, edits, digest));
    await audit.write(visit.person, 'draft-rebased', recordsOf(draft));
    return goTo(`${draftPath(draft.id)}?dit=reporte`);
  }

  async function rebased(draft: Draft, preferred: 'mine' | 'theirs') {
    const texts = await readDataTexts(dataDir);
    const clashes: RecordClash[] = [];
    const edits = draft.edits.map((edit): Edit => {
      const today = recordIn(texts, edit);
      // A record that somebody took away comes back as it is here.
      if (today === null) return { ...edit, before: null };
      const merged = mergeRecords(edit, today, preferred);
      clashes.push(...merged.clashes.map((clash) => ({ ...clash, place: edit })));
      return { ...edit, before: today, after: merged.record };
    });
    const isChange = ({ before, after }: Edit): boolean => JSON.stringify(before) !== JSON.stringify(after);
    return { edits: edits.filter(isChange), clashes, digest: (file: Edit['file']) => digestOfFile(texts, file) };
  }

  async function publish(visit: Visit, draft: Draft): Promise<Answer> {
    const { person, form } = visit;
    if (needsSecondPerson && isAuthor(draft, person)) return refuse(visit, draft, DESK_DRAFTS.publish.needsOther);
    if (form.get('version') !== String(draft.version)) return refuse(visit, draft, DESK_DRAFTS.refusals.gone);
    // Its answers are asked of the base that it makes, which is there from when it was looked at.
    const trial = draft.toKeep.length === 0 ? null : await tryOut(draft);
    const refusal = await publications.publish(draft, person);
    if (refusal !== null) return refuse(visit, draft, DESK_DRAFTS.refusals[refusal]);
    await audit.write(person, 'published', recordsOf(draft));
    if (trial?.kind === 'tried')
      for (const asked of draft.toKeep) {
        await golden.keep(goldenOf(asked, trial.knowledge));
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
    if (typeof undone === 'string') {
      await audit.write(visit.person, 'roll-back-refused');
      return list(visit, DESK_DRAFTS.rollBackRefusals[undone]);
    }
    await audit.write(visit.person, 'rolled-back', recordsOf({ edits: undone.records }));
    return goTo(`${PATHS.drafts}?dit=annule`);
  }
}

/** As many as anybody reads before publishing. */
const MOST_KEPT = 50;

function recordsOf({ edits }: { readonly edits: readonly Pick<Edit, 'file' | 'id'>[] }): string {
  return edits.map(placeText).join(', ');
}
