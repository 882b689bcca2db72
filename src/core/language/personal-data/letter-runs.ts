/** A run of letters. */
export interface Token {
  readonly written: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the token before; null when that is too long to tie them. */
  readonly gap: string | null;
}

const LONGEST_GAP = 8;

/** Every run of letters of the text. */
export function readTokens(text: string): readonly Token[] {
  let previousEnd: number | null = null;
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((match) => {
    const [written] = match;
    const gap =
      previousEnd === null || match.index - previousEnd > LONGEST_GAP ? null : text.slice(previousEnd, match.index);
    previousEnd = match.index + written.length;
    return { written, lower: written.toLowerCase(), start: match.index, end: previousEnd, gap };
  });
}

/** Begins with a capital. */
export function isCapitalised(token: Token): boolean {
  return /^\p{Lu}/u.test(token.written);
}

/** Tied by a space, a hyphen or an apostrophe, or by the dot of an initial; a line's end ends a name. */
export function isSameName(before: Token, next: Token): boolean {
  const gap = next.gap ?? '';
  return (
    /^(?:[ \u00a0\u202f]{1,2}|['’ʼ-])$/u.test(gap) ||
    (before.written.length === 1 && /^\.[ \u00a0\u202f-]{0,2}$/u.test(gap))
  );
}

/** "Jean-Pierre", "d'Ornano": a part of the word before. */
export function isTiedToWord(next: Token): boolean {
  return /^['’ʼ-]$/u.test(next.gap ?? '');
}
