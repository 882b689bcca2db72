import type { Records } from '../knowledge/knowledge-base';
import { readTerm } from '../language/words';
import type { RecordFile } from '../loading/parse';
import { amountOf } from '../model/project-fields';
import type { Project, Source } from '../model/records';
import { grouped } from '../search/postings';
import type { Edit } from './edits';

/** What is well written and may be wrong: somebody should look, nothing is refused. */
export interface Doubt {
  readonly file: RecordFile;
  /** Id of the record. */
  readonly record: string;
  readonly code:
    | 'savings-above-cost'
    | 'funding-above-cost'
    | 'no-address'
    | 'future-date'
    | 'before-the-fund'
    | 'shared-term'
    | 'no-letter'
    | 'no-project';
  /** An amount in M€, the name of a source, a date, a term, a theme. */
  readonly found: string;
  /** What it is compared to: an amount, the ids of the other records; empty where there is nothing. */
  readonly beside: string;
}

/** The fund was announced that day. */
const FUND_BEGAN = '2017-09-25';

/**
 * All that is implausible in records that parse, file by file.
 *
 * @param today YYYY-MM-DD
 */
export function doubtsAbout(records: Records, today: string): readonly Doubt[] {
  return [
    ...records.projects.flatMap((project) => [
      ...amountDoubts(project),
      ...dateDoubts('projects.json', project.id, [project.call.announced], today),
    ]),
    ...sourceDoubts('projects.json', records.projects, today),
    ...sourceDoubts('programme.json', records.facts, today),
    ...records.calls.flatMap(({ id, launched, closed, announced }) =>
      dateDoubts('calls.json', id, [launched, closed, announced], today),
    ),
    ...sourceDoubts('calls.json', records.calls, today),
    ...termLists(records).flatMap(({ file, terms }) => sharedTerms(file, terms)),
    ...termLists(records).flatMap(({ file, terms }) =>
      terms.flatMap(({ id, texts }) =>
        texts
          .filter((text) => keyOf(file, text) === '')
          .map((found): Doubt => ({ file, record: id, code: 'no-letter', found, beside: '' })),
      ),
    ),
    ...themesOfNone(records).map(({ id, label }): Doubt => ({
      file: 'themes.json',
      record: id,
      code: 'no-project',
      found: label.fr,
      beside: '',
    })),
  ];
}

/** The terms that records gain and that name a record of another kind: many do on purpose ("prison"), so that only whoever adds one is told. */
export function newTermDoubts(records: Records, edits: readonly Edit[]): readonly Doubt[] {
  const lists = termLists(records).map((list) => ({ ...list, owners: ownersIn(list.terms, 'projects.json') }));
  return edits.flatMap(({ file, id, before }) => {
    const known = new Set(textsIn(before));
    const own = lists.find((list) => list.file === file)?.terms.find((record) => record.id === id);
    const added = [...new Set(own?.texts)].filter((text) => !known.has(text) && keyOf(file, text) !== '');
    return added.flatMap((found): readonly Doubt[] => {
      const others = lists
        .filter((list) => list.file !== file)
        .flatMap(({ owners }) => owners.get(keyOf('projects.json', found))?.map(({ id: other }) => other) ?? []);
      return others.length === 0 ? [] : [{ file, record: id, code: 'shared-term', found, beside: others.join(', ') }];
    });
  });
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Every way to name a record, by the file that holds it. */
export interface TermList {
  readonly file: RecordFile;
  readonly terms: readonly { readonly id: string; readonly texts: readonly string[] }[];
}

export function termLists(records: Records): readonly TermList[] {
  const labelled = (entries: Records['themes'] | Records['beneficiaries']): TermList['terms'] =>
    entries.map(({ id, label, synonyms }) => ({ id, texts: [label.fr, label.en, ...synonyms.fr, ...synonyms.en] }));
  return [
    {
      file: 'projects.json',
      terms: records.projects.map(({ id, name, otherNames }) => ({ id, texts: [name, ...otherNames] })),
    },
    { file: 'themes.json', terms: labelled(records.themes) },
    {
      file: 'organisations.json',
      terms: records.organisations.map(({ id, name, acronyms, nicknames }) => ({
        id,
        texts: [name.fr, name.en, ...acronyms, ...nicknames],
      })),
    },
    {
      file: 'territories.json',
      terms: records.territories.map(({ id, name, synonyms }) => ({ id, texts: [name.fr, name.en, ...synonyms] })),
    },
    { file: 'beneficiaries.json', terms: labelled(records.beneficiaries) },
  ];
}

/** What two terms share that the assistant takes for the same: places letter by letter, the others by their stems. */
export function keyOf(file: RecordFile, term: string): string {
  return readTerm(term)
    .map(({ folded, stem }) => (file === 'territories.json' ? folded : stem))
    .join(' ');
}

function amountDoubts(project: Project): readonly Doubt[] {
  const cost = amountOf(project, 'cost');
  return (['savings', 'funding'] as const).flatMap((field): readonly Doubt[] => {
    const amount = amountOf(project, field);
    if (cost === null || amount === null || amount <= cost) return [];
    const code = `${field}-above-cost` as const;
    return [{ file: 'projects.json', record: project.id, code, found: String(amount), beside: String(cost) }];
  });
}

function dateDoubts(file: RecordFile, record: string, dates: readonly (string | null)[], today: string) {
  return dates.flatMap((found): readonly Doubt[] => {
    if (found === null) return [];
    if (found > today) return [{ file, record, code: 'future-date', found, beside: today }];
    const isBefore = found < FUND_BEGAN.slice(0, found.length);
    return isBefore ? [{ file, record, code: 'before-the-fund', found, beside: FUND_BEGAN }] : [];
  });
}

function sourceDoubts(
  file: RecordFile,
  records: readonly { readonly id: string; readonly sources: readonly Source[] }[],
  today: string,
): readonly Doubt[] {
  return records.flatMap(({ id: record, sources }) =>
    sources.flatMap(({ name, url, date }): readonly Doubt[] => [
      ...(url === null ? [{ file, record, code: 'no-address' as const, found: name, beside: '' }] : []),
      ...(date !== null && date > today
        ? [{ file, record, code: 'future-date' as const, found: date, beside: today }]
        : []),
    ]),
  );
}

/** The themes that no project has, nor one of the themes below them: a question on one finds nothing. */
export function themesOfNone({ themes, projects }: Records): Records['themes'] {
  const had = new Set(projects.flatMap((project) => project.themes));
  for (const { id, parent } of themes) if (parent !== null && had.has(id)) had.add(parent);
  return themes.filter(({ id }) => !had.has(id));
}

/** A term of two records of one kind makes a question on it ambiguous. */
function sharedTerms(file: RecordFile, terms: TermList['terms']): readonly Doubt[] {
  return [...ownersIn(terms, file)].flatMap(([key, [first, ...others]]): readonly Doubt[] => {
    if (first === undefined || others.length === 0) return [];
    const found = first.texts.find((text) => keyOf(file, text) === key) ?? '';
    return [{ file, record: first.id, code: 'shared-term', found, beside: others.map(({ id }) => id).join(', ') }];
  });
}

/** The records that have each term, by its key in a file. */
function ownersIn(terms: TermList['terms'], file: RecordFile) {
  return grouped(terms, ({ texts }) => texts.map((text) => keyOf(file, text)));
}
