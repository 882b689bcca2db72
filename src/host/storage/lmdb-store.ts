import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open as openFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { z } from 'zod';
import { within } from '../time-limit';
import { codeOf } from './error-code';
import { type Change, keyOf, nameOf, type News, VersionConflict, type WholeStore } from './store';
import { StoreProblem } from './store-problem';

export interface LmdbStore extends WholeStore {
  /** Copies the whole of it, as it is at one moment, into this folder, where no copy is; it goes on meanwhile. */
  backup(folder: string): Promise<void>;
  /** The bytes of its file that hold nothing: what was deleted is written over, and the file stays as long as it was. */
  spareBytes(): number;
}

const DATA_FILE = 'data.mdb';
const COPY_FOLDER = 'compacted';
/** Given up when the disk is full and somebody wants to be forgotten: to delete takes a few pages first. */
const RESERVE_FILE = 'reserve';
const RESERVE_BYTES = 1_000_000;
/** What marks a conversation as forgotten is shorter. */
const MOST_OF_A_MARK = 200;

/** Read at a time: what else waits gets its turn between. */
const LISTED_AT_ONCE = 200;

/** A commit that failed says why a moment later, by another promise. */
const REASON_MS = 1_000;

/** As the library gives them, and as Node does. */
const DISK_FULL: ReadonlySet<unknown> = new Set([28, 122, 'ENOSPC', 'EDQUOT']);

/**
 * LMDB in a folder (made when missing), for its owner alone. Commits that come together share one flush. What was deleted before is
 * taken off the disk first. `isReadOnly` is for a process that copies while another one writes; `isBeside` for one that writes a
 * document or two while another one has the store open, which LMDB is made for: the file stays where it is.
 */
export async function openLmdbStore(folder: string, { isReadOnly = false, isBeside = false } = {}): Promise<LmdbStore> {
  const [data, reserve] = [join(folder, DATA_FILE), join(folder, RESERVE_FILE)];
  if ((isReadOnly || isBeside) && !existsSync(data)) throw new StoreProblem('missing', data);
  await requireWhole(data);
  if (!isReadOnly && !isBeside) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await compact(folder);
    await keepReserve(reserve);
  }
  const root = open({ path: folder, ...OPTIONS, readOnly: isReadOnly });
  const documents = root.openDB<string, string>({ name: 'documents', encoding: 'string', useVersions: true });
  const lines = root.openDB<string, [string, number]>({ name: 'lines', encoding: 'string' });
  // Nobody else has the folder: who follows a log is here.
  const followers = new EventEmitter<Record<string, [News]>>().setMaxListeners(0);

  return {
    read: (key) => {
      const entry = documents.getEntry(nameOf(key));
      return Promise.resolve(entry === undefined ? null : { version: entry.version ?? 1, text: entry.value });
    },
    lines: (log, after) =>
      Promise.resolve(
        [...lines.getRange({ start: [nameOf(log), after + 1], end: [nameOf(log), Infinity] })].map(
          ({ key: [, number], value }) => ({ number, text: value }),
        ),
      ),
    list: async function* (prefix) {
      const first = nameOf(prefix);
      for await (const { key, value, version = 1 } of inPages(documents, first)) {
        if (!key.startsWith(first)) return;
        yield { key: keyOf(key), version, text: value };
      }
    },
    count: (prefix) => {
      const first = nameOf(prefix);
      // Beyond whatever a name may go on with.
      return Promise.resolve(documents.getKeysCount({ start: first, end: `${first}\u{10ffff}` }));
    },
    everyLine: async function* () {
      for await (const { key, value } of inPages(lines, undefined))
        yield { log: keyOf(key[0]), number: key[1], text: value };
    },
    commit: async (changes) => {
      try {
        await transact(changes);
      } catch (error) {
        if (!isForgetting(changes) || !isDiskFull(error)) throw error;
        await rm(reserve, { force: true });
        await transact(changes);
      }
      for (const change of changes)
        if ('log' in change && change.text !== null)
          tell(change.log, { kind: 'line', number: change.number, text: change.text });
    },
    follow: (log, hear) => {
      followers.on(nameOf(log), hear);
      return Promise.resolve(() => followers.off(nameOf(log), hear));
    },
    tell: (log, text) => tell(log, { kind: 'told', text }),
    backup: async (target) => {
      const [copy, copies] = [join(target, DATA_FILE), join(target, `${COPY_FOLDER}-${process.pid}`)];
      if (existsSync(copy)) throw new StoreProblem('exists', copy);
      try {
        await mkdir(target, { recursive: true, mode: 0o700 });
        await rename(await copyInto(copies, root), copy);
      } catch (error) {
        throw new StoreProblem('no-room', target, error);
      } finally {
        await rm(copies, { recursive: true, force: true }).catch(() => undefined);
      }
    },
    spareBytes: () => {
      const { pageSize, lastPageNumber, free, ...own } = statsSchema.parse(root.getStats());
      const trees = [own, free, treeSchema.parse(documents.getStats()), treeSchema.parse(lines.getStats())];
      return trees.reduce((spare, tree) => spare - pageSize * pagesOf(tree), pageSize * (lastPageNumber - 1));
    },
    close: () => root.close(),
  };

  function tell(log: string, news: News): void {
    followers.emit(nameOf(log), news);
  }

  async function transact(changes: readonly Change[]): Promise<void> {
    try {
      await root.transaction(() => {
        changes.forEach(requireVersion);
        changes.forEach(apply);
      });
    } catch (error) {
      if (error instanceof Error && 'commitError' in error) await within(REASON_MS, Promise.resolve(error.commitError));
      throw error;
    }
  }

  function requireVersion(change: Change): void {
    if ('log' in change || change.expected === undefined) return;
    const found = documents.getEntry(nameOf(change.key))?.version ?? null;
    if (found !== change.expected) throw new VersionConflict(change.expected, found);
  }

  function apply(change: Change): void {
    if ('log' in change) {
      const key: [string, number] = [nameOf(change.log), change.number];
      if (change.text === null) lines.removeSync(key);
      else lines.putSync(key, change.text);
      return;
    }
    const name = nameOf(change.key);
    if (change.text === null) documents.removeSync(name);
    else documents.putSync(name, change.text, (documents.getEntry(name)?.version ?? 0) + 1);
  }
}

