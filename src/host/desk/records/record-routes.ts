import { canonical, importTables } from '../../../core/editing/tables';
import { fold } from '../../../core/language/fold';
import { RECORD_FILES } from '../../../core/loading/parse';
import { DESK } from '../../../messages/fr/desk/desk';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { DESK_RECORDS } from '../../../messages/fr/desk/records';
import type { Answer } from '../../http/route';
import { digestOf } from '../../knowledge-copies';
import { readDataTexts, recordsIn } from '../../knowledge-files';
import { projectPath } from '../../plain/project-links';
import type { DeskTools } from '../desk-tools';
import { editedIn, isAt, isOpenOf, namesOf } from '../drafts/drafts';
import { digestOfFile, textsWith } from '../drafts/publications';
import { changeLines } from '../pages/cell-text';
import { draftPath, gonePage, goTo, PATHS } from '../pages/desk-page';
import { searchHtml } from '../pages/fields';
import { type Html, html, listHtml, say } from '../pages/html';
import { type DeskRoute, get, post, type Visit } from '../people/guard';
import { mayAs } from '../people/person';
import { type Faults, faultsOf, halvesIn, isConflict } from './form-faults';
import { tablesOf, valuesOf, valuesSent } from './form-fields';
import { clashHtml, type FormParts, recordFormHtml } from './record-form';
import { fileOfTable, nameOfRecord, namesIn, type RecordPlace, recordIn, recordPath, tableOf } from './record-names';

/** Stands for the id of a record that is still to be made; no id holds such a line. */
const NEW = 'nouvelle_fiche';

