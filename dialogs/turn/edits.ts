import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { guideMessagesFor } from '../../src/messages/messages-for';
import { answerOf, textMark, withChanged } from '../answer-log';
import { answerAgain, takeBackAnswer } from './answers';
import { forgetHeard, MOST_REMEMBERED } from './heard';
import { isOrder, playTurn } from './play-turn';
import { openTurn, saidTo, type TurnParts } from './turn';

/**
 * A message whose text was changed. The reply to a question is renewed in its place: what was remembered before the question
 * is what its new words are read with, and the conversation goes on from the new answer only when nothing was asked since.
 * An order or a reply to a guide can't be taken back by an edit, for the guide has gone on; nor is an old reply renewed that
 * nobody remembers. Both would be answers out of the blue. But an order of which nothing came is heard in its new words; and
 * a question that becomes an order is told to be written again, for what is done must not hang on words that may change.
 */
export async function playEdit(context: TurnContext, parts: TurnParts): Promise<void> {
  // Its reply was deleted with it: it is heard as if said again.
  if (undeleteSchema.safeParse(context.activity).success) return playTurn(context, parts);
  const turn = await openTurn(context, parts);
  const { answers: log, asked: heard } = turn.conversation;
  const edited = heard.find(({ message }) => message === context.activity.id);
  if (edited === undefined) {
    // Nothing was ever forgotten here, so that this one was never heard: whoever adds the mention later is answered then.
    if (heard.length < MOST_REMEMBERED && saidTo(context).isMention) await playTurn(context, parts);
    return;
  }
  const { text } = saidTo(context);
  if (edited.answered === null) {
    if (edited.vain !== null && edited.vain !== textMark(text)) await playTurn(context, parts);
    return;
  }
  // Teams tells of changes that leave the words alone as well: a layout, a link that got its preview.
  if (text === answerOf(log, edited.answered.answer)?.said) return;
  if (await isOrder(turn, text))
    await takeBackAnswer(turn, edited.answered, text, guideMessagesFor(turn.locale).orderByEdit);
  else await answerAgain(turn, edited.answered, text);
}

/** What its author takes back is forgotten. Resolves with the id of its reply, which would tell of it and is to be taken away; null when there is none. */
export async function playDelete(context: TurnContext, parts: TurnParts): Promise<string | null> {
  const turn = await openTurn(context, parts);
  const { conversation } = turn;
  const deleted = conversation.asked.find(({ message }) => message === context.activity.id);
  if (deleted === undefined) return null;
  forgetHeard(turn, deleted.message);
  if (deleted.answered === null) return null;
  const { answer, before, reply } = deleted.answered;
  const { answers: log } = conversation;
  const question = answerOf(log, answer)?.question;
  // The name of what is not in the base is its author's words as well.
  const nameless = question?.kind === 'unknown' ? { question: { ...question, name: null } } : {};
  conversation.answers = withChanged(log, answer, { said: '', ...nameless });
  if (answer === log.next - 1) conversation.memory = before;
  return reply;
}

const undeleteSchema = z.looseObject({ channelData: z.looseObject({ eventType: z.literal('undeleteMessage') }) });
