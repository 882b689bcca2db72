import type { KnowledgeBase } from '../../knowledge/knowledge-base';
import { aboutAnotherProject, aboutFocus, comparedWithFocus, likeFocus, recentCompared } from './about-focus';
import {
  aboutEachShown,
  aboutOneShown,
  aboutOrdinal,
  aboutOthers,
  aboutShown,
  firstShown,
  nextRanked,
  withoutOneShown,
} from './about-shown';
import { aboutNone, aboutThem } from './about-them';
import { programmeAgain, winnersOfCall } from './programme-again';
import { refinement } from './refinement';
import {
  computedAgain,
  listedAgain,
  otherEndOfParts,
  periodBeside,
  sortedAgain,
  splitAgain,
  withoutLimit,
} from './same-set';
import type { Memory, Question } from '../question';
import type { Reading } from '../reading';

/**
 * Completes an elliptic question from what the conversation remembers; null when the question stands on its own.
 * A complete question never inherits an old filter.
 */
export function completeFromMemory(reading: Reading, memory: Memory, knowledge: KnowledgeBase): Question | null {
  const last = memory.question;
  if (last === null) return null;
  return (
    withoutLimit(reading, last) ??
    aboutNone(reading, last, knowledge) ??
    periodBeside(reading, last, knowledge) ??
    likeFocus(reading, memory, knowledge) ??
    sortedAgain(reading, last, knowledge) ??
    listedAgain(reading, last) ??
    otherEndOfParts(reading, last) ??
    splitAgain(reading, memory, knowledge) ??
    firstShown(reading, memory, last) ??
    nextRanked(reading, last) ??
    aboutOrdinal(reading, memory, last, knowledge) ??
    comparedWithFocus(reading, memory) ??
    recentCompared(reading, memory, last) ??
    aboutOthers(reading, memory, last, knowledge) ??
    aboutShown(reading, memory, knowledge) ??
    aboutThem(reading, memory, last, knowledge) ??
    computedAgain(reading, last, knowledge) ??
    aboutAnotherProject(reading, last, knowledge) ??
    refinement(reading, last, knowledge) ??
    winnersOfCall(reading, last, knowledge) ??
    programmeAgain(reading, memory, last, knowledge) ??
    withoutOneShown(reading, memory, last, knowledge) ??
    aboutEachShown(reading, memory, last, knowledge) ??
    aboutFocus(reading, memory, last, knowledge) ??
    aboutOneShown(reading, memory, knowledge)
  );
}
