import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TABLE_SHAPES, tableName } from '../core/editing/columns';
import { doubtsAbout } from '../core/editing/doubts';
import { reportOn } from '../core/editing/report';
import { schemaTexts } from '../core/editing/schemas';
import { differencesBetween, importTables, tablesOf } from '../core/editing/tables';
import { RECORD_FILES, RECORD_KEYS } from '../core/loading/parse';
import { createGoldenQuestions } from '../host/desk/drafts/golden-questions';
import { inboxEntries } from '../host/inbox/document-inbox';
import {
  copiedTexts,
  copiesFolder,
  digestOf,
  type KnowledgeFolders,
  latestCopy,
  recover,
  undo,
  writeKnowledge,
} from '../host/knowledge-copies';
import { DataError, loadRecords, readDataTexts, recordsIn } from '../host/knowledge-files';
import { BadSpreadsheet, readSpreadsheet, writeSpreadsheet } from '../host/knowledge-spreadsheet';
import { withSecretFiles } from '../host/secret-files';
import { parseSettings, type Settings } from '../host/settings';
import { createLog } from '../host/log';
import { openBeside } from '../host/storage/open-store';
import { codeOf, orElse } from '../host/storage/error-code';
import { StoreProblem } from '../host/storage/store-problem';
import { dayOf } from '../host/usage';
import { KNOWLEDGE } from '../messages/fr/knowledge';
import { differenceLines, faultLine, problemLine, reportLines } from './knowledge/lines';
import { mendable, pathTyped, refuse } from './shell/refusal';

interface Call {
  readonly folders: KnowledgeFolders;
  readonly path: string;
  /** Whether the option of the command was given. */
  readonly isToWrite: boolean;
  readonly settings: Settings;
}

/** Resolves with the exit status. */
type Command = (call: Call) => Promise<number>;

const COMMANDS: Readonly<
  Record<string, { readonly run: Command; readonly takesPath?: true; readonly option?: string }>
> = {
  check: { run: check },
  report: { run: report },
  export: { run: exportTables, takesPath: true, option: '--force' },
  import: { run: importFrom, takesPath: true, option: '--apply' },
  diff: { run: diff },
  undo: { run: takeBack },
  schemas: { run: writeSchemas },
};

/** Runs the command; resolves with its exit status: 0, 1 where something is to be corrected, 2 for a wrong call or an unreadable file. */
export async function knowledge(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(0, KNOWLEDGE.usage);
  const options = args.filter((argument) => argument.startsWith('--'));
  const [name = '', ...others] = args.filter((argument) => !options.includes(argument));
  const command = COMMANDS[name];
  if (command === undefined || others.length !== (command.takesPath ? 1 : 0)) return refuse(KNOWLEDGE.usage);
  if (options.some((option) => option !== command.option)) return refuse(KNOWLEDGE.usage);
  try {
    const settings = parseSettings(withSecretFiles(process.env));
    const folders = { data: settings.dataDir, copies: copiesFolder(settings.varDir) };
    if (await recover(folders)) process.stderr.write(`${KNOWLEDGE.recovered}\n`);
    if (process.stderr.isTTY) process.stderr.write(`${KNOWLEDGE.reading}\n`);
    return await command.run({ folders, path: pathTyped(others[0] ?? ''), isToWrite: options.length > 0, settings });
  } catch (error) {
    if (error instanceof DataError) {
      const problems = error.message.split('\n');
      return say(1, ...problems.map((problem) => `✗ ${problem}`), KNOWLEDGE.broken(problems.length));
    }
    return refuse(explained(error));
  }
}

/** What the person who ran it can mend, in words; throws anything else again. */
function explained(error: unknown): string {
  if (error instanceof BadSpreadsheet) return KNOWLEDGE.badFile(error.file, error.reason, error.place);
  const code = codeOf(error);
  return typeof code === 'string' && UNWRITABLE.has(code) ? KNOWLEDGE.unwritable(String(error)) : mendable(error);
}

