import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Edit } from '../../../core/editing/edits';
import { LOCALES } from '../../../core/language/locale';
import { RECORD_FILES, type RecordFile } from '../../../core/loading/parse';
import { parseJson } from '../../storage/parse-json';
import { againOnConflict, type Store, UnreadableDocument } from '../../storage/store';
import type { Person } from '../people/person';

/** A record as JSON holds it. */
const record = z.record(z.string(), z.json());
const asked = z.strictObject({ question: z.string().max(500), locale: z.enum(LOCALES) });
export type Asked = Readonly<z.infer<typeof asked>>;

const draftSchema = z.strictObject({
  /** When it was changed last. */
  at: z.iso.datetime(),
  authors: z.array(z.strictObject({ who: z.string(), name: z.string() })).min(1),
  state: z.enum(['open', 'proposed']),
  /** The digest of each file when its first record was changed. */
  base: z.partialRecord(z.enum(RECORD_FILES), z.string()),
  edits: z.array(
    z.strictObject({ file: z.enum(RECORD_FILES), id: z.string(), before: record.nullable(), after: record }),
  ),
  /** What people asked that it is to answer, masked as in the inbox. */
  questions: z.array(asked),
  /** Those of which the answer is to be kept as right once it is published. */
  toKeep: z.array(asked),
});
export type Draft = Readonly<z.infer<typeof draftSchema>> & { readonly id: string; readonly version: number };
type Content = Omit<Draft, 'id' | 'version'>;

export const DRAFT_PREFIX = 'desk/draft/';
const MOST_QUESTIONS = 60;

/** What editors have changed and nobody has published yet. */
export interface Drafts {
  /** The latest first. */
  all(): Promise<readonly Draft[]>;
  read(id: string): Promise<Draft | null>;
  /** The one that somebody has under way; null when he has none. */
  openOf(person: Person): Promise<Draft | null>;
  /** Changes the open draft of somebody, or begins one; resolves with it. */
  edit(person: Person, change: (draft: Content) => Content): Promise<Draft>;
  /** The same of one draft; null where it is gone. */
  change(id: string, person: Person | null, change: (draft: Content) => Content): Promise<Draft | null>;
  drop(draft: Draft): Promise<void>;
}

export function createDrafts({ store, now }: { readonly store: Store; readonly now: () => Date }): Drafts {
  return { all, read, openOf, edit, change, drop };

  async function all(): Promise<readonly Draft[]> {
    const drafts: Draft[] = [];
    for await (const { key, text, version } of store.list(DRAFT_PREFIX)) drafts.push(draftIn(key, text, version));
    return drafts.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async function read(id: string): Promise<Draft | null> {
    const key = DRAFT_PREFIX + id;
    const kept = await store.read(key);
    return kept === null ? null : draftIn(key, kept.text, kept.version);
  }

  async function openOf({ who }: Person): Promise<Draft | null> {
    const isOwn = ({ state, authors }: Draft): boolean =>
      state === 'open' && authors.some((author) => author.who === who);
    return (await all()).find(isOwn) ?? null;
  }

  async function edit(person: Person, make: (draft: Content) => Content): Promise<Draft> {
    const open = await openOf(person);
    const changed = open === null ? null : await change(open.id, person, make);
    if (changed !== null) return changed;
    const id = randomUUID();
    const empty: Content = {
      ...{ at: '', authors: [authorOf(person)], state: 'open', base: {}, edits: [], questions: [], toKeep: [] },
    };
    const content = contentOf({ ...make(empty), at: now().toISOString() });
    await store.commit([{ key: DRAFT_PREFIX + id, text: JSON.stringify(content), expected: null }]);
    return { ...content, id, version: 1 };
  }

  function change(id: string, person: Person | null, make: (draft: Content) => Content): Promise<Draft | null> {
    return againOnConflict(async () => {
      const draft = await read(id);
      if (draft === null) return null;
      const known = person === null || draft.authors.some(({ who }) => who === person.who);
      const authors = known ? draft.authors : [...draft.authors, authorOf(person)];
      const content = contentOf({ ...make({ ...draft, authors }), at: now().toISOString() });
      const key = DRAFT_PREFIX + id;
      await store.commit([{ key, text: JSON.stringify(content), expected: draft.version }]);
      return { ...content, id, version: draft.version + 1 };
    });
  }

  async function drop({ id, version }: Draft): Promise<void> {
    await store.commit([{ key: DRAFT_PREFIX + id, text: null, expected: version }]);
  }
}

/** The record as the draft has it; null where it leaves it as it is. */
export function editedIn(
  draft: Pick<Content, 'edits'> | null,
  place: { readonly file: RecordFile; readonly id: string },
): object | null {
  return draft?.edits.find(({ file, id }) => file === place.file && id === place.id)?.after ?? null;
}

/** The draft with a record changed; a record that is as it was again is no change. */
export function withEdit(draft: Content, edit: Edit, digest: string): Content {
  const before = draft.edits.find(({ file, id }) => file === edit.file && id === edit.id)?.before ?? edit.before;
  const others = draft.edits.filter(({ file, id }) => file !== edit.file || id !== edit.id);
  const { file, id } = edit;
  const isBack = JSON.stringify(before) === JSON.stringify(edit.after);
  const own = isBack ? [] : [editSchema.parse({ file, id, before, after: edit.after })];
  return onBase({ ...draft, edits: [...others, ...own] }, (other) => draft.base[other] ?? digest);
}

/** The draft made from these states of the files that it changes. */
export function onBase(draft: Content, digestOfFile: (file: RecordFile) => string): Content {
  return { ...draft, base: Object.fromEntries(draft.edits.map(({ file }) => [file, digestOfFile(file)])) };
}

/** The draft with questions that it is to answer, each once. */
export function withQuestions(draft: Content, questions: readonly Asked[]): Content {
  const known = new Set(draft.questions.map(({ question }) => question));
  const fresh = questions.filter(({ question }) => !known.has(question));
  return { ...draft, questions: [...draft.questions, ...fresh].slice(-MOST_QUESTIONS) };
}

/** The draft with all its records changed otherwise. */
export function withAllEdits(draft: Content, edits: readonly Edit[]): Content {
  return { ...draft, edits: edits.map((edit) => editSchema.parse(edit)) };
}

const editSchema = draftSchema.shape.edits.element;

function draftIn(key: string, text: string, version: number): Draft {
  const { data, error } = draftSchema.safeParse(parseJson(text));
  if (data === undefined) throw new UnreadableDocument(DRAFT_PREFIX, error);
  return { ...data, id: key.slice(DRAFT_PREFIX.length), version };
}

/** Without what stands in its key. */
function contentOf(draft: Content): Content {
  const { at, authors, state, base, edits, questions, toKeep } = draft;
  return { at, authors, state, base, edits, questions, toKeep };
}

function authorOf({ who, name }: Person): Draft['authors'][number] {
  return { who, name };
}
