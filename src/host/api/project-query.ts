import { z } from 'zod';
import type { KnowledgeBase } from '../../core/knowledge/knowledge-base';
import { LOCALES } from '../../core/language/locale';
import { api } from '../../messages/fr/api';
import type { ProjectDimension } from '../../messages/fr/projects';
import { printable } from '../plain/page-query';
import { DIMENSIONS, MOST_CHARACTERS, NAMES, ORDER_NAMES, ORDERS, postingsOf } from '../plain/project-criteria';

const { parameters } = api;

/** The language of an answer to words that do not tell it. */
export const localeSchema = z
  .enum(LOCALES, `write ${LOCALES.join(' or ')}`)
  .default('fr')
  .describe(parameters.locale);

/** Words to find projects by; empty for none. */
export const wordsSchema = z
  .string()
  .max(MOST_CHARACTERS, `write ${MOST_CHARACTERS} characters at most`)
  .transform(printable)
  .default('')
  .describe(parameters.words);

const orderNames = ORDERS.map((order) => ORDER_NAMES[order]);

type IdSchema = z.ZodOptional<z.ZodEnum<Readonly<Record<string, string>>>>;

/** The limits of a list of projects: ids of this base that have one at least, so that whoever asks for another is told which there are. */
export function limitSchemas(knowledge: KnowledgeBase): Readonly<Record<ProjectDimension, IdSchema>> {
  const oneOf = (dimension: ProjectDimension): IdSchema => {
    const ids = [...postingsOf(dimension, knowledge).keys()].sort();
    return z
      .enum(ids, `write one of ${ids.join(', ')}`)
      .optional()
      .describe(parameters[dimension]);
  };
  return { theme: oneOf('theme'), body: oneOf('body'), year: oneOf('year'), territory: oneOf('territory') };
}

/** The query of the list of projects, by the names of the page that lists them; `readCriteria` reads what passes as it does there. */
export function projectQuerySchema(knowledge: KnowledgeBase) {
  const limits = limitSchemas(knowledge);
  return z.strictObject({
    [NAMES.words]: wordsSchema,
    ...Object.fromEntries(DIMENSIONS.map((dimension) => [NAMES[dimension], limits[dimension]])),
    [NAMES.order]: z
      .enum(orderNames, `write one of ${orderNames.join(', ')}`)
      .optional()
      .describe(parameters.order),
    [NAMES.page]: z
      .string()
      .regex(/^[1-9]\d{0,3}$/u, 'write a whole number from 1')
      .optional()
      .describe(parameters.page),
    lang: localeSchema,
  });
}
