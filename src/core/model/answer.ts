import { z } from 'zod';
import type { Reckoning } from '../language/reckoning';
import type { Locale } from '../language/locale';
import { AMOUNT_FIELDS } from './project-fields';
import {
  ALL_ACTS,
  reckonings,
  filterSchema,
  GROUPINGS,
  operationSchema,
  type Question,
  questionSchema,
  sortSchema,
  STANDINGS,
  type Trace,
  UNKNOWN_REASONS,
  figureOperation,
} from './question';
import { conflictSchema, FIELDS, type Source, sourceSchema, type Unchanging } from './records';

/** Nobody reads further down; what is computed is computed over all of them. */
export const MOST_LISTED = 1000;
/** So many projects of a list are told at once; the count always says how many there are. */
export const LONGEST_LIST = 10;

/* The shape of the answers is told once, by the schemas that programs are given. */

const ids = z.array(z.string());
const field = z.enum(FIELDS);

/** One amount of one project, in M€, with what it is. Amounts of unlike nature are never added. */
const amount = z.strictObject({
  project: z.string(),
  valueMEUR: z.number(),
  /** Key of what it may be added to: "funding", "cost", "savings:expected:four-years"… */
  likeness: z.string(),
});
export type Amount = Unchanging<z.infer<typeof amount>>;

/** One field of a project, as the sources give it. */
const fieldTold = z.strictObject({
  field,
  /** M€ for an amount; null when no source gives it or when the field is no amount. */
  valueMEUR: z.number().nullable(),
  isPublished: z.boolean(),
  /** The conflicts that bear on this field. */
  conflicts: z.array(conflictSchema),
});
export type FieldTold = Unchanging<z.infer<typeof fieldTold>>;

const announced = z.strictObject({ value: z.number(), sources: z.array(sourceSchema) });

const group = z.strictObject({
  /** Id of the body, theme or call number, the year, several of a set that stands beside another; null for projects that have none. */
  id: z.string().nullable(),
  /** What limits it, where it is a set that stands beside others. */
  side: filterSchema.nullable(),
  /** As the value of the whole; null when no amount is published. */
  value: z.number().nullable(),
  /** The first `MOST_LISTED` at most, and how many there are. */
  projects: ids,
  size: z.number(),
  /** Projects of the group with a figure that was counted. */
  known: z.number(),
});
export type Group = Unchanging<z.infer<typeof group>>;

/** A figure of the fund itself, that no sum over projects gives. */
const fundTotal = z.strictObject({
  /** Id of the fact of the programme that holds it. */
  fact: z.string(),
  value: z.number(),
  unit: z.enum(['MEUR', 'projects']),
  /** What it is, to follow the figure: "d'économies, …". */
  what: z.strictObject({ fr: z.string(), en: z.string() }),
  source: sourceSchema,
});
export type FundTotal = Unchanging<z.infer<typeof fundTotal>>;

/** What a figure of the fund may be besides M€. */
export const FUND_UNITS = ['percent', 'points', 'number', 'part'] as const;

/**
 * The figure of the fund that was asked for (`operation` null), or what is made of some, ids in their order: M€, percent, points between percentages, a
 * number, or the part (0 to 1) that the smaller is.
 */
const fundFigure = z.strictObject({
  operation: figureOperation.nullable(),
  figures: ids,
  unit: z.enum(['MEUR', ...FUND_UNITS]),
  value: z.number(),
});
export type ToldFigure = Unchanging<z.infer<typeof fundFigure>>;

