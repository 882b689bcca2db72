import { isDeepStrictEqual } from 'node:util';
import type { Locale } from '../../src/core/language/locale';
import { foldedText } from '../../src/core/language/fold';
import { type Answer, isSolid } from '../../src/core/model/answer';
import { respond, respondTo } from '../../src/core/respond';
import { cardMessagesFor } from '../../src/messages/messages-for';
import type { Reason } from '../../src/messages/fr/cards';
import { answerOf, type LoggedAnswer, ratingBy, saidBefore, withRating } from '../answer-log';
import type { CardElement } from '../cards/adaptive-card';
import { buttonColumn } from '../cards/elements';
import { pressAction } from '../cards/press-action';
import type { Profile } from '../cards/profile';
import { BAD_REASONS, GOOD_REASONS } from '../cards/submission';
import { isStatement } from '../guides/free-question';
import { guideToolsFor } from '../guides/guide';
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
  turn.conversation.asksWhy = rated === null ? null : id;
  await resume(turn, async () => {
    if (rated === null)
      return say({ ...turn, locale }, logged === null ? messages.unknownAnswer : messages.alreadyRated);
    const reasons = reasonButtons({ answer: id, isUseful }, locale, turn.profile);
    // What was proposed under the last answer stays.
    const isLast = id === turn.conversation.answers.next - 1;
    await say({ ...turn, locale }, messages.thanks, reasons, isLast ? suggestionsFor(rated, turn.knowledge) : []);
  });
}

/**
 * The reason, written in reply to « Pourquoi ? », by the words of its button or one's own: true when it was kept. What asks for something
 * is no reason, nor is what is short enough to be looked for: both are answered.
 */
export async function isReasonSaid(turn: Turn, text: string): Promise<boolean> {
  const { conversation, context, walks, locale, memory, knowledge } = turn;
  const id = conversation.asksWhy;
  if (id === null) return false;
  conversation.asksWhy = null;
  const logged = answerOf(conversation.answers, id);
  const before = logged && ratingBy(logged, context.activity.from.id);
  if (logged === null || before === null || walks.own !== null) return false;
  const messages = cardMessagesFor(locale);
  const said = foldedText(text);
  const reasons = before.isUseful ? GOOD_REASONS : BAD_REASONS;
  const reason = reasons.find((each) => foldedText(messages.reasons[each]) === said) ?? null;
  const isOwn = isStatement(text, guideToolsFor(locale, knowledge, memory.focus)) && !asksElse(text, logged, turn);
  if (reason === null && !isOwn) return false;
  await keepRating(turn, logged, { isUseful: before.isUseful, reason, comment: reason === null ? text : '' });
  await say(turn, before.isUseful ? messages.thanksGood : messages.thanksBad);
  return true;
}

/** « Les projets sur le logement » asks for something else without a question mark; « il manque la Bretagne » says something. */
function asksElse(text: string, rated: LoggedAnswer, { memory, knowledge, locale }: Turn): boolean {
  const { answer } = respond({ text, locale }, memory, knowledge);
  return !SAYING.test(text) && isSolid(answer) && !isDeepStrictEqual(answer.why.question, rated.question);
}

const SAYING = /^\s*(?:il manque |c['’]|ce |ça |cela |tu |vous |je |it |that |this |you |i )/iu;

/** A reason, pressed after the thumb or in its place. */
export async function onReason(turn: Turn, id: number, reason: Reason): Promise<void> {
  const logged = answerOf(turn.conversation.answers, id);
  const messages = cardMessagesFor(logged?.locale ?? turn.locale);
  const isUseful = GOOD_REASONS.some((good) => good === reason);
  turn.conversation.asksWhy = null;
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
