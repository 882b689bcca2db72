import { z } from 'zod';
import { readableProject, RECORD_SHAPES } from '../../core/model/records';

/* The records as programs read them: all but the ways in which people ask for them. */

export const callSchema = RECORD_SHAPES['calls.json'];

/** A fact on the fund. */
export const factSchema = RECORD_SHAPES['programme.json'].omit({ wordings: true, words: true });

/** `page`: its page, a whole address where the public one is known. */
const withPage = { page: z.string() };

/** All that is told of a project. */
export const projectSchema = readableProject.extend(withPage);

/** A project in a list. */
export const projectRowSchema = readableProject
  .pick({
    id: true,
    name: true,
    otherNames: true,
    carrier: true,
    themes: true,
    territories: true,
    ftapFundingMEUR: true,
    totalCostMEUR: true,
    expectedSavings: true,
  })
  .extend({
    announced: readableProject.shape.call.shape.announced,
    /** That of the announcement, or of its call where the day is not known. */
    year: z.number().nullable(),
    ...withPage,
  });

/** A part of the list of projects. */
export const projectListSchema = z.strictObject({
  total: z.number(),
  page: z.number(),
  pages: z.number(),
  perPage: z.number(),
  projects: z.array(projectRowSchema),
});

/** All that is known of the fund itself. */
export const fundSchema = z.strictObject({ facts: z.array(factSchema), calls: z.array(callSchema) });

/** Every refusal. */
export const errorSchema = z.strictObject({ error: z.strictObject({ code: z.string(), message: z.string() }) });
