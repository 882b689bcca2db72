import { nameKey } from './names.mjs';

/** Shorter names are also words ("bar", "air"). */
const SHORTEST = 4;

/** Gives a function that finds, in the words of a text (`wordsOf`), the ids whose names they hold. */
export function createMentionFinder(entries, namesOf) {
  const phrasesByFirst = new Map();
  for (const entry of entries) {
    for (const words of namesOf(entry).map(wordsOf)) {
      if (words.join(' ').length < SHORTEST) continue;
      const phrases = phrasesByFirst.get(words[0]);
      if (phrases) phrases.push({ id: entry.id, words });
      else phrasesByFirst.set(words[0], [{ id: entry.id, words }]);
    }
  }

  return function mentionedIn(words) {
    const found = new Set();
    words.forEach((word, start) => {
      for (const phrase of phrasesByFirst.get(word) ?? [])
        if (phrase.words.every((expected, offset) => words[start + offset] === expected)) found.add(phrase.id);
    });
    return [...found];
  };
}

/** The words of a text, whatever their number and gender. */
export function wordsOf(text) {
  return nameKey(text)
    .split(' ')
    .map((word) => word.replace(/e?[sx]?$/, ''));
}
