import type { KeptDays } from '../src/messages/fr/smalltalk';

/** Who runs the assistant, as it says so itself. */
export interface Operator {
  /** Null when the settings do not tell. */
  readonly name: string | null;
  /** Where a person answers: an e-mail address or an https one; null when the settings give none. */
  readonly contact: string | null;
  /** For how long what is said is kept; null where every question stands alone and nothing is. */
  readonly kept: KeptDays | null;
}

export const NO_OPERATOR: Operator = { name: null, contact: null, kept: null };
