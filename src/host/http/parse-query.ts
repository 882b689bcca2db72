import type { z } from 'zod';
import { HttpError } from './http-error';
import { toBadArgument } from './parse-body';

/**
 * Parses a query by its schema, each name at most once and none that the schema does not have; throws a 400 that names what is wrong and
 * says what to write, and repeats no value.
 */
export function parseQuery<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  query: URLSearchParams,
): z.output<z.ZodObject<Shape>> {
  const names = Object.keys(schema.shape);
  const given = [...query.keys()];
  if (given.some((name) => !names.includes(name))) {
    const remedy = names.length === 0 ? 'this address takes none' : `write only ${names.join(', ')}`;
    throw new HttpError(400, 'BadArgument', `There is a parameter that this address does not know; ${remedy}.`);
  }
  const twice = names.find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) throw new HttpError(400, 'BadArgument', `${twice}: given more than once; write it once.`);
  const parsed = schema.safeParse(Object.fromEntries(query));
  if (parsed.success) return parsed.data;
  throw toBadArgument(parsed.error, 'query');
}
