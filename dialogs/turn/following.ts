import { type Followed, EVERYTHING, followedIn, following, isSameFollowed } from '../../src/core/changes/followed';
import { respond, respondTo } from '../../src/core/respond';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { listSaid } from '../../src/core/list-said';
import { readQuestion } from '../../src/core/understanding/reading';
import { messagesFor, noticeMessagesFor } from '../../src/messages/messages-for';
import { buttonColumn } from '../cards/elements';
import type { Action } from '../cards/adaptive-card';
import { sayAction } from '../cards/profile';
import { shortReplyIn } from '../guides/short-replies';
import { addressOf } from '../subscriptions/notice-address';
import { countOf, subjectText } from '../subscriptions/subject-text';
import { followButton, stopAllButton, stopButton } from '../subscriptions/subscription-buttons';
import { isOptOut, type SubscriptionOrder } from '../subscriptions/subscription-orders';
import { MOST_SUBSCRIPTIONS, type Subscription } from '../subscriptions/subscriptions';
import { shortName } from '../text/project-text';
import { writeVain } from './heard';
import { say, type Turn } from './turn';

/** Whether the words are this order after all: "suivre les bidonvilles" looks for a project unless it names one, be it with a typing error. */
export function isMeant(order: SubscriptionOrder, { parts }: Turn): boolean {
  if (order.kind !== 'follow' || !order.isWeak) return true;
  if (order.about.includes('?')) return false;
  return namesProject(order.about, parts) || parts.finder.misnamed(order.about).length > 0;
}

function namesProject(about: string, { knowledge }: Turn['parts']): boolean {
  return readQuestion(about, knowledge).named.length > 0;
}

/** A name that was only read after a correction: a subscription is not noted on a guess. */
function isMisnamed(about: string, { knowledge, finder }: Turn['parts']): boolean {
  return readQuestion(about, knowledge).corrections.length > 0 && finder.misnamed(about).length > 0;
}

/** Whether the words are "stop", said where something is followed and no guide is under way: the answer to a notice. */
export async function isOptingOut(turn: Turn, text: string): Promise<boolean> {
  return turn.walks.own === null && isOptOut(text, turn.knowledge) && (await subscriptionsOf(turn)).length > 0;
}

export async function obeySubscriptionOrder(turn: Turn, order: SubscriptionOrder): Promise<void> {
  const messages = noticeMessagesFor(turn.locale);
  switch (order.kind) {
    case 'follow':
      // "Suivre Mentro": the name that was meant is asked back, whatever else its words may be read as.
      return isMisnamed(order.about, turn.parts) || (order.isWeak && !namesProject(order.about, turn.parts))
        ? askWhich(turn, messages.perhaps(order.about), turn.parts.finder.misnamed(order.about))
        : followWords(turn, order.about, order.isOfNew);
    case 'follow-everything':
      return follow(turn, EVERYTHING, order.isOfNew);
    case 'follow-this':
    case 'follow-what': {
      const shown = followedInMemory(turn, order.kind === 'follow-this' && order.isValue);
      // « Préviens-moi », of what is followed already, means something else.
      const isNew = shown !== null && (order.kind === 'follow-this' || (await itemOn(turn, shown)) === undefined);
      return isNew ? follow(turn, shown) : refuse(turn, messages.askSubject);
    }
    case 'how':
      return refuse(turn, messages.askSubject);
    case 'list':
      return showSubscriptions(turn);
    case 'unfollow':
      return stopThose(turn, await saidIn(turn, order.about), order.about);
    case 'unfollow-this': {
      const shown = followedInMemory(turn, false);
      return shown === null
        ? askStop(turn)
        : stopThose(turn, await matching(turn, shown), subjectText(shown, turn.locale, turn.knowledge));
    }
    case 'unfollow-what': {
      const items = await subscriptionsOf(turn);
      return items.length === 1 ? stop(turn, items) : askStop(turn);
    }
    case 'unfollow-all':
      return stopAll(turn);
  }
}

/** « Suivre X », pressed where several projects were meant. */
export async function followProject(turn: Turn, project: string): Promise<void> {
  if (turn.knowledge.projectById.has(project)) await follow(turn, following([project]));
  else await say(turn, noticeMessagesFor(turn.locale).askSubject);
}

