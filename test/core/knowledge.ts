import { createKnowledgeBase } from '../../src/core/loading/create-knowledge-base';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type KnowledgeBase } from '../../src/core/knowledge/knowledge-base';
import { DATA_FILE_NAMES, parseRecords, type DataFileName, type LoadedRecords } from '../../src/core/loading/parse';
import { createLanguageWords, type LanguageWords } from '../../src/core/language/language-words';
import type { Project } from '../../src/core/model/records';

/** The text of every data file of the project. */
export function dataTexts(): Record<DataFileName, string> {
  const read = (file: DataFileName): string => readFileSync(path.join('data', file), 'utf8');
  const [projects, programme, calls, themes, organisations, territories, beneficiaries, fr, en, weights] =
    DATA_FILE_NAMES;
  return {
    [projects]: read(projects),
    [programme]: read(programme),
    [calls]: read(calls),
    [themes]: read(themes),
    [organisations]: read(organisations),
    [territories]: read(territories),
    [beneficiaries]: read(beneficiaries),
    [fr]: read(fr),
    [en]: read(en),
    [weights]: read(weights),
  };
}

/** The real records, read once for all who ask; a mistake in data/ fails the test with its place. */
export function realRecords(): LoadedRecords {
  return (records ??= readRecords());
}
let records: LoadedRecords | undefined;

function readRecords(): LoadedRecords {
  const parsed = parseRecords(dataTexts());
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.records;
}

/** The words of French and English, as data/grammar gives them. */
export function realLanguage(): LanguageWords {
  return createLanguageWords(realRecords().grammar);
}

/** The real base, made once for all who ask: nobody may change it, as nobody may change the one that is served. */
export function realKnowledge(): KnowledgeBase {
  return (knowledge ??= createKnowledgeBase(realRecords()));
}
let knowledge: KnowledgeBase | undefined;

/** The real base with its projects edited, left out (null) or more. */
export function baseWith(
  edit: (project: Project, index: number) => Project | null,
  more: readonly Project[] = [],
): KnowledgeBase {
  const records = realRecords();
  const edited = records.projects.flatMap((project, index) => edit(project, index) ?? []);
  return createKnowledgeBase({ ...records, projects: [...edited, ...more] });
}
