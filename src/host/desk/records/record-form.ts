import type { Cell, Column, TableShape } from '../../../core/editing/columns';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK_RECORDS } from '../../../messages/fr/desk/records';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { messagesFor } from '../../../messages/messages-for';
import { sidesHtml } from '../pages/cell-text';
import { formToken } from '../pages/desk-page';
import { optionHtml } from '../pages/fields';
import { type Html, html, listHtml, say } from '../pages/html';
import type { Session } from '../people/sessions';
import { fieldName, formShapes, isField, itemCount, referredTo, removeField, type Values } from './form-fields';
import type { Faults } from './form-faults';
import { namesIn, type RecordPlace, recordPath } from './record-names';

/** What the form of a record is made of. */
export interface FormParts {
  readonly place: RecordPlace;
  readonly isNew: boolean;
  readonly values: Values;
  readonly faults: Faults;
  /** What the record was when its form was filled in. */
  readonly fingerprint: string;
  readonly session: Session;
  readonly knowledge: KnowledgeBase;
  /** Whether it can be sent. */
  readonly mayWrite: boolean;
}

/** A field of the form: under which words it stands, and how it is to be filled in. */
interface Field extends Pick<Column, 'kind' | 'isRequired'> {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
}

/** Fields whose texts fill more than a line. */
const LONG = /^(?:summary|answer|status|question)|(?:note|noteEn|supports|basis|basisEn|measure|what|whatEn|values)$/iu;

/** Which figure each field is, for the sources that say that they back it. */
const BACKED: Readonly<Record<string, string>> = {
  ftapFundingMEUR: 'funding',
  totalCostMEUR: 'cost',
  'expectedSavings.amountMEUR': 'savings',
  carrier: 'carrier',
  'call.announced': 'date',
  statusFr: 'status',
};

const LISTS: Readonly<Record<string, (typeof DESK_RECORDS.lists)['sources']>> = DESK_RECORDS.lists;
const FIELDS: Readonly<Record<string, string>> = messagesFor('fr').fields;

/** A form with all that a record holds, its lists after it. */
export function recordFormHtml(parts: FormParts): Html {
  const { place, isNew, faults, fingerprint, session, mayWrite } = parts;
  const problems = [...faults].map(([name, sentence]) =>
    name === '' ? say(sentence) : html`<a href="#${idOf(name)}">${say(titleOf(name))}</a> : ${say(sentence)}`,
  );
  const summary =
    faults.size === 0
      ? null
      : html`<div class="alert" role="alert">
          <p>${say(DESK_RECORDS.faulty(faults.size))}</p>
          ${listHtml(problems)}
        </div>`;
  const { id: label, idHint: hint } = DESK_RECORDS;
  const id = isNew
    ? inputHtml({ name: 'id', label, hint, kind: 'text', isRequired: true }, parts)
    : html`<p>${say(label)} : <code>${place.id}</code></p>`;
  const save = mayWrite
    ? html`<p><button class="button" type="submit">${say(DESK_RECORDS.save)}</button></p>`
    : html`<p>${say(DESK_RECORDS.readOnly)}</p>`;
  return html`${summary}
    <form method="post" action="${recordPath(place)}">
      ${formToken(session)}
      <input type="hidden" name="empreinte" value="${fingerprint}" />
      ${id} ${formShapes(place.file).map((shape) => sheetHtml(shape, parts))} ${save}
    </form>`;
}

/** What differs between what was written and the record as somebody left it meanwhile; null: it is no more there. */
export function clashHtml(mine: Values, theirs: Values | null): Html {
  const words = DESK_RECORDS.clash;
  if (theirs === null) return html`<p class="alert" role="alert">${say(words.gone)}</p>`;
  const textIn = (values: Values, name: string): string => (values.get(name) ?? '').trim();
  const cellOf = (values: Values, name: string): Cell => DESK_RECORDS.choice(name, textIn(values, name)) || null;
  const names = [...new Set([...theirs.keys(), ...mine.keys()])].filter(
    (name) => isField(name) && textIn(mine, name) !== textIn(theirs, name),
  );
  return html`<div class="alert" role="alert">
    <p>${say(words.text)}</p>
    ${names.map(
      (name) =>
        html`<p><a href="#${idOf(name)}">${say(titleOf(name))}</a></p>
          ${sidesHtml(words, cellOf(mine, name), cellOf(theirs, name))}`,
    )}
  </div>`;
}

