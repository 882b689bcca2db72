import { z } from 'zod';

const schema = z.looseObject({ attachments: z.array(z.unknown()) });

/** Teams attaches the words of a message once more, as HTML. */
const thingSchema = z.looseObject({ contentType: z.string().refine((type) => type !== 'text/html') });

/** Whether a message brings something else than its words: a file, a picture, a card that was shared from the search. */
export function holdsMoreThanWords(activity: unknown): boolean {
  const { data } = schema.safeParse(activity);
  return data?.attachments.some((attachment) => thingSchema.safeParse(attachment).success) === true;
}
