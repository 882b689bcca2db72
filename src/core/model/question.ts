import { z } from 'zod';
import { type Locale, LOCALES } from '../language/locale';
import { WAYS } from './disagreements';
import { AMOUNT_FIELDS, type AmountField, isAmountField, MEASURES } from './project-fields';
import { FIELDS, type Unchanging } from './records';

/* The shape of what conversations keep is told once, by the schemas that read it back: its shape only, not whether the base holds what it names. */

const ids = z.array(z.string());
const field = z.enum(FIELDS);

/** An amount condition, bounds in M€; of a part, from 0 to 1. */
const amountCondition = z.strictObject({
  field: z.enum(MEASURES),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** "plus de" and "moins de" leave the bound out; "au moins" and "entre" keep it. */
  includesBounds: z.boolean(),
});
export type AmountCondition = Unchanging<z.infer<typeof amountCondition>>;

/** One subject, as one stretch of the question gives it: any of its readings is enough ("la douane" is a theme and a body). */
const topic = z.strictObject({
  themes: ids,
  beneficiaries: ids,
  /** Bodies that carry the project or are its partners. */
  organisations: ids,
});
export type Topic = Unchanging<z.infer<typeof topic>>;

/** The ids of all that a subject may be. */
export function idsOfTopic({ themes, beneficiaries, organisations }: Topic): readonly string[] {
  return [...themes, ...beneficiaries, ...organisations];
}

const callReference = z.strictObject({
  /** Number of the call (1 to 5); null for what has none. */
  number: z.number().nullable(),
  session: z.number().nullable(),
  /** A selection outside the numbered calls. */
  scheme: z.enum(['ftap2', 'windows', 'contract']).nullable(),
});
export type CallReference = Unchanging<z.infer<typeof callReference>>;

const exception = z.strictObject({
  topics: z.array(topic),
  carriers: ids,
  territories: ids,
  projects: ids,
  calls: z.array(callReference),
  years: z.array(z.number()),
});
export type Exception = Unchanging<z.infer<typeof exception>>;

/** Of which the sources differ on a field, on any where it is null, or gave another value of it later. */
const dispute = z.strictObject({ field: field.nullable(), way: z.enum(WAYS) });
export type Dispute = Unchanging<z.infer<typeof dispute>>;

/**
 * Which projects a question is about. Every topic must hold; within one other list any entry is enough, and each list that is not
 * empty must hold.
 */
export const filterSchema = z.strictObject({
  topics: z.array(topic),
  /** Bodies that carry the project; a body includes those below it. */
  carriers: ids,
  /** Bodies that are partners of it and do not carry it; a body includes those below it. Memories of before hold none. */
  partners: ids.default([]),
  territories: ids,
  calls: z.array(callReference),
  years: z.array(z.number()),
  /** Months of the announcement, "2019-06"; `years` is then empty. */
  months: z.array(z.string()),
  amounts: z.array(amountCondition),
  /** Fields whose value must be published, or must not be. */
  known: z.array(field),
  unknown: z.array(field),
  /** All of them must hold. Memories of before hold none. */
  disputes: z.array(dispute).default([]),
  /** Only these projects, as when a question says "among those". Null = no such limit. */
  among: ids.nullable(),
  /** What must not hold: "sauf ceux de la Justice". */
  except: exception,
});
export type Filter = Unchanging<z.infer<typeof filterSchema>>;

export const EMPTY_FILTER: Filter = {
  topics: [],
  carriers: [],
  partners: [],
  territories: [],
  calls: [],
  years: [],
  months: [],
  amounts: [],
  known: [],
  unknown: [],
  disputes: [],
  among: null,
  except: { topics: [], carriers: [], territories: [], projects: [], calls: [], years: [] },
};

/** Only these projects. */
export function onlyThese(projects: readonly string[]): Filter {
  return { ...EMPTY_FILTER, among: projects };
}

/** Nothing limits it. */
export function isEmptyFilter({ except, among, ...limits }: Filter): boolean {
  return among === null && [...Object.values(limits), ...Object.values(except)].every(({ length }) => length === 0);
}

export const sortSchema = z.strictObject({
  field: z.enum([...MEASURES, 'date']),
  direction: z.enum(['ascending', 'descending']),
});
export type Sort = Unchanging<z.infer<typeof sortSchema>>;

