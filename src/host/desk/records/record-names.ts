import { type Addition, takes } from '../../../core/editing/edits';
import { itemsOf } from '../../../core/editing/columns';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { readMachineText } from '../../../core/loading/json-text';
import { type DataTexts, RECORD_FILES, RECORD_KEYS, type RecordFile } from '../../../core/loading/parse';
import { valueAt } from '../../../core/loading/problem';
import { TABLE_TITLES } from '../../../messages/fr/knowledge-columns';
import { PATHS } from '../pages/desk-page';
import { recordsIn } from '../../knowledge-files';

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
  const { value } = readMachineText(file, texts[file]);
  // What is no JSON is refused there.
  if (value === undefined) recordsIn(texts);
  const found = itemsOf(value, RECORD_KEYS[file]).find((record) => valueAt(record, ['id']) === id);
  return typeof found === 'object' ? found : null;
}

/** A record with what people call it, in French. */
interface NamedRecord extends RecordPlace {
  readonly name: string;
}

/** The records of each file, and where each of them says what people call it. */
const NAMED: Readonly<
  Record<RecordFile, readonly [path: string, all: (base: KnowledgeBase) => Iterable<{ readonly id: string }>]>
> = {
  'projects.json': ['name', ({ projects }) => projects],
  'programme.json': ['questionFr', ({ facts }) => facts],
  'calls.json': ['label', ({ calls }) => calls],
  'themes.json': ['label.fr', ({ themeById }) => themeById.values()],
  'organisations.json': ['name.fr', ({ organisationById }) => organisationById.values()],
  'territories.json': ['name.fr', ({ territoryById }) => territoryById.values()],
  'beneficiaries.json': ['label.fr', ({ beneficiaryById }) => beneficiaryById.values()],
};

/** Every record of a file with its name. */
export function namesIn(file: RecordFile, knowledge: KnowledgeBase): readonly NamedRecord[] {
  const [, all] = NAMED[file];
  return Array.from(all(knowledge), (record) => ({ file, id: record.id, name: nameIn(record, file) ?? record.id }));
}

function nameIn(record: unknown, file: RecordFile): string | null {
  const name = valueAt(record, NAMED[file][0].split('.'));
  return typeof name === 'string' ? name : null;
}

/** What people call it; where the base in force has no such record, what a draft calls it, or its id. */
export function nameOfRecord(
  { file, id, after }: RecordPlace & { readonly after?: object },
  knowledge: KnowledgeBase,
): string {
  return namesIn(file, knowledge).find((record) => record.id === id)?.name ?? nameIn(after, file) ?? id;
}

/** The records that take one more name or way of asking, by kind and by name. */
export function takersOf(addition: Addition, knowledge: KnowledgeBase) {
  const collator = new Intl.Collator('fr', { numeric: true });
  return RECORD_FILES.filter((file) => takes(addition, file)).map((file) => ({
    file,
    records: [...namesIn(file, knowledge)].sort((a, b) => collator.compare(a.name, b.name)),
  }));
}
