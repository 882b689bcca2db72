import type { Column, TableShape } from '../../../core/editing/columns';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { DESK_RECORDS } from '../../../messages/fr/desk/records';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { messagesFor } from '../../../messages/messages-for';
import { cellText } from '../pages/cell-text';
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

const ID_COLUMN = { kind: 'text', isRequired: true } as const;

/** Fields whose texts fill more than a line. */
const LONG = /^(?:summary|answer|status|question)|(?:note|supports|basis|measure|what|values)$/iu;

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
  const summary =
    faults.size === 0
      ? null
      : html`<div class="alert" role="alert">
          <p>${say(DESK_RECORDS.faulty(faults.size))}</p>
          ${listHtml(
            [...faults].map(([name, sentence]) =>
              name === '' ? say(sentence) : html`<a href="#${idOf(name)}">${say(titleOf(name))}</a> : ${say(sentence)}`,
            ),
          )}
        </div>`;
  const id = isNew
    ? inputHtml('id', DESK_RECORDS.id, DESK_RECORDS.idHint, parts, ID_COLUMN)
    : html`<p>${say(DESK_RECORDS.id)} : <code>${place.id}</code></p>`;
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
  const told = (values: Values, name: string): string =>
    cellText(DESK_RECORDS.choice(name, textIn(values, name)) || null);
  const names = [...new Set([...theirs.keys(), ...mine.keys()])].filter(
    (name) => isField(name) && textIn(mine, name) !== textIn(theirs, name),
  );
  return html`<div class="alert" role="alert">
    <p>${say(words.text)}</p>
    ${names.map(
      (name) =>
        html`<p><a href="#${idOf(name)}">${say(titleOf(name))}</a></p>
          <dl>
            <dt>${say(words.mine)}</dt>
            <dd>${told(mine, name)}</dd>
            <dt>${say(words.theirs)}</dt>
            <dd>${told(theirs, name)}</dd>
          </dl>`,
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
  const label = KNOWLEDGE.field(path);
  const file = referredTo(shape, column);
  if (file !== null && kind !== 'list') {
    const records = [...namesIn(file, parts.knowledge)].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    const named = records.map(({ id, name: text }) => [id, text] as const);
    return selectHtml(name, label, named, parts, column);
  }
  if (choices !== null) {
    // Those of an item are fields of a project.
    const textFor = (one: string): string =>
      shape.list === null ? DESK_RECORDS.choice(path, one) : (FIELDS[one] ?? one);
    const named = choices.map((one) => [one, textFor(one)] as const);
    return kind === 'list' ? checksHtml(name, label, named, parts) : selectHtml(name, label, named, parts, column);
  }
  const backed = shape.file === 'projects.json' ? BACKED[name] : undefined;
  const note = backed === undefined ? null : backedBy(backed, parts.values);
  const hint = [hintOf(column, file !== null), note].filter((text) => text !== null).join(' ');
  return inputHtml(name, label, hint, parts, column);
}

function hintOf({ kind, path }: Pick<Column, 'kind' | 'path'>, isNames: boolean): string | null {
  const { hints } = DESK_RECORDS;
  if (kind === 'list') return isNames ? hints.names : hints.list;
  if (kind === 'number') return path.endsWith('MEUR') ? hints.amount : hints.number;
  return kind === 'date' || kind === 'json' ? hints[kind] : null;
}

/** The sources of the record that say that they back this. */
function backedBy(field: string, values: Values): string {
  const names = Array.from({ length: itemCount('sources', values) }, (_, at) => at).flatMap((at) => {
    const backs = (values.get(fieldName('sources', at, 'backs')) ?? '').split('\n');
    return backs.includes(field) ? [values.get(fieldName('sources', at, 'name')) ?? ''] : [];
  });
  return DESK_RECORDS.backedBy(names);
}

function inputHtml(
  name: string,
  label: string,
  hint: string,
  { values, faults, mayWrite }: FormParts,
  { kind, isRequired }: Pick<Column, 'kind' | 'isRequired'>,
): Html {
  const id = idOf(name);
  const value = values.get(name) ?? '';
  const fault = faults.get(name);
  const described = [...(hint === '' ? [] : [`${id}-aide`]), ...(fault === undefined ? [] : [`${id}-faute`])];
  const attributes = html`class="field${kind === 'number' || kind === 'date' ? ' short' : ''}" id="${id}"
  name="${name}"${described.length === 0 ? null : html` aria-describedby="${described.join(' ')}"`}${
    fault === undefined ? null : html` aria-invalid="true"`
  }${needed(isRequired)}${mayWrite ? null : html` readonly`}`;
  const isLong = kind === 'list' || kind === 'json' || LONG.test(name.split('.').at(-1) ?? '');
  const field = isLong
    ? html`<textarea ${attributes}>${'\n'}${value}</textarea>`
    : html`<input ${attributes} value="${value}" autocomplete="off" />`;
  return html`${labelHtml(id, label, isRequired)}
  ${hint === '' ? null : html`<p class="hint" id="${id}-aide">${say(hint)}</p>`} ${faultHtml(id, fault)} ${field}`;
}

type Choices = readonly (readonly [value: string, text: string])[];

function selectHtml(
  name: string,
  label: string,
  options: Choices,
  { values, faults, mayWrite }: FormParts,
  { isRequired }: Column,
): Html {
  const id = idOf(name);
  const chosen = values.get(name) ?? '';
  const fault = faults.get(name);
  const invalid = fault === undefined ? null : html` aria-invalid="true" aria-describedby="${id}-faute"`;
  const all = [['', DESK_RECORDS.noChoice] as const, ...options];
  return html`${labelHtml(id, label, isRequired)} ${faultHtml(id, fault)}
    <select class="field" id="${id}" name="${name}" ${invalid}${needed(isRequired)}${mayWrite ? null : html` disabled`}>
      ${all.map(([value, text]) => optionHtml(value, text, chosen))}
    </select>`;
}

function labelHtml(id: string, label: string, isRequired: boolean): Html {
  const mark = isRequired ? html` <span class="quiet">${say(DESK_RECORDS.required)}</span>` : null;
  return html`<label for="${id}">${say(label)}${mark}</label>`;
}

/** Not `required`: the browser would refuse the form for an item that is not to be filled in. */
function needed(isRequired: boolean): Html | null {
  return isRequired ? html` aria-required="true"` : null;
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
    const remove =
      isFresh || !parts.mayWrite
        ? null
        : html`<label class="choice"
            ><input
              type="checkbox"
              name="${name}"
              value="oui"
              ${values.has(name) ? html` checked` : null}
              aria-label="${say(DESK_RECORDS.removeWhich(title))}"
            />
            ${say(DESK_RECORDS.remove)}</label
          >`;
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
function checksHtml(name: string, label: string, choices: Choices, { values, faults, mayWrite }: FormParts): Html {
  const id = idOf(name);
  const chosen = (values.get(name) ?? '').split('\n');
  const boxes = choices.map(
    ([choice, text]) =>
      html`<label class="choice"
        ><input
          type="checkbox"
          name="${name}"
          value="${choice}"
          ${chosen.includes(choice) ? html` checked` : null}${mayWrite ? null : html` disabled`}
        />
        ${say(text)}</label
      >`,
  );
  return html`<fieldset class="plain" id="${id}">
    <legend>${say(label)}</legend>
    ${faultHtml(id, faults.get(name))} ${boxes}
  </fieldset>`;
}