/** The amount that a list is ranked by; null of one by date, by what both amounts tell together, or in no order. */
export function amountRanked(sort: Sort | null): AmountField | null {
  return sort !== null && isAmountField(sort.field) ? sort.field : null;
}

export const operationSchema = z.enum(['count', 'sum', 'average', 'median', 'max', 'min']);
export type AggregateOperation = z.infer<typeof operationSchema>;
/** What a computation is split by; `asked` = the sets that stand side by side: `sides`. */
export const GROUPINGS = ['ministry', 'carrier', 'theme', 'year', 'call', 'territory', 'asked'] as const;
export type Grouping = (typeof GROUPINGS)[number];
/** What is made of two figures of the fund: how far they lie apart, what part one is of the other, what they make together, so many millions for each of so many, how many times the second the first is. */
export const figureOperation = z.enum(['difference', 'share', 'sum', 'average', 'ratio']);
export type FigureOperation = z.infer<typeof figureOperation>;

/** One for the same thing of each call and year: "paid" of "paid2020"; of "paidOfProgramme2022" too, which is of more than the fund. */
export function seriesOf(key: string): string {
  return key.replace(/(?:Of[A-Z]|(?:Session|Call)?\d).*$/, '');
}

/** As `Reckoning`. */
const reckoning = z.strictObject({
  operation: z.enum([...figureOperation.options, 'product', 'payback']),
  terms: z.array(z.strictObject({ value: z.number(), unit: z.enum(['MEUR', 'number', 'percent']) })).min(2),
  value: z.number(),
  unit: z.enum(['MEUR', 'number', 'percent', 'years']),
});
export const reckonings = z.array(reckoning).min(1).optional();

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
  'reaction',
  'test',
  'not-understood',
  'repeat',
  'language',
  'signature',
  'cancel',
] as const;
export type SmalltalkAct = (typeof SMALLTALK_ACTS)[number];
/** These, and what is known by its words alone: another form of the answer, which nobody gives; a computation of numbers that the message says. */
export const ALL_ACTS = [...SMALLTALK_ACTS, 'form', 'reckoning'] as const;
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
  'no-such-figure',
  'out-of-scope',
  'no-context',
  'whose',
  'applying',
  'not-recorded',
  'unclear',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** What of a figure is asked for, before the figure itself: the part of a whole that it is, its rank, or how it lies to the mean or the median. */
export const STANDINGS = ['part', 'rank', 'average', 'median'] as const;
const standing = z.enum(STANDINGS).optional();
export type Standing = NonNullable<z.infer<typeof standing>>;

const plainQuestion = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    filter: filterSchema,
    sort: sortSchema.nullable(),
    limit: z.number().nullable(),
    /** How many of the list come before what is asked for: "la suite", "les 3 derniers"; none where it is left out. */
    from: z.number().optional(),
    /** Found by their words, best first, when no filter says which; else empty. */
    found: ids,
    /** Told of each project, where the question asks for it. */
    show: z.array(field),
    /** The names only. */
    isBrief: z.literal(true).optional(),
    /** By name, whatever order the list has of itself. */
    isByName: z.literal(true).optional(),
    /** What the body that carries them is called in full was asked. */
    isOfName: z.literal(true).optional(),
  }),
  /** `also`: what else the same message asks of the project; `isBrief`: no more than the first sentence, or the value. */
  z.strictObject({
    kind: z.literal('fact'),
    project: z.string(),
    field,
    also: z.array(field),
    isBrief: z.literal(true).optional(),
    standing,
  }),
  z.strictObject({
    kind: z.literal('aggregate'),
    operation: operationSchema,
    field: z.enum(AMOUNT_FIELDS).nullable(),
    filter: filterSchema,
    limit: z.number(),
    groupBy: z.enum(GROUPINGS).nullable(),
    /** The sets side by side, where it is split by `asked`. */
    sides: z.array(filterSchema).optional(),
    /** What a sum is told to be a part of, where the message says so; else the whole base. */
    of: filterSchema.optional(),
    /** Or of a sum that the message says, in M€. */
    ofMEUR: z.number().positive().optional(),
    standing,
  }),
  z.strictObject({ kind: z.literal('compare'), projects: ids, field: field.nullable() }),
  /** `figures`: ids of those that it is about, none where it is of something else, or of which `operation` makes another; `isOfFigure`: it asks for the one and no more. */
  z.strictObject({
    kind: z.literal('programme'),
    facts: ids,
    figures: ids.optional(),
    isOfFigure: z.literal(true).optional(),
    operation: figureOperation.optional(),
    /** The call or the year of which those are asked for that the base lacks. */
    lacking: filterSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('smalltalk'), act: z.enum(ALL_ACTS), reckoned: reckonings }),
  /** `name`: what was named and the base does not know, as typed. */
  z.strictObject({ kind: z.literal('unknown'), reason: z.enum(UNKNOWN_REASONS), name: z.string().nullable() }),
]);

