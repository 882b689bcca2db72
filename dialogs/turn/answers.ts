import type { Answer } from '../../src/core/model/answer';
import { respond, respondTo } from '../../src/core/respond';
import type { Question } from '../../src/core/model/question';
import { cardMessagesFor, typeset } from '../../src/messages/messages-for';
import { type AnswerLog, type LoggedAnswer, saidBefore, withAnswer, withChanged } from '../answer-log';
import { answerCard, partsOf } from '../cards/answer-card';
import { activityOf, type Reply } from '../reply';
import { blocksText } from '../text/answer-text';
import { withoutLimitSaid } from '../text/suggestions';
import { LONGEST_LIST } from '../view/view';
import { viewOf } from '../view/view-of';
import { isRateable } from '../votes';
import { type Heard, writeHeard } from './heard';
import { channelLocale, readLog, rememberedIn, say, send, type Turn, writeLog } from './turn';

/** Has the brain answer words, and keeps in the inbox those that it has no answer for. */
export async function answerWords(turn: Turn, text: string): Promise<void> {
  const { parts, context, memory } = turn;
  const wider = withoutLimitSaid(text, memory.question);
  const { answer, memory: remembered } =
    wider === null
      ? respond({ text, locale: channelLocale(context.activity.locale) }, memory, parts.knowledge)
      : respondTo(wider.question, wider.locale, memory, parts.knowledge);
  await parts.memory.set(context, remembered);
  const log = await readLog(turn);
  const reply = await sendAnswer(turn, answer, text, log);
  if (reply !== null) await writeHeard(turn, { reply, answer: log.next, before: memory });
  await keepUnanswered(turn, answer, text, saidBefore(log, log.next));
}

/** Answers a question in its new words, in the place of the first answer. */
export async function answerAgain(
  turn: Turn,
  { reply, answer: id, before }: NonNullable<Heard['answered']>,
  text: string,
): Promise<void> {
  const { parts, context, profile } = turn;
  const { answer, memory: remembered } = respond(
    { text, locale: channelLocale(context.activity.locale) },
    rememberedIn(before, parts.knowledge),
    parts.knowledge,
  );
  const log = await readLog(turn);
  if (id === log.next - 1) await parts.memory.set(context, remembered);
  await writeLog(turn, withChanged(log, id, { ...logged(answer, text), ratings: [] }));
  await context.updateActivity({ ...activityOf(replyTo(turn, answer, { answerId: id }), profile), id: reply });
  await keepUnanswered(turn, answer, text, saidBefore(log, id));
}

/** Puts a sentence in the place of an answer whose question is none any more: the conversation is where it was before it. */
export async function takeBackAnswer(
  turn: Turn,
  { reply, answer: id, before }: NonNullable<Heard['answered']>,
  text: string,
  sentence: string,
): Promise<void> {
  const { parts, context, profile, locale } = turn;
  const log = await readLog(turn);
  if (id === log.next - 1) await parts.memory.set(context, before);
  await writeLog(turn, withChanged(log, id, { said: text }));
  const put: Reply = { text: typeset(sentence, locale), card: null, suggestions: [], locale };
  await context.updateActivity({ ...activityOf(put, profile), id: reply });
}

async function keepUnanswered(
  { parts, context }: Turn,
  answer: Answer,
  question: string,
  previous: readonly string[],
): Promise<void> {
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
  'out-of-scope',
  'no-context',
  'applying',
  'not-recorded',
]);

/** Answers a question that was made by buttons. */
export async function answerQuestion(turn: Turn, question: Question): Promise<void> {
  const { parts, context, memory, locale } = turn;
  const { answer, memory: remembered } = respondTo(question, locale, memory, parts.knowledge);
  await parts.memory.set(context, remembered);
  await sendAnswer(turn, answer, '', await readLog(turn));
}

/** Sends the answer and resolves with the channel's id of it; null when the channel gives none. */
async function sendAnswer(turn: Turn, answer: Answer, said: string, log: AnswerLog): Promise<string | null> {
  await writeLog(turn, withAnswer(log, logged(answer, said)));
  turn.parts.onAnswer?.(answer);
  return send(turn, replyTo(turn, answer, { answerId: log.next }));
}

function logged(answer: Answer, said: string): Omit<LoggedAnswer, 'id' | 'ratings' | 'activityId'> {
  return { said, question: answer.why.question, locale: answer.locale, shown: LONGEST_LIST };
}

interface Place {
  readonly answerId: number;
  /** Projects of a list that were shown before. */
  readonly from?: number;
  /** Mark of the text that stands above the card already. */
  readonly above?: string;
}

function replyTo(
  { context, parts, profile, addresses }: Turn,
  answer: Answer,
  { answerId, from = 0, above }: Place,
): Reply {
  const { knowledge, operator } = parts;
  const asker = context.activity.from.id;
  const view = viewOf(answer, knowledge, { from, operator });
  const card = answerCard(answer, view, { profile, addresses, answerId, from, asker, above: above ?? null });
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
  const { parts, memory } = turn;
  const { answer } = respondTo(logged.question, logged.locale, memory, parts.knowledge);
  if (answer.kind !== 'list' || from >= answer.projects.length) return say(turn, cardMessagesFor(logged.locale).noMore);
  await writeLog(turn, withChanged(await readLog(turn), logged.id, { shown: from + LONGEST_LIST }));
  await send(turn, replyTo(turn, answer, { answerId: logged.id, from }));
}

/** The card of an answer once more, with the figures of the moment. Nothing is remembered of it: nobody asked anything. */
export async function showAgain(turn: Turn, logged: LoggedAnswer, above: string): Promise<void> {
  const { answer } = respondTo(logged.question, logged.locale, turn.memory, turn.knowledge);
  await send(turn, replyTo(turn, answer, { answerId: logged.id, above }));
}
