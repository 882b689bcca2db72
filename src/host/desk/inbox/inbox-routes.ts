import { type Addition, takes, withAdded } from '../../../core/editing/edits';
import { DESK_INBOX } from '../../../messages/fr/desk/inbox';
import type { Answer } from '../../http/route';
import { readDataTexts } from '../../knowledge-files';
import { localeOf } from '../../plain/page-query';
import type { DeskTools } from '../desk-tools';
import { editedIn } from '../drafts/drafts';
import { digestOfFile } from '../drafts/publications';
import { goldenOf } from '../drafts/replay';
import { draftPath, gonePage, goTo, notice, PATHS } from '../pages/desk-page';
import { html } from '../pages/html';
import { type DeskRoute, get, post, type Visit } from '../people/guard';
import { nameOfRecord, placeIn, placeText, recordIn } from '../records/record-names';
import { askedOf, type Group, SORTS } from './inbox-groups';
import { groupHtml, groupPath, inboxHtml, type Refused } from './inbox-page';

/** `/admin`: what people left, by groups; `/admin/demandes/<id>`: one of them, and what can be done about it. */
export function createInboxRoutes(tools: DeskTools): DeskRoute[] {
  const { groups, drafts, golden, audit, show, knowledge, dataDir } = tools;
  const GROUP = groupPath(':id');
  const act = (action: string, answer: (visit: Visit, group: Group) => Promise<Answer>): DeskRoute =>
    post(`${GROUP}/${action}`, 'editor', (visit) => withGroup(visit, (group) => answer(visit, group)));
  /** What is no question, and may be longer than one, is kept as none. */
  const ofQuestion = (action: string, answer: (visit: Visit, group: Group) => Promise<Answer>): DeskRoute =>
    act(action, async (visit, group) => (group.lead.isQuestion ? answer(visit, group) : page(visit, group)));
  return [
    get(PATHS.inbox, 'reader', list),
    get(GROUP, 'reader', (visit) => withGroup(visit, (group) => page(visit, group))),
    ofQuestion('synonyme', (visit, group) => add(visit, group, 'term')),
    ofQuestion('facon', (visit, group) => add(visit, group, 'wording')),
    ofQuestion('temoin', keep),
    act('traite', handle),
    act('effacer', erase),
  ];

  async function list({ session, call }: Visit): Promise<Answer> {
    const sort = SORTS.find((known) => known === call.query.get('sorte')) ?? 'unanswered';
    const asked = call.query.get('depuis') ?? '';
    const from = /^\d{1,5}$/u.test(asked) ? Number(asked) : 0;
    const main = html`${notice(call)}${inboxHtml(await groups.all(), sort, from, knowledge())}`;
    return show({ title: DESK_INBOX.title, main, session, within: PATHS.inbox });
  }

  async function withGroup(visit: Visit, then: (group: Group) => Answer | Promise<Answer>): Promise<Answer> {
    const group = await groups.find(visit.call.parameters['id'] ?? '');
    if (group !== null) return then(group);
    return show(...gonePage(DESK_INBOX, PATHS.inbox, visit.session));
  }

  function page({ session, call }: Visit, group: Group, refused: Refused | null = null): Answer {
    const main = html`${notice(call)}${groupHtml(group, session, knowledge(), refused)}`;
    return show({ title: DESK_INBOX.group.title, main, session, within: PATHS.inbox }, refused === null ? 200 : 422);
  }

  async function add(visit: Visit, group: Group, addition: Addition): Promise<Answer> {
    const { form, person } = visit;
    const [text, place] = [(form.get('texte') ?? '').trim().normalize('NFC'), placeIn(form.get('fiche') ?? '')];
    const locale = localeOf(form.get('langue'));
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
    const edit = { ...place, before: record, after };
    const questions = group.texts.filter(({ isQuestion }) => isQuestion).map(askedOf);
    const draftId = await drafts.edit(person, edit, digestOfFile(texts, place.file), questions);
    return goTo(draftPath(draftId));
  }

  async function keep({ person }: Visit, { lead }: Group): Promise<Answer> {
    await golden.keep(goldenOf(askedOf(lead), knowledge()));
    await audit.write(person, 'question-kept');
    return goTo(`${groupPath(lead.id)}?dit=temoin`);
  }

  async function erase({ person }: Visit, group: Group): Promise<Answer> {
    const count = await groups.erase(group);
    await audit.write(person, 'erased', `${DESK_INBOX.sorts[group.lead.sort]} × ${count}`);
    return goTo(`${PATHS.inbox}?sorte=${group.lead.sort}&dit=efface`);
  }

  async function handle({ person }: Visit, group: Group): Promise<Answer> {
    await groups.handle(group, person);
    await audit.write(person, 'handled', `${DESK_INBOX.sorts[group.lead.sort]} × ${group.times}`);
    return goTo(`${PATHS.inbox}?sorte=${group.lead.sort}&dit=traite`);
  }
}

/** More is no name of anything. */
const MOST_CHARACTERS = 200;
