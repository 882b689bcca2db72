/** Words of so many letters carry a subject rather than the grammar. */
const MUCH_SAID = 6;

/**
 * Writes sentences in the manner of texts given: each word follows one that it follows there (a Markov chain over pairs); of the longer
 * words, one in `oneRareIn` gives way to a rarer one.
 *
 * @param properNames words that name the subject of a text given: the subject of the new one takes their place
 */
export function createProse(texts, { rareWords, oneRareIn, properNames }) {
  const lengths = [];
  const openings = [];
  const followers = new Map();
  for (const text of texts) {
    const words = text.split(/\s+/).map((word) => (properNames.has(bare(word)) ? SUBJECT : word));
    lengths.push(words.length);
    openings.push(words[0]);
    for (let at = 0; at + 1 < words.length; at++) {
      const next = followers.get(words[at]);
      if (next) next.push(words[at + 1]);
      else followers.set(words[at], [words[at + 1]]);
    }
  }

  /** About as long as one of the texts given; no text given, no text. */
  return function write(random, subject) {
    if (texts.length === 0) return '';
    const length = random.pick(lengths);
    const words = [];
    let word = random.pick(openings);
    while (words.length < length) {
      const isRare = word.length >= MUCH_SAID && random.chance(1 / oneRareIn);
      words.push(word === SUBJECT ? subject : isRare ? rareWords[random.zipf(rareWords.length)] : word);
      word = random.pick(followers.get(word) ?? openings);
    }
    return words.join(' ').replace(/[\s.,;:]*$/, '');
  };
}

/** Capitalised words of the names that few texts hold: they name a project, and are no word of the trade. */
export function properNamesIn(names, texts) {
  const holding = new Map();
  for (const text of texts)
    for (const word of new Set(text.split(/\s+/).map(bare))) holding.set(word, (holding.get(word) ?? 0) + 1);
  const words = names.flatMap((name) => name.split(/\s+/).map(bare));
  return new Set(words.filter((word) => /^[\p{Lu}\d]/u.test(word) && (holding.get(word) ?? 0) <= 2));
}

const SUBJECT = '\u0000';

/** Without the signs around it and without an article. */
function bare(word) {
  return word.replace(/^(?:\p{L}’|\p{L}'|[^\p{L}\p{N}])+|[^\p{L}\p{N}]+$/gu, '');
}
