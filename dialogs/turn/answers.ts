import { type Answer, LONGEST_LIST } from '../../src/core/model/answer';
import { respond, respondTo } from '../../src/core/respond';
import type { Question } from '../../src/core/model/question';
import { cardMessagesFor, typeset } from '../../src/messages/messages-for';
import { type LoggedAnswer, saidBefore, withAnswer, withChanged } from '../answer-log';
import { answerCard, type CardContext, partsOf } from '../cards/answer-card';
import { activityOf, type Reply } from '../reply';
import { blocksText } from '../text/answer-text';
import { withoutLimitSaid } from '../text/suggestions';
import { viewOf } from '../view/view-of';
import { isRateable } from '../votes';
import type { Answered } from './conversation';
import { writeHeard } from './heard';
import { channelLocale, rememberedIn, say, send, type Turn } from './turn';

/** Has the brain answer words, and keeps in the inbox those that it has no answer for. */
export async function answerWords(turn: Turn, text: string): Promise<void> {
  const { parts, context, conversation, memory } = turn;
  const wider = withoutLimitSaid(text, memory.question);
  const { answer, memory: remembered } =
    wider === null
      ? respond({ text, locale: channelLocale(context.activity.locale) }, memory, parts.knowledge)
      : respondTo(wider.question, wider.locale, memory, parts.knowledge);
  conversation.memory = remembered;
  const { answers: log } = conversation;
  const reply = await sendAnswer(turn, answer, text);
  if (reply !== null) writeHeard(turn, { reply, answer: log.next, before: memory });
  await keepUnanswered(turn, answer, text, saidBefore(log, log.next));
}

/** Answers a question in its new words, in the place of the first answer. */
export async function answerAgain(turn: Turn, { reply, answer: id, before }: Answered, text: string): Promise<void> {
  const { parts, context, conversation, profile } = turn;
  const { answer, memory: remembered } = respond(
    { text, locale: channelLocale(context.activity.locale) },
    rememberedIn(before, parts.knowledge),
    parts.knowledge,
  );
  const { answers: log } = conversation;
  if (id === log.next - 1) conversation.memory = remembered;
  conversation.answers = withChanged(log, id, { ...logged(answer, text), ratings: [] });
  await context.updateActivity({ ...activityOf(replyTo(turn, answer, id), profile), id: reply });
  await keepUnanswered(turn, answer, text, saidBefore(log, id));
}

/** Puts a sentence in the place of an answer whose question is none any more: the conversation is where it was before it. */
export async function takeBackAnswer(
  turn: Turn,
  { reply, answer: id, before }: Answered,
  text: string,
  sentence: string,
): Promise<void> {
  const { context, conversation, profile, locale } = turn;
  const { answers: log } = conversation;
  if (id === log.next - 1) conversation.memory = before;
  conversation.answers = withChanged(log, id, { said: text });
  const put: Reply = { text: typeset(sentence, locale), card: null, suggestions: [], locale };
  await context.updateActivity({ ...activityOf(put, profile), id: reply });
}

async function keepUnanswered({ parts, context }: Turn, answer: Answer, question: string, previous: readonly string[]) {
  if (answer.kind !== 'unknown' || !UNANSWERED.has(answer.reason)) return;
  await parts.inbox.add({
    kind: 'unanswered',
    at: parts.now().toISOString(),
    locale: answer.locale,
    channel: context.activity.channelId,
    question,
    previous,
    reason: answer.reason,
  });
}

/** Reasons that tell of a gap in the base or in the understanding, and not of an empty or endless message. */
const UNANSWERED: ReadonlySet<string> = new Set([
  'no-such-project',
  'no-such-figure',
  'out-of-scope',
  'no-context',
  'applying',
  'not-recorded',
  'unclear',
]);

/** Answers a question that was made by buttons. */
export async function answerQuestion(turn: Turn, question: Question): Promise<void> {
  const { conversation, knowledge, memory, locale } = turn;
  const { answer, memory: remembered } = respondTo(question, locale, memory, knowledge);
  conversation.memory = remembered;
  await sendAnswer(turn, answer, '');
}

/** Sends the answer and resolves with the channel's id of it; null when the channel gives none. */
async function sendAnswer(turn: Turn, answer: Answer, said: string): Promise<string | null> {
  const { conversation, parts } = turn;
  const { answers: log } = conversation;
  conversation.answers = withAnswer(log, logged(answer, said));
  parts.onAnswer?.(answer);
  return send(turn, replyTo(turn, answer, log.next));
}

function logged(answer: Answer, said: string): Omit<LoggedAnswer, 'id' | 'ratings' | 'activityId'> {
  const { why, first, locale } = answer;
  return { said, question: why.question, first: first?.why.question ?? null, locale, shown: LONGEST_LIST };
}

function replyTo(
  turn: Turn,
  answer: Answer,
  answerId: number,
  { from = 0, above = null }: Partial<Pick<CardContext, 'from' | 'above'>> = {},
): Reply {
  const { context, parts, profile, addresses } = turn;
  const asker = context.activity.from.id;
  const view = viewOf(answer, parts.knowledge, { from, operator: parts.operator });
  const card = answerCard(answer, view, { profile, addresses, answerId, from, asker, above });
  return {
    text: blocksText(view.blocks, view.locale),
    headline: profile.hasTextAboveCard ? blocksText(partsOf(view).head, view.locale) : '',
    card,
    suggestions: card !== null && !profile.hasSuggestions ? [] : view.next,
    locale: view.locale,
    sources: view.sources,
    // Once an answer: not again under its later stretches.
    ...(from === 0 && isRateable(answer) ? { rates: answerId } : {}),
  };
}

/** A later stretch of a list. */
export async function showMore(turn: Turn, logged: LoggedAnswer, from: number): Promise<void> {
  const { conversation, knowledge, memory } = turn;
  const { answer } = respondTo(logged.question, logged.locale, memory, knowledge);
  if (answer.kind !== 'list' || from >= answer.projects.length) return say(turn, cardMessagesFor(logged.locale).noMore);
  // "Les 5 suivants" are those after what is shown now.
  if (conversation.answers.answers.at(-1)?.id === logged.id && memory.question?.kind === 'list')
    conversation.memory = { ...memory, question: { ...memory.question, from } };
  conversation.answers = withChanged(conversation.answers, logged.id, { shown: from + LONGEST_LIST });
  await send(turn, replyTo(turn, answer, logged.id, { from }));
}

/** The card of an answer once more, with the figures of the moment. Nothing is remembered of it: nobody asked anything. */
export async function showAgain(turn: Turn, logged: LoggedAnswer, above: string): Promise<void> {
  const { answer } = respondTo(logged.question, logged.locale, turn.memory, turn.knowledge);
  await send(turn, replyTo(turn, answer, logged.id, { above }));
}
