/** What is answered to what people say to the assistant rather than ask of its records. */
export interface SmalltalkMessages {
  readonly said: Readonly<Record<PlainAct, string>>;
  /** `operator`: who runs the assistant; null when nobody said. */
  readonly identity: (operator: string | null) => string;
  /** What the answers rest on, and the date of the newest source, in words; null when none is dated. */
  readonly sources: (base: SourcesTold) => string;
  /** `contact`: where a person answers; null when none was set. `canReport`: a mistake can be reported here. */
  readonly human: (contact: string | null, canReport: boolean) => string;
  /** Days that a conversation and what is left to the team are kept; null where nothing is. */
  readonly privacy: (kept: KeptDays | null) => string;
  /** The answer before follows; else it is asked what is meant. */
  readonly challenge: (hasAnswer: boolean) => string;
  readonly repeat: (hasAnswer: boolean) => string;
  /** Said in the language that was asked for. */
  readonly language: (hasAnswer: boolean) => string;
  /** Once a conversation is forgotten: what is left of it, and where. */
  readonly forgotten: (place: 'page' | 'teams') => string;
  /** Orders and questions to be pressed. Orders are said in the words that `orders.ts` knows. */
  readonly offers: Readonly<Record<Offer, string>>;
}

/** Acts that are answered by the same sentence whoever asks. */
export type PlainAct =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'help'
  | 'how-it-works'
  | 'complaint'
  | 'insult'
  | 'praise'
  | 'test'
  | 'not-understood'
  | 'signature'
  | 'cancel';

export type Offer = 'report' | 'opinion' | 'rephrase' | 'forget' | 'who' | 'how' | 'sources';

export interface SourcesTold {
  readonly projects: number;
  readonly facts: number;
  readonly sources: number;
  readonly newest: string | null;
}

export interface KeptDays {
  readonly conversation: number;
  readonly inbox: number;
}
