/** Where a sticky pattern that begins at `start` ends; null when it does not match there. */
export function matchEnd(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}
