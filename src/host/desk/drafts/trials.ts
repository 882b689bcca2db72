import { doubtsAbout, newTermDoubts } from '../../../core/editing/doubts';
import { unsourcedAmounts } from '../../../core/editing/report';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { buildKnowledgeBase } from '../../../core/loading/create-knowledge-base';
import { type LoadedRecords, parseRecords, type RecordFile } from '../../../core/loading/parse';
import { dataProblemText } from '../../../messages/data-problem-text';
import { DESK_DRAFTS } from '../../../messages/fr/desk/drafts';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { messagesFor } from '../../../messages/messages-for';
import { readDataTexts } from '../../knowledge-files';
import { dayOf } from '../../usage';
import { inPieces } from '../../in-pieces';
import { nameOfRecord, type RecordPlace } from '../records/record-names';
import { type Asked, type Draft, isAt } from './drafts';
import type { GoldenQuestions } from './golden-questions';
import { isOnBase, textsWith } from './publications';
import { replay, type Replay } from './replay';

/** What a draft would make of the base. */
export type Trial =
  /** Somebody wrote the base since it was begun. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  | {
      readonly kind: 'tried';
      /** What is well written and may be wrong, about the records that it changes. */
      readonly doubts: readonly string[];
      readonly replay: Replay;
      readonly knowledge: KnowledgeBase;
    };

/** Makes what tries drafts out. */
export function createTryOut(parts: {
  readonly dataDir: string;
  readonly knowledge: () => KnowledgeBase;
  /** Questions whose answers are known to be right. */
  readonly golden: GoldenQuestions;
  /** What people ask in vain, the most frequent first. */
  readonly unanswered: () => Promise<readonly Asked[]>;
  readonly now: () => Date;
}): (draft: Draft) => Promise<Trial> {
  const { dataDir, knowledge, golden, unanswered, now } = parts;
  /** The last one alone: a base takes tens of megabytes. */
  let last: { readonly key: string; readonly on: KnowledgeBase; readonly built: Promise<Built> } | undefined;

  return async (draft) => {
    const inForce = knowledge();
    const key = `${draft.id} ${draft.version}`;
    if (last?.key !== key || last.on !== inForce) last = { key, on: inForce, built: builtFrom(draft) };
    const { built } = last;
    const made = await built.catch((error: unknown) => {
      last = undefined;
      throw error;
    });
    if (made.kind !== 'built') return made;
    const asked = [...(await golden.read()), ...draft.questions, ...(await unanswered())];
    return { ...made, kind: 'tried', replay: await replay(asked, inForce, made.knowledge) };
  };

  async function builtFrom(draft: Draft): Promise<Built> {
    const texts = await readDataTexts(dataDir);
    if (!isOnBase(draft, texts)) return { kind: 'stale' };
    const read = parseRecords(textsWith(texts, draft.edits));
    if ('problems' in read) return { kind: 'wrong', problems: read.problems.map(dataProblemText) };
    const built = await inPieces(buildKnowledgeBase(read.records, knowledge().models));
    return { kind: 'built', doubts: doubtsOf(draft, read.records), knowledge: built };
  }

  function doubtsOf({ edits }: Draft, records: LoadedRecords): readonly string[] {
    const isTouched = (file: RecordFile, ids: readonly string[]): boolean =>
      edits.some((edit) => edit.file === file && ids.includes(edit.id));
    const said = (place: RecordPlace, sentence: string): string =>
      `${nameOfRecord(edits.find(isAt(place)) ?? place, knowledge())} : ${sentence}`;
    const doubts = doubtsAbout(records, dayOf(now())).filter(({ file, record, beside }) =>
      isTouched(file, [record, ...beside.split(', ')]),
    );
    const unsourced = unsourcedAmounts(records.projects).filter(({ id }) => isTouched('projects.json', [id]));
    return [
      ...[...doubts, ...newTermDoubts(records, edits)].map((doubt) =>
        said({ file: doubt.file, id: doubt.record }, KNOWLEDGE.doubtOf(doubt)),
      ),
      ...unsourced.map(({ id, field }) =>
        said({ file: 'projects.json', id }, DESK_DRAFTS.unsourced(messagesFor('fr').fields[field])),
      ),
    ];
  }
}

type Built =
  | Exclude<Trial, { readonly kind: 'tried' }>
  | { readonly kind: 'built'; readonly doubts: readonly string[]; readonly knowledge: KnowledgeBase };
