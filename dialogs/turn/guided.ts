import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { guideMessagesFor, typeset } from '../../src/messages/messages-for';
import { saidBefore } from '../answer-log';
import type { CardElement } from '../cards/adaptive-card';
import { guideCard } from '../cards/guide-card';
import { noteCard } from '../cards/link-cards';
import { isFreeQuestion } from '../guides/free-question';
import { GUIDES } from '../guides/all-guides';
import { guideToolsFor, type Outcome } from '../guides/guide';
import { backFrom, chosenSoFar, type GuideReply, pendingOf, replied } from '../guides/play';
import type { Walk } from '../guides/walks';
import { shortName, shortNameOf } from '../text/project-text';
import { answerQuestion, answerWords } from './answers';
import { say, send, type Turn } from './turn';

/** Begins a guide, in the place of the one under way. */
export async function start(turn: Turn, guide: GuideName, on: string | null): Promise<void> {
  const { conversation, walks, locale } = turn;
  const { answers: log } = conversation;
  conversation.answers = { ...log, run: log.run + 1 };
  walks.keep({ guide, answers: {}, open: null, run: log.run, locale, kept: null });
  if (on === null) await ask(turn, null);
  else await goOn(turn, { kind: 'words', text: on });
}

/** The guide under way, its pending question and what it is played with; null when none is. */
export function guidedIn({ walks: { own: walk }, memory, knowledge }: Turn) {
  if (walk === null) return null;
  const [guide, tools] = [GUIDES[walk.guide], guideToolsFor(walk.locale, knowledge, memory.focus)];
  return { walk, guide, tools, pending: pendingOf(guide, walk, tools) };
}

/** Gives the guide under way its reply: what it leads to is asked, or is the outcome of the guide. */
export async function goOn(turn: Turn, reply: GuideReply): Promise<void> {
  const guided = guidedIn(turn);
  if (guided === null) return;
  const { walk, guide, tools } = guided;
  const { progress, remark } = replied(guide, walk, reply, tools);
  if (progress !== null) turn.walks.keep({ ...walk, ...progress, kept: null });
  await ask(turn, remark);
}

/** Asks the pending question of the guide under way, after a remark; a guide that has none left ends with its outcome. */
export async function ask(turn: Turn, remark: string | null): Promise<void> {
  const guided = guidedIn(turn);
  if (guided === null) return;
  const { walk, guide, tools, pending } = guided;
  const { locale, answers } = walk;
  const chosen = chosenSoFar(guide, walk, tools);
  if (pending === null) {
    const outcome = guide.finish(answers, tools);
    turn.walks.ended = { outcome, chosen };
    turn.walks.keep(null);
    return finish(turn, outcome);
  }
  const text = typeset([...(remark === null ? [] : [remark]), pending.asked.prompt].join('\n'), locale);
  await send(turn, { text, card: guideCard(walk, pending, text, turn.profile), suggestions: [], locale, chosen });
}

async function finish(turn: Turn, outcome: Outcome): Promise<void> {
  const { parts, context, locale } = turn;
  const messages = guideMessagesFor(locale);
  const entry = { at: parts.now().toISOString(), locale, channel: context.activity.channelId };
  switch (outcome.kind) {
    case 'question':
      return answerQuestion(turn, outcome.question);
    case 'note':
      return sendNote(turn, outcome.projects);
    case 'opinion': {
      const kept = await parts.inbox.add({ ...entry, ...outcome });
      return say(turn, kept === null ? messages.full : messages.opinion.thanks);
    }
    case 'report': {
      const { answers: log } = turn.conversation;
      const { said: question = null, id = 0 } = log.answers.at(-1) ?? {};
      const kept = await parts.inbox.add({ ...entry, ...outcome, question, previous: saidBefore(log, id) });
      if (kept === null) return say(turn, messages.full);
      return say(turn, messages.report.thanks(outcome.project && shortNameOf(outcome.project, parts.knowledge)));
    }
  }
}

/** Gives the links to a note on these projects. */
export async function sendNote(turn: Turn, projects: readonly string[]): Promise<void> {
  const { parts, locale, addresses } = turn;
  const names = projects.flatMap((id) => parts.knowledge.projectById.get(id) ?? []).map(shortName);
  await send(turn, noteCard(names, projects, addresses, locale));
}

/** Back, cancel, help and « garder ma phrase », in the guide under way. */
export async function orderGuide(turn: Turn, order: 'cancel' | 'back' | 'help' | 'keep'): Promise<void> {
  const guided = guidedIn(turn);
  if (guided === null) return;
  const { walk, guide, tools } = guided;
  switch (order) {
    case 'cancel':
      turn.walks.keep(null);
      return say(turn, tools.messages.cancelled);
    case 'back': {
      const progress = backFrom(guide, walk, tools);
      if (progress !== null) turn.walks.keep({ ...walk, ...progress, kept: null });
      return ask(turn, progress === null ? tools.messages.alreadyFirst : null);
    }
    case 'help':
      return ask(turn, guide.help(tools));
    case 'keep':
      return walk.kept === null ? ask(turn, null) : goOn(turn, { kind: 'words', text: walk.kept });
  }
}

/** A question in the middle of a guide is answered, and the pending question asked again. */
export async function isInterrupted(turn: Turn, text: string): Promise<boolean> {
  const guided = guidedIn(turn);
  const free = guided?.pending && isFreeQuestion(text, guided.pending, guided.walk.answers, guided.tools);
  if (!free) return false;
  await answerWords(turn, text);
  if (free === 'leave') {
    turn.walks.keep(null);
    return true;
  }
  const mayBeReply = free === 'may-be-reply';
  if (mayBeReply) turn.walks.keep({ ...guided.walk, kept: text });
  const { resumed, text: texts } = guided.tools.messages;
  await ask(turn, mayBeReply ? `${resumed} ${texts.keepOffer}` : resumed);
  return true;
}

/** Says a sentence: in a guide before its pending question, else with the buttons of some guides under it. */
export function remark(turn: Turn, sentence: string, guides: readonly CardElement[] = []): Promise<void> {
  return turn.walks.own === null ? say(turn, sentence, guides) : ask(turn, sentence);
}

/** Does something else, then asks the pending question of a guide again. */
export async function resume(turn: Turn, act: () => Promise<void>): Promise<void> {
  await act();
  if (turn.walks.own !== null) await ask(turn, guideMessagesFor(turn.locale).resumed);
}

/** True when this very walk of the guide is under way. */
export function isUnderWay({ walks }: Turn, { guide, run }: Pick<Walk, 'guide' | 'run'>): boolean {
  return walks.own?.guide === guide && walks.own.run === run;
}
