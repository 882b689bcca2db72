import { type Addition, takes } from '../../../core/editing/edits';
import { itemsOf } from '../../../core/editing/columns';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { withoutMark } from '../../../core/loading/json-text';
import { type DataTexts, RECORD_FILES, RECORD_KEYS, type RecordFile } from '../../../core/loading/parse';
import { valueAt } from '../../../core/loading/problem';
import { TABLE_TITLES } from '../../../messages/fr/knowledge-columns';
import { PATHS } from '../pages/desk-page';
import { recordsIn } from '../../knowledge-files';
import { parseJson } from '../../storage/parse-json';

/** A record, by where it stands. */
export interface RecordPlace {
  readonly file: RecordFile;
  readonly id: string;
}

/** "themes", "organismes": what the records of a file are called, in addresses too. */
export function tableOf(file: RecordFile): string {
  return TABLE_TITLES[RECORD_KEYS[file]] ?? RECORD_KEYS[file];
}

export function fileOfTable(table: string): RecordFile | null {
  return RECORD_FILES.find((file) => tableOf(file) === table) ?? null;
}

/** "themes/logement", as forms and addresses name it. */
export function placeText({ file, id }: RecordPlace): string {
  return `${tableOf(file)}/${id}`;
}

export function recordPath(place: RecordPlace): string {
  return `${PATHS.records}/${placeText(place)}`;
}

/** Null for what names no kind of record. */
export function placeIn(text: string): RecordPlace | null {
  const [table = '', id = '', ...more] = text.split('/');
  const file = fileOfTable(table);
  return file === null || id === '' || more.length > 0 ? null : { file, id };
}

/** The record as its file holds it; null where it has none of this id. DataError with what is wrong in a file that is no JSON. */
export function recordIn(texts: DataTexts, { file, id }: RecordPlace): object | null {
  const content = contentOf(texts, file);
  const found = itemsOf(content, RECORD_KEYS[file]).find((record) => valueAt(record, ['id']) === id);
  return typeof found === 'object' ? found : null;
}

function contentOf(texts: DataTexts, file: RecordFile): unknown {
  try {
    return parseJson(withoutMark(texts[file] ?? ''));
  } catch (error) {
    recordsIn(texts);
    throw error;
  }
}

/** A record with what people call it, in French. */
interface NamedRecord extends RecordPlace {
  readonly name: string;
}

const NAMES: Readonly<Record<RecordFile, (base: KnowledgeBase) => readonly Omit<NamedRecord, 'file'>[]>> = {
  'projects.json': ({ projects }) => projects.map(({ id, name }) => ({ id, name })),
  'programme.json': ({ facts }) => facts.map(({ id, questionFr }) => ({ id, name: questionFr })),
  'calls.json': ({ calls }) => calls.map(({ id, label }) => ({ id, name: label })),
  'themes.json': ({ themeById }) => [...themeById.values()].map(({ id, label }) => ({ id, name: label.fr })),
  'organisations.json': (base) => [...base.organisationById.values()].map(({ id, name }) => ({ id, name: name.fr })),
  'territories.json': (base) => [...base.territoryById.values()].map(({ id, name }) => ({ id, name: name.fr })),
  'beneficiaries.json': (base) => [...base.beneficiaryById.values()].map(({ id, label }) => ({ id, name: label.fr })),
};

/** Every record of a file with its name. */
export function namesIn(file: RecordFile, knowledge: KnowledgeBase): readonly NamedRecord[] {
  return NAMES[file](knowledge).map((named) => ({ file, ...named }));
}

const NAME_PATHS: Readonly<Record<RecordFile, string>> = {
  'projects.json': 'name',
  'programme.json': 'questionFr',
  'calls.json': 'label',
  'themes.json': 'label.fr',
  'organisations.json': 'name.fr',
  'territories.json': 'name.fr',
  'beneficiaries.json': 'label.fr',
};

/** What people call it; where the base in force has no such record, what a draft calls it, or its id. */
export function nameOfRecord(
  { file, id, after }: RecordPlace & { readonly after?: object },
  knowledge: KnowledgeBase,
): string {
  const known = namesIn(file, knowledge).find((record) => record.id === id);
  const drafted = valueAt(after, NAME_PATHS[file].split('.'));
  return known?.name ?? (typeof drafted === 'string' ? drafted : id);
}

/** The records that take one more name or way of asking, by kind and by name. */
export function takersOf(
  addition: Addition,
  knowledge: KnowledgeBase,
): readonly { readonly file: RecordFile; readonly records: readonly NamedRecord[] }[] {
  const collator = new Intl.Collator('fr', { numeric: true });
  return RECORD_FILES.filter((file) => takes(addition, file)).map((file) => ({
    file,
    records: [...namesIn(file, knowledge)].sort((a, b) => collator.compare(a.name, b.name)),
  }));
}
