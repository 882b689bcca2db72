import { fold } from '../fold';
import { readTokens, type Token } from './letter-runs';
import { nameEnd } from './name-extent';
import { openingAt } from './name-openings';
import type { KnownWords } from './name-words';

const MARK = '[nom]';
/** One letter names nobody. */
const SHORTEST = 2;

/** Masks the names that people give as their own or that follow a title. Same parameters as `maskPersonalData`. */
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

/** The tokens of the name that the words from here announce, first and one past the last; null when they announce none. */
function nameAt(tokens: readonly Token[], at: number, known: KnownWords): readonly [number, number] | null {
  const speaker = speakerAt(tokens, at, known);
  if (speaker !== null) return speaker;
  const announced = openingAt(tokens, at);
  if (announced === null) return null;
  const to = nameEnd(tokens, announced, known);
  const length = (tokens[to - 1]?.end ?? 0) - (tokens[announced.from]?.start ?? 0);
  return to > announced.from && length >= SHORTEST ? [announced.from, to] : null;
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
