import type { Field } from './records';
import type { CallReference, SmalltalkAct } from './question';

/** What the question does with the projects, as phrases of the grammar say it: count, add, rank, compare, restrict. */
export const OPERATORS = [
  'applying',
  'how-much',
  'count',
  'share',
  'sum',
  'average',
  'median',
  'max',
  'min',
  'top',
  'pays',
  'compare',
  'or',
  'list',
  'known',
  'not-known',
  'except',
  'more-than',
  'less-than',
  'at-least',
  'at-most',
  'between',
  'carried-by',
  // Carried, in so many words: "portés par", "led by".
  'said-carried',
  'only',
  'and-what-about',
  'correction',
  'subject',
  'plural-subject',
  'existence',
  // Of all that is held, whatever was said before: "tous les projets".
  'whole-base',
  'why',
  'remove',
  'by-ministry',
  'by-theme',
  'by-year',
  'by-call',
  'by-territory',
  'oldest',
  'ascending',
  // The order said before, turned round: "dans l’autre sens".
  'reverse',
  // What several sets hold alike: "dans les deux listes".
  'common',
  // Of sets, one by one: "la moyenne de chaque".
  'each',
  'newest',
  'sort',
  'polite',
  'example',
] as const;

export type Operator = (typeof OPERATORS)[number] | 'described' | 'off-topic' | 'beyond';

/** Those of which the grammar lists phrases. */
export const WORDED_REFERENCES = ['it', 'these', 'others', 'next', 'before', 'above', 'below', 'middle'] as const;
export type Reference = (typeof WORDED_REFERENCES)[number] | 'ordinal';

/** What a span of words was taken for. */
export type Tag =
  | { readonly kind: 'project' | 'theme' | 'beneficiary' | 'organisation' | 'territory'; readonly id: string }
  | { readonly kind: 'field'; readonly id: Field }
  | { readonly kind: 'operator'; readonly id: Operator }
  | {
      readonly kind: 'reference';
      readonly id: Reference;
      /** 1 = first, -1 = last; 0 when not an ordinal. */ readonly position: number;
    }
  | { readonly kind: 'call'; readonly id: string; readonly call: CallReference }
  | { readonly kind: 'session'; readonly id: string; readonly position: number }
  | { readonly kind: 'fund'; readonly id: 'fund' }
  | { readonly kind: 'smalltalk'; readonly id: SmalltalkAct };

/** Words `start` (inclusive) to `end` (exclusive) of the question, with every reading that they have. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly Tag[];
}

/** A thing of the data that a message mentions: by a span of words, or as its years. */
export interface Mention {
  readonly kind: 'project' | 'subject' | 'place' | 'call' | 'years' | 'amount';
  /** Words `start` (inclusive) to `end` (exclusive). */
  readonly start: number;
  readonly end: number;
  /** The span that names it; null for years and sums. */
  readonly span: Span | null;
  /** By what it does, not by a name. */
  readonly isDescribed?: boolean;
}