/** A folder that is another's, read-only, not there or in the place of a file, a full disk. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST']);

function say(status: number, ...lines: readonly string[]): number {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return status;
}

async function check({ folders }: Call): Promise<number> {
  const records = await loadRecords(folders.data);
  await createGoldenQuestions(folders.data, (task) => task()).read();
  const doubts = doubtsAbout(records, dayOf(new Date()));
  const counts = RECORD_FILES.map((file) => [RECORD_KEYS[file], records[RECORD_KEYS[file]].length] as const);
  return say(
    0,
    ...doubts.map((doubt) => `· ${KNOWLEDGE.doubt({ folder: folders.data, ...doubt })}`),
    `${KNOWLEDGE.counts(counts)} : ${KNOWLEDGE.checked(doubts.length)}`,
  );
}

async function report({ folders, settings }: Call): Promise<number> {
  const questions = await unansweredQuestions(settings);
  const told = reportOn(await loadRecords(folders.data), questions ?? [], dayOf(new Date()));
  return say(0, ...reportLines(told, questions !== null));
}

/** Null where the assistant has not kept anything yet. */
async function unansweredQuestions(settings: Settings): Promise<readonly string[] | null> {
  const opening = openBeside(settings, createLog({ level: 'error', json: false }), { isReadOnly: true });
  const store = await orElse(opening, (error) => error instanceof StoreProblem && error.kind === 'missing', null);
  if (store === null) return null;
  const entries = await inboxEntries(store);
  await store.close();
  return entries.flatMap((entry) => (entry.kind === 'unanswered' ? [entry.question] : []));
}

async function exportTables({ folders, path, isToWrite }: Call): Promise<number> {
  if (!isToWrite && isTaken(path)) return refuse(KNOWLEDGE.taken(path));
  await writeSpreadsheet(path, tablesOf(await loadRecords(folders.data), digestOf));
  return say(0, KNOWLEDGE.exported(path));
}

/** By a file, or a folder that has files of an export: what was corrected in them would be lost. */
function isTaken(path: string): boolean {
  if (!existsSync(path)) return false;
  return !statSync(path).isDirectory() || readdirSync(path).some((name) => name.endsWith('.csv'));
}

async function importFrom({ folders, path, isToWrite }: Call): Promise<number> {
  const texts = await readDataTexts(folders.data);
  const records = recordsIn(texts, folders.data);
  const tables = await readSpreadsheet(path);
  // The items of a list say whose they are, and not what the record was when it was exported.
  const names = new Set(tables.map(({ name }) => name));
  const main = TABLE_SHAPES.filter((shape) => names.has(tableName(shape)))
    .map(({ file }) => RECORD_KEYS[file])
    .find((table) => !names.has(table));
  if (main !== undefined) return refuse(KNOWLEDGE.alone(path, main));
  const result = importTables(tables, texts, records, digestOf);
  if (!('texts' in result)) {
    const lines =
      'faults' in result
        ? result.faults.map(faultLine)
        : result.problems.map((problem) => problemLine(problem, folders.data));
    return say(1, ...lines.map((line) => `✗ ${line}`), KNOWLEDGE.refused(lines.length));
  }
  say(0, ...differenceLines(differencesBetween(records, result.records)));
  if (result.texts.size === 0) return 0;
  if (!isToWrite) return say(0, KNOWLEDGE.notWritten);
  return say(0, KNOWLEDGE.written(await writeKnowledge(folders, result.texts, new Date())));
}

async function diff({ folders: { data, copies } }: Call): Promise<number> {
  const copy = await latestCopy(copies);
  if (copy === null) return say(0, KNOWLEDGE.noCopy);
  const texts = await readDataTexts(data);
  const before = recordsIn(await copiedTexts(copy, texts), copy);
  return say(0, ...differenceLines(differencesBetween(before, recordsIn(texts, data))));
}

async function takeBack({ folders }: Call): Promise<number> {
  const copy = await latestCopy(folders.copies);
  if (copy === null) return say(1, KNOWLEDGE.noCopy);
  return (await undo(folders, copy)) ? say(0, KNOWLEDGE.undone(copy)) : say(1, KNOWLEDGE.writtenSince);
}

async function writeSchemas({ folders: { data } }: Call): Promise<number> {
  const texts = schemaTexts();
  for (const [file, text] of texts) {
    await mkdir(dirname(join(data, file)), { recursive: true });
    await writeFile(join(data, file), text);
  }
  return say(0, KNOWLEDGE.schemas(texts.size));
}