function idOf(name: string): string {
  return `champ-${name.replaceAll('.', '-')}`;
}

/** "Source 2, Adresse" */
function titleOf(name: string): string {
  if (name === 'id') return DESK_RECORDS.id;
  const [, list = '', at = '', path = ''] = /^(\w+)\.(\d+)\.(.+)$/u.exec(name) ?? [];
  const words = LISTS[list];
  return words === undefined ? KNOWLEDGE.field(name) : `${words.item(Number(at) + 1)}, ${KNOWLEDGE.field(path)}`;
}

/** The fields of a record, or all the items of a list of it. */
function sheetHtml(shape: TableShape, parts: FormParts): readonly Html[] {
  if (shape.list !== null) return [itemsHtml(shape.list, shape, parts)];
  return shape.columns.map((column) => fieldHtml(shape, 0, column, parts));
}

function fieldHtml(shape: TableShape, at: number, column: Column, parts: FormParts): Html {
  const { path, kind, choices } = column;
  const name = fieldName(shape.list, at, path);
  const field = { ...column, name, label: KNOWLEDGE.field(path), hint: '' };
  const file = referredTo(shape, column);
  if (file !== null && kind !== 'list') {
    const records = [...namesIn(file, parts.knowledge)].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    const named = records.map(({ id, name: text }) => [id, text] as const);
    return selectHtml(field, named, parts);
  }
  if (choices !== null) {
    // Those of an item are fields of a project.
    const textFor = (one: string): string =>
      shape.list === null ? DESK_RECORDS.choice(path, one) : (FIELDS[one] ?? one);
    const named = choices.map((one) => [one, textFor(one)] as const);
    return kind === 'list' ? checksHtml(field, named, parts) : selectHtml(field, named, parts);
  }
  const backed = shape.file === 'projects.json' ? BACKED[name] : undefined;
  const note = backed === undefined ? null : backedBy(backed, parts.values);
  const hint = [hintOf(column, file !== null), note].filter((text) => text !== null).join(' ');
  return inputHtml({ ...field, hint }, parts);
}

function hintOf({ kind, path }: Pick<Column, 'kind' | 'path'>, isNames: boolean): string | null {
  const { hints } = DESK_RECORDS;
  if (kind === 'list') return isNames ? hints.names : hints.list;
  if (kind === 'number') return path.endsWith('MEUR') ? hints.amount : hints.number;
  return kind === 'date' ? hints.date : null;
}

/** The sources of the record that say that they back this. */
function backedBy(field: string, values: Values): string {
  const names = Array.from({ length: itemCount('sources', values) }, (_, at) => at).flatMap((at) => {
    const backs = (values.get(fieldName('sources', at, 'backs')) ?? '').split('\n');
    return backs.includes(field) ? [values.get(fieldName('sources', at, 'name')) ?? ''] : [];
  });
  return DESK_RECORDS.backedBy(names);
}

function inputHtml(field: Field, parts: FormParts): Html {
  const { name, kind } = field;
  const value = parts.values.get(name) ?? '';
  const isLong = kind === 'list' || LONG.test(name.split('.').at(-1) ?? '');
  const look = kind === 'number' || kind === 'date' ? 'field short' : 'field';
  const readOnly = parts.mayWrite ? null : html` readonly`;
  return labelledHtml(field, parts, (attributes) =>
    isLong
      ? html`<textarea class="${look}" ${attributes}${readOnly}>${'\n'}${value}</textarea>`
      : html`<input class="${look}" ${attributes}${readOnly} value="${value}" autocomplete="off" />`,
  );
}

