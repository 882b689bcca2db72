/** The text with ordinary spaces and apostrophes, to compare with what the tests write. */
export function plain(text: string): string {
  return ordinarySpaces(text).replace(/’/g, "'");
}

/** The text with ordinary spaces in the place of those that do not break. */
export function ordinarySpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
