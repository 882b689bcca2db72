import type { z } from 'zod';
import { LOCALES } from '../language/locale';
import { type WeightsFile, weightsFile } from './weights';
import { type Grammar, grammarFile } from '../knowledge/grammar-schema';
import type { Records } from '../knowledge/knowledge-base';
import { foldedText } from '../language/fold';
import { createLineOf, readJsonText, readMachineText } from './json-text';
import { keysIn, pathTo, type Problem, problemsOf, show, valueAt } from './problem';
import { type ProgrammeFact, RECORD_SCHEMAS } from '../model/records';

export const DATA_FILE_NAMES = [
  'projects.json',
  'programme.json',
  'calls.json',
  'themes.json',
  'organisations.json',
  'territories.json',
  'beneficiaries.json',
  'grammar/fr.json',
  'grammar/en.json',
  'weights.json',
] as const;
export type DataFileName = (typeof DATA_FILE_NAMES)[number];

/** The text of each file; null for a file that is not there. */
export type DataTexts = Readonly<Record<DataFileName, string | null>>;

/** All the data files. */
export type LoadedRecords = Records & { readonly weights: WeightsFile };

export type ParsedRecords = { readonly records: LoadedRecords } | { readonly problems: readonly Problem[] };

/** The key of each file under which its records stand. */
export const RECORD_KEYS = {
  'projects.json': 'projects',
  'programme.json': 'facts',
  'calls.json': 'calls',
  'themes.json': 'themes',
  'organisations.json': 'organisations',
  'territories.json': 'territories',
  'beneficiaries.json': 'beneficiaries',
} as const;
export type RecordFile = keyof typeof RECORD_KEYS;
export const RECORD_FILES = DATA_FILE_NAMES.filter((file): file is RecordFile => file in RECORD_KEYS);

/** The fields that hold ids of other records, alone or in a list. */
export const REFERENCES: readonly { readonly file: RecordFile; readonly field: string; readonly to: RecordFile }[] = [
  { file: 'projects.json', field: 'themes', to: 'themes.json' },
  { file: 'projects.json', field: 'carrierIds', to: 'organisations.json' },
  { file: 'projects.json', field: 'partnerIds', to: 'organisations.json' },
  { file: 'projects.json', field: 'territories', to: 'territories.json' },
  { file: 'projects.json', field: 'exceptTerritories', to: 'territories.json' },
  { file: 'projects.json', field: 'beneficiaryIds', to: 'beneficiaries.json' },
  { file: 'themes.json', field: 'parent', to: 'themes.json' },
  { file: 'organisations.json', field: 'parent', to: 'organisations.json' },
  { file: 'organisations.json', field: 'becameId', to: 'organisations.json' },
  { file: 'territories.json', field: 'parent', to: 'territories.json' },
];

/**
 * Parses the text of every data file. All the problems of all the files come back at once, each with its line and its record. The same
 * texts again give what they gave.
 */
export function parseRecords(texts: DataTexts): ParsedRecords {
  if (last === null || DATA_FILE_NAMES.some((file) => last?.texts[file] !== texts[file]))
    last = { texts, parsed: parse(texts) };
  return last.parsed;
}

let last: { readonly texts: DataTexts; readonly parsed: ParsedRecords } | null = null;

function parse(texts: DataTexts): ParsedRecords {
  const problems: Problem[] = [];
  /** What was read of each file, right or not: a file with one wrong record still has the ids of the others. */
  const values = new Map<DataFileName, unknown>();
  const records = {
    projects: read(READERS.projects)?.projects,
    facts: read(READERS.programme)?.facts,
    calls: read(READERS.calls)?.calls,
    themes: read(READERS.themes)?.themes,
    organisations: read(READERS.organisations)?.organisations,
    territories: read(READERS.territories)?.territories,
    beneficiaries: read(READERS.beneficiaries)?.beneficiaries,
    weights: read(READERS.weights),
  };
  const grammar = { fr: read(READERS.fr), en: read(READERS.en) };
  const idsOf = new Map(RECORD_FILES.filter((file) => values.has(file)).map((file) => [file, idsIn(file, values)]));
  for (const file of RECORD_FILES) problems.push(...repeatedIds(file, idsOf.get(file) ?? []));
  problems.push(...danglingReferences(values, idsOf));
  for (const { file, field, to } of REFERENCES) if (file === to) problems.push(...circles(file, field, values));
  if (records.facts) problems.push(...unknownTotals(records.facts));
  if (isWhole(grammar)) problems.push(...repeatedPhrases(grammar));

  return problems.length === 0 && isWhole(records) && isWhole(grammar)
    ? { records: { ...records, grammar } }
    : { problems: placed(problems, texts, idsOf) };

  function read<Data>(readFrom: (texts: DataTexts) => ReadFile<Data>): Data | undefined {
    const found = readFrom(texts);
    problems.push(...found.problems);
    if (found.value !== undefined) values.set(found.file, found.value);
    return found.data;
  }
}

