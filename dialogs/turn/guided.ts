import type { GuideName } from '../../src/messages/guides/fr';
import { guideMessagesFor } from '../../src/messages/messages-for';
import { saidBefore } from '../answer-log';
import { noteCard } from '../cards/link-cards';
import { isFreeQuestion } from '../guides/free-question';
import type { Outcome } from '../guides/guide';
import {
  activeGuide,
  changeState,
  goBack,
  type GuideOptions,
  guideToolsFor,
  OUTCOME,
  REMARK,
  REPLY,
  type Reply as GuideReply,
  stateOf,
} from '../guides/guide-dialog';
import { shortName } from '../text/project-text';
import { answerQuestion, answerWords } from './answers';
import { readLog, say, send, type Turn, writeLog } from './turn';

/** Begins a guide, in the place of the one under way. */
export async function start(turn: Turn, guide: GuideName, on: string | null): Promise<void> {
  const { dc, locale } = turn;
  await dc.cancelAllDialogs();
  const log = await readLog(turn);
  await writeLog(turn, { ...log, run: log.run + 1 });
  const options: GuideOptions = { run: log.run, locale, on };
  await dc.beginDialog(guide, options);
  await finish(turn);
}

/** Gives the guide under way its reply. */
export async function goOn(turn: Turn, reply: GuideReply): Promise<void> {
  turn.context.turnState.set(REPLY, reply);
  await turn.dc.continueDialog();
  await finish(turn);
}

/** Asks the pending question again, after a remark. */
export async function ask(turn: Turn, remark: string | null): Promise<void> {
  turn.context.turnState.set(REMARK, remark);
  await turn.dc.repromptDialog();
}

/** A guide ends with its outcome; before its end there is none. */
async function finish(turn: Turn): Promise<void> {
  const { parts, context, locale } = turn;
  const outcome: Outcome | undefined = context.turnState.get(OUTCOME);
  if (outcome === undefined) return;
  const messages = guideMessagesFor(locale);
  const entry = { at: parts.now().toISOString(), locale, channel: context.activity.channelId };
  switch (outcome.kind) {
    case 'question':
      await answerQuestion(turn, outcome.question);
      return;
    case 'note':
      await sendNote(turn, outcome.projects);
      return;
    case 'opinion':
      await parts.inbox.add({ kind: 'opinion', ...entry, rating: outcome.rating, text: outcome.text });
      await say(turn, messages.opinion.thanks);
      return;
    case 'report': {
      const log = await readLog(turn);
      await parts.inbox.add({
        kind: 'report',
        ...entry,
        about: outcome.about,
        project: outcome.project,
        text: outcome.text,
        question: log.answers.at(-1)?.said ?? null,
        previous: [...saidBefore(log, log.answers.at(-1)?.id ?? 0)],
      });
      await say(turn, messages.report.thanks);
      return;
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
  const { dc, locale, parts } = turn;
  const guide = activeGuide(dc);
  const state = stateOf(dc);
  const messages = guideMessagesFor(locale);
  if (guide === null || state === null) return;
  switch (order) {
    case 'cancel':
      await dc.cancelAllDialogs();
      await say(turn, messages.cancelled);
      return;
    case 'back':
      await ask(turn, goBack(dc, guide, guideToolsFor(locale, parts.knowledge)) ? null : messages.alreadyFirst);
      return;
    case 'help':
      await ask(turn, guide.help(guideToolsFor(locale, parts.knowledge)));
      return;
    case 'keep':
      if (state.kept === null) await ask(turn, null);
      else await goOn(turn, { kind: 'words', text: state.kept });
      return;
  }
}

/** A question in the middle of a guide is answered, and the pending question asked again. */
export async function isInterrupted(turn: Turn, text: string): Promise<boolean> {
  const { dc, parts, locale } = turn;
  const guide = activeGuide(dc);
  const state = stateOf(dc);
  if (guide === null || state === null) return false;
  const free = isFreeQuestion(text, guide, state, guideToolsFor(locale, parts.knowledge));
  if (free === null) return false;
  await answerWords(turn, text);
  if (free.ends) {
    await dc.cancelAllDialogs();
    return true;
  }
  if (free.mayBeReply) changeState(dc, { kept: text });
  const { resumed, text: texts } = guideMessagesFor(locale);
  await ask(turn, free.mayBeReply ? `${resumed} ${texts.keepOffer}` : resumed);
  return true;
}

/** The guide under way, from its first question. */
export async function restart(turn: Turn): Promise<void> {
  const guide = activeGuide(turn.dc);
  if (guide !== null) await start(turn, guide.name, null);
}

/** Does something else, then asks the pending question of a guide again. */
export async function resume(turn: Turn, act: () => Promise<void>): Promise<void> {
  await act();
  if (stateOf(turn.dc) !== null) await ask(turn, guideMessagesFor(turn.locale).resumed);
}

/** True when this very walk of the guide is under way. */
export function isUnderWay({ dc }: Turn, { guide, run }: { readonly guide: GuideName; readonly run: number }): boolean {
  return activeGuide(dc)?.name === guide && stateOf(dc)?.run === run;
}
