/** Folds a text for comparison: lower case, no accents, plain apostrophes, ligatures opened, every kind of space made one. Length may change. */
export function fold(text: string): string {
  // Most words are of plain letters.
  if (/^[a-zA-Z\d]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\s\u00a0\u202f\u2009\u200b]+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Signs of any kind separate: "l’État" is two words. */
export const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text as written. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/** The same, folded: as they are compared letter by letter, unfinished ones too. */
export function foldedWords(text: string): readonly string[] {
  return wordsIn(text).map(fold);
}

/** A text by its words alone, folded, with a space between: whatever its case, accents and signs. */
export function foldedText(text: string): string {
  return foldedWords(text).join(' ');
}

/** A text by its letters and figures alone, folded: "Géo-plateforme" and "geoplat" begin alike, "Incub'O" and "Incub-O" are one name. */
export function lettersOf(text: string): string {
  return foldedWords(text).join('');
}
