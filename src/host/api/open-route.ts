import { z } from 'zod';
import { parseQuery } from '../http/parse-body';
import { type Answer, type Call, get, type Route } from '../http/route';

/** Where nothing is to be chosen. */
export const noQuerySchema = z.strictObject({});

/** An address that every program may read, whose query goes by a schema; a query that does not gets a 400. No search engine shows it. */
export function openRoute<Shape extends z.ZodRawShape>(
  path: string,
  schema: z.ZodObject<Shape>,
  content: (query: z.output<z.ZodObject<Shape>>, call: Call) => Answer['content'],
): Route {
  return get(path, (call) => ({
    status: 200,
    headers: { 'X-Robots-Tag': 'noindex' },
    content: content(parseQuery(schema, call.query), call),
  }));
}