interface ReadFile<Data> {
  readonly file: DataFileName;
  /** Right or not; undefined where the text is no JSON. */
  readonly value?: unknown;
  readonly data?: Data | undefined;
  readonly problems: readonly Problem[];
}

function readFile<Schema extends z.ZodType>(
  file: DataFileName,
  text: string | null,
  schema: Schema,
): ReadFile<z.infer<Schema>> {
  const json = file === 'weights.json' ? readMachineText(file, text) : readJsonText(file, text);
  if (json.value === undefined) return { file, problems: json.problems };
  const { data, error } = schema.safeParse(json.value);
  const problems = error === undefined ? [] : problemsOf(file, error, json.value);
  const alone = file in RECORD_KEYS ? untranslated(file, json.value, '') : [];
  return { file, value: json.value, data, problems: [...json.problems, ...problems, ...alone] };
}

/** Reads a file again when its text is another: of those that change, one changes at a time. */
function remembering<Schema extends z.ZodType>(file: DataFileName, schema: Schema) {
  let last: { readonly text: string | null; readonly found: ReadFile<z.infer<Schema>> } | null = null;
  return ({ [file]: text }: DataTexts) => {
    if (last?.text !== text) last = { text, found: readFile(file, text, schema) };
    return last.found;
  };
}

const READERS = {
  projects: remembering('projects.json', RECORD_SCHEMAS['projects.json']),
  programme: remembering('programme.json', RECORD_SCHEMAS['programme.json']),
  calls: remembering('calls.json', RECORD_SCHEMAS['calls.json']),
  themes: remembering('themes.json', RECORD_SCHEMAS['themes.json']),
  organisations: remembering('organisations.json', RECORD_SCHEMAS['organisations.json']),
  territories: remembering('territories.json', RECORD_SCHEMAS['territories.json']),
  beneficiaries: remembering('beneficiaries.json', RECORD_SCHEMAS['beneficiaries.json']),
  weights: remembering('weights.json', weightsFile),
  fr: remembering('grammar/fr.json', grammarFile),
  en: remembering('grammar/en.json', grammarFile),
};

/** Whether all of it was read. */
function isWhole<Read extends object>(read: Read): read is { [Key in keyof Read]: NonNullable<Read[Key]> } {
  return Object.values(read).every((part) => part !== undefined);
}

type Values = ReadonlyMap<DataFileName, unknown>;
/** The ids of a file in the order of its records; null where a record has none. */
type Ids = readonly (string | null)[];

function idsIn(file: RecordFile, values: Values): Ids {
  return recordsIn(file, values).map((record) => {
    const id = valueAt(record, ['id']);
    return typeof id === 'string' ? id : null;
  });
}

function recordsIn(file: RecordFile, values: Values): readonly unknown[] {
  const records = valueAt(values.get(file), [RECORD_KEYS[file]]);
  return Array.isArray(records) ? records : [];
}

function repeatedIds(file: RecordFile, ids: Ids): readonly Problem[] {
  const seen = new Set<string | null>();
  return ids.flatMap((id, index): readonly Problem[] => {
    const isRepeated = seen.has(id);
    seen.add(id);
    if (id === null || !isRepeated) return [];
    const path = `${RECORD_KEYS[file]}[${index}].id`;
    return [{ file, path, code: 'duplicate-id', expected: '', found: show(id), line: null }];
  });
}

/** To a file that could not be read nothing is said to dangle. */
function danglingReferences(values: Values, idsOf: ReadonlyMap<DataFileName, Ids>): readonly Problem[] {
  return REFERENCES.flatMap(({ file, field, to }) => {
    const target = idsOf.get(to);
    if (target === undefined) return [];
    const known = new Set(target);
    return recordsIn(file, values).flatMap((record, at) => {
      const value = valueAt(record, [field]);
      const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
      return ids.flatMap((id, i): readonly Problem[] => {
        if (typeof id !== 'string' || known.has(id)) return [];
        const path = `${RECORD_KEYS[file]}[${at}].${field}${Array.isArray(value) ? `[${i}]` : ''}`;
        return [{ file, path, code: 'no-such-id', expected: to, found: show(id), line: null }];
      });
    });
  });
}

