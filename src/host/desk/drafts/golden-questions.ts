import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foldedText } from '../../../core/editing/asked';
import { goldenFile, type GoldenQuestion } from '../../../core/editing/golden';
import { jsonText } from '../../../core/editing/json-layout';
import { readJsonText } from '../../../core/loading/json-text';
import { problemsOf } from '../../../core/loading/problem';
import { dataProblemText } from '../../../messages/data-problem-text';
import { replaceFile } from '../../knowledge-copies';
import { DataError } from '../../knowledge-files';
import { codeOf } from '../../storage/error-code';
import type { Asked } from './drafts';

/** Beside the data files, since it is a part of what editors keep. */
const GOLDEN_FILE = 'golden.json';
const SCHEMA = 'schemas/golden.json';

/** Questions whose answers are known to be right. Each can be named by its place in the file's order. */
export interface GoldenQuestions {
  /** None where there is no file. DataError where it is wrong. */
  read(): Promise<readonly GoldenQuestion[]>;
  /** Adds one, or says anew what is right for one that is there. */
  keep(question: GoldenQuestion): Promise<void>;
  drop(asked: Asked): Promise<void>;
}

/** @param alone what keeps two from writing at once */
export function createGoldenQuestions(
  folder: string,
  alone: (task: () => Promise<void>) => Promise<void>,
): GoldenQuestions {
  const path = join(folder, GOLDEN_FILE);
  return {
    read,
    keep: (question) =>
      alone(async () => {
        const others = (await read()).filter((known) => !isSame(known, question));
        await write([...others, question]);
      }),
    drop: (asked) => alone(async () => write((await read()).filter((known) => !isSame(known, asked)))),
  };

  async function read(): Promise<readonly GoldenQuestion[]> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return [];
    const json = readJsonText(GOLDEN_FILE, text);
    const { data, error } = goldenFile.safeParse(json.value);
    if (data !== undefined) return data.questions;
    const problems = json.problems.length > 0 ? json.problems : problemsOf(GOLDEN_FILE, error, json.value);
    throw new DataError(problems.map(dataProblemText).join('\n'));
  }

  async function write(questions: readonly GoldenQuestion[]): Promise<void> {
    await replaceFile(path, jsonText({ $schema: SCHEMA, questions }));
  }
}

function isSame(a: Asked, b: Asked): boolean {
  return a.locale === b.locale && foldedText(a.question) === foldedText(b.question);
}
