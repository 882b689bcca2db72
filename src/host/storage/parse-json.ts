import type { z } from 'zod';
import { UnreadableDocument } from './store';

/** The value of a JSON text, without the words of the engine's own error, which quotes what people wrote. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SyntaxError('this is no JSON');
  }
}

/** The document that a text holds; throws UnreadableDocument, which names this place, where it is not of the schema. */
export function parseStored<Content>(schema: z.ZodType<Content>, text: string, place: string): Content {
  const { data, error } = schema.safeParse(parseJson(text));
  if (data === undefined) throw new UnreadableDocument(place, error);
  return data;
}
