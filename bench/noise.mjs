/** What hurried people do to words. Every function takes a word or a text and the source of chance. */

/** Words of fewer letters are hard to read once a letter is wrong. */
const SHORTEST_MISTYPED = 6;

/** One letter wrong in one of the longer words: swapped, dropped, doubled or replaced by its neighbour on the keyboard. */
export function mistype(words, random) {
  const longer = words.flatMap((word, index) => (word.length >= SHORTEST_MISTYPED ? [index] : []));
  if (longer.length === 0) return words;
  const chosen = random.pick(longer);
  return words.map((word, index) => (index === chosen ? mistypeWord(word, random) : word));
}

export function mistypeWord(word, random) {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at], word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after.slice(0, 1) + letter + after.slice(1);
    case 1:
      return before + after;
    case 2:
      return before + letter + letter + after;
    default:
      return before + neighbourOf(letter, random) + after;
  }
}

export function dropAccents(words) {
  return words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, ''));
}

/** Another form of one of the words: plural for singular, feminine for masculine, and back. */
export function inflect(words, random) {
  const chosen = random.below(words.length);
  return words.map((word, index) => (index === chosen ? inflected(word) : word));
}

function inflected(word) {
  if (/[^s]s$/.test(word)) return word.slice(0, -1);
  if (/(?:é|ée)$/.test(word)) return `${word.replace(/e$/, '')}es`;
  return /[sxz]$/.test(word) ? word : `${word}s`;
}

const ROWS = ['azertyuiop', 'qsdfghjklm', 'wxcvbn'];

function neighbourOf(letter, random) {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (row === undefined) return 'e';
  const at = row.indexOf(letter) + (random.chance(0.5) ? 1 : -1);
  return row[at] ?? row[row.indexOf(letter) === 0 ? 1 : row.length - 2];
}
