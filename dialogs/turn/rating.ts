import type { Locale } from '../../src/core/language/locale';
import type { Answer } from '../../src/core/model/answer';
import { respondTo } from '../../src/core/respond';
import { cardMessagesFor } from '../../src/messages/messages-for';
import type { Reason } from '../../src/messages/fr/cards';
import { answerOf, type LoggedAnswer, ratingBy, saidBefore, withRating } from '../answer-log';
import type { CardElement } from '../cards/adaptive-card';
import { buttonColumn } from '../cards/elements';
import { pressAction } from '../cards/press-action';
import type { Profile } from '../cards/profile';
import { BAD_REASONS, GOOD_REASONS } from '../cards/submission';
import { answerText } from '../text/answer-text';
import { suggestionsFor } from '../text/suggestions';
import type { Vote } from '../votes';
import { resume } from './guided';
import { say, type Turn } from './turn';

export interface Rating {
  readonly isUseful: boolean;
  /** Null when none was chosen. */
  readonly reason: Reason | null;
  /** Empty when nothing was written. */
  readonly comment: string;
}

/**
 * Puts the rating of an answer into the inbox, with what was asked. Each person counts once: what they say later takes the
 * place of what they said before. Resolves with the answer; with null when nothing more was said of it.
 */
export async function keepRating(turn: Turn, logged: LoggedAnswer, rating: Rating): Promise<Answer | null> {
  const { parts, context, conversation, memory } = turn;
  const person = context.activity.from.id;
  const before = ratingBy(logged, person);
  const comment = rating.comment.trim();
  if (before?.isUseful === rating.isUseful && rating.reason === null && comment === '') return null;
  const { answers: log } = conversation;
  const { answer } = respondTo(logged.question, logged.locale, memory, parts.knowledge);
  const entry = {
    kind: 'rating',
    at: parts.now().toISOString(),
    locale: logged.locale,
    channel: context.activity.channelId,
    isUseful: rating.isUseful,
    reason: rating.reason,
    comment: comment === '' ? null : comment,
    question: logged.said,
    previous: saidBefore(log, logged.id),
    answerKind: answer.kind,
    answerText: answerText(answer, parts.knowledge, parts),
  } as const;
  if (before !== null && before.key !== null) await parts.inbox.replace(before.key, entry);
  const key = before === null ? await parts.inbox.add(entry) : before.key;
  conversation.answers = withRating(log, logged, person, { isUseful: rating.isUseful, key });
  return answer;
}

/** A thumb: counted at once, and the reasons offered. */
export async function onVote(turn: Turn, { answer: id, isUseful }: Vote): Promise<void> {
  const logged = answerOf(turn.conversation.answers, id);
  const locale = logged?.locale ?? turn.locale;
  const messages = cardMessagesFor(locale);
  const rated = logged && (await keepRating(turn, logged, { isUseful, reason: null, comment: '' }));
  await resume(turn, async () => {
    if (rated === null)
      return say({ ...turn, locale }, logged === null ? messages.unknownAnswer : messages.alreadyRated);
    const reasons = reasonButtons({ answer: id, isUseful }, locale, turn.profile);
    // What was proposed under the last answer stays.
    const isLast = id === turn.conversation.answers.next - 1;
    await say({ ...turn, locale }, messages.thanks, reasons, isLast ? suggestionsFor(rated, turn.knowledge) : []);
  });
}

/** A reason, pressed after the thumb or in its place. */
export async function onReason(turn: Turn, id: number, reason: Reason): Promise<void> {
  const logged = answerOf(turn.conversation.answers, id);
  const messages = cardMessagesFor(logged?.locale ?? turn.locale);
  const isUseful = GOOD_REASONS.some((good) => good === reason);
  if (logged !== null) await keepRating(turn, logged, { isUseful, reason, comment: '' });
  const told = isUseful ? messages.thanksGood : messages.thanksBad;
  await resume(turn, () => say(turn, logged === null ? messages.unknownAnswer : told));
}

/** Why an answer was useful, or was not: a press each, after the vote was counted; and a message to write. */
function reasonButtons({ answer, isUseful }: Vote, locale: Locale, profile: Profile): readonly CardElement[] {
  const messages = cardMessagesFor(locale);
  const reasons = (isUseful ? GOOD_REASONS : BAD_REASONS).map((reason) =>
    pressAction(messages.reasons[reason], { action: 'rate', answer, reason }, profile),
  );
  const write = pressAction(messages.comment, { action: 'start', guide: isUseful ? 'opinion' : 'report' }, profile);
  return buttonColumn([...reasons, write]);
}
