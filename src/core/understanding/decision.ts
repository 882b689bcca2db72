import { type Field, SMALLTALK_ACTS, type SmalltalkAct, type UnknownReason } from './question';

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

/** What was decided about a message, before any of its slots is filled. */
export interface Decision {
  readonly intent: Intent;
  readonly reference: MessageReference;
  /** The fields asked, in no order; empty when none is. */
  readonly fields: readonly Field[];
}

export interface LikelyDecision extends Decision {
  /** 0 to 1, by the model alone. */
  readonly probability: number;
}

const ACTS: ReadonlySet<string> = new Set(SMALLTALK_ACTS);

export function isAct(intent: Intent): intent is Intent & SmalltalkAct {
  return ACTS.has(intent);
}

export function isRefusal(intent: Intent): intent is Intent & UnknownReason {
  return (
    intent === 'out-of-scope' ||
    intent === 'no-such-project' ||
    intent === 'not-recorded' ||
    intent === 'no-context' ||
    intent === 'applying'
  );
}
