import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { fold } from '../language/fold';
import { EMPTY_MEMORY } from '../model/question';
import { post } from '../search/postings';
import { likelyDecisions } from '../understanding/decide';
import { readQuestion } from '../understanding/reading';
import { studied } from '../understanding/understand';

/** What tells the subject of a question: the stems of its words, typing mistakes read as what they stand for. */
export function subjectOf(text: string, knowledge: KnowledgeBase): readonly string[] {
  return readQuestion(text, knowledge).contentStems;
}

/** How likely it was, 0 to 1, that the first message of a conversation meant what it was decided to mean. */
export function probabilityOf(text: string, knowledge: KnowledgeBase): number {
  const { features } = studied(readQuestion(text, knowledge), EMPTY_MEMORY, knowledge);
  return likelyDecisions(knowledge.models.decision.judge(features))[0]?.probability ?? 0;
}

/** Shorter words are rarely what a question is about. */
const FEWEST_LETTERS = 3;

/**
 * Words of these texts that stand for nothing in the base, those of most texts first: what may be missing as a synonym. Those that it
 * does not know at all come before those that some text of it holds.
 */
export function strangeWords(texts: readonly string[], knowledge: KnowledgeBase): readonly string[] {
  const isKnown = (word: string): boolean => knowledge.vocabulary.knows(fold(word));
  return [...post(texts, (text) => idleWords(text, knowledge))]
    .sort(([a, inA], [b, inB]) => Number(isKnown(a)) - Number(isKnown(b)) || inB.length - inA.length)
    .map(([word]) => word);
}

function idleWords(text: string, knowledge: KnowledgeBase): readonly string[] {
  const { words, spans } = readQuestion(text, knowledge);
  return words.flatMap(({ written, folded }, at) => {
    const isMeant = spans.some(({ start, end }) => start <= at && at < end);
    const isWord = folded.length >= FEWEST_LETTERS && !/\d/u.test(folded);
    return isMeant || !isWord || knowledge.language.isFunctionWord(folded) ? [] : [written.toLowerCase()];
  });
}
