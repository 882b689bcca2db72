import { bisect } from './bisect';
import { post } from './postings';

/**
 * Documents by the beginnings of their words: what is found while people still type.
 *
 * @param documents the words of each document, compared letter by letter
 */
export function createPrefixIndex(documents: readonly Iterable<string>[]) {
  const postings = post(documents, (words) => words);
  // Compared as code units, as `<` does: with a locale's order the words of one beginning would not stand together.
  const words = [...postings.keys()].sort();

  /** Positions of the documents in which each of these beginnings begins a word, ascending; none when there is no beginning. */
  function search(beginnings: readonly string[]): readonly number[] {
    const distinct = [...new Set(beginnings)];
    /** How many of the beginnings each document holds so far. */
    const held = new Uint16Array(documents.length);
    distinct.forEach((beginning, before) => {
      for (
        let at = bisect(words.length, (index) => (words[index] ?? '') < beginning);
        words[at]?.startsWith(beginning) === true;
        at++
      )
        for (const position of postings.get(words[at] ?? '') ?? [])
          if (held[position] === before) held[position] = before + 1;
    });
    return distinct.length === 0 ? [] : [...held.keys()].filter((position) => held[position] === distinct.length);
  }

  return { search };
}