/** « Ne plus me prévenir », pressed: one subscription, or all. */
export async function unfollow(turn: Turn, id: number | null): Promise<void> {
  if (id === null) return stopAll(turn);
  const items = (await subscriptionsOf(turn)).filter((item) => item.id === id);
  if (items.length === 0) await say(turn, noticeMessagesFor(turn.locale).noSuch);
  else await stop(turn, items);
}

async function followWords(turn: Turn, about: string, isOfNew: boolean): Promise<void> {
  const messages = noticeMessagesFor(turn.locale);
  const { answer, memory } = answerToFollow(turn, about);
  const followed = followedIn(answer);
  if (followed !== null) {
    // "Et son coût ?" is then about the project to follow.
    turn.conversation.memory = memory;
    return follow(turn, followed, isOfNew);
  }
  if (answer.kind === 'clarify' && answer.candidates.length > 0)
    return askWhich(turn, messages.which(about), answer.candidates);
  const near = turn.parts.finder.named(about).slice(0, MOST_NEAR);
  return near.length > 0
    ? askWhich(turn, messages.perhaps(about), near)
    : refuse(turn, answer.kind === 'programme' ? messages.onlyProjects : messages.notUnderstood(about));
}

/** Names near to the one that was written; beyond a few it is a guess. */
const MOST_NEAR = 3;

/** An order of which nothing comes, until it is edited or one of the buttons under the sentence is pressed. */
async function refuse(turn: Turn, sentence: string, buttons: readonly Action[] = []): Promise<void> {
  writeVain(turn);
  await say(turn, sentence, buttonColumn(buttons));
}

/**
 * What the words are about by themselves: an order names its subject, so that nothing is completed from the memory. Of "FTAP 2" or "2019"
 * the brain tells what the fund did: an order means the projects.
 */
function answerToFollow(turn: Turn, about: string): ReturnType<typeof respond> {
  const text = namesProject(about, turn.parts) ? about : about.replace(ANY_PROJECT, '$1$2s');
  const said = respond({ text, locale: turn.locale }, EMPTY_MEMORY, turn.knowledge);
  if (said.answer.kind !== 'programme') return said;
  const list = listSaid(about, turn.knowledge);
  return list === null || list.filter.among !== null
    ? said
    : respondTo(list, turn.locale, EMPTY_MEMORY, turn.knowledge);
}

/** "Projet du logement", as is left of "si un projet du logement change", and "a housing project": any of them is meant, so all are followed. */
const ANY_PROJECT = /^(?:an?|any|each|every) ((?:[\p{L}-]+ ){0,3}?project)(?= |$)|^(project|projet)(?= |$)/iu;

/** What was last spoken of; `isValue`: the very value that was asked for, if it was one. */
function followedInMemory({ memory, locale, parts }: Turn, isValue: boolean): Followed | null {
  if (memory.question === null) return null;
  const followed = followedIn(respondTo(memory.question, locale, memory, parts.knowledge).answer);
  return followed === null || isValue ? followed : { ...followed, field: null };
}

async function follow(turn: Turn, followed: Followed, isOfNew = false): Promise<void> {
  const { parts, context, locale, profile } = turn;
  const messages = noticeMessagesFor(locale);
  const subject = subjectText(followed, locale, parts.knowledge);
  switch (await parts.subscriptions.add(addressOf(context.activity), locale, followed)) {
    case 'full':
      return showSubscriptions(turn, messages.full(MOST_SUBSCRIPTIONS));
    case 'known':
      return say(turn, messages.alreadySubscribed(subject));
    case 'added': {
      const count = countOf(followed, parts.knowledge);
      const said = [
        messages.subscribed(subject, count),
        ...(isOfNew && count !== null ? [messages.notOnlyNew] : []),
        messages.terms,
        ...(profile.reachesPeople ? [] : [messages.keepOpen]),
      ];
      const item = await itemOn(turn, followed);
      const mine = sayAction(messages.buttons.mine, messages.buttons.mine, profile);
      return say(turn, said.join('\n'), buttonColumn([mine, ...(item === undefined ? [] : [stopButton(item, turn)])]));
    }
  }
}

async function askWhich(turn: Turn, question: string, candidates: readonly string[]): Promise<void> {
  const projects = candidates.flatMap((id) => turn.knowledge.projectById.get(id) ?? []);
  const names = projects.map((project) => `- ${shortName(project)}`);
  const choices = projects.map((project) => followButton(project, turn));
  await refuse(turn, [question, ...names].join('\n'), choices);
}

