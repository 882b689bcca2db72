import { basename } from 'node:path';
import { z } from 'zod';
import { withEdits } from '../../../core/editing/edits';
import { type Cell, cellsOf } from '../../../core/editing/columns';
import { type DataTexts, RECORD_FILES, type RecordFile } from '../../../core/loading/parse';
import { digestOf, type KnowledgeFolders, latestCopy, recover, undo, writeKnowledge } from '../../knowledge-copies';
import { DataError, readDataTexts, recordsIn } from '../../knowledge-files';
import type { Alone } from '../../storage/lease';
import { parseJson } from '../../storage/parse-json';
import { codeOf } from '../../storage/error-code';
import { type Store, UnreadableDocument } from '../../storage/store';
import { monthsBefore } from '../people/audit';
import type { Person } from '../people/person';
import { type Draft, DRAFT_PREFIX } from './drafts';

const cell = z.union([z.string(), z.number()]).nullable();
const publicationSchema = z.strictObject({
  at: z.iso.datetime(),
  /** Who published it, and who had written it. */
  name: z.string(),
  authors: z.array(z.string()),
  /** The folder of the state of before, among the copies. */
  copy: z.string(),
  records: z.array(
    z.strictObject({
      file: z.enum(RECORD_FILES),
      id: z.string(),
      isNew: z.boolean(),
      cells: z.array(z.strictObject({ path: z.string(), before: cell, after: cell })),
    }),
  ),
  undone: z.strictObject({ at: z.iso.datetime(), name: z.string() }).nullable(),
});
export type Publication = Readonly<z.infer<typeof publicationSchema>> & { readonly id: string };

const PUBLICATION_PREFIX = 'desk/publication/';

/** Why nothing was published: somebody wrote one of its files meanwhile, the base would be wrong, it cannot be written. */
export type PublishRefusal =
  | { readonly why: 'nothing' | 'changed-since' | 'unwritable' | 'gone' }
  | { readonly why: 'wrong'; readonly problems: readonly string[] };

export type RollBackRefusal = 'nothing' | 'changed-since' | 'unwritable';

/** What was published, and the way there and back. */
export interface Publications {
  /** The latest first. */
  all(): Promise<readonly Publication[]>;
  publish(draft: Draft, person: Person): Promise<Publication | PublishRefusal>;
  /** Takes the last publication back. */
  rollBack(person: Person): Promise<Publication | RollBackRefusal>;
}

/** Whoever writes the files does so alone. */
export const WRITING = 'desk-writing';

export function createPublications(parts: {
  readonly store: Store;
  readonly alone: Alone;
  readonly folders: KnowledgeFolders;
  readonly now: () => Date;
}): Publications {
  const { store, alone, folders, now } = parts;
  return {
    all,
    publish: (draft, person) => alone(WRITING, () => publish(draft, person)),
    rollBack: (person) => alone(WRITING, () => rollBack(person)),
  };

  async function all(): Promise<readonly Publication[]> {
    const found: Publication[] = [];
    for (const month of monthsBefore(now()))
      for await (const { key, text } of store.list(PUBLICATION_PREFIX + month)) {
        const { data, error } = publicationSchema.safeParse(parseJson(text));
        if (data === undefined) throw new UnreadableDocument(PUBLICATION_PREFIX, error);
        found.push({ ...data, id: key.slice(PUBLICATION_PREFIX.length) });
      }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async function publish(draft: Draft, { name }: Person): Promise<Publication | PublishRefusal> {
    if (draft.edits.length === 0) return { why: 'nothing' };
    const kept = await store.read(DRAFT_PREFIX + draft.id);
    if (kept?.version !== draft.version) return { why: 'gone' };
    await recover(folders);
    const texts = await readDataTexts(folders.data);
    if (!isOnBase(draft, texts)) return { why: 'changed-since' };
    const changed = withEdits(texts, draft.edits);
    const problems = problemsOf({ ...texts, ...Object.fromEntries(changed) });
    if (problems.length > 0) return { why: 'wrong', problems };
    const at = now();
    const copy = await written(() => writeKnowledge(folders, changed, at));
    if (copy === null) return { why: 'unwritable' };
    const publication: Omit<Publication, 'id'> = {
      at: at.toISOString(),
      name,
      authors: draft.authors.map((author) => author.name),
      copy: basename(copy),
      records: draft.edits.map(recordOf),
      undone: null,
    };
    const id = `${publication.at}-${draft.id}`;
    await store.commit([
      { key: PUBLICATION_PREFIX + id, text: JSON.stringify(publication) },
      { key: DRAFT_PREFIX + draft.id, text: null },
    ]);
    return { ...publication, id };
  }

  async function rollBack({ name }: Person): Promise<Publication | RollBackRefusal> {
    const last = (await all()).find(({ undone }) => undone === null);
    const copy = await latestCopy(folders.copies);
    if (last === undefined) return 'nothing';
    if (copy === null || basename(copy) !== last.copy) return 'changed-since';
    const isUndone = await written(() => undo(folders, copy));
    if (isUndone === null) return 'unwritable';
    if (!isUndone) return 'changed-since';
    const { id, ...content } = { ...last, undone: { at: now().toISOString(), name } };
    await store.commit([{ key: PUBLICATION_PREFIX + id, text: JSON.stringify(content) }]);
    return { ...content, id };
  }
}

/** Whether none of its files was written since it was begun. */
export function isOnBase({ edits, base }: Pick<Draft, 'edits' | 'base'>, texts: DataTexts): boolean {
  return edits.every(({ file }) => base[file] === digestOfFile(texts, file));
}

export function digestOfFile(texts: DataTexts, file: RecordFile): string {
  return digestOf(texts[file] ?? '');
}

/** What is wrong with these files, a sentence each. */
function problemsOf(texts: DataTexts): readonly string[] {
  try {
    recordsIn(texts);
    return [];
  } catch (error) {
    if (error instanceof DataError) return error.message.split('\n');
    throw error;
  }
}

/** The cells of a record that change. */
export function recordOf({ file, id, before, after }: Draft['edits'][number]): Publication['records'][number] {
  const [was, is] = [before === null ? new Map<string, Cell>() : cellsOf(file, before), cellsOf(file, after)];
  const cells = [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
    .filter((one) => one.before !== one.after);
  return { file, id, isNew: before === null, cells };
}

/** As a folder that may not be written to, or a disk that is full, says it. */
const CANNOT_WRITE: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

async function written<Result>(write: () => Promise<Result>): Promise<Result | null> {
  try {
    return await write();
  } catch (error) {
    if (CANNOT_WRITE.has(codeOf(error))) return null;
    throw error;
  }
}