/**
 * A commit is over when it is on the disk (`overlappingSync`). The library's batching by turns of the event loop rejects a promise that
 * nobody holds when a commit fails, which would end the process. Of `permissionsMode` its types say nothing.
 */
const OPTIONS = { maxDbs: 2, overlappingSync: false, eventTurnBatching: false, permissionsMode: 0o600 } as const;

/** Of what the library tells of a database, of which its types say nothing: the pages that its tree is made of. */
const treeSchema = z.object({
  treeBranchPageCount: z.number(),
  treeLeafPageCount: z.number(),
  overflowPages: z.number(),
});
/** Of all: the last page that is there, after the two headers, and the tree of those that are free. */
const statsSchema = treeSchema.extend({ pageSize: z.number(), lastPageNumber: z.number(), free: treeSchema });

function pagesOf({ treeBranchPageCount, treeLeafPageCount, overflowPages }: z.infer<typeof treeSchema>): number {
  return treeBranchPageCount + treeLeafPageCount + overflowPages;
}

/** Deletes, and at the most leaves a mark of it. */
function isForgetting(changes: readonly Change[]): boolean {
  return (
    changes.some(({ text }) => text === null) &&
    changes.every(({ text }) => text === null || text.length <= MOST_OF_A_MARK)
  );
}

async function* inPages<Key extends string | [string, number]>(
  database: { getRange(options: object): Iterable<{ key: Key; value: string; version?: number }> },
  start: Key | undefined,
): AsyncIterable<{ key: Key; value: string; version?: number }> {
  for (let from = start, exclusiveStart = false; ; exclusiveStart = true) {
    const page = [
      ...database.getRange({
        ...(from === undefined ? {} : { start: from }),
        exclusiveStart,
        versions: true,
        limit: LISTED_AT_ONCE,
      }),
    ];
    yield* page;
    from = page.at(-1)?.key;
    if (page.length < LISTED_AT_ONCE) return;
    await new Promise(setImmediate);
  }
}

/** Where each of its two headers, which begin its first two pages, has its mark, the size of a page, and the number of the last page. */
const HEADER = { mark: 24, pageSize: 48, lastPage: 144, bytes: 160 } as const;
const MARK = 0xbeefc0de;
/** So many pages at the end may have been taken and given back before they were written: of a copy the second header alone tells how long it is. */
const NEVER_WRITTEN = 64;

/** LMDB takes an empty file for a new one, and dies without a word of a file cut short or of another program. */
async function requireWhole(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const file = await openFile(path, 'r').catch((error: unknown) => {
    throw new StoreProblem('no-access', path, error);
  });
  try {
    // In this order: while another process writes, the file only grows.
    const headerAt = async (position: number): Promise<Buffer> =>
      (await file.read({ buffer: Buffer.alloc(HEADER.bytes), position })).buffer;
    const first = await headerAt(0);
    const pageSize = first.readUInt32LE(HEADER.pageSize);
    const headers = [first, await headerAt(pageSize)];
    const { size } = await file.stat();
    const [pages = 0, others = 0] = headers.map((header) => Number(header.readBigUInt64LE(HEADER.lastPage)) + 1);
    const whole = pageSize * Math.max(pages, others - NEVER_WRITTEN);
    const areMarked = headers.every((header) => header.readUInt32LE(HEADER.mark) === MARK);
    if (!areMarked || size < whole) throw new Error(`${size} bytes of ${whole}`);
  } catch (error) {
    throw new StoreProblem('damaged', path, error);
  } finally {
    await file.close();
  }
}

/** LMDB leaves what was deleted in the file until its place is used again: the file is copied without that, then replaced. */
async function compact(folder: string): Promise<void> {
  const [data, copies] = [join(folder, DATA_FILE), join(folder, COPY_FOLDER)];
  await rm(copies, { recursive: true, force: true });
  if (!existsSync(data)) return;
  const root = open({ path: folder, ...OPTIONS });
  try {
    await copyInto(copies, root);
  } catch (error) {
    await rm(copies, { recursive: true, force: true });
    // Another start will find room.
    if (isDiskFull(error)) return;
    throw new StoreProblem('damaged', data, error);
  } finally {
    await root.close();
  }
  await rename(join(copies, DATA_FILE), data);
  await rm(copies, { recursive: true });
}

/** Copies all of it into a folder that it makes, on to the disk; resolves with the file, which is its owner's alone. */
async function copyInto(copies: string, root: RootDatabase): Promise<string> {
  await mkdir(copies, { mode: 0o700 });
  await root.backup(copies, true);
  const copy = join(copies, DATA_FILE);
  const file = await openFile(copy, 'r+');
  await file.chmod(0o600);
  await file.sync();
  await file.close();
  return copy;
}

/** A disk already full is none the worse without. */
async function keepReserve(path: string): Promise<void> {
  try {
    await writeFile(path, Buffer.alloc(RESERVE_BYTES, 1), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    await rm(path, { force: true });
    if (!isDiskFull(error)) throw error;
  }
}

function isDiskFull(error: unknown): boolean {
  const code = codeOf(error);
  // A copy that fails has the words alone.
  return DISK_FULL.has(code) || (error instanceof Error && error.message.startsWith('No space left'));
}
