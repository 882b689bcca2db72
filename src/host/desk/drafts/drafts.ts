import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Edit } from '../../../core/editing/edits';
import { LOCALES } from '../../../core/language/locale';
import { RECORD_FILES, type RecordFile } from '../../../core/loading/parse';
import { documentsOf } from '../../storage/documents';
import { parseStored } from '../../storage/parse-json';
import type { Store } from '../../storage/store';
import type { Audit } from '../people/audit';
import type { Person } from '../people/person';
import { placeText } from '../records/record-names';

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
export function createDrafts(store: Store, now: () => Date, audit: Audit) {
  const documents = documentsOf(store, draftSchema, DRAFT_PREFIX);
  return { all, read, openOf, edit, change, drop };

  /** The latest first. */
  async function all(): Promise<readonly Draft[]> {
    const drafts: Draft[] = [];
    for await (const { key, text, version } of store.list(DRAFT_PREFIX))
      drafts.push({ ...parseStored(draftSchema, text, DRAFT_PREFIX), id: key.slice(DRAFT_PREFIX.length), version });
    return drafts.sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  async function read(id: string): Promise<Draft | null> {
    const { content, version } = await documents.find(DRAFT_PREFIX + id);
    return content === null || version === null ? null : { ...content, id, version };
  }

  /** The one that somebody has under way; null when he has none. */
  async function openOf(person: Person): Promise<Draft | null> {
    return (await all()).find((draft) => isOpenOf(draft, person)) ?? null;
  }

  /** Changes a record in the open draft of somebody, or begins one; resolves with the id of the draft. `questions`: those that it is to answer. */
  async function edit(person: Person, own: Edit, digest: string, questions: readonly Asked[] = []): Promise<string> {
    const make = (draft: Content): Content => withQuestions(withEdit(draft, own, digest), questions);
    const open = await openOf(person);
    const isThere = open !== null && (await change(open.id, person, make)) !== null;
    const id = isThere ? open.id : randomUUID();
    if (!isThere) {
      const authors = [authorOf(person)];
      const empty = { at: '', authors, state: 'open' as const, base: {}, edits: [], questions: [], toKeep: [] };
      const content = { ...make(empty), at: now().toISOString() };
      await store.commit([{ key: DRAFT_PREFIX + id, text: JSON.stringify(content), expected: null }]);
    }
    await audit.write(person, 'draft-changed', placeText(own));
    return id;
  }

  /** Changes one draft, of which somebody becomes an author; null where it is gone. */
  function change(id: string, person: Person | null, make: (draft: Content) => Content): Promise<Content | null> {
    return documents.change(DRAFT_PREFIX + id, (before) => {
      if (before === null) return null;
      const isKnown = person === null || isAuthor(before, person);
      const authors = isKnown ? before.authors : [...before.authors, authorOf(person)];
      return { ...make({ ...before, authors }), at: now().toISOString() };
    });
  }

  async function drop({ id, version }: Draft): Promise<void> {
    await store.commit([{ key: DRAFT_PREFIX + id, text: null, expected: version }]);
  }
}

export function isAuthor({ authors }: Content, person: Person): boolean {
  return authors.some(({ who }) => who === person.who);
}

/** What its authors are called. */
export function namesOf({ authors }: Draft): string[] {
  return authors.map(({ name }) => name);
}

/** Whether somebody has it under way. */
export function isOpenOf(draft: Draft, person: Person): boolean {
  return draft.state === 'open' && isAuthor(draft, person);
}

/** Whether it is about the record of this place. */
export function isAt(place: Pick<Edit, 'file' | 'id'>): (one: Pick<Edit, 'file' | 'id'>) => boolean {
  return ({ file, id }) => file === place.file && id === place.id;
}

/** The record as the draft has it; null where it leaves it as it is. */
export function editedIn(draft: Pick<Content, 'edits'> | null, place: Pick<Edit, 'file' | 'id'>): object | null {
  return draft?.edits.find(isAt(place))?.after ?? null;
}

/** The draft with a record changed; a record that is as it was again is no change. */
function withEdit(draft: Content, edit: Edit, digest: string): Content {
  const known = draft.edits.find(isAt(edit));
  const before = known?.before ?? edit.before;
  const others = draft.edits.filter((other) => other !== known);
  const isBack = JSON.stringify(before) === JSON.stringify(edit.after);
  const own = isBack ? [] : [{ ...edit, before }];
  return withAllEdits(draft, [...others, ...own], (other) => draft.base[other] ?? digest);
}

/** The draft with questions that it is to answer, each once. */
function withQuestions(draft: Content, questions: readonly Asked[]): Content {
  const known = new Set(draft.questions.map(({ question }) => question));
  const fresh = questions.filter(({ question }) => !known.has(question));
  return { ...draft, questions: [...draft.questions, ...fresh].slice(-MOST_QUESTIONS) };
}

/** The draft with these edits alone, made from these states of the files that they change. */
export function withAllEdits(draft: Content, edits: readonly Edit[], digestOfFile: (file: RecordFile) => string) {
  const base = Object.fromEntries(edits.map(({ file }) => [file, digestOfFile(file)]));
  return { ...draft, base, edits: draftSchema.shape.edits.parse(edits) };
}

function authorOf({ who, name }: Person): Draft['authors'][number] {
  return { who, name };
}