async function showSubscriptions(turn: Turn, remark = ''): Promise<void> {
  const { parts, locale } = turn;
  const messages = noticeMessagesFor(locale);
  const items = await subscriptionsOf(turn);
  if (items.length === 0) return say(turn, messages.none);
  const day = (madeAt: string): string => messagesFor(locale).date(madeAt.slice(0, 'yyyy-mm-dd'.length));
  const buttons = [...items.map((item) => stopButton(item, turn)), ...(items.length > 1 ? [stopAllButton(turn)] : [])];
  const list = messages.list(
    items.map(({ followed, madeAt }) => messages.since(subjectText(followed, locale, parts.knowledge), day(madeAt))),
  );
  await say(turn, remark === '' ? list : `${remark}\n${list}`, buttonColumn(buttons));
}

async function itemOn(turn: Turn, followed: Followed): Promise<Subscription | undefined> {
  return (await subscriptionsOf(turn)).find((item) => isSameFollowed(item.followed, followed));
}

/** Those on this very subject, whichever field of it they are limited to. */
async function matching(turn: Turn, { filter }: Followed): Promise<readonly Subscription[]> {
  const items = await subscriptionsOf(turn);
  return items.filter((item) => isSameFollowed({ ...item.followed, field: null }, { filter, field: null }));
}

/** Those on what the words name. */
async function saidIn(turn: Turn, about: string): Promise<readonly Subscription[]> {
  const followed = followedIn(answerToFollow(turn, about).answer);
  return followed === null ? [] : matching(turn, followed);
}

async function stopThose(turn: Turn, items: readonly Subscription[], said: string): Promise<void> {
  if (items.length > 0) return stop(turn, items);
  writeVain(turn);
  await showSubscriptions(turn, noticeMessagesFor(turn.locale).notFollowed(said));
}

async function stop(turn: Turn, items: readonly Subscription[]): Promise<void> {
  const { parts, locale } = turn;
  await forgetThose(turn, items);
  const subjects = items.map(({ followed }) => subjectText(followed, locale, parts.knowledge));
  await say(turn, noticeMessagesFor(locale).stopped(subjects));
}

async function askStop(turn: Turn): Promise<void> {
  await showSubscriptions(turn, noticeMessagesFor(turn.locale).askStop);
  turn.conversation.asksStop = true;
}

/** « Tout », or what is followed by its name, said in reply to « Que faut-il arrêter ? »; false for any other words, which are no reply. */
export async function isStopReply(turn: Turn, text: string): Promise<boolean> {
  const { conversation } = turn;
  const isAsked = conversation.asksStop;
  conversation.asksStop = false;
  if (!isAsked || turn.walks.own !== null) return false;
  const isAll = shortReplyIn(text) === 'all';
  const items = isAll ? [] : await saidIn(turn, text);
  if (isAll) await stopAll(turn);
  else if (items.length > 0) await stop(turn, items);
  return isAll || items.length > 0;
}

async function stopAll(turn: Turn): Promise<void> {
  const { allStopped, none } = noticeMessagesFor(turn.locale);
  await say(turn, (await forgetSubscriptions(turn)) ? allStopped : none);
}

/** « Annuler », said where something is followed: it may have meant that, which goes on until it is stopped. False where nothing is. */
export async function leaveFollowed(turn: Turn): Promise<boolean> {
  if ((await subscriptionsOf(turn)).length === 0) return false;
  await showSubscriptions(turn, noticeMessagesFor(turn.locale).leftAsIs);
  return true;
}

/** Stops all that is followed, without a word; false where nothing is. */
export async function forgetSubscriptions(turn: Turn): Promise<boolean> {
  const items = await subscriptionsOf(turn);
  if (items.length > 0) await forgetThose(turn, items);
  return items.length > 0;
}

async function forgetThose({ parts, context }: Turn, items: readonly Subscription[]): Promise<void> {
  const ids = items.map(({ id }) => id);
  await parts.subscriptions.remove(addressOf(context.activity), ids);
}

function subscriptionsOf({ parts, context }: Turn): Promise<readonly Subscription[]> {
  return parts.subscriptions.of(addressOf(context.activity));
}
