import type { z } from 'zod';
import { HttpError } from './http-error';

/** Enough to mend a body; more is a body of another kind. */
const MAX_PROBLEMS = 5;
const MAX_MESSAGE_CHARACTERS = 500;

/**
 * Parses a body by its schema; throws a 400 that names each bad key and never repeats a value. `whole` names what is parsed, for what is
 * wrong with all of it.
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown, whole = 'body'): T {
  const { success, data, error } = schema.safeParse(body);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => `${path.join('.') || whole}: ${message}`);
  const message = problems.slice(0, MAX_PROBLEMS).join('; ').slice(0, MAX_MESSAGE_CHARACTERS);
  throw new HttpError(400, 'BadArgument', message);
}

/**
 * Parses a query by its schema, each name at most once and none that the schema does not have; throws a 400 that names what is wrong and
 * says what to write, and repeats no value.
 */
export function parseQuery<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, query: URLSearchParams) {
  const names = Object.keys(schema.shape);
  const given = [...query.keys()];
  if (given.some((name) => !names.includes(name))) {
    const remedy = names.length === 0 ? 'this address takes none' : `write only ${names.join(', ')}`;
    throw new HttpError(400, 'BadArgument', `There is a parameter that this address does not know; ${remedy}.`);
  }
  const twice = names.find((name) => query.getAll(name).length > 1);
  if (twice !== undefined) throw new HttpError(400, 'BadArgument', `${twice}: given more than once; write it once.`);
  return parseBody(schema, Object.fromEntries(query), 'query');
}
