/** The items of a setting that holds several, with spaces or commas between them. */
export function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/u).filter((item) => item !== '');
}

/** What was found, as it may be shown: a line break or another control character is written \\n, and ends no line. */
export function onOneLine(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
