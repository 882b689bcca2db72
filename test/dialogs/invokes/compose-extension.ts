import { z } from 'zod';
import { ordinarySpaces } from '../../plain-text';

const attachment = z.strictObject({
  contentType: z.literal('application/vnd.microsoft.card.adaptive'),
  content: z.looseObject({ type: z.literal('AdaptiveCard'), body: z.array(z.unknown()) }),
  preview: z.strictObject({
    contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
    content: z.looseObject({ title: z.string().min(1), text: z.string().min(1) }),
  }),
});

/** What Teams takes as the answer to a query: results with previews, or a sentence. */
export const composeExtension = z.strictObject({
  composeExtension: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z.array(attachment),
    }),
    z.strictObject({ type: z.literal('message'), text: z.string().min(1) }),
  ]),
});

/** The results of an answer; fails when it is a sentence. */
export function resultsOf(body: unknown): readonly z.infer<typeof attachment>[] {
  const { composeExtension: answer } = composeExtension.parse(body);
  if (answer.type !== 'result') throw new Error(`results were expected, not « ${answer.text} »`);
  return answer.attachments;
}

/** The names in the list. */
export function titlesOf(body: unknown): readonly string[] {
  return resultsOf(body).map(({ preview }) => ordinarySpaces(preview.content.title));
}
