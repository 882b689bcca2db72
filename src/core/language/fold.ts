/** Folds a text for comparison: lower case, no accents, plain apostrophes, ligatures opened, every kind of space made one. Length may change. */
export function fold(text: string): string {
  // Most words are folded already.
  if (/^[a-z\d]*$/.test(text)) return text;
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

/** The words of a phrase of the grammar, folded. */
export function foldedWords(phrase: string): readonly string[] {
  return fold(phrase).match(/[\p{L}\p{N}]+/gu) ?? [];
}
