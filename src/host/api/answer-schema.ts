import { z } from 'zod';
import { LOCALES } from '../../core/language/locale';
import type { AnswerBody } from '../../core/model/answer';
import { AMOUNT_FIELDS } from '../../core/model/project-fields';
import {
  filterSchema,
  GROUPINGS,
  memorySchema,
  questionSchema,
  SMALLTALK_ACTS,
  type Unchanging,
  UNKNOWN_REASONS,
} from '../../core/model/question';
import { FIELDS } from '../../core/model/records';
import { conflictSchema, sourceSchema } from './record-schemas';

/* The answers of the core as programs read them. The core's types are the measure: what these schemas give must be one of them. */

const ids = z.array(z.string());
const field = z.enum(FIELDS);
const amountField = z.enum(AMOUNT_FIELDS);
const amounts = z.array(z.strictObject({ project: z.string(), valueMEUR: z.number(), likeness: z.string() }));

const told = {
  field,
  valueMEUR: z.number().nullable(),
  isPublished: z.boolean(),
  isNoteAsked: z.boolean(),
  conflicts: z.array(conflictSchema),
};

const group = z.strictObject({
  id: z.string().nullable(),
  value: z.number().nullable(),
  projects: ids,
  size: z.number(),
  known: z.number(),
});

const fundTotal = z.strictObject({
  fact: z.string(),
  valueMEUR: z.number(),
  what: z.strictObject({ fr: z.string(), en: z.string() }),
  source: sourceSchema,
});

const solid = [
  z.strictObject({
    kind: z.literal('list'),
    projects: ids,
    filter: filterSchema,
    sort: z
      .strictObject({ field: z.enum([...AMOUNT_FIELDS, 'date']), direction: z.enum(['ascending', 'descending']) })
      .nullable(),
    total: z.number(),
    nationwide: ids,
    isSearch: z.boolean(),
    others: amounts,
    show: z.array(field),
  }),
  z.strictObject({
    kind: z.literal('fact'),
    project: z.string(),
    ...told,
    also: z.array(z.strictObject(told)),
    share: z.strictObject({ part: z.number(), restMEUR: z.number() }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('aggregate'),
    operation: z.enum(['count', 'sum', 'average', 'median', 'max', 'min']),
    field: amountField.nullable(),
    filter: filterSchema,
    value: z.number().nullable(),
    projects: ids,
    amounts,
    others: amounts,
    withoutFigure: ids,
    withoutCount: z.number(),
    counted: z.number(),
    total: z.number(),
    outOf: z.number().nullable(),
    fundTotals: z.array(fundTotal),
    shareOfAll: z.strictObject({ part: z.number(), totalMEUR: z.number() }).nullable(),
    officialWinners: z.number().nullable(),
    groupBy: z.enum(GROUPINGS).nullable(),
    groups: z.array(group),
  }),
  z.strictObject({
    kind: z.literal('compare'),
    projects: ids,
    field: field.nullable(),
    difference: z.number().nullable(),
  }),
  z.strictObject({ kind: z.literal('programme'), facts: ids }),
] as const;

/** An answer of the core. */
export const answerBodySchema: z.ZodType<AnswerBody> = z.discriminatedUnion('kind', [
  ...solid,
  z.strictObject({
    kind: z.literal('smalltalk'),
    act: z.enum(SMALLTALK_ACTS),
    again: z.discriminatedUnion('kind', [...solid]).nullable(),
  }),
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
    nearest: ids,
    lackingIn: z.string().nullable(),
  }),
]);

/** One figure of an answer, said in full. */
export const figureSchema = z.strictObject({
  /** Whose figure it is: a project's, a part's of what was split, all projects' that were asked for, between two, the fund's. */
  of: z.enum(['project', 'group', 'projects', 'difference', 'fund']),
  /** Id of the project, of the group, of the fact on the fund; null where there is none. */
  id: z.string().nullable(),
  /** What the figure is of, in the language of the answer; of a fact on the fund, the name of the figure in the data. */
  label: z.string(),
  field: amountField.nullable(),
  /** Null: no source gives it. */
  value: z.number().nullable(),
  /** MEUR: millions of euros. Null where the data does not tell it. */
  unit: z.enum(['MEUR', 'projects']).nullable(),
  /** Amounts of unlike nature may not be added; null where it is no amount of a project. */
  likeness: z.string().nullable(),
});
export type Figure = Unchanging<z.infer<typeof figureSchema>>;

/** All that is answered to a question. */
export const askedSchema = z.strictObject({
  /** What was asked, as it was read; empty for a computation that was asked for without words. */
  asked: z.string(),
  locale: z.enum(LOCALES),
  /** The whole answer in words, without its sources. */
  text: z.string(),
  answer: answerBodySchema,
  figures: z.array(figureSchema),
  /** The projects of the answer, in its order, with their pages. */
  projects: z.array(z.strictObject({ id: z.string(), name: z.string(), page: z.string() })),
  sources: z.array(sourceSchema),
  /** What to ask next. */
  next: z.array(z.string()),
  /** How the question was understood. */
  trace: z.strictObject({
    sentence: z.string(),
    details: z.array(z.string()),
    question: questionSchema,
    ...memorySchema.shape.trace.shape,
  }),
});
export type Asked = Unchanging<z.infer<typeof askedSchema>>;
