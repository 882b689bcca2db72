import type { Locale } from '../language/locale';

/** What can be asked about one project. */
export const FIELDS = [
  'summary',
  'savings',
  'funding',
  'cost',
  'carrier',
  'partners',
  'call',
  'date',
  'territory',
  'themes',
  'beneficiaries',
  'status',
  'sources',
] as const;
export type Field = (typeof FIELDS)[number];

/** The fields that are sums of money, in M€. */
export const AMOUNT_FIELDS = ['savings', 'funding', 'cost'] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

export function isAmountField(field: Field | null): field is AmountField {
  return field === 'savings' || field === 'funding' || field === 'cost';
}

/** An amount condition, bounds in M€. */
export interface AmountCondition {
  readonly field: AmountField;
  readonly min: number | null;
  readonly max: number | null;
  /** "plus de" and "moins de" leave the bound out; "au moins" and "entre" keep it. */
  readonly includesBounds: boolean;
}

/** One subject, as one stretch of the question gives it: any of its readings is enough ("la douane" is a theme and a body). */
export interface Topic {
  readonly themes: readonly string[];
  readonly beneficiaries: readonly string[];
  /** Bodies that carry the project or are its partners. */
  readonly organisations: readonly string[];
}

/**
 * Which projects a question is about. Every topic must hold; within one other list any entry is enough, and each list that is not
 * empty must hold.
 */
export interface Filter {
  readonly topics: readonly Topic[];
  /** Bodies that carry the project; a body includes those below it. */
  readonly carriers: readonly string[];
  readonly territories: readonly string[];
  /** Ids of calls, or `ftap2`, `windows`, `contract` for what has no number. */
  readonly calls: readonly CallReference[];
  readonly years: readonly number[];
  /** Months of the announcement, "2019-06"; `years` is then empty. */
  readonly months: readonly string[];
  readonly amounts: readonly AmountCondition[];
  /** Fields whose value must be published, or must not be. */
  readonly known: readonly Field[];
  readonly unknown: readonly Field[];
  /** Only these projects, as when a question says "among those". Null = no such limit. */
  readonly among: readonly string[] | null;
  /** What must not hold: "sauf ceux de la Justice". */
  readonly except: Exception;
}

export interface Exception {
  readonly topics: readonly Topic[];
  readonly carriers: readonly string[];
  readonly territories: readonly string[];
  readonly projects: readonly string[];
  readonly calls: readonly CallReference[];
  readonly years: readonly number[];
}

export interface CallReference {
  /** Number of the call (1 to 5); null for what has none. */
  readonly number: number | null;
  readonly session: number | null;
  /** A selection outside the numbered calls. */
  readonly scheme: 'ftap2' | 'windows' | 'contract' | null;
}

export const EMPTY_FILTER: Filter = {
  topics: [],
  carriers: [],
  territories: [],
  calls: [],
  years: [],
  months: [],
  amounts: [],
  known: [],
  unknown: [],
  among: null,
  except: { topics: [], carriers: [], territories: [], projects: [], calls: [], years: [] },
};

export interface Sort {
  readonly field: AmountField | 'date';
  readonly direction: 'ascending' | 'descending';
}

export type AggregateOperation = 'count' | 'sum' | 'average' | 'median' | 'max' | 'min';
/** What a computation is split by; `asked` = the bodies and themes that the question compares. */
export const GROUPINGS = ['ministry', 'carrier', 'theme', 'year', 'call', 'territory', 'asked'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** What people say to the assistant rather than ask of its records. */
export const SMALLTALK_ACTS = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'identity',
  'how-it-works',
  'sources-freshness',
  'human',
  'privacy',
  'challenge',
  'complaint',
  'insult',
  'praise',
  'test',
  'not-understood',
  'repeat',
  'language',
  'signature',
  'cancel',
] as const;
export type SmalltalkAct = (typeof SMALLTALK_ACTS)[number];
/** Those of which the grammar lists phrases; the others are known by how people said them. */
export const WORDED_ACTS = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'identity',
  'cancel',
] as const satisfies readonly SmalltalkAct[];
export const UNKNOWN_REASONS = [
  'empty',
  'too-long',
  'no-words',
  'no-such-project',
  'out-of-scope',
  'no-context',
  'applying',
  'not-recorded',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** A question as understood. Ids are those of the knowledge base. */
export type Question =
  | {
      readonly kind: 'list';
      readonly filter: Filter;
      readonly sort: Sort | null;
      readonly limit: number | null;
      /** Found by their words, best first, when no filter says which; else empty. */ readonly found: readonly string[];
      /** Told of each project, where the question asks for it. */
      readonly show: readonly Field[];
    }
  | {
      readonly kind: 'fact';
      readonly project: string;
      readonly field: Field;
      /** What else the same message asks of the project. */
      readonly also: readonly Field[];
    }
  | {
      readonly kind: 'aggregate';
      readonly operation: AggregateOperation;
      readonly field: AmountField | null;
      readonly filter: Filter;
      readonly limit: number;
      readonly groupBy: Grouping | null;
    }
  | { readonly kind: 'compare'; readonly projects: readonly string[]; readonly field: Field | null }
  | { readonly kind: 'programme'; readonly facts: readonly string[] }
  | { readonly kind: 'smalltalk'; readonly act: SmalltalkAct }
  | {
      readonly kind: 'clarify';
      readonly candidates: readonly string[];
      readonly field: Field | null;
      /** Other ways to read the message, when it is not a project that is in doubt. */
      readonly readings: readonly Question[];
    }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly name: string | null };

export const MATCH_KINDS = [
  'project',
  'theme',
  'beneficiary',
  'organisation',
  'territory',
  'call',
  'field',
  'operator',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** One thing that a word of the question was taken for. */
export interface Match {
  /** The words as typed. */
  readonly written: string;
  readonly kind: MatchKind;
  /** Id in the knowledge base, name of the field or of the operator. */
  readonly id: string;
}

/** A word read as another. */
export interface Correction {
  readonly written: string;
  readonly readAs: string;
}

/** How a question was read. */
export interface Trace {
  readonly matches: readonly Match[];
  readonly corrections: readonly Correction[];
  /** It was completed from the question before. */
  readonly isFollowUp: boolean;
}

/** A question with the traces of how it was understood. */
export interface Understanding {
  readonly question: Question;
  readonly locale: Locale;
  readonly trace: Trace;
  /** The question is the one before, asked to be explained. */
  readonly explainsLast: boolean;
}

/** What one question put on the table. */
export interface Frame {
  readonly question: Question | null;
  /** Projects of its answer, in the order shown. */
  readonly shown: readonly string[];
  /** The project that "il" or "son" means. */
  readonly focus: string | null;
}

/** What one conversation remembers between two turns: the last question, and those before it. Plain JSON. */
export interface Memory extends Frame {
  /** What was on the table before, the latest first. */
  readonly earlier: readonly Frame[];
  /** How the last question was read, for "pourquoi ?". */
  readonly trace: Trace;
  readonly locale: Locale | null;
}

export const EMPTY_MEMORY: Memory = {
  question: null,
  shown: [],
  focus: null,
  earlier: [],
  trace: { matches: [], corrections: [], isFollowUp: false },
  locale: null,
};
