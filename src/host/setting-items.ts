/** The items of a setting that holds several, with spaces or commas between them. */
export function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/u).filter((item) => item !== '');
}
