import { SMALLTALK_ACTS } from '../model/question';

/** What a message can want, decided as one: the kind of question with its computation, the act of small talk, the reason to say no. */
export const INTENTS = [
  'fact',
  'list',
  'rank',
  'count',
  'sum',
  'average',
  'median',
  'max',
  'min',
  'compare',
  'programme',
  ...SMALLTALK_ACTS,
  'out-of-scope',
  'no-such-project',
  'not-recorded',
  'no-context',
  'applying',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What a message is about: itself alone, or something that was said or shown before it. */
export const REFERENCES = [
  'alone',
  'focus',
  'shown',
  'ordinal',
  'replace',
  'narrow',
  'widen',
  'explain',
  'sources',
  'previous',
] as const;
export type MessageReference = (typeof REFERENCES)[number];

/**
 * What a mention does in its message: nothing, limit to it (any of its readings), limit to what the body carries, or rule it out.
 */
export const ROLES = ['none', 'in', 'carrier', 'out'] as const;
export type Role = (typeof ROLES)[number];

/** Whether what is asked must be published, must not be, or neither. */
export const CONDITIONS = ['none', 'known', 'unknown'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Whether a set that nothing limits is the whole base, or what the words describe. */
export const SCOPES = ['all', 'described'] as const;
export type Scope = (typeof SCOPES)[number];

/** How a sum in a message bounds: strictly above it, from it on, strictly below, up to it, between it and the next, or exactly it. */
export const COMPARISONS = ['above', 'from', 'below', 'up-to', 'between', 'exact'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Whether a ranking, or an extreme, begins with the greatest or with the least. */
export const DIRECTIONS = ['descending', 'ascending'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The classes of the check. */
export const VERDICTS = ['right', 'wrong'] as const;
