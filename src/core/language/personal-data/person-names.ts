import { fold } from '../fold';
import type { LanguageWords } from '../language-words';
import {
  type Announced,
  isCapitalised,
  isSameName,
  isTiedToWord,
  type Manner,
  openingAt,
  readTokens,
  type Token,
} from './name-openings';

/** The words that name nobody by themselves: of the languages, and of the knowledge base ("je suis Mentor" is then no name). */
export interface KnownWords extends Pick<
  LanguageWords,
  'isFunctionWord' | 'isCommonWord' | 'isFirstName' | 'isSelfDescription'
> {
  /** @param folded lower case, without accents */
  readonly isKnownWord: (folded: string) => boolean;
}

const MARK = '[nom]';
/** One letter names nobody. */
const SHORTEST = 2;

/** Masks the names that people give as their own, that follow a title or that begin with a common first name. Same parameters as `maskPersonalData`. */
export function maskPersonNames(text: string, known: KnownWords): string {
  const tokens = readTokens(text);
  let masked = '';
  let done = 0;
  for (let at = 0; at < tokens.length;) {
    const [from, to] = nameAt(tokens, at, known) ?? [at + 1, at + 1];
    const first = tokens[from];
    const last = tokens[to - 1];
    if (from < to && first !== undefined && last !== undefined) {
      masked += text.slice(done, first.start) + MARK;
      done = last.end;
    }
    at = to;
  }
  return masked + text.slice(done);
}

/** The tokens of the name that the words from here announce or begin, first and one past the last; null when there is none. */
function nameAt(tokens: readonly Token[], at: number, known: KnownWords): readonly [number, number] | null {
  const speaker = speakerAt(tokens, at, known);
  if (speaker !== null) return speaker;
  const announced = openingAt(tokens, at);
  if (announced === null) return unannouncedAt(tokens, at, known);
  const to = nameEnd(tokens, announced, known);
  const length = (tokens[to - 1]?.end ?? 0) - (tokens[announced.from]?.start ?? 0);
  return to > announced.from && length >= SHORTEST ? [announced.from, to] : null;
}

