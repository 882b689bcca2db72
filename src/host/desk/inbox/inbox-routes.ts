import { type Addition, takes, withAdded } from '../../../core/editing/edits';
import { expectedOf } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { LOCALES } from '../../../core/language/locale';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import type { Answer } from '../../http/route';
import { digestOf } from '../../knowledge-copies';
import { readDataTexts } from '../../knowledge-files';
import { draftPath } from '../drafts/press';
import { type Drafts, editedIn, withEdit, withQuestions } from '../drafts/drafts';
import type { GoldenQuestions } from '../drafts/golden-questions';
import { told } from '../drafts/replay';
import { goTo, PATHS, type ShowDeskPage } from '../pages/desk-page';
import { html, say } from '../pages/html';
import { notice } from '../pages/notices';
import type { Audit } from '../people/audit';
import type { DeskRoute, Visit } from '../people/guard';
import { nameOfRecord, placeIn, placeText, recordIn } from '../records/record-names';
import { groupHtml, type Refused } from './group-page';
import type { Group, InboxGroups } from './inbox-groups';
import { inboxHtml } from './inbox-page';
import { SORTS } from './left-entries';

/** `/admin`: what people left, by groups; `/admin/demandes/<id>`: one of them, and what can be done about it. */
export function createInboxRoutes(parts: {
  readonly groups: InboxGroups;
  readonly drafts: Drafts;
  readonly golden: GoldenQuestions;
  readonly audit: Audit;
  readonly show: ShowDeskPage;
  readonly knowledge: () => KnowledgeBase;
  readonly dataDir: string;
}): DeskRoute[] {
  const { groups, drafts, golden, audit, show, knowledge, dataDir } = parts;
  const GROUP = `${PATHS.inbox}/demandes/:id`;
  return [
    { method: 'GET', path: PATHS.inbox, role: 'reader', answer: list },
    { method: 'GET', path: GROUP, role: 'reader', answer: (visit) => withGroup(visit, (group) => page(visit, group)) },
    { method: 'POST', path: `${GROUP}/synonyme`, role: 'editor', answer: (visit) => add(visit, 'term') },
    { method: 'POST', path: `${GROUP}/facon`, role: 'editor', answer: (visit) => add(visit, 'wording') },
    { method: 'POST', path: `${GROUP}/temoin`, role: 'editor', answer: keep },
    { method: 'POST', path: `${GROUP}/traite`, role: 'editor', answer: handle },
    { method: 'POST', path: `${GROUP}/effacer`, role: 'editor', answer: erase },
  ];

  async function list({ session, call }: Visit): Promise<Answer> {
    const sort = SORTS.find((known) => known === call.query.get('sorte')) ?? 'unanswered';
    const asked = call.query.get('depuis') ?? '';
    const from = /^\d{1,5}$/u.test(asked) ? Number(asked) : 0;
    const main = html`${notice(call)}${inboxHtml(await groups.all(), sort, from)}`;
    return show({ title: DESK_INBOX.title, main, session, within: PATHS.inbox });
  }

  async function withGroup(visit: Visit, then: (group: Group) => Answer | Promise<Answer>): Promise<Answer> {
    const group = await groups.find(visit.call.parameters['id'] ?? '');
    if (group !== null) return then(group);
    const { title, text } = DESK_INBOX.gone;
    const main = html`<p>${say(text)}</p>
      <p><a href="${PATHS.inbox}">${say(DESK_INBOX.back)}</a></p>`;
    return show({ title, main, session: visit.session, within: PATHS.inbox }, 404);
  }

  function page({ session, call }: Visit, group: Group, refused: Refused | null = null): Answer {
    const main = html`${notice(call)}${groupHtml(group, session, knowledge(), refused)}`;
    return show({ title: DESK_INBOX.group.title, main, session, within: PATHS.inbox }, refused === null ? 200 : 422);
  }

  function add(visit: Visit, addition: Addition): Promise<Answer> {
    return withGroup(visit, async (group) => {
      const { form, person } = visit;
      const [text, place] = [(form.get('texte') ?? '').trim().normalize('NFC'), placeIn(form.get('fiche') ?? '')];
      const locale = LOCALES.find((known) => known === form.get('langue')) ?? 'fr';
      const refuse = (fault: string): Answer =>
        page(visit, group, { addition, fault, text, place: place === null ? '' : placeText(place) });
      if (text === '') return refuse(DESK_INBOX.faults.text);
      if (text.length > MOST_CHARACTERS) return refuse(DESK_INBOX.faults.tooLong);
      if (place === null || !takes(addition, place.file)) return refuse(DESK_INBOX.faults.record);
      const texts = await readDataTexts(dataDir);
      const record = recordIn(texts, place);
      if (record === null) return refuse(DESK_INBOX.faults.missing);
      const known = editedIn(await drafts.openOf(person), place) ?? record;
      const after = withAdded(addition, place.file, known, text, locale);
      if (after === known) return refuse(DESK_INBOX.faults.there(nameOfRecord(place, knowledge())));
      const asked = group.texts.map((one) => ({ question: one.text, locale: one.locale }));
      const digest = digestOf(texts[place.file] ?? '');
      const draft = await drafts.edit(person, (open) =>
        withQuestions(withEdit(open, { ...place, before: record, after }, digest), asked),
      );
      await audit.write(person, 'draft-changed', placeText(place));
      return goTo(draftPath(draft.id));
    });
  }

  function keep(visit: Visit): Promise<Answer> {
    return withGroup(visit, async ({ id, texts: [lead] }) => {
      if (lead !== undefined) {
        const asked = { question: lead.text, locale: lead.locale };
        await golden.keep({ ...asked, expect: expectedOf(told(asked, knowledge()).rests) });
        await audit.write(visit.person, 'question-kept');
      }
      return goTo(`${PATHS.inbox}/demandes/${id}?dit=temoin`);
    });
  }

  function erase(visit: Visit): Promise<Answer> {
    return withGroup(visit, async (group) => {
      const count = await groups.erase(group);
      await audit.write(visit.person, 'erased', `${DESK_INBOX.sorts[group.sort]} × ${count}`);
      return goTo(`${PATHS.inbox}?sorte=${group.sort}&dit=efface`);
    });
  }

  function handle(visit: Visit): Promise<Answer> {
    return withGroup(visit, async (group) => {
      await groups.handle(group, visit.person);
      await audit.write(visit.person, 'handled', `${DESK_INBOX.sorts[group.sort]} × ${group.times}`);
      return goTo(`${PATHS.inbox}?sorte=${group.sort}&dit=traite`);
    });
  }
}

/** More is no name of anything. */
const MOST_CHARACTERS = 200;
