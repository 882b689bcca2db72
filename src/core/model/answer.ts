import type { Conflict, Source, Field } from './records';
import type { Locale } from '../language/locale';
import type { Question, Trace } from './question';

/** Nobody reads further down; what is computed is computed over all of them. */
export const MOST_LISTED = 1000;

/** One amount of one project, in M€, with what it is. Amounts of unlike nature are never added. */
export interface Amount {
  readonly project: string;
  readonly valueMEUR: number;
  /** Key of what it may be added to: "funding", "cost", "savings:expected:four-years"… */
  readonly likeness: string;
}

export type ListAnswer = Omit<Extract<Question, { kind: 'list' }>, 'limit' | 'found'> & {
  /** The first `MOST_LISTED` at most. */
  readonly projects: readonly string[];
  /** How many there are in all. */
  readonly total: number;
  /** Projects that cover the whole country, when a place was asked for; not counted above. */
  readonly nationwide: readonly string[];
  /** True when the projects were found by their words and not by a filter. */
  readonly isSearch: boolean;
  /** Of a ranking by amount, those of another nature than the ones ranked, which are told apart; not counted above. */
  readonly others: readonly Amount[];
};

/** One field of a project, as the sources give it. */
export interface FieldTold {
  readonly field: Field;
  /** M€ for an amount; null when no source gives it or when the field is no amount. */
  readonly valueMEUR: number | null;
  readonly isPublished: boolean;
  /** Of what is not published the record notes something that the words of the message ask for: "combien de postes supprimés ?" */
  readonly isNoteAsked: boolean;
  /** The conflicts that bear on this field. */
  readonly conflicts: readonly Conflict[];
}

export interface FactAnswer extends FieldTold {
  readonly kind: 'fact';
  readonly project: string;
  /** What else the same message asked of the project. */
  readonly also: readonly FieldTold[];
  /** What part of the cost the funding is (0 to 1), and what it leaves in M€, when both are told and published. */
  readonly share: { readonly part: number; readonly restMEUR: number } | null;
}

export type AggregateAnswer = Omit<Extract<Question, { kind: 'aggregate' }>, 'limit'> & {
  /** M€, or a number of projects for a count; null when no amount is known. */
  readonly value: number | null;
  /** The projects counted, or the winners of an extreme, best first; here and in the lists below the first `MOST_LISTED` at most. */
  readonly projects: readonly string[];
  /** The amounts that the value was made of, greatest first. */
  readonly amounts: readonly Amount[];
  /** Known amounts that are not like the ones added or ranked. */
  readonly others: readonly Amount[];
  /** Projects of the set without a published figure, and how many there are. */
  readonly withoutFigure: readonly string[];
  readonly withoutCount: number;
  /** How many amounts the value was made of. */
  readonly counted: number;
  /** Size of the set. */
  readonly total: number;
  /** Size of the set without its conditions on amounts and on what is published; null when it has none. */
  readonly outOf: number | null;
  /** What the sources give for the whole fund, where a sum is asked over every project; latest source first. */
  readonly fundTotals: readonly FundTotal[];
  /** What part (0 to 1) a sum over some projects is of the published amounts of all, and that total in M€; null for anything else. */
  readonly shareOfAll: { readonly part: number; readonly totalMEUR: number } | null;
  /** Official number of winners of the call when one call was asked for; the base may hold fewer. */
  readonly officialWinners: number | null;
  /** The same computation for each part of the set, greatest first (least first when the least is asked for); empty when it was not split. */
  readonly groups: readonly Group[];
};

/** A figure of the fund itself, that no sum over projects gives. */
export interface FundTotal {
  /** Id of the fact of the programme that holds it. */
  readonly fact: string;
  readonly valueMEUR: number;
  /** What it is, to follow the amount: "d'économies, …". */
  readonly what: Readonly<Record<Locale, string>>;
  readonly source: Source;
}

export interface Group {
  /** Id of the body, theme or call number, the year; null for projects that have none. */
  readonly id: string | null;
  /** As the value of the whole; null when no amount is published. */
  readonly value: number | null;
  /** The first `MOST_LISTED` at most, and how many there are. */
  readonly projects: readonly string[];
  readonly size: number;
  /** Projects of the group with a figure that was counted. */
  readonly known: number;
}

export type CompareAnswer = Extract<Question, { kind: 'compare' }> & {
  /** M€ between two amounts of the same nature, never negative; null when they are not two, or not known. */
  readonly difference: number | null;
};

export type ProgrammeAnswer = Extract<Question, { kind: 'programme' }>;

export type SmalltalkAnswer = Extract<Question, { kind: 'smalltalk' }> & {
  /** The answer before, given again to who doubts it or did not hear it; null when there is none. */
  readonly again: SolidAnswer | null;
};

/** Projects of which one is meant, or the ways in which the question could be read, the likeliest first. */
export type ClarifyAnswer = Extract<Question, { kind: 'clarify' }>;

export type UnknownAnswer = Extract<Question, { kind: 'unknown' }> & {
  /** Projects whose names or words come nearest. */
  readonly nearest: readonly string[];
  /** The project whose record does not hold what is asked; null where no one project is. */
  readonly lackingIn: string | null;
};

/** An answer that tells something of the records. */
export type SolidAnswer = ListAnswer | FactAnswer | AggregateAnswer | CompareAnswer | ProgrammeAnswer;

export function isSolid(answer: AnswerBody): answer is SolidAnswer {
  return answer.kind !== 'smalltalk' && answer.kind !== 'clarify' && answer.kind !== 'unknown';
}

export type AnswerBody = SolidAnswer | SmalltalkAnswer | ClarifyAnswer | UnknownAnswer;

/** What an answer tells: its own parts, or those of the answer that it gives again. */
export function toldBy(answer: AnswerBody): AnswerBody {
  return answer.kind === 'smalltalk' && answer.again !== null ? answer.again : answer;
}

/** Ids of the projects that an answer is about, in its order; of a question, those that it names. */
export function projectsOf(told: AnswerBody | Exclude<Question, { kind: 'list' | 'aggregate' }>): readonly string[] {
  switch (told.kind) {
    case 'list':
    case 'aggregate':
    case 'compare':
      return told.projects;
    case 'fact':
      return [told.project];
    case 'clarify':
      return told.candidates;
    case 'programme':
    case 'smalltalk':
    case 'unknown':
      return [];
  }
}

/** How the answer was reached. */
export interface Explanation extends Trace {
  readonly question: Question;
  /** The person asked for it: it is then the text of the answer. */
  readonly isAsked: boolean;
}

export type Answer = AnswerBody & {
  readonly locale: Locale;
  readonly sources: readonly Source[];
  readonly why: Explanation;
};