/** `/admin/fiches?table=…&mots=…`: every record; `/admin/fiches/<table>/<id>`: one of them, to be changed. */
export function createRecordRoutes(tools: DeskTools): DeskRoute[] {
  const { drafts, publications, show, knowledge, dataDir } = tools;
  const RECORD = `${PATHS.records}/:table/:id`;
  return [get(PATHS.records, 'reader', list), get(RECORD, 'reader', open), post(RECORD, 'editor', save)];

  function list({ session, call }: Visit): Answer {
    const file = fileOfTable(call.query.get('table') ?? '') ?? 'projects.json';
    const table = tableOf(file);
    const words = call.query.get('mots') ?? '';
    const looked = fold(words.trim());
    const found = namesIn(file, knowledge())
      .filter(({ id, name }) => fold(name).includes(looked) || id.includes(looked))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }));
    const tabs = RECORD_FILES.map((each) => {
      const current = each === file ? html` aria-current="true"` : null;
      return html`<a href="${PATHS.records}?table=${tableOf(each)}" ${current}>${say(DESK_RECORDS.tables[each])}</a>`;
    });
    const create = mayAs(session.person.role, 'editor')
      ? html`<p><a class="button quiet" href="${PATHS.records}/${table}/${NEW}">${say(DESK_RECORDS.create)}</a></p>`
      : null;
    const records = found.map((record) => html`<a href="${recordPath(record)}">${record.name}</a>`);
    const main = html`<p>${say(DESK_RECORDS.intro)}</p>
      <nav aria-label="${say(DESK_RECORDS.tablesLabel)}">${listHtml(tabs)}</nav>
      ${searchHtml(PATHS.records, 'mots', words, DESK_RECORDS, html`<input type="hidden" name="table" value="${table}" />`)}
      <h2>${say(DESK_RECORDS.tables[file])} (${found.length})</h2>
      ${listHtml(records) ?? html`<p>${say(DESK_RECORDS.none)}</p>`} ${create}`;
    return show({ title: DESK_RECORDS.title, main, session, within: PATHS.records });
  }

  async function open(visit: Visit): Promise<Answer> {
    const place = placeOf(visit);
    if (place === null) return missing(visit);
    const isNew = place.id === NEW;
    const texts = await readDataTexts(dataDir);
    const drafted = (await drafts.all()).flatMap((draft) => editedIn(draft, place) ?? []);
    // One that is new is seen by whoever reads the draft that it stands in.
    const record = editedIn(await drafts.openOf(visit.person), place) ?? recordIn(texts, place) ?? drafted[0] ?? null;
    if (record === null && !isNew) return missing(visit);
    const values = record === null ? new Map<string, string>() : valuesOf(place.file, record, knowledge());
    const fingerprint = record === null ? '' : digestOf(canonical(place.file, record));
    return page(visit, place, { values, fingerprint, isNew, faults: new Map(), said: null });
  }

  async function save(visit: Visit): Promise<Answer> {
    const place = placeOf(visit);
    if (place === null) return missing(visit);
    const { person, form } = visit;
    const isNew = place.id === NEW;
    const values = valuesSent(form);
    const id = isNew ? (values.get('id') ?? '').trim() : place.id;
    const fingerprint = form.get('empreinte') ?? '';
    const again = (faults: Faults, said: Html | null, print = fingerprint): Promise<Answer> =>
      page(visit, place, { values, fingerprint: print, isNew, faults, said }, 422);

    const halves = halvesIn(values);
    if (halves.size > 0) return again(halves, null);
    const texts = await readDataTexts(dataDir);
    const drafted = textsWith(texts, (await drafts.openOf(person))?.edits ?? []);
    const tables = tablesOf(place.file, id, fingerprint, values, knowledge());
    const imported = importTables(tables, drafted, recordsIn(drafted), digestOf);
    const own = { file: place.file, id };
    if (!('texts' in imported)) {
      const faults = faultsOf(imported, place.file, values);
      if (!isConflict(imported)) return again(faults, null);
      // What was written stands in the form, which now knows what it would replace.
      const theirs = recordIn(drafted, own);
      const held = theirs === null ? null : valuesOf(place.file, theirs, knowledge());
      return again(faults, clashHtml(values, held), theirs === null ? '' : digestOf(canonical(place.file, theirs)));
    }
    const after = recordIn({ ...drafted, ...Object.fromEntries(imported.texts) }, own);
    if (imported.texts.size === 0 || after === null)
      return again(new Map(), html`<p class="caution" role="status">${say(DESK_RECORDS.same)}</p>`);
    const edit = { ...own, before: recordIn(texts, own), after };
    const draftId = await drafts.edit(person, edit, digestOfFile(texts, place.file));
    return goTo(`${draftPath(draftId)}?dit=enregistre`);
  }

  async function page(
    { session, person }: Visit,
    place: RecordPlace,
    shown: Pick<FormParts, 'values' | 'fingerprint' | 'isNew' | 'faults'> & { readonly said: Html | null },
    status = 200,
  ): Promise<Answer> {
    const base = knowledge();
    const mayWrite = mayAs(person.role, 'editor');
    const touching = (await drafts.all()).filter((draft) => editedIn(draft, place) !== null);
    const own = touching.filter((draft) => isOpenOf(draft, person));
    const others = touching.filter((draft) => !own.includes(draft));
    const link =
      place.file === 'projects.json' && base.projectById.has(place.id)
        ? html`<p><a href="${projectPath(place.id, 'fr')}">${say(DESK_RECORDS.publicPage)}</a></p>`
        : null;
    const main = html`<p><a href="${PATHS.records}?table=${tableOf(place.file)}">${say(DESK_RECORDS.back)}</a></p>
      ${link} ${shown.said}
      ${own.length > 0 && status === 200 ? html`<p class="caution">${say(DESK_RECORDS.inDraft)}</p>` : null}
      ${others.map((draft) => html`<p class="caution"><a href="${draftPath(draft.id)}">${say(DESK_RECORDS.drafts(namesOf(draft)))}</a></p>`)}
      ${recordFormHtml({ place, session, knowledge: base, mayWrite, ...shown })}
      ${shown.isNew ? null : await historyHtml(place)}`;
    const after = touching.flatMap((draft) => editedIn(draft, place) ?? [])[0] ?? {};
    const title = shown.isNew ? DESK_RECORDS.create : nameOfRecord({ ...place, after }, base);
    return show({ title, main, session, within: PATHS.records }, status);
  }

  async function historyHtml(place: RecordPlace): Promise<Html> {
    const touching = (await publications.all()).flatMap((publication) => {
      const own = publication.records.find(isAt(place));
      return own === undefined ? [] : [{ publication, own }];
    });
    const shown = touching.map(
      ({ publication: { at, name, authors, undone }, own }) =>
        html`${say(DESK_DRAFTS.publication(DESK.moment(at), name, authors))}
        ${undone === null ? null : say(`— ${DESK_DRAFTS.undone(DESK.moment(undone.at), undone.name)}`)}
        ${listHtml(changeLines(own).map(say))}`,
    );
    return html`<h2>${say(DESK_RECORDS.history)}</h2>
      ${listHtml(shown) ?? html`<p>${say(DESK_RECORDS.noHistory)}</p>`}`;
  }

  function missing({ session }: Visit): Answer {
    return show(...gonePage(DESK_RECORDS, PATHS.records, session));
  }
}

function placeOf({ call: { parameters } }: Visit): RecordPlace | null {
  const file = fileOfTable(parameters['table'] ?? '');
  return file === null ? null : { file, id: parameters['id'] ?? '' };
}
