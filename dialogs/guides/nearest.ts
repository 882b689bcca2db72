import type { Choice } from './guide';
import { foldedWords } from './short-replies';

/** Names that are told where none fits. */
const MOST_NEAREST = 3;
/** Share of the pairs of letters in common from which words look alike: "numerikable" and "numérique", not "zorglub" and "logement". */
const LEAST_LIKENESS = 0.5;

/** The choices with a word that looks like one that was said, the likest first. */
export function nearest(said: string, choices: readonly Choice[]): readonly Choice[] {
  const words = wordsOf(said);
  return choices
    .map((choice) => ({
      choice,
      likeness: Math.max(0, ...wordsOf(choice.label).flatMap((of) => words.map((word) => likeness(word, of)))),
    }))
    .filter(({ likeness: found }) => found >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_NEAREST)
    .map(({ choice }) => choice);
}

/** Little words look like others by chance. */
function wordsOf(text: string): readonly string[] {
  return foldedWords(text)
    .split(' ')
    .filter(({ length }) => length > 3);
}

/** Share of the pairs of neighbouring letters that two words have in common, 0 to 1 (Dice). */
function likeness(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  return (2 * [...pairs].filter((pair) => others.has(pair)).length) / (pairs.size + others.size);
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
