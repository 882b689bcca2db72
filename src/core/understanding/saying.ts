import type { Reading } from './reading';

/** "Lequel" chooses between what is named. */
export function asksWhich({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      folded === 'lequel' || folded === 'laquelle' || (folded === 'which' && words[index + 1]?.folded === 'one'),
  );
}

/** "Plus", "mieux", "more": something is measured between the sides of an "ou". */
export function saysMore({ words, operators }: Reading): boolean {
  return operators.has('max') || operators.has('min') || words.some(({ folded }) => MEASURING.has(folded));
}

const MEASURING = new Set('plus moins mieux davantage autant more less better bigger fatter larger'.split(' '));

/** "Quel projet", "which project" ask for one. */
export function saysWhichOne({ words }: Reading): boolean {
  return words.some(
    ({ folded }, index) =>
      ['projet', 'project', 'outil', 'tool'].includes(folded) &&
      ['quel', 'which', 'what'].includes(words[index - 1]?.folded ?? ''),
  );
}

/** "Le projet DroneMail", "the project Solaris": a name that the base does not know is the project's. */
export function isCalledSo({ words, strangeName }: Reading): boolean {
  if (strangeName === null) return false;
  const at = words.findIndex(({ written }) => strangeName.startsWith(written));
  return ['projet', 'project'].includes(words[at - 1]?.folded ?? '');
}