/** "Sophie Durand", "DURAND Sophie", "d'Anne-Marie Durand": a common first name with a capital beside it. */
function unannouncedAt(tokens: readonly Token[], at: number, known: KnownWords): readonly [number, number] | null {
  const [before, first, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (first === undefined || !isCapitalised(first) || first.gap === '-') return null;
  if (known.isFirstName(fold(first.written))) {
    // "Saint-Denis de La Réunion".
    if (before !== undefined && SAINTS.has(before.lower) && isSameName(before, first)) return null;
    const to = capitalisedEnd(tokens, at, known);
    const surname = tokens.slice(at + 1, to).findLast((token) => token.gap !== '-');
    return surname !== undefined && mayBeSurname(surname, isInCapitals(first), known) ? [at, to] : null;
  }
  if (next === undefined || !isCapitalised(next) || !known.isFirstName(fold(next.written))) return null;
  return first.written.length > SHORTEST &&
    isInCapitals(first) &&
    isSameName(first, next) &&
    !known.isCommonWord(fold(first.written)) &&
    mayBeSurname(first, isInCapitals(next), known)
    ? [at, capitalisedEnd(tokens, at + 1, known)]
    : null;
}

const SAINTS: ReadonlySet<string> = new Set(['saint', 'sainte', 'st', 'ste']);

/** "DINUM" is known as a body's. Where the first name is in capitals too, all may be, and any ordinary word follow. */
function mayBeSurname(token: Token, isShouted: boolean, known: KnownWords): boolean {
  if (!isInCapitals(token)) return true;
  if (isShouted) return !isOrdinary(token.written, known);
  const folded = fold(token.written);
  return !isAcronym(token.written) || !known.isKnownWord(folded) || known.isCommonWord(folded);
}

function isInCapitals({ written }: Token): boolean {
  return written === written.toUpperCase();
}

const MOST_SPEAKER_WORDS = 4;

/** "this is John Smith speaking": the name stands between. */
function speakerAt(tokens: readonly Token[], at: number, known: KnownWords): readonly [number, number] | null {
  if (tokens[at]?.lower !== 'this' || tokens[at + 1]?.lower !== 'is') return null;
  const first = tokens[at + 2];
  if (first === undefined || known.isFunctionWord(fold(first.written))) return null;
  for (let end = at + 2; end <= at + 2 + MOST_SPEAKER_WORDS; end += 1) {
    const token = tokens[end];
    if (token === undefined || !/^[\s.'’-]{1,2}$/u.test(token.gap ?? '')) return null;
    if (token.lower === 'speaking') return end > at + 2 ? [at + 2, end] : null;
  }
  return null;
}

/** "Jean-Pierre de La Fontaine du Lac" is long enough; parts tied by a hyphen count once, particles not at all. */
const MOST_WORDS = 4;
/** In lower case nothing says where a name ends: first name and surname. */
const MOST_LOWER_WORDS = 2;

/** One past the last token of the name that starts here; `from` itself when none does. */
function nameEnd(tokens: readonly Token[], { from, manner, isInCapitals }: Announced, known: KnownWords): number {
  const first = tokens[from];
  if (first === undefined) return from;
  const isTitledParticle = manner !== 'described' && LOWER_PARTICLES.has(first.written);
  if ((isCapitalised(first) || isTitledParticle) && !isInCapitals) {
    return isNameStart(first, tokens, from, manner, known) ? capitalisedEnd(tokens, from, known) : from;
  }
  if (!isLowerNameStart(first, manner, known)) return from;
  // In lower case "madame" and "signé" are followed by anything; a short title and a sign are not.
  const isShortTitle = ['mme', 'mlle', 'mr', 'mrs', 'm'].includes(tokens[from - 1]?.lower ?? '');
  if (manner === 'titled' && !isInCapitals && !isShortTitle) return from;
  if (manner === 'signed' && !/[,;:.!\n–—-]/u.test(first.gap ?? '')) return from;
  return lowerEnd(tokens, from, known);
}

function isNameStart(first: Token, tokens: readonly Token[], from: number, manner: Manner, known: KnownWords): boolean {
  const folded = fold(first.written);
  if (known.isFirstName(folded)) return true;
  const second = tokens[from + 1];
  const hasSecond = second !== undefined && isCapitalised(second) && isSameName(first, second);
  // "Le Goff" and "D'Artagnan" begin with a word that carries nothing.
  if (PARTICLES.has(folded)) return nextCapitalised(tokens, from + 1, known, true) !== null;
  if (first.written.length === 1) return hasSecond;
  if (known.isFunctionWord(folded) || ASKING.has(folded)) return false;
  if (manner === 'named' || manner === 'titled') return true;
  if (known.isCommonWord(folded) || known.isSelfDescription(folded)) return false;
  // "je suis DGFiP", "je suis Mentor depuis 2019" (to follow): one word that may be a body's or a project's.
  return hasSecond || !(isAcronym(first.written) || known.isKnownWord(folded));
}

function capitalisedEnd(tokens: readonly Token[], from: number, known: KnownWords): number {
  let end = from + 1;
  for (let words = 1; ;) {
    const next = nextCapitalised(tokens, end, known);
    if (next === null) return end;
    const isNewWord = !tokens.slice(end, next).every(isTiedToWord);
    if (isNewWord && words === MOST_WORDS) return end;
    if (isNewWord) words += 1;
    end = next;
  }
}

/** One past the next word of a name in capitals, behind its particles; null when the name ends before. */
function nextCapitalised(tokens: readonly Token[], end: number, known: KnownWords, isBehindParticle = false) {
  let at = end;
  for (let before = tokens[at - 1]; at < end + 3; at += 1) {
    const token = tokens[at];
    if (token === undefined || before === undefined || !isSameName(before, token)) return null;
    const isParticle = PARTICLES.has(token.lower);
    if (isCapitalised(token) && !isParticle)
      return isPartOfName(token, isBehindParticle || at > end, known) ? at + 1 : null;
    if (!isParticle) return null;
    before = token;
  }
  return null;
}

/** "Jean Dupont Préfet", "Marie de la DGFiP": the second word is no surname. */
function isPartOfName(token: Token, isBehindParticle: boolean, known: KnownWords): boolean {
  const folded = fold(token.written);
  if (isTiedToWord(token) || known.isFirstName(folded)) return true;
  if (isBehindParticle) return !isAcronym(token.written) && !isOrdinary(token.written, known);
  return !known.isFunctionWord(folded) && !known.isSelfDescription(folded);
}

function isLowerNameStart(first: Token, manner: Manner, known: KnownWords): boolean {
  const folded = fold(first.written);
  if (known.isFunctionWord(folded)) return false;
  if (manner === 'named') return folded.length >= 2;
  return folded.length >= 3 && !isLowerOrdinary(first.written, known);
}

function lowerEnd(tokens: readonly Token[], from: number, known: KnownWords): number {
  let end = from + 1;
  for (let words = 1; ; end += 1) {
    const next = tokens[end];
    const before = tokens[end - 1];
    if (next === undefined || before === undefined || !isSameName(before, next)) return end;
    if (isTiedToWord(next)) continue;
    if (words === MOST_LOWER_WORDS || next.written.length < 3 || isLowerOrdinary(next.written, known)) return end;
    words += 1;
  }
}

/** A word that is in some list of words, and so no surname as far as we know. */
function isOrdinary(written: string, known: KnownWords): boolean {
  const folded = fold(written);
  if (known.isFirstName(folded)) return false;
  return known.isCommonWord(folded) || known.isSelfDescription(folded) || known.isKnownWord(folded);
}

/** The same for a word in lower case, where an ending tells a trade from a name. */
function isLowerOrdinary(written: string, known: KnownWords): boolean {
  return (
    isOrdinary(written, known) ||
    (!known.isFirstName(fold(written)) && ENDINGS.test(written.normalize('NFC').toLowerCase()))
  );
}

/** "Madame Combien de projets…": what a sentence begins with after a greeting without its comma. */
const ASKING: ReadonlySet<string> = new Set(['combien', 'quelles', 'donnez', 'pouvez', 'existe', 'how']);

/** Words inside a name that begin with a small letter. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des d la le van von der den el al ben bin da dos di st saint'.split(' '),
);

/** "M. de Villepin", but "Monsieur le Préfet". */
const LOWER_PARTICLES: ReadonlySet<string> = new Set('de du des d van von ben el al da di'.split(' '));

/** "DGFiP", "DSI": a surname in capitals is longer, or stands beside a first name. */
function isAcronym(written: string): boolean {
  return (
    (written === written.toUpperCase() && written.length <= 5) ||
    (/\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(written.slice(0, 12)) && /\p{Ll}/u.test(written))
  );
}

/** Endings of participles, trades and adverbs, as typed (an accent tells "intéressé" from a name). -ed spares the first names in -med, -ched, -led, -red… */
const ENDINGS =
  /(?:\p{L}{3}(?:é|ée|és|ées)|\p{L}{3}(?:eur|eurs|euse|euses|trice|trices|iste|istes|logue|logues)|\p{L}{4}(?:aire|aires|able|ables|ible|ibles)|\p{L}{3}(?:ing|tif|tive|ement|ément|iment|amment|emment)|\p{L}{2}[ckprstvy]ed)$/u;
