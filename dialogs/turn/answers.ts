import type { Answer } from '../../src/core/answering/answer';
import { respond, respondTo } from '../../src/core/respond';
import type { Question } from '../../src/core/understanding/question';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import { type LoggedAnswer, saidBefore, withAnswer, withChanged } from '../answer-log';
import { answerCard, isRateable } from '../cards/answer-card';
import type { Reply } from '../reply';
import { answerHeadline, answerText } from '../text/answer-text';
import { LONGEST_LIST } from '../text/list-text';
import { shownSources } from '../text/source-text';
import { suggestionsFor } from '../text/suggestions';
import { channelLocale, readLog, say, send, type Turn, writeLog } from './turn';

/** Has the brain answer words, and keeps in the inbox those that it has no answer for. */
export async function answerWords(turn: Turn, text: string): Promise<void> {
  const { parts, context, memory } = turn;
  const { answer, memory: remembered } = respond(
    { text, locale: channelLocale(context.activity.locale) },
    memory,
    parts.knowledge,
  );
  await parts.memory.set(context, remembered);
  const log = await readLog(turn);
  await sendAnswer(turn, answer, text);
  if (answer.kind === 'unknown' && UNANSWERED.has(answer.reason)) {
    await parts.inbox.add({
      kind: 'unanswered',
      at: parts.now().toISOString(),
      locale: answer.locale,
      channel: context.activity.channelId,
      question: text,
      previous: [...saidBefore(log, log.next)],
      reason: answer.reason,
    });
  }
}

/** Reasons that tell of a gap in the base or in the understanding, and not of an empty or endless message. */
const UNANSWERED: ReadonlySet<string> = new Set(['no-such-project', 'out-of-scope', 'no-context', 'applying']);

/** Answers a question that was made by buttons. */
export async function answerQuestion(turn: Turn, question: Question): Promise<void> {
  const { parts, context, memory, locale } = turn;
  const { answer, memory: remembered } = respondTo(question, locale, memory, parts.knowledge);
  await parts.memory.set(context, remembered);
  await sendAnswer(turn, answer, '');
}

async function sendAnswer(turn: Turn, answer: Answer, said: string): Promise<void> {
  const log = await readLog(turn);
  await writeLog(
    turn,
    withAnswer(log, { said, question: answer.why.question, locale: answer.locale, shown: LONGEST_LIST }),
  );
  await send(turn, replyTo(turn, answer, { answerId: log.next }));
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
  const { knowledge } = parts;
  const asker = context.activity.from.id;
  const card = answerCard(answer, { knowledge, profile, addresses, answerId, from, asker, above: above ?? null });
  const isOnCard = card !== null && (profile === 'teams' || answer.kind === 'clarify');
  return {
    text: answerText(answer, knowledge, from),
    headline: answerHeadline(answer, knowledge, from),
    card,
    suggestions: isOnCard ? [] : suggestionsFor(answer, knowledge),
    locale: answer.locale,
    sources: answer.why.isAsked ? [] : shownSources(answer),
    // Once an answer: not again under its later stretches.
    ...(from === 0 && isRateable(answer) ? { rates: answerId } : {}),
  };
}

/** A later stretch of a list. */
export async function showMore(turn: Turn, logged: LoggedAnswer, from: number): Promise<void> {
  const { parts, memory } = turn;
  const { answer } = respondTo(logged.question, logged.locale, memory, parts.knowledge);
  if (answer.kind !== 'list' || from >= answer.projects.length) {
    await say(turn, cardMessagesFor(logged.locale).noMore);
    return;
  }
  await writeLog(turn, withChanged(await readLog(turn), logged.id, { shown: from + LONGEST_LIST }));
  await send(turn, replyTo(turn, answer, { answerId: logged.id, from }));
}

/** The card of an answer once more, with the figures of the moment. Nothing is remembered of it: nobody asked anything. */
export async function showAgain(turn: Turn, logged: LoggedAnswer, above: string): Promise<void> {
  const { answer } = respondTo(logged.question, logged.locale, turn.memory, turn.parts.knowledge);
  await send(turn, replyTo(turn, answer, { answerId: logged.id, above }));
}
