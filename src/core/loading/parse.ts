import type { z } from 'zod';
import { type WeightsFile, weightsFile } from '../understanding/weights';
import { grammarFile } from '../knowledge/grammar-schema';
import type { Records } from '../knowledge/knowledge-base';
import { type Problem, problemsOf, show } from './problem';
import { repeatedPhrases } from './repeated-phrases';
import {
  beneficiariesFile,
  callsFile,
  organisationsFile,
  programmeFile,
  projectsFile,
  territoriesFile,
  themesFile,
} from '../model/records';

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

/** All the data files. */
export type LoadedRecords = Records & { readonly weights: WeightsFile };

export type ParsedRecords = { readonly records: LoadedRecords } | { readonly problems: readonly Problem[] };

/**
 * Parses the text of every data file. All the problems of all the files come back at once.
 *
 * @param texts the content of each file; null for a file that is not there
 */
export function parseRecords(texts: Readonly<Record<DataFileName, string | null>>): ParsedRecords {
  const problems: Problem[] = [];
  const projects = read('projects.json', projectsFile);
  const programme = read('programme.json', programmeFile);
  const calls = read('calls.json', callsFile);
  const themes = read('themes.json', themesFile);
  const organisations = read('organisations.json', organisationsFile);
  const territories = read('territories.json', territoriesFile);
  const beneficiaries = read('beneficiaries.json', beneficiariesFile);
  const fr = read('grammar/fr.json', grammarFile);
  const en = read('grammar/en.json', grammarFile);
  const weights = read('weights.json', weightsFile);
  if (!projects || !programme || !calls || !themes || !organisations || !territories || !beneficiaries)
    return { problems };
  if (!fr || !en || !weights) return { problems };

  const records: LoadedRecords = {
    ...projects,
    ...programme,
    ...calls,
    ...themes,
    ...organisations,
    ...territories,
    ...beneficiaries,
    grammar: { fr, en },
    weights,
  };
  problems.push(...counts(projects.meta.count, projects.projects, 'projects.json'));
  problems.push(...counts(programme.meta.count, programme.facts, 'programme.json'));
  problems.push(...duplicates(records), ...danglingReferences(records), ...repeatedPhrases(records.grammar));
  return problems.length > 0 ? { problems } : { records };

  function read<Schema extends z.ZodType>(file: DataFileName, schema: Schema): z.infer<Schema> | null {
    const json = parseJson(file, texts[file]);
    if ('problem' in json) {
      problems.push(json.problem);
      return null;
    }
    const result = schema.safeParse(json.value);
    if (!result.success) {
      problems.push(...problemsOf(file, result.error, json.value));
      return null;
    }
    return result.data;
  }
}

function parseJson(file: string, text: string | null): { readonly value: unknown } | { readonly problem: Problem } {
  if (text === null) return { problem: { file, path: '', code: 'missing-file', expected: file, found: '' } };
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { problem: { file, path: '', code: 'not-json', expected: '', found } };
  }
}

function counts(expected: number, entries: readonly unknown[], file: string): readonly Problem[] {
  if (entries.length === expected) return [];
  return [{ file, path: 'meta.count', code: 'count', expected: String(entries.length), found: String(expected) }];
}

function duplicates(records: Records): readonly Problem[] {
  const lists: readonly [DataFileName, string, readonly { readonly id: string }[]][] = [
    ['projects.json', 'projects', records.projects],
    ['programme.json', 'facts', records.facts],
    ['calls.json', 'calls', records.calls],
    ['themes.json', 'themes', records.themes],
    ['organisations.json', 'organisations', records.organisations],
    ['territories.json', 'territories', records.territories],
    ['beneficiaries.json', 'beneficiaries', records.beneficiaries],
  ];
  return lists.flatMap(([file, key, entries]) => {
    const seen = new Set<string>();
    return entries.flatMap(({ id }, index) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ file, path: `${key}[${index}].id`, code: 'duplicate-id' as const, expected: '', found: show(id) }];
    });
  });
}

function danglingReferences(records: Records): readonly Problem[] {
  const ids = {
    themes: idsOf(records.themes),
    organisations: idsOf(records.organisations),
    territories: idsOf(records.territories),
    beneficiaries: idsOf(records.beneficiaries),
  };
  const check = (
    file: DataFileName,
    path: string,
    known: keyof typeof ids,
    value: string | null,
  ): readonly Problem[] =>
    value === null || ids[known].has(value)
      ? []
      : [{ file, path, code: 'no-such-id', expected: `${known}.json`, found: show(value) }];

  return [
    ...records.projects.flatMap((project, at) => [
      ...project.themes.flatMap((id, i) => check('projects.json', `projects[${at}].themes[${i}]`, 'themes', id)),
      ...project.carrierIds.flatMap((id, i) =>
        check('projects.json', `projects[${at}].carrierIds[${i}]`, 'organisations', id),
      ),
      ...project.partnerIds.flatMap((id, i) =>
        check('projects.json', `projects[${at}].partnerIds[${i}]`, 'organisations', id),
      ),
      ...project.territories.flatMap((id, i) =>
        check('projects.json', `projects[${at}].territories[${i}]`, 'territories', id),
      ),
      ...project.beneficiaryIds.flatMap((id, i) =>
        check('projects.json', `projects[${at}].beneficiaryIds[${i}]`, 'beneficiaries', id),
      ),
    ]),
    ...records.facts.flatMap(({ tellsTotal = [], values, sources }, at) =>
      tellsTotal.flatMap(({ value, source }, i) => {
        const path = `facts[${at}].tellsTotal[${i}]`;
        const unknown = (key: string, expected: string, found: string): Problem => ({
          file: 'programme.json',
          path: `${path}.${key}`,
          code: 'no-such-id',
          expected,
          found: show(found),
        });
        return [
          ...(typeof values[value] === 'number' ? [] : [unknown('value', 'programme.json (values)', value)]),
          ...(sources.some(({ name }) => name === source)
            ? []
            : [unknown('source', 'programme.json (sources)', source)]),
        ];
      }),
    ),
    ...records.themes.flatMap(({ parent }, at) => check('themes.json', `themes[${at}].parent`, 'themes', parent)),
    ...records.organisations.flatMap(({ parent, becameId }, at) => [
      ...check('organisations.json', `organisations[${at}].parent`, 'organisations', parent),
      ...check('organisations.json', `organisations[${at}].becameId`, 'organisations', becameId),
    ]),
    ...records.territories.flatMap(({ parent }, at) =>
      check('territories.json', `territories[${at}].parent`, 'territories', parent),
    ),
  ];
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(entries.map(({ id }) => id));
}