const clarify = z.strictObject({
  kind: z.literal('clarify'),
  candidates: ids,
  field: field.nullable(),
  /** Other ways to read the message, when it is not a project that is in doubt. */
  get readings() {
    return z.array(questionSchema);
  },
});

export const questionSchema = z.discriminatedUnion('kind', [plainQuestion, clarify]);
/** A question as understood. Ids are those of the knowledge base. */
export type Question = Unchanging<z.infer<typeof questionSchema>>;

/** One thing that a word of the question was taken for. */
const match = z.strictObject({
  /** The words as typed. */
  written: z.string(),
  kind: z.enum(['project', 'theme', 'beneficiary', 'organisation', 'territory', 'call', 'year', 'field', 'operator']),
  /** Id in the knowledge base, the year, name of the field or of the operator. */
  id: z.string(),
});
export type Match = Unchanging<z.infer<typeof match>>;

/** A word read as another. */
const correction = z.strictObject({ written: z.string(), readAs: z.string() });
export type Correction = Unchanging<z.infer<typeof correction>>;

/** How a question was read; `isFollowUp`: it was completed from the question before. */
const trace = z.strictObject({
  matches: z.array(match),
  corrections: z.array(correction),
  isFollowUp: z.boolean(),
  /** What else the words might have meant, the likeliest first, each with its probability. Memories of before hold none. */
  others: z.array(z.strictObject({ question: questionSchema, probability: z.number().min(0).max(1) })).default([]),
});
export type Trace = Unchanging<z.infer<typeof trace>>;

/** A question with the traces of how it was understood. */
export interface Understanding {
  readonly question: Question;
  readonly locale: Locale;
  readonly trace: Trace;
  /** The question is the one before, asked to be explained. */
  readonly explainsLast: boolean;
  /** Nothing else is meant, as far as one can tell, and this hardly surely: the answer says so. */
  readonly isSupposed?: boolean;
  /** What backs the answer is asked with it. */
  readonly asksSources?: boolean;
}

/** What one question put on the table. */
const frame = z.strictObject({
  question: questionSchema.nullable(),
  /** Projects of its answer, in the order shown. */
  shown: ids,
  /** The project that "il" or "son" means. */
  focus: z.string().nullable(),
});
export type Frame = Unchanging<z.infer<typeof frame>>;

/** What people are of by what they tell of themselves. */
export const OWN_KINDS = ['organisation', 'territory', 'theme', 'beneficiary'] as const;
const own = z.strictObject({ kind: z.enum(OWN_KINDS), id: z.string() });
export type Own = Unchanging<z.infer<typeof own>>;

/** What one conversation remembers between two turns: the last question, and those before it. Plain JSON. */
export const memorySchema = z.strictObject({
  ...frame.shape,
  /** What was on the table before, the latest first. */
  earlier: z.array(frame),
  /** How the last question was read, for "pourquoi ?". */
  trace,
  /** What was made of numbers since that question; left out where nothing was. */
  reckoned: reckonings,
  /** What was asked back with the last answer, the likeliest first: "oui" and "la deuxième" take one of them. Memories of before hold none. */
  pending: z.array(questionSchema).default([]),
  locale: z.enum(LOCALES).nullable(),
  /** Where who asks is, as last told: "ma région", "nos projets". Memories of before hold none. */
  own: z.array(own).default([]),
});
export type Memory = Unchanging<z.infer<typeof memorySchema>>;

export const EMPTY_MEMORY: Memory = {
  question: null,
  shown: [],
  focus: null,
  earlier: [],
  trace: { matches: [], corrections: [], isFollowUp: false, others: [] },
  pending: [],
  locale: null,
  own: [],
};
