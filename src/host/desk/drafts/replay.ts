import { answerText } from '../../../../dialogs/text/answer-text';
import { foldedText } from '../../../core/language/fold';
import { compareTold, expectedOf, type GoldenQuestion, restsOf, type Told } from '../../../core/editing/golden';
import type { KnowledgeBase } from '../../../core/knowledge/knowledge-base';
import { EMPTY_MEMORY } from '../../../core/model/question';
import { respond } from '../../../core/respond';
import { mapInPieces } from '../../in-pieces';
import type { Asked } from './drafts';

/** What comes of asking all of them. */
export type Replay = Awaited<ReturnType<typeof replay>>;

/** An answer that would change. */
export type ChangedAnswer = Replay['changes'][number];

/** In this order they are looked at. */
export const VERDICTS = ['worse', 'lost', 'different', 'answered', 'better'] as const;

/** Answers of states of the base, each given once. */
const given = new WeakMap<KnowledgeBase, Map<string, Told>>();

/** What the assistant answers, from this state of the base, to a question that stands alone. */
export function told({ question, locale }: Asked, knowledge: KnowledgeBase): Told {
  const answers = given.get(knowledge) ?? new Map<string, Told>();
  given.set(knowledge, answers);
  const key = `${locale} ${question}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const { answer } = respond({ text: question, locale }, EMPTY_MEMORY, knowledge);
  const fresh = { rests: restsOf(answer), text: answerText(answer, knowledge) };
  answers.set(key, fresh);
  return fresh;
}

/** The question, with what it is answered from this state of the base as what is right. */
export function goldenOf(asked: Asked, knowledge: KnowledgeBase): GoldenQuestion {
  return { ...asked, expect: expectedOf(told(asked, knowledge).rests) };
}

/** A question to ask of both states of the base, and what is right, where somebody said it. */
type Replayed = Asked & Partial<GoldenQuestion>;

/** Asks every question of both states of the base, in pieces: people who talk with the assistant meanwhile do not wait. */
export async function replay(questions: readonly Replayed[], before: KnowledgeBase, after: KnowledgeBase) {
  const keys = questions.map(({ question, locale }) => `${locale} ${foldedText(question)}`);
  // Of those that are the same the first stays: those of which it is known what is right come first.
  const asked = questions.filter((_, at) => keys.indexOf(keys[at] ?? '') === at);
  const changes = await mapInPieces(asked, (question) => {
    const [was, is] = [told(question, before), told(question, after)];
    return { ...question, verdict: compareTold(was, is, question.expect ?? null), before: was, after: is };
  });
  return {
    asked: asked.length,
    /** The worse first. */
    changes: changes
      .flatMap(({ verdict, ...change }) => (verdict === 'same' ? [] : [{ ...change, verdict }]))
      .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict)),
  };
}
