import { createKnowledgeBase } from '../core/loading/create-knowledge-base';
import path from 'node:path';
import { TextFile } from 'lowdb/node';
import type { KnowledgeBase } from '../core/knowledge/knowledge-base';
import { DATA_FILE_NAMES, parseRecords, type DataFileName } from '../core/loading/parse';
import { dataProblemText } from '../messages/data-problem-text';

/** The data files hold mistakes; the message lists them all, one a line. */
export class DataError extends Error {
  readonly code = 'BAD_DATA';
  override readonly name = 'DataError';
}

/**
 * Reads and checks the knowledge base.
 *
 * @param directory the folder of the data files (DATA_DIR)
 * @throws DataError with every problem of every file
 */
export async function loadKnowledge(directory: string): Promise<KnowledgeBase> {
  const entries = await Promise.all(
    DATA_FILE_NAMES.map(async (file): Promise<[DataFileName, string | null]> => [
      file,
      await new TextFile(path.join(directory, file)).read(),
    ]),
  );
  const texts = Object.fromEntries(entries);
  const parsed = parseRecords({
    'projects.json': texts['projects.json'] ?? null,
    'programme.json': texts['programme.json'] ?? null,
    'calls.json': texts['calls.json'] ?? null,
    'themes.json': texts['themes.json'] ?? null,
    'organisations.json': texts['organisations.json'] ?? null,
    'territories.json': texts['territories.json'] ?? null,
    'beneficiaries.json': texts['beneficiaries.json'] ?? null,
    'grammar/fr.json': texts['grammar/fr.json'] ?? null,
    'grammar/en.json': texts['grammar/en.json'] ?? null,
    'weights.json': texts['weights.json'] ?? null,
  });
  if ('problems' in parsed) throw new DataError(parsed.problems.map(dataProblemText).join('\n'));
  return createKnowledgeBase(parsed.records);
}
