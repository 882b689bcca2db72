/** Longer texts are shown around what differs. */
const LONGEST = 160;
/** Words before the first difference, so that it is understood. */
const LEAD = 40;

/** Two texts cut to where they differ, with the words around; short ones stay whole. */
export function excerpts(before: string, after: string): readonly [string, string] {
  const start = commonStart(before, after);
  return [excerpt(before, start), excerpt(after, start)];
}

function excerpt(text: string, difference: number): string {
  if (text.length <= LONGEST) return text;
  const from = difference <= LEAD ? 0 : wordStart(text, difference - LEAD);
  const to = from + LONGEST >= text.length ? text.length : wordEnd(text, from + LONGEST);
  return `${from === 0 ? '' : '… '}${text.slice(from, to).trim()}${to === text.length ? '' : ' …'}`;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** The beginning of the word at this place, or the place itself in a text without spaces. */
function wordStart(text: string, at: number): number {
  return text.lastIndexOf(' ', Math.min(at, text.length - 1)) + 1;
}

function wordEnd(text: string, at: number): number {
  const end = text.lastIndexOf(' ', at);
  return end <= 0 ? at : end;
}
