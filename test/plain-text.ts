/** The text with ordinary spaces in the place of those that do not break, to compare with what the tests write. */
export function ordinarySpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
