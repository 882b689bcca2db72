import type { z } from 'zod';

/** The items of a setting that holds several, with spaces or commas between them. */
export function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/u).filter((item) => item !== '');
}

/** For a schema of several: refuses the first item that does not fit. */
export const everyItem =
  (isFit: (item: string) => boolean, remedy: (at: number, of: number) => string) =>
  (items: readonly string[], context: z.RefinementCtx): void => {
    const bad = items.findIndex((item) => !isFit(item));
    if (bad !== -1) context.addIssue(remedy(bad + 1, items.length));
  };

/** What was found, as it may be shown: a line break or another control character is written \\n, and ends no line. */
export function onOneLine(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