/** Records that stand above themselves, whatever stands between: "logement" under "habitat" under "logement". */
function circles(file: RecordFile, field: string, values: Values): readonly Problem[] {
  const records = recordsIn(file, values);
  const above = new Map(records.map((record) => [valueAt(record, ['id']), valueAt(record, [field])]));
  return records.flatMap((record, at): readonly Problem[] => {
    const id = valueAt(record, ['id']);
    const seen = new Set<unknown>();
    let next = above.get(id);
    while (typeof next === 'string' && next !== id && !seen.has(next)) {
      seen.add(next);
      next = above.get(next);
    }
    if (typeof id !== 'string' || next !== id) return [];
    const path = `${RECORD_KEYS[file]}[${at}].${field}`;
    return [{ file, path, code: 'wrong-value', expected: 'another record', found: show(above.get(id)), line: null }];
  });
}

/** The texts that stand in French or in English alone: `statusEn` goes with `statusFr`, `carrierNoteEn` with `carrierNote`. */
function untranslated(file: DataFileName, value: unknown, path: string): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, at) => (typeof item === 'object' ? untranslated(file, item, pathTo(path, at)) : []));
  return Object.entries(value).flatMap(([key, inner]): readonly Problem[] => {
    const at = pathTo(path, key);
    const name = key.replace(/En$/u, '');
    const french = [`${name}Fr`, name].find((other) => other !== key && Object.hasOwn(value, other));
    const isText = typeof inner === 'string';
    if (french === undefined || isText === (typeof valueAt(value, [french]) === 'string'))
      return untranslated(file, inner, at);
    const expected = 'a text where there is one in French';
    return [{ file, path: at, code: 'wrong-value', expected, found: show(inner), line: null }];
  });
}

function unknownTotals(facts: readonly ProgrammeFact[]): readonly Problem[] {
  return facts.flatMap(({ tellsTotal = [], figures, sources }, at) =>
    tellsTotal.flatMap(({ figure, source }, i) => {
      const unknown = (key: string, expected: string, found: string): Problem => {
        const path = `facts[${at}].tellsTotal[${i}].${key}`;
        return { file: 'programme.json', path, code: 'no-such-id', expected, found: show(found), line: null };
      };
      return [
        ...(figures.some(({ key }) => key === figure) ? [] : [unknown('figure', 'programme.json (figures)', figure)]),
        ...(sources.some(({ name }) => name === source) ? [] : [unknown('source', 'programme.json (sources)', source)]),
      ];
    }),
  );
}

/** The problems, each with its line and the record in which it stands. */
function placed(
  problems: readonly Problem[],
  texts: DataTexts,
  idsOf: ReadonlyMap<DataFileName, Ids>,
): readonly Problem[] {
  return DATA_FILE_NAMES.flatMap((file) => {
    const own = problems.filter((problem) => problem.file === file);
    // What a program wrote has one line; of the others a tree is made only to tell where the problems are.
    const lineOf = own.length === 0 || file === 'weights.json' ? () => null : createLineOf(texts[file] ?? '');
    return own.map((problem) => {
      const [, index] = keysIn(problem.path);
      const record = typeof index === 'number' ? idsOf.get(file)?.[index] : null;
      return {
        ...problem,
        line: problem.line ?? (problem.path === '' ? null : lineOf(problem.path)),
        ...(typeof record === 'string' ? { record } : {}),
      };
    });
  });
}

/** Phrases that stand twice in the same list, in one file or in both: one of the two does nothing, and misleads who edits it. */
function repeatedPhrases(grammar: Grammar): readonly Problem[] {
  const firstPlaces = new Map<string, string>();
  return LOCALES.flatMap((locale) => {
    const file = `grammar/${locale}.json`;
    return phrasesIn(grammar[locale], '').flatMap(({ list, path, phrase }): readonly Problem[] => {
      const key = `${list} ${foldedText(phrase)}`;
      const first = firstPlaces.get(key);
      firstPlaces.set(key, first ?? `data/${file} : ${path}`);
      if (first === undefined) return [];
      return [{ file, path, code: 'repeated', expected: first, found: show(phrase), line: null }];
    });
  });
}

interface Place {
  /** The list that holds it, whatever the language. */
  readonly list: string;
  readonly path: string;
  readonly phrase: string;
}

function phrasesIn(value: unknown, path: string): readonly Place[] {
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => {
      const at = `${path}[${index}]`;
      return typeof item === 'string' ? [{ list: path, path: at, phrase: item }] : phrasesIn(item, at);
    });
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => phrasesIn(inner, pathTo(path, key)));
}