/** An answer that tells something of the records. */
const solidAnswer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    /** The first `MOST_LISTED` at most. */
    projects: ids,
    filter: filterSchema,
    sort: sortSchema.nullable(),
    /** How many there are in all. */
    total: z.number(),
    /** Projects level with the last of the first ones of a ranking, after which it was cut; not counted above. */
    level: ids,
    /** Where they stand in a longer list: how many come before them, and how many it holds; left out where all of it is told, or its first ones. */
    stretch: z.strictObject({ from: z.number(), of: z.number() }).optional(),
    /** Projects that cover the whole country, when a place was asked for; not counted above. */
    nationwide: ids,
    /** True when the projects were found by their words and not by a filter. */
    isSearch: z.boolean(),
    /** Of a ranking by amount, those of another nature than the ones ranked, which are told apart; not counted above. */
    others: z.array(amount),
    show: z.array(field),
    /** The names only. */
    isBrief: z.literal(true).optional(),
    /** What the body that carries them is called in full was asked. */
    isOfName: z.literal(true).optional(),
    /** How many were announced of the call, or the year, that alone limits it, where the base holds fewer; left out elsewhere. */
    announced: announced.optional(),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    project: z.string(),
    ...fieldTold.shape,
    /** What else the same message asked of the project. */
    also: z.array(fieldTold),
    /** What part of the cost the funding is (0 to 1), and what it leaves in M€, when both are told and published. */
    share: z.strictObject({ part: z.number(), restMEUR: z.number(), isAsked: z.boolean() }).nullable(),
    /** The part of the text of the field that holds the detail asked for; left out where all of it does, or none was asked for. */
    clause: z.string().optional(),
    /** No more than the first sentence, or the value, was asked for. */
    isBrief: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('aggregate'),
    operation: operationSchema,
    field: z.enum(AMOUNT_FIELDS).nullable(),
    filter: filterSchema,
    /** M€, or a number of projects for a count; null when no amount is known. */
    value: z.number().nullable(),
    /** The projects counted, or the winners of an extreme, best first; here and in the lists below the first `MOST_LISTED` at most. */
    projects: ids,
    /** The amounts that the value was made of, greatest first. */
    amounts: z.array(amount),
    /** Known amounts that are not like the ones added or ranked. */
    others: z.array(amount),
    /** Projects of the set without a published figure, and how many there are. */
    withoutFigure: ids,
    withoutCount: z.number(),
    /** How many amounts the value was made of. */
    counted: z.number(),
    /** Size of the set. */
    total: z.number(),
    /** Size of the set without its conditions on amounts and on what is published; null when it has none. */
    outOf: z.number().nullable(),
    /** What the sources give for the whole fund, where a sum is asked over every project, or how many there are; latest source first. */
    fundTotals: z.array(fundTotal),
    /**
     * What part (0 to 1) a sum is of the published amounts of a larger set, that total in M€ and how many they are, 0 of a total that the message says,
     * with the place of a single project among them, from 1; null for anything else.
     */
    shareOfAll: z
      .strictObject({
        part: z.number(),
        totalMEUR: z.number(),
        published: z.number(),
        /** Which of them is asked for; null of a sum that tells them by the way. */
        asked: z.enum(STANDINGS).nullable(),
        /** The mean or the median of that set, where it is asked for. */
        middleMEUR: z.number().nullable(),
        rank: z.strictObject({ place: z.number(), isTied: z.boolean() }).nullable(),
      })
      .nullable(),
    /** What was announced of the call, or session, where one alone was asked for and its winners or grants counted: the base may hold fewer. */
    announced: announced.nullable(),
    /** The same of each call, where the whole base is split by calls: greatest first, least first where the least is asked for; left out elsewhere. */
    announcedParts: z.array(z.strictObject({ id: z.string(), ...announced.shape })).optional(),
    groupBy: z.enum(GROUPINGS).nullable(),
    /** The same computation for each part of the set, greatest first (least first when the least is asked for); empty when it was not split. */
    groups: z.array(group),
    /** What part of the whole each of them is was asked for. */
    areParts: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('compare'),
    projects: ids,
    field: field.nullable(),
    /** M€ between two amounts of the same nature, never negative; null when they are not two, or not known. */
    difference: z.number().nullable(),
  }),
  z.strictObject({
    kind: z.literal('programme'),
    facts: ids,
    /** What answers, of the figures of these facts; null where their own text does. */
    figure: fundFigure.nullable(),
    /** Of which those are asked for that the base lacks: how many were announced, and how many it holds; left out elsewhere. */
    lacking: z.strictObject({ filter: filterSchema, announced: z.number(), held: z.number() }).optional(),
  }),
]);
export type SolidAnswer = Unchanging<z.infer<typeof solidAnswer>>;

