import { respondTo } from '../../src/core/respond';
import type { Reason } from '../../src/messages/cards/messages';
import { type LoggedAnswer, saidBefore, withRating } from '../answer-log';
import { answerText } from '../text/answer-text';
import { readLog, type Turn, writeLog } from './turn';

/** What somebody thinks of an answer. */
export interface Rating {
  readonly isUseful: boolean;
  /** Null when none was chosen. */
  readonly reason: Reason | null;
  /** Empty when nothing was written. */
  readonly comment: string;
}

/** Puts the rating of an answer into the inbox, with what was asked; each person rates an answer once. */
export async function keepRating(turn: Turn, logged: LoggedAnswer, rating: Rating): Promise<void> {
  const { parts, context, memory } = turn;
  const log = await readLog(turn);
  await writeLog(turn, withRating(log, logged, context.activity.from.id));
  const { answer } = respondTo(logged.question, logged.locale, memory, parts.knowledge);
  const comment = rating.comment.trim();
  await parts.inbox.add({
    kind: 'rating',
    at: parts.now().toISOString(),
    locale: logged.locale,
    channel: context.activity.channelId,
    isUseful: rating.isUseful,
    reason: rating.reason,
    comment: comment === '' ? null : comment,
    question: logged.said,
    previous: [...saidBefore(log, logged.id)],
    answerKind: answer.kind,
    answerText: answerText(answer, parts.knowledge, parts),
  });
}
