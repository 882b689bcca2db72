import { holdsAllOf } from '../../src/core/answering/known-ids';
import { LONGEST_LIST } from '../../src/core/model/answer';
import { respondTo } from '../../src/core/respond';
import { cardMessagesFor, guideMessagesFor } from '../../src/messages/messages-for';
import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { answerOf, withAnswer } from '../answer-log';
import { guideElements } from '../cards/press-action';
import type { Submission } from '../cards/submission';
import { GUIDES } from '../guides/all-guides';
import type { GuideReply } from '../guides/play';
import { answerQuestion, showAgain, showMore } from './answers';
import { followProject, unfollow } from './following';
import { goOn, isUnderWay, orderGuide, remark, resume, start } from './guided';
import { onReason } from './rating';
import { say, type Turn } from './turn';

export function onSubmission(turn: Turn, submission: Submission): Promise<void> {
  switch (submission.action) {
    case 'start':
      return start(turn, submission.guide, null);
    case 'answer':
      return onGuideButton(turn, submission);
    case 'order':
      return isUnderWay(turn, submission) ? orderGuide(turn, submission.order) : refuseStale(turn, submission);
    case 'more':
      return resume(turn, () => showStretch(turn, submission));
    case 'reading':
      return resume(turn, () => askReading(turn, submission));
    case 'refresh':
      return onRefresh(turn, submission);
    case 'rate':
      return onReason(turn, submission.answer, submission.reason);
    case 'follow':
      return resume(turn, () => followProject(turn, submission.project));
    case 'unfollow':
      return resume(turn, () => unfollow(turn, submission.subscription));
  }
}

async function onGuideButton(turn: Turn, submission: Submission & { action: 'answer' }): Promise<void> {
  const { step, value, choice, text } = submission;
  const isOfGuide = GUIDES[submission.guide].steps.some(({ name }) => name === step);
  if (!isUnderWay(turn, submission) || !isOfGuide) return refuseStale(turn, submission);
  const reply: GuideReply =
    text !== undefined && value === undefined
      ? { kind: 'form', step, text }
      : { kind: 'choice', step, value: value ?? choice ?? '' };
  await goOn(turn, reply);
}

/** A button of a walk that has ended, or that is somebody else's: nothing changes, and the guide can be begun. */
async function refuseStale(turn: Turn, walk: { readonly guide: GuideName; readonly run: number }): Promise<void> {
  const { buttonOfAnother, staleButton } = guideMessagesFor(turn.locale);
  const sentence = turn.walks.isOfAnother(walk) ? buttonOfAnother : staleButton;
  await remark(turn, sentence, guideElements([walk.guide], turn.locale, turn.profile));
}

/** The stretch of a list that a button asks for. */
export async function showStretch(turn: Turn, { answer: id, from, isFirst }: Submission & { action: 'more' }) {
  const { conversation } = turn;
  const { answers: log } = conversation;
  const logged = answerOf(log, id);
  const question = isFirst ? logged?.first : logged?.question;
  if (logged === null || question?.kind !== 'list') return say(turn, cardMessagesFor(turn.locale).listTooOld);
  if (!isFirst) return showMore(turn, logged, from);
  // Of two requests, the list of the first is an answer of its own from here on, and what is gone on from.
  const { memory } = respondTo(question, logged.locale, turn.memory, turn.knowledge);
  conversation.answers = withAnswer(log, { ...logged, said: '', question, first: null });
  conversation.memory = memory;
  await showMore({ ...turn, memory }, conversation.answers.answers.at(-1) ?? logged, from);
}

async function onRefresh(turn: Turn, { answer: id, said }: Submission & { action: 'refresh' }): Promise<void> {
  const logged = answerOf(turn.conversation.answers, id);
  if (logged === null) await say(turn, cardMessagesFor(turn.locale).cardTooOld);
  else await showAgain(turn, logged, said);
}

/** "La suite" goes on with the last list, whatever was said since. */
export async function moreByWords(turn: Turn): Promise<void> {
  const logged = turn.conversation.answers.answers.findLast(({ question: { kind } }) => kind === 'list');
  if (logged === undefined) await say(turn, cardMessagesFor(turn.locale).nothingToGoOn);
  else await showMore(turn, logged, logged.shown);
}

/** The first ones of a longer list were asked for: "trois projets sur le logement". */
export function isFirstOfList({ memory: { question } }: Turn): boolean {
  return question?.kind === 'list' && question.limit !== null;
}

/** "Et les autres ?" goes on with the list just shown, where it was cut, to its end; else it asks for the others of a set. */
export function isListCut({ conversation: { answers }, memory: { shown } }: Turn): boolean {
  const last = answers.answers.at(-1);
  return last?.question.kind === 'list' && (last.shown < shown.length || last.shown > LONGEST_LIST);
}

/** The question that a button carries: one of those that the message could have meant. */
async function askReading(turn: Turn, { answer: id, reading }: Submission & { action: 'reading' }): Promise<void> {
  const logged = answerOf(turn.conversation.answers, id);
  const asked = logged?.question.kind === 'clarify' ? logged.question.readings[reading] : undefined;
  if (asked === undefined || !holdsAllOf(asked, turn.knowledge))
    return say(turn, cardMessagesFor(turn.locale).readingTooOld);
  await answerQuestion({ ...turn, locale: logged?.locale ?? turn.locale }, asked);
}
