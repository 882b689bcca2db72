import { z } from 'zod';
import { answerIn } from '../answer-log';
import { keepRating } from '../turn/rating';
import { heardOf, openTurn, type TurnParts } from '../turn/turn';
import { invokeHandler, type InvokeHandler } from './invoke';

/** What Teams sends of its thumbs; the message that was rated is the `replyToId` of the activity. */
const schema = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.union([z.string(), z.record(z.string(), z.unknown())]).optional(),
  }),
});

/** `message/submitAction`: puts a thumb of Teams into the inbox like one of Web Chat. Of a message that is not kept any more, nothing is. */
export function createFeedback(parts: TurnParts): InvokeHandler {
  return invokeHandler('message/submitAction', schema, async (context, { actionValue }) => {
    const { reaction, feedback = '' } = actionValue;
    const turn = await openTurn(context, parts);
    const { replyToId } = context.activity;
    const rated = replyToId === undefined ? null : answerIn(turn.conversation.answers, replyToId);
    if (rated !== null)
      await keepRating(turn, rated, { isUseful: reaction === 'like', reason: null, comment: commentOf(feedback) });
    return {};
  });
}

const formSchema = z.looseObject({ feedbackText: z.string() });

/** What was written under the thumb: Teams' own form as JSON in a text, or the text itself. */
function commentOf(feedback: string | object): string {
  const sent = typeof feedback === 'string' ? formOf(feedback) : feedback;
  const form = formSchema.safeParse(sent);
  return heardOf(form.success ? form.data.feedbackText : typeof sent === 'string' ? sent : '');
}

function formOf(feedback: string): unknown {
  try {
    const form: unknown = JSON.parse(feedback);
    // "5" is what somebody wrote, not a form.
    return typeof form === 'object' && form !== null ? form : feedback;
  } catch {
    // No JSON: words.
    return feedback;
  }
}
