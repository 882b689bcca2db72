import type { Locale } from '../language/locale';
import type { DataTexts, RecordFile } from '../loading/parse';
import { pathTo, valueAt } from '../loading/problem';
import { withRecords, withValue } from './tables';

/** A record as an editor wants it, and as it was when he began. */
export interface Edit {
  readonly file: RecordFile;
  readonly id: string;
  /** Null for a record that is new. */
  readonly before: object | null;
  readonly after: object;
}

/** What can be added to a record in a word: one more name, one more way of asking for it. */
export type Addition = 'term' | 'wording';

/** Where it is added, in the records that take one. */
const PLACES: Readonly<Record<Addition, Partial<Record<RecordFile, (locale: Locale) => readonly string[]>>>> = {
  term: {
    'projects.json': () => ['otherNames'],
    'themes.json': (locale) => ['synonyms', locale],
    'organisations.json': () => ['nicknames'],
    'territories.json': () => ['synonyms'],
    'beneficiaries.json': (locale) => ['synonyms', locale],
  },
  wording: {
    'projects.json': (locale) => ['wordings', locale],
    'programme.json': (locale) => ['wordings', locale],
    'themes.json': (locale) => ['wordings', locale],
  },
};

/** Whether records of this file take one. */
export function takes(addition: Addition, file: RecordFile): boolean {
  return PLACES[addition][file] !== undefined;
}

/** The record with one more name or way of asking; the same record where it has that one, or takes none. */
export function withAdded(addition: Addition, file: RecordFile, record: object, text: string, locale: Locale): object {
  const place = PLACES[addition][file]?.(locale);
  if (place === undefined) return record;
  const held = valueAt(record, place);
  const texts: readonly unknown[] = Array.isArray(held) ? held : [];
  return texts.includes(text) ? record : withValue(record, place, [...texts, text]);
}

/** The files that these edits change, whole, as they become. */
export function withEdits(texts: DataTexts, edits: readonly Edit[]): ReadonlyMap<RecordFile, string> {
  const byFile = new Map<RecordFile, Map<string, object>>();
  for (const { file, id, after } of edits) {
    const records = byFile.get(file) ?? new Map<string, object>();
    byFile.set(file, records.set(id, after));
  }
  return new Map([...byFile].map(([file, records]) => [file, withRecords(file, texts[file] ?? '', records)]));
}

/** Who changed the same value at the same time, and what each made of it. */
export interface Clash {
  /** "expectedSavings.amountMEUR" */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** The record of today with what an editor changed in that of before; what both changed is told, and `theirs` or `mine` stands, as is wanted. */
export function mergeRecords(edit: Edit, today: object, preferred: 'mine' | 'theirs') {
  const clashes: Clash[] = [];
  const record = merged(edit.before, edit.after, today, '');
  return { record: isObject(record) ? record : today, clashes };

  function merged(before: unknown, mine: unknown, theirs: unknown, path: string): unknown {
    if (areEqual(mine, before) || areEqual(mine, theirs)) return theirs;
    if (areEqual(theirs, before)) return mine;
    if (isObject(mine) && isObject(theirs) && (isObject(before) || before === null)) {
      const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
      const at = (value: unknown, key: string): unknown => valueAt(value, [key]);
      return Object.fromEntries(
        [...keys].map((key) => [key, merged(at(before, key), at(mine, key), at(theirs, key), pathTo(path, key))]),
      );
    }
    if (isTexts(before) && isTexts(mine) && isTexts(theirs)) {
      const added = mine.filter((text) => !before.includes(text));
      const taken = before.filter((text) => !mine.includes(text));
      return [...theirs.filter((text) => !taken.includes(text)), ...added.filter((text) => !theirs.includes(text))];
    }
    clashes.push({ path, mine, theirs });
    return preferred === 'mine' ? mine : theirs;
  }
}

function areEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
