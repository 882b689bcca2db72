import { basename } from 'node:path';
import { z } from 'zod';
import { withEdits } from '../../../core/editing/edits';
import { changedCells } from '../../../core/editing/tables';
import { type DataTexts, parseRecords, RECORD_FILES, type RecordFile } from '../../../core/loading/parse';
import { digestOf, type KnowledgeFolders, latestCopy, recover, undo, writeKnowledge } from '../../knowledge-copies';
import { readDataTexts } from '../../knowledge-files';
import type { Alone } from '../../storage/lease';
import { parseStored } from '../../storage/parse-json';
import { type Store } from '../../storage/store';
import { isCannotWrite, orElse } from '../../storage/error-code';
import type { Person } from '../people/person';
import { type Draft, DRAFT_PREFIX, namesOf } from './drafts';

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

/** Why nothing was taken back: somebody wrote one of its files meanwhile, or they cannot be written. */
export type RollBackRefusal = 'nothing' | 'changed-since' | 'unwritable';
/** Why nothing was published: the same, the draft is no more what was looked at, or the base would be wrong. */
export type PublishRefusal = RollBackRefusal | 'gone' | 'wrong';

/** Whoever writes the files does so alone. */
export const WRITING = 'desk-writing';

/** What was published, and the way there and back. */
export function createPublications(store: Store, alone: Alone, folders: KnowledgeFolders, now: () => Date) {
  return {
    all,
    publish: (draft: Draft, person: Person) => alone(WRITING, () => publish(draft, person)),
    rollBack: (person: Person) => alone(WRITING, () => rollBack(person)),
  };

  /** The latest first. */
  async function all(): Promise<readonly Publication[]> {
    const found: Publication[] = [];
    for await (const { key, text } of store.list(PUBLICATION_PREFIX)) {
      const content = parseStored(publicationSchema, text, PUBLICATION_PREFIX);
      found.push({ ...content, id: key.slice(PUBLICATION_PREFIX.length) });
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async function publish(draft: Draft, { name }: Person): Promise<PublishRefusal | null> {
    if (draft.edits.length === 0) return 'nothing';
    const kept = await store.read(DRAFT_PREFIX + draft.id);
    if (kept?.version !== draft.version) return 'gone';
    await recover(folders);
    const texts = await readDataTexts(folders.data);
    if (!isOnBase(draft, texts)) return 'changed-since';
    if ('problems' in parseRecords(textsWith(texts, draft.edits))) return 'wrong';
    const at = now();
    const copy = await orElse(writeKnowledge(folders, withEdits(texts, draft.edits), at), isCannotWrite, null);
    if (copy === null) return 'unwritable';
    const publication: z.infer<typeof publicationSchema> = {
      at: at.toISOString(),
      name,
      authors: namesOf(draft),
      copy: basename(copy),
      records: draft.edits.map(recordOf),
      undone: null,
    };
    await store.commit([
      { key: `${PUBLICATION_PREFIX}${publication.at}-${draft.id}`, text: JSON.stringify(publication) },
      { key: DRAFT_PREFIX + draft.id, text: null },
    ]);
    return null;
  }

  /** Takes the last publication back. */
  async function rollBack({ name }: Person): Promise<Publication | RollBackRefusal> {
    const last = (await all()).find(({ undone }) => undone === null);
    const copy = await latestCopy(folders.copies);
    if (last === undefined) return 'nothing';
    if (copy === null || basename(copy) !== last.copy) return 'changed-since';
    const isUndone = await orElse(undo(folders, copy), isCannotWrite, null);
    if (isUndone === null) return 'unwritable';
    if (!isUndone) return 'changed-since';
    const { id, ...content } = { ...last, undone: { at: now().toISOString(), name } };
    await store.commit([{ key: PUBLICATION_PREFIX + id, text: JSON.stringify(content) }]);
    return last;
  }
}

/** Whether none of its files was written since it was begun. */
export function isOnBase({ edits, base }: Pick<Draft, 'edits' | 'base'>, texts: DataTexts): boolean {
  return edits.every(({ file }) => base[file] === digestOfFile(texts, file));
}

export function digestOfFile(texts: DataTexts, file: RecordFile): string {
  return digestOf(texts[file] ?? '');
}

/** The data files as they become with these records changed. */
export function textsWith(texts: DataTexts, edits: Draft['edits']): DataTexts {
  return { ...texts, ...Object.fromEntries(withEdits(texts, edits)) };
}

/** The cells of a record that change. */
export function recordOf({ file, id, before, after }: Draft['edits'][number]): Publication['records'][number] {
  return { file, id, isNew: before === null, cells: changedCells(file, before, after) };
}
