import { z } from 'zod';
import { LOCALES } from '../../core/language/locale';
import { answerBodySchema, FUND_UNITS, verdictSchema } from '../../core/model/answer';
import { AMOUNT_FIELDS } from '../../core/model/project-fields';
import { memorySchema, questionSchema } from '../../core/model/question';
import { sourceSchema, type Unchanging } from '../../core/model/records';

/** One figure of an answer, said in full. */
export const figureSchema = z.strictObject({
  /** Whose figure it is: a project's, a part's of what was split, all projects' that were asked for, between two, the fund's; made of numbers that the question says. */
  of: z.enum(['project', 'group', 'projects', 'difference', 'fund', 'message']),
  /** Id of the project, of the group, of the fact on the fund; null where there is none. */
  id: z.string().nullable(),
  /** What the figure is of, in the language of the answer; of a fact on the fund, the name of the figure in the data. */
  label: z.string(),
  field: z.enum(AMOUNT_FIELDS).nullable(),
  /** Null: no source gives it. */
  value: z.number().nullable(),
  /** MEUR: millions of euros. Of the fund also percent, points between percentages, a number of what the label says, a part from 0 to 1. */
  unit: z.enum(['MEUR', 'projects', 'years', ...FUND_UNITS]),
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
  /** Where the question asks twice, what the first of its requests is answered with, told before the other in the text; null where it asks once. */
  first: answerBodySchema.nullable(),
  /** Whether the sources bear out what the question claims ("60 M€, non ?"); null where it claims nothing of what is answered. */
  verdict: verdictSchema.nullable(),
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
