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
export function toBadArgument({ issues }: z.ZodError, whole: string): HttpError {
  const problems = issues.slice(0, MAX_PROBLEMS).map(({ path, message }) => `${path.join('.') || whole}: ${message}`);
  return new HttpError(400, 'BadArgument', problems.join('; ').slice(0, MAX_MESSAGE_CHARACTERS));
}