export const answerBodySchema = z.discriminatedUnion('kind', [
  ...solidAnswer.options,
  z.strictObject({
    kind: z.literal('smalltalk'),
    act: z.enum(ALL_ACTS),
    reckoned: reckonings,
    /** The answer before, given again to who doubts it or did not hear it; null when there is none. */
    again: solidAnswer.nullable(),
  }),
  /** Projects of which one is meant, or the ways in which the question could be read, the likeliest first. */
  z.strictObject({
    kind: z.literal('clarify'),
    candidates: ids,
    field: field.nullable(),
    readings: z.array(questionSchema),
  }),
  z.strictObject({
    kind: z.literal('unknown'),
    reason: z.enum(UNKNOWN_REASONS),
    name: z.string().nullable(),
    /** Projects whose names or words come nearest. */
    nearest: ids,
    /** The project whose record does not hold what is asked; null where no one project is. */
    lackingIn: z.string().nullable(),
  }),
]);
export type AnswerBody = Unchanging<z.infer<typeof answerBodySchema>>;

type Told<Kind extends AnswerBody['kind']> = Extract<AnswerBody, { kind: Kind }>;
export type ListAnswer = Told<'list'>;
export type FactAnswer = Told<'fact'>;
export type AggregateAnswer = Told<'aggregate'>;
export type ProgrammeAnswer = Told<'programme'>;
export type CompareAnswer = Told<'compare'>;
export type SmalltalkAnswer = Told<'smalltalk'>;
export type ClarifyAnswer = Told<'clarify'>;
export type UnknownAnswer = Told<'unknown'>;

export function isSolid(answer: AnswerBody): answer is SolidAnswer {
  return answer.kind !== 'smalltalk' && answer.kind !== 'clarify' && answer.kind !== 'unknown';
}

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
    case 'unknown':
      return 'lackingIn' in told && told.lackingIn !== null ? [told.lackingIn] : [];
    case 'programme':
    case 'smalltalk':
      return [];
  }
}

/**
 * What is said before an answer that may not be what was asked: no more than was told before, no cause, a base that does not hold all, nobody to write to, a number that nobody gives, an end or a delay that nobody tells of, those that nobody publishes,
 * what is left without the limits of before, what a message was taken for that is hardly sure.
 */
const LEADS = [
  'told-again',
  'no-cause',
  'not-all',
  'no-contact',
  'no-number',
  'no-end',
  'no-delay',
  'unpublished',
  'limits-lifted',
  'supposed',
] as const;

/**
 * Whether an answer bears out what the message claims of it ("c'est bien plus de 300 M€ ?"). Neither: a total of which not all amounts are published
 * (`incomplete`) or a figure that is a minimum (`at-least`) falls short of it; only the value that the record gives, of several published, bears it out
 * (`retained`), or only another one (`other-value`); the sum claimed is the other amount of the project (`funding`, `cost`); the record does not name what
 * is claimed (`not-said`).
 */
export const verdictSchema = z.union([
  z.boolean(),
  z.enum(['incomplete', 'at-least', 'retained', 'other-value', 'funding', 'cost', 'not-said', ...LEADS]),
]);
export type Verdict = z.infer<typeof verdictSchema>;

/** How the answer was reached. */
export interface Explanation extends Trace {
  readonly question: Question;
  /** The person asked for it: it is then the text of the answer. */
  readonly isAsked: boolean;
  /** Who asks does not ask why, but whether it is sure, or for the sources: what backs the answer is told, not how it was understood. */
  readonly isDoubted: boolean;
}

export type Answer = AnswerBody & {
  readonly locale: Locale;
  readonly sources: readonly Source[];
  readonly why: Explanation;
  readonly verdict: Verdict | null;
  /** What is reckoned from the record: after how many years what is saved covers the cost, an amount for each of what it counts; left out where none is asked. */
  readonly reckonedFirst?: Reckoning;
  /** What stands in one row with what limits the set, and that nothing in the base is called; left out where there is none. */
  readonly leftAside?: readonly string[];
  /** What the first of two requests in one message is answered with, told before this; left out where there is one. */
  readonly first?: FirstAnswer;
};

/** The answer to the first request of a message, with the words of it. */
export type FirstAnswer = Answer & { readonly said: string };
