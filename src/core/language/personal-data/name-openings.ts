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

/** How surely a name follows: "je m'appelle", "je suis", a signature, a title. */
export type Manner = 'named' | 'described' | 'signed' | 'titled';

/** Words that announce a name. */
interface Opening {
  readonly manner: Manner;
  readonly words: readonly string[];
}

/** A name may begin with the token `from`. */
export interface Announced {
  readonly manner: Manner;
  readonly from: number;
  readonly isInCapitals: boolean;
}

/**
 * How the words from here announce a name, and where it would begin, behind the title if there is one; null when they announce
 * none. `isInCapitals` is true when they are: a capital says nothing then.
 */
export function openingAt(tokens: readonly Token[], at: number): Announced | null {
  for (const { manner, words } of OPENINGS.get(tokens[at]?.lower.normalize('NFC') ?? '') ?? []) {
    const next = at + words.length;
    if (!isOpening(tokens, at, words) || !isFollowed(tokens, next, manner)) continue;
    if (manner === 'titled' && !isTitle(tokens, at)) continue;
    const from = manner === 'titled' ? next : afterTitle(tokens, next);
    return { manner: from > next ? 'titled' : manner, from, isInCapitals: isShouted(tokens.slice(at, next)) };
  }
  return null;
}

const OPENINGS = openingsByFirstWord({
  named: [
    ...['je m appelle', 'j m appelle', 'jm appelle', 'je mappelle', 'je me nomme', 'je me prénomme', 'je me prenomme'],
    ...['mon nom est', 'mon nom c est', 'mon prénom est', 'mon prenom est', 'my name is', 'my name s'],
  ],
  // The longer ones first: "bien" alone would end the search.
  described: ['je suis bien', 'je suis', 'j suis', 'jsuis', 'chui', 'chuis', 'moi c est', 'moi c', 'i am', 'i m', 'im'],
  signed: [
    ...['cordialement', 'cdlt', 'cdt', 'bien à vous', 'bien a vous', 'respectueusement', 'amicalement', 'salutations'],
    ...['regards', 'sincerely', 'signé', 'signée', 'signed'],
  ],
  titled: [
    ...['m', 'mr', 'mme', 'mlle', 'monsieur', 'madame', 'mademoiselle', 'dr', 'docteur', 'pr', 'professeur', 'maître'],
    ...['mrs', 'ms'],
  ],
});

function openingsByFirstWord(phrases: Readonly<Record<Manner, readonly string[]>>) {
  const openings = new Map<string, readonly Opening[]>();
  for (const manner of ['named', 'described', 'signed', 'titled'] as const)
    for (const phrase of phrases[manner]) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      openings.set(first, [...(openings.get(first) ?? []), { manner, words }]);
    }
  return openings;
}

const BETWEEN_WORDS = /^[\s,'’ʼ´`-]{1,2}$/u;

function isOpening(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index];
    return token?.lower.normalize('NFC') === word && (index === 0 || BETWEEN_WORDS.test(token.gap ?? ''));
  });
}

/** What may stand between the words that announce a name and the name. */
const BEFORE_NAME: Readonly<Record<Manner, RegExp>> = {
  named: /^[\s:,"«“]{1,4}$/u,
  described: /^\s{1,3}$/u,
  signed: /^[\s,.;:!–—-]{1,8}$/u,
  titled: /^(?:\.\s{0,2}|\s{1,2})$/u,
};

function isFollowed(tokens: readonly Token[], next: number, manner: Manner): boolean {
  return BEFORE_NAME[manner].test(tokens[next]?.gap ?? '');
}

/** Short titles are titles only with a capital, or are not words at all ("mme"); "12 M." counts millions. */
function isTitle(tokens: readonly Token[], at: number): boolean {
  const title = tokens[at];
  if (title === undefined) return false;
  return isLongTitle(title.lower) || (isCapitalised(title) && !/\d\s?$/u.test(title.gap ?? ''));
}

function isLongTitle(lower: string): boolean {
  return ['mme', 'mlle', 'mr', 'mrs', 'monsieur', 'madame', 'mademoiselle'].includes(lower);
}

/** "je suis Mme Durand": the name is behind the title. */
function afterTitle(tokens: readonly Token[], at: number): number {
  const title = tokens[at];
  if (title === undefined || !isFollowed(tokens, at + 1, 'titled')) return at;
  return isLongTitle(title.lower) || /^(?:M|Dr|Ms|Pr)$/u.test(title.written) ? at + 1 : at;
}

/** In a text in capitals a capital says nothing. */
function isShouted(opening: readonly Token[]): boolean {
  const written = opening.map((token) => token.written).join('');
  return written.length >= 3 && written === written.toUpperCase();
}
