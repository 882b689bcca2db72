import type { Locale } from '../src/core/language/locale';
import type { Question } from '../src/core/model/question';

/** Where the host serves what goes with an answer. Whole addresses; null when none can be given (too long, or no public address known). */
export interface Addresses {
  /** The bars of the answer to this question, as SVG. It lasts as long as the question is understood. */
  readonly picture: (question: Question, locale: Locale) => string | null;
  /** The page of a project. It lasts as long as the base holds the project. */
  readonly project: (id: string, locale: Locale) => string | null;
  /** Files to take away: they work for a day. */
  readonly csv: (question: Question, locale: Locale) => string | null;
  readonly note: (projects: readonly string[], locale: Locale, format: 'html' | 'markdown') => string | null;
}

/** For a channel whose address is not known: answers are given without pictures and files. */
export const NO_ADDRESSES: Addresses = { picture: () => null, csv: () => null, project: () => null, note: () => null };
