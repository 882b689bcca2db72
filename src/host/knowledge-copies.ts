import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { DATA_FILE_NAMES, type DataFileName, type DataTexts, RECORD_FILES } from '../core/loading/parse';
import { readDataTexts } from './knowledge-files';

/** Where the data files are, and the copies of what they were. */
export interface KnowledgeFolders {
  readonly data: string;
  readonly copies: string;
}

/** The folder of the copies in that of the assistant. */
export function copiesFolder(varDir: string): string {
  return join(varDir, 'knowledge');
}

/** What an import wrote: the digests of its files, by which it is seen whether somebody wrote since. */
const WRITTEN = 'written.json';
const writtenSchema = z.record(z.string(), z.string());
const UNDER_WAY = '.pending';

/** The digest of a text, short enough to stand in a cell, and no number whatever its figures. */
export function digestOf(text: string): string {
  return `x${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

/**
 * Writes data files, all or none, after a copy of what they were; resolves with the folder of the copy. A power cut in the midst of it
 * leaves a copy that `recover` puts back.
 */
export async function writeKnowledge(
  { data, copies }: KnowledgeFolders,
  texts: ReadonlyMap<DataFileName, string>,
  now: Date,
): Promise<string> {
  const before = await readDataTexts(data);
  const copy = join(copies, now.toISOString().replaceAll(':', '-'));
  await mkdir(join(`${copy}.new`, 'grammar'), { recursive: true });
  for (const file of DATA_FILE_NAMES)
    if (file !== 'weights.json') await writeDurably(join(`${copy}.new`, file), before[file] ?? '');
  const written = Object.fromEntries([...texts].map(([file, text]) => [file, digestOf(text)]));
  await writeDurably(join(`${copy}.new`, WRITTEN), JSON.stringify(written));
  try {
    await stage(data, texts);
    await rename(`${copy}.new`, copy + UNDER_WAY);
    await takePlaces(data, texts.keys());
  } catch (error) {
    await recover({ data, copies });
    throw error;
  }
  await rename(copy + UNDER_WAY, copy);
  return copy;
}

/**
 * Puts back what was being replaced when the power went; resolves with whether there was anything. Where somebody wrote since what is neither
 * the old text nor the new one, theirs stands, and the copy is kept as that of any other import.
 */
export async function recover({ data, copies }: KnowledgeFolders): Promise<boolean> {
  const names = await readdir(copies).catch(() => []);
  for (const name of names.filter((found) => found.endsWith('.new')))
    await rm(join(copies, name), { recursive: true, force: true });
  const cut = names.find((name) => name.endsWith(UNDER_WAY));
  if (cut === undefined) return false;
  const copy = join(copies, cut);
  const [written, before, now] = [await writtenIn(copy), await readDataTexts(copy), await readDataTexts(data)];
  const isOurs = (file: DataFileName): boolean =>
    [written[file], digestOf(before[file] ?? '')].includes(digestOf(now[file] ?? ''));
  const isUntouched = DATA_FILE_NAMES.every((file) => written[file] === undefined || isOurs(file));
  if (isUntouched) await putBack(data, copy);
  else await rename(copy, copy.slice(0, -UNDER_WAY.length));
  return isUntouched;
}

/** The latest copy; null when there is none. */
export async function latestCopy(copies: string): Promise<string | null> {
  const names = await readdir(copies).catch(() => []);
  const last = names.sort().findLast((name) => name.endsWith('Z'));
  return last === undefined ? null : join(copies, last);
}

/** The texts of a copy; the weights, which no import touches, are those of now. */
export async function copiedTexts(copy: string, now: DataTexts): Promise<DataTexts> {
  return { ...(await readDataTexts(copy)), 'weights.json': now['weights.json'] };
}

/** Takes back the import that left this copy, which is then gone; false, with nothing done, where a file was written since. */
export async function undo({ data }: KnowledgeFolders, copy: string): Promise<boolean> {
  const written = await writtenIn(copy);
  const now = await readDataTexts(data);
  if (RECORD_FILES.some((file) => written[file] !== undefined && written[file] !== digestOf(now[file] ?? '')))
    return false;
  await rename(copy, copy + UNDER_WAY);
  await putBack(data, copy + UNDER_WAY);
  return true;
}

async function writtenIn(copy: string): Promise<Readonly<Record<string, string>>> {
  return writtenSchema.parse(JSON.parse(await readFile(join(copy, WRITTEN), 'utf8')));
}

/** Puts back the files of a copy whose import wrote them; the copy is then gone. */
async function putBack(folder: string, copy: string): Promise<void> {
  const written = await writtenIn(copy);
  const texts = await readDataTexts(copy);
  const replaced = DATA_FILE_NAMES.filter((file) => written[file] !== undefined);
  await stage(folder, new Map(replaced.map((file) => [file, texts[file] ?? ''])));
  await takePlaces(folder, replaced);
  await rm(copy, { recursive: true });
}

/** Every text is on the disk beside its place before the first takes it, so that a full disk is told while all is as it was. */
async function stage(folder: string, texts: ReadonlyMap<DataFileName, string>): Promise<void> {
  for (const [file, text] of texts) await writeDurably(join(folder, `${file}.tmp`), text);
}

async function takePlaces(folder: string, files: Iterable<DataFileName>): Promise<void> {
  for (const file of files) await rename(join(folder, `${file}.tmp`), join(folder, file));
}

/** Puts a text in the place of a file, which is at every moment what it was or what it is to be. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeDurably(`${path}.tmp`, text);
  await rename(`${path}.tmp`, path);
}

async function writeDurably(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flush: true });
}
