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

/** The document that a text holds; throws UnreadableDocument, which names this place, where it is no JSON or not of the schema. */
export function parseStored<Content>(schema: z.ZodType<Content>, text: string, place: string): Content {
  try {
    return schema.parse(parseJson(text));
  } catch (error) {
    throw new UnreadableDocument(place, error);
  }
}

/** The document that a text holds; null where it cannot be read, which leaves as much as if it were not there. */
export function parseReadable<Content>(schema: z.ZodType<Content>, text: string): Content | null {
  try {
    return parseStored(schema, text, '');
  } catch {
    return null;
  }
}
