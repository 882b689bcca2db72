import { doubtsAbout } from '../../../core/editing/doubts';
import { withEdits } from '../../../core/editing/edits';
import type { GoldenQuestion } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { buildKnowledgeBase } from '../../../core/loading/create-knowledge-base';
import type { LoadedRecords } from '../../../core/loading/parse';
import { KNOWLEDGE } from '../../../messages/fr/knowledge';
import { inPieces } from '../../in-pieces';
import { DataError, readDataTexts, recordsIn } from '../../knowledge-files';
import { nameOfRecord } from '../records/record-names';
import type { Asked, Draft } from './drafts';
import { isOnBase } from './publications';
import { replay, type Replay, type Replayed } from './replay';

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

/** Tries drafts out. */
export type TryOut = (draft: Draft) => Promise<Trial>;

export function createTryOut(parts: {
  readonly dataDir: string;
  readonly knowledge: () => KnowledgeBase;
  /** Questions whose answers are known to be right. */
  readonly golden: () => Promise<readonly GoldenQuestion[]>;
  /** What people ask in vain, the most frequent first. */
  readonly unanswered: () => Promise<readonly Asked[]>;
  readonly now: () => Date;
}): TryOut {
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
    const asked: readonly Replayed[] = [
      ...(await golden()).map(({ question, locale, expect }) => ({ question, locale, expected: expect })),
      ...[...draft.questions, ...(await unanswered())].map((one) => ({ ...one, expected: null })),
    ];
    return { ...made, kind: 'tried', replay: await replay(asked, inForce, made.knowledge) };
  };

  async function builtFrom(draft: Draft): Promise<Built> {
    const texts = await readDataTexts(dataDir);
    if (!isOnBase(draft, texts)) return { kind: 'stale' };
    try {
      const records = recordsIn({ ...texts, ...Object.fromEntries(withEdits(texts, draft.edits)) });
      return {
        kind: 'built',
        doubts: doubtsOf(draft, records),
        knowledge: await inPieces(buildKnowledgeBase(records, knowledge().models)),
      };
    } catch (error) {
      if (error instanceof DataError) return { kind: 'wrong', problems: error.message.split('\n') };
      throw error;
    }
  }

  function doubtsOf({ edits }: Draft, records: LoadedRecords): readonly string[] {
    return doubtsAbout(records, now().toISOString().slice(0, 'yyyy-mm-dd'.length))
      .filter(({ file, record, beside }) =>
        edits.some((edit) => edit.file === file && (edit.id === record || beside.split(', ').includes(edit.id))),
      )
      .map(
        (doubt) => `${nameOfRecord({ file: doubt.file, id: doubt.record }, knowledge())} : ${KNOWLEDGE.doubtOf(doubt)}`,
      );
  }
}

type Built =
  | { readonly kind: 'stale' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }
  | { readonly kind: 'built'; readonly doubts: readonly string[]; readonly knowledge: KnowledgeBase };
