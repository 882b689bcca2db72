import type { z } from 'zod';
import { parseQuery } from '../http/parse-body';
import type { Answer, Call, Route } from '../http/route';

/** An address that everybody may read, whose query goes by a schema; a query that does not gets a 400. */
export function openRoute<Shape extends z.ZodRawShape>(
  path: string,
  schema: z.ZodObject<Shape>,
  answer: (query: z.output<z.ZodObject<Shape>>, call: Call) => Answer,
): Route {
  return { method: 'GET', path, answer: (call) => answer(parseQuery(schema, call.query), call) };
}

/** An answer for programs: no search engine shows it. */
export function forPrograms(content: Answer['content']): Answer {
  return { status: 200, headers: { 'X-Robots-Tag': 'noindex' }, content };
}
