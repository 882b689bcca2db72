import { createKnowledgeBase } from '../core/loading/create-knowledge-base';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { TextFile } from 'lowdb/node';
import { z } from 'zod';
import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import { DATA_FILE_NAMES, type DataTexts, type LoadedRecords, parseRecords } from '../core/loading/parse';
import { dataProblemText, unreadableDataText } from '../messages/data-problem-text';
import { codeOf } from './storage/error-code';

/** The data files hold mistakes; the message lists them all, one a line. */
export class DataError extends Error {
  readonly code = 'BAD_DATA';
  override readonly name = 'DataError';
}

const dataTexts = z.record(z.enum(DATA_FILE_NAMES), z.string().nullable());

/** The texts of the data files as they are, right or not; null for one that is not there. Throws DataError when the folder or a file cannot be read. */
export async function readDataTexts(directory: string): Promise<DataTexts> {
  await readdir(directory).catch(refuse(directory));
  const texts = DATA_FILE_NAMES.map(async (file) => {
    const place = path.join(directory, file);
    return [file, await (file === 'weights.json' ? readWeights(place) : readText(place)).catch(refuse(place))];
  });
  return dataTexts.parse(Object.fromEntries(await Promise.all(texts)));
}

const readText = (place: string): Promise<string | null> => new TextFile(place).read();

let weights: { readonly version: string; readonly text: string | null } | null = null;

/** Tens of megabytes, which the pages of the desk would each read for nothing: read again when the file is another. */
async function readWeights(place: string): Promise<string | null> {
  const version = await versionOf(place);
  if (weights?.version !== version) weights = { version, text: await readText(place) };
  return weights.text;
}

/** By what the file system says of it. */
export function versionOf(place: string): Promise<string> {
  return stat(place).then(
    ({ dev, ino, size, mtimeMs }) => `${dev} ${ino} ${size} ${mtimeMs}`,
    (error: unknown) => String(error),
  );
}

/**
 * Reads and checks the data files, without the indexes of a knowledge base.
 *
 * @param directory the folder of the data files (DATA_DIR)
 * @throws DataError with every problem of every file
 */
export async function loadRecords(directory: string): Promise<LoadedRecords> {
  return recordsIn(await readDataTexts(directory), directory);
}

/** The records of these texts, by the same checks; `folder` is where whoever mends them finds their files. */
export function recordsIn(texts: DataTexts, folder?: string): LoadedRecords {
  const parsed = parseRecords(texts);
  if ('problems' in parsed)
    throw new DataError(parsed.problems.map((problem) => dataProblemText({ ...problem, folder })).join('\n'));
  return parsed.records;
}

/** Reads and checks the knowledge base; as `loadRecords`. */
export async function loadKnowledge(directory: string): Promise<KnowledgeBase> {
  return createKnowledgeBase(await loadRecords(directory));
}

/** In words when the system refuses; whatever else it is, it is thrown again. */
function refuse(place: string): (error: unknown) => never {
  return (error) => {
    const code = codeOf(error);
    throw typeof code === 'string' ? new DataError(unreadableDataText(place, code), { cause: error }) : error;
  };
}
