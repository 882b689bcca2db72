import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldedText } from '../../../core/language/fold';
import { goldenFile, type GoldenQuestion } from '../../../core/editing/golden';
import { jsonText } from '../../../core/editing/json-layout';
import { readJsonText } from '../../../core/loading/json-text';
import { problemsOf } from '../../../core/loading/problem';
import { dataProblemText } from '../../../messages/data-problem-text';
import { replaceFile } from '../../knowledge-copies';
import { DataError } from '../../knowledge-files';
import { unlessMissing } from '../../storage/error-code';
import type { Asked } from './drafts';

/** Beside the data files, since it is a part of what editors keep. */
const GOLDEN_FILE = 'golden.json';
const SCHEMA = 'schemas/golden.json';

/** Questions whose answers are known to be right. */
export type GoldenQuestions = ReturnType<typeof createGoldenQuestions>;

/** @param alone what keeps two from writing at once */
export function createGoldenQuestions(folder: string, alone: (task: () => Promise<void>) => Promise<void>) {
  const path = join(folder, GOLDEN_FILE);
  return {
    read,
    /** Adds one, or says anew what is right for one that is there. */
    keep: (question: GoldenQuestion) => alone(() => rewrite(question, [question])),
    drop: (asked: Asked) => alone(() => rewrite(asked, [])),
  };

  /** None where there is no file. DataError where it is wrong. */
  async function read(): Promise<readonly GoldenQuestion[]> {
    const text = await unlessMissing(readFile(path, 'utf8'), null);
    if (text === null) return [];
    const json = readJsonText(GOLDEN_FILE, text);
    const { data, error } = goldenFile.safeParse(json.value);
    if (data !== undefined) return data.questions;
    const problems = json.problems.length > 0 ? json.problems : problemsOf(GOLDEN_FILE, error, json.value);
    throw new DataError(problems.map(dataProblemText).join('\n'));
  }

  /** Puts these in the place of a question. */
  async function rewrite(asked: Asked, own: readonly GoldenQuestion[]): Promise<void> {
    const questions = [...(await read()).filter((known) => !isSame(known, asked)), ...own];
    await replaceFile(path, jsonText({ $schema: SCHEMA, questions }));
  }
}

function isSame(a: Asked, b: Asked): boolean {
  return a.locale === b.locale && foldedText(a.question) === foldedText(b.question);
}
