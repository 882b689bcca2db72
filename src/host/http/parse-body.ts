import type { z } from 'zod';
import { HttpError } from './http-error';

/** Enough to mend a body; more is a body of another kind. */
const MAX_PROBLEMS = 5;
const MAX_MESSAGE_CHARACTERS = 500;

/** Parses a body by its schema; throws a 400 that names each bad key and never repeats a value. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw toBadArgument(parsed.error, 'body');
}

/** The 400 of what a schema refuses; `whole` is what was parsed, for what is wrong with all of it. */
function toBadArgument({ issues }: z.ZodError, whole: string): HttpError {
  const problems = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${path.join('.') || whole}: ${message}`);
  return new HttpError(400, 'BadArgument', problems.join('; ').slice(0, MAX_MESSAGE_CHARACTERS));
}

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