type Choices = readonly (readonly [value: string, text: string])[];

function selectHtml(field: Field, options: Choices, parts: FormParts): Html {
  const chosen = parts.values.get(field.name) ?? '';
  return labelledHtml(
    field,
    parts,
    (attributes) =>
      html`<select class="field" ${attributes}${parts.mayWrite ? null : html` disabled`}>
        ${[['', DESK_RECORDS.noChoice] as const, ...options].map(([value, text]) => optionHtml(value, text, chosen))}
      </select>`,
  );
}

/** A field under its label, with how to fill it in and what is wrong with it. */
function labelledHtml(field: Field, { faults }: FormParts, inner: (attributes: Html) => Html): Html {
  const { name, label, hint, isRequired } = field;
  const id = idOf(name);
  const fault = faults.get(name);
  const described = [...(hint === '' ? [] : [`${id}-aide`]), ...(fault === undefined ? [] : [`${id}-faute`])];
  // Not `required`: the browser would refuse the form for an item that is not to be filled in.
  const attributes = html`id="${id}"
  name="${name}"${isRequired ? html` aria-required="true"` : null}${
    described.length === 0 ? null : html` aria-describedby="${described.join(' ')}"`
  }${fault === undefined ? null : html` aria-invalid="true"`}`;
  const mark = isRequired ? html` <span class="quiet">${say(DESK_RECORDS.required)}</span>` : null;
  return html`<label for="${id}">${say(label)}${mark}</label>
    ${hint === '' ? null : html`<p class="hint" id="${id}-aide">${say(hint)}</p>`} ${faultHtml(id, fault)}
    ${inner(attributes)}`;
}

function faultHtml(id: string, fault: string | undefined): Html | null {
  return fault === undefined ? null : html`<p class="fault" id="${id}-faute">${say(fault)}</p>`;
}

/** The items of a list, and one more to be filled in. */
function itemsHtml(list: string, shape: TableShape, parts: FormParts): Html {
  const words = LISTS[list];
  const { values } = parts;
  const count = itemCount(list, values);
  const shown = Array.from({ length: parts.mayWrite ? count + 1 : count }, (_, at) => {
    const isFresh = at === count;
    const title = isFresh ? (words?.fresh ?? '') : (words?.item(at + 1) ?? '');
    const name = removeField(list, at);
    const spoken = html` aria-label="${say(DESK_RECORDS.removeWhich(title))}"`;
    const remove =
      isFresh || !parts.mayWrite ? null : checkHtml(name, 'oui', DESK_RECORDS.remove, values.has(name), spoken);
    const fields = shape.columns.map((column) => fieldHtml(shape, at, column, parts));
    return html`<fieldset>
      <legend>${say(title)}</legend>
      ${fields} ${remove}
    </fieldset>`;
  });
  return html`<h2>${say(words?.title ?? list)}</h2>
    ${shown}`;
}

/** Fields of a project, by their names; each can be chosen. */
function checksHtml({ name, label }: Field, choices: Choices, { values, faults, mayWrite }: FormParts): Html {
  const id = idOf(name);
  const chosen = (values.get(name) ?? '').split('\n');
  const fixed = mayWrite ? null : html` disabled`;
  const boxes = choices.map(([choice, text]) => checkHtml(name, choice, text, chosen.includes(choice), fixed));
  return html`<fieldset class="plain" id="${id}">
    <legend>${say(label)}</legend>
    ${faultHtml(id, faults.get(name))} ${boxes}
  </fieldset>`;
}

function checkHtml(name: string, value: string, text: string, isChecked: boolean, attributes: Html | null): Html {
  return html`<label class="choice"
    ><input type="checkbox" name="${name}" value="${value}" ${isChecked ? html` checked` : null}${attributes} />
    ${say(text)}</label
  >`;
}
