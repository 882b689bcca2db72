import { respondTo } from '../../src/core/respond';
import { cardMessagesFor } from '../../src/messages/cards/cards-for';
import type { GuideName } from '../../src/messages/guides/messages';
import { guideMessagesFor } from '../../src/messages/guides/guides-for';
import { answerOf, saidBefore, withChanged } from '../answer-log';
import { exportCard } from '../cards/link-cards';
import type { Submission } from '../cards/submission';
import { activeGuide, type Reply as GuideReply, stateOf } from '../guides/guide-dialog';
import { answerText } from '../text/answer-text';
import { showMore } from './answers';
import { followProject, unfollow } from './following';
import { ask, goOn, isUnderWay, orderGuide, resume, start } from './guided';
import { readLog, say, send, type Turn, writeLog } from './turn';

/** Does what a known button asks for. */
export async function onSubmission(turn: Turn, submission: Submission): Promise<void> {
  switch (submission.action) {
    case 'start':
      await start(turn, submission.guide, null);
      return;
    case 'answer':
      await onGuideButton(turn, submission);
      return;
    case 'order':
      if (isUnderWay(turn, submission)) await orderGuide(turn, submission.order);
      else await refuseStale(turn, submission.guide);
      return;
    case 'more':
      await onMore(turn, submission);
      return;
    case 'rate':
      await onRating(turn, submission);
      return;
    case 'follow':
      await resume(turn, () => followProject(turn, submission.project));
      return;
    case 'unfollow':
      await resume(turn, () => unfollow(turn, submission.subscription));
      return;
  }
}

async function onGuideButton(turn: Turn, submission: Submission & { action: 'answer' }): Promise<void> {
  const { step, value, choice, text } = submission;
  const guide = activeGuide(turn.dc);
  const isOfGuide = guide?.steps.some(({ name }) => name === step) === true;
  if (!isUnderWay(turn, submission) || !isOfGuide) {
    await refuseStale(turn, submission.guide);
    return;
  }
  const reply: GuideReply =
    text !== undefined && value === undefined
      ? { kind: 'form', step, text }
      : { kind: 'choice', step, value: value ?? choice ?? '' };
  await goOn(turn, reply);
}

/** A button of a walk that has ended: nothing changes, and the guide can be begun again. */
async function refuseStale(turn: Turn, guide: GuideName): Promise<void> {
  const { locale, dc } = turn;
  const { staleButton } = guideMessagesFor(locale);
  if (stateOf(dc) !== null) await ask(turn, staleButton);
  else await say(turn, staleButton, [guide]);
}

/** Refuses a button that our cards do not have. */
export async function onUnknownButton(turn: Turn): Promise<void> {
  const { unknownButton } = guideMessagesFor(turn.locale);
  if (stateOf(turn.dc) !== null) await ask(turn, unknownButton);
  else await say(turn, unknownButton);
}

async function onMore(turn: Turn, { answer: id, from }: Submission & { action: 'more' }): Promise<void> {
  const logged = answerOf(await readLog(turn), id);
  const { listTooOld } = cardMessagesFor(turn.locale);
  if (logged?.question.kind !== 'list') await resume(turn, () => say(turn, listTooOld));
  else await resume(turn, () => showMore(turn, logged, from));
}

/** "La suite" goes on with the last list, whatever was said since. */
export async function moreByWords(turn: Turn): Promise<void> {
  const logged = [...(await readLog(turn)).answers].reverse().find(({ question: { kind } }) => kind === 'list');
  if (logged === undefined) await say(turn, cardMessagesFor(turn.locale).nothingToGoOn);
  else await showMore(turn, logged, logged.shown);
}

/** "Retour" when there is no guide to go back in. */
export async function refuseOrder(turn: Turn): Promise<void> {
  await say(turn, guideMessagesFor(turn.locale).nothingUnderWay, ['find', 'savings', 'compare', 'note']);
}

async function onRating(turn: Turn, submission: Submission & { action: 'rate' }): Promise<void> {
  const { parts, context, memory } = turn;
  const { answer: id, useful, goodReason = '', badReason = '', comment = '' } = submission;
  const reason = useful ? goodReason : badReason;
  const log = await readLog(turn);
  const logged = answerOf(log, id);
  const messages = cardMessagesFor(logged?.locale ?? turn.locale);
  if (logged === null || logged.isRated) {
    await resume(turn, () => say(turn, logged === null ? messages.unknownAnswer : messages.alreadyRated));
    return;
  }
  await writeLog(turn, withChanged(log, id, { isRated: true }));
  const { answer } = respondTo(logged.question, logged.locale, memory, parts.knowledge);
  await parts.inbox.add({
    kind: 'rating',
    at: parts.now().toISOString(),
    locale: logged.locale,
    channel: context.activity.channelId,
    isUseful: useful,
    reason: reason === '' ? null : reason,
    comment: comment.trim() === '' ? null : comment.trim(),
    question: logged.said,
    previous: [...saidBefore(log, id)],
    answerKind: answer.kind,
    answerText: answerText(answer, parts.knowledge),
  });
  await resume(turn, () => say(turn, useful ? messages.thanksGood : messages.thanksBad));
}

/** Gives the link to the table of the last list, total or comparison. */
export async function exportLast(turn: Turn): Promise<void> {
  const { parts, memory, addresses, locale } = turn;
  const messages = cardMessagesFor(locale);
  const logged = [...(await readLog(turn)).answers]
    .reverse()
    .find(({ question: { kind } }) => kind === 'list' || kind === 'aggregate' || kind === 'compare');
  if (logged === undefined) {
    await say(turn, messages.nothingToExport);
    return;
  }
  const { answer } = respondTo(logged.question, locale, memory, parts.knowledge);
  const count =
    answer.kind === 'list' || answer.kind === 'aggregate'
      ? answer.total
      : 'projects' in answer
        ? answer.projects.length
        : 0;
  if (count === 0) {
    await say(turn, messages.nothingToExport);
    return;
  }
  const address = addresses.csv(logged.question, locale);
  if (address === null) await say(turn, messages.exportImpossible);
  else await send(turn, exportCard(count, address, locale));
}
