/** The text with ordinary spaces and the apostrophes of print, to compare with what the tests write. */
export function plain(text: string): string {
  return ordinarySpaces(text).replace(/(?<=\p{L})'/gu, '’');
}

/** The text with ordinary spaces in the place of those that do not break. */
export function ordinarySpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
