import type { TurnContext } from 'botbuilder';
import { respond } from '../../src/core/respond';
import { foldedText } from '../../src/core/language/fold';
import { readQuestion } from '../../src/core/understanding/reading';
import { EMPTY_MEMORY } from '../../src/core/model/question';
import { guideMessagesFor, messagesFor, smalltalkMessagesFor } from '../../src/messages/messages-for';
import { guideElements } from '../cards/press-action';
import { type PressedButton, pressedButton, type Submission } from '../cards/submission';
import type { GuideName } from '../../src/core/knowledge/order-patterns';
import { isWaySaid } from '../guides/choice-step';
import { type Order, orderIn, type SaidOrder } from '../guides/orders';
import { shortReplyIn } from '../guides/short-replies';
import { subscriptionOrderIn } from '../subscriptions/subscription-orders';
import { answerQuestion, answerWords } from './answers';
import { writeHeard, writeVain } from './heard';
import { isFirstOfList, isListCut, moreByWords, onSubmission, showStretch } from './buttons';
import {
  forgetSubscriptions,
  isMeant,
  isOptingOut,
  isStopReply,
  leaveFollowed,
  obeySubscriptionOrder,
} from './following';
import { ask, goOn, guidedIn, isInterrupted, isUnderWay, orderGuide, remark, resume, start } from './guided';
import { forgetLastPress, isRepeated } from './presses';
import { isReasonSaid } from './rating';
import { holdsMoreThanWords } from '../teams/said-text';
import { exportSaid, noteSaid } from './take-away';
import { openTurn, saidTo, say, send, type Turn, type TurnParts } from './turn';
import { welcome } from './welcome';

/** One message, answered: an order, a button, a reply to the guide under way, or a question. */
export async function playTurn(context: TurnContext, parts: TurnParts): Promise<void> {
  const turn = await openTurn(context, parts);
  const pressed = pressedButton(context.activity.value);
  const { text, isMention } = saidTo(context);
  if (pressed.kind === 'known') {
    turn.conversation.asksStop = false;
    await playButton(turn, pressed);
    return;
  }
  forgetLastPress(turn);
  writeHeard(turn, null);
  if (pressed.kind === 'unknown' && text === '') await playButton(turn, pressed);
  else if (text === '' && holdsMoreThanWords(context.activity)) await onThings(turn);
  else if (text === '' && isMention) await onCall(turn);
  else await onWords(turn, text);
}

/** A file, a picture or a card, and not a word: none is read. */
async function onThings(turn: Turn): Promise<void> {
  writeVain(turn);
  await remark(turn, messagesFor(turn.locale).wordsOnly);
}

/** What a button asks for; a sentence for one that our cards do not have, and for one that was pressed already: true for the last. */
export async function playButton(turn: Turn, pressed: PressedButton): Promise<boolean> {
  const wasPressed = pressed.kind === 'known' && isRepeated(turn, pressed.submission);
  if (pressed.kind !== 'known') await remark(turn, guideMessagesFor(turn.locale).unknownButton);
  else if (wasPressed) await refuseRepeated(turn, pressed.submission);
  else await onSubmission(turn, pressed.submission);
  return wasPressed;
}

/**
 * Of a press in Teams that takes its card's place, the first answer may never have come: what stands there now is drawn again,
 * the pending question of this very walk or the stretch of the list.
 */
async function refuseRepeated(turn: Turn, submission: Submission): Promise<void> {
  const { alreadyPressed } = guideMessagesFor(turn.locale);
  const isInvoke = turn.context.activity.type === 'invoke';
  if (isInvoke && submission.action === 'more') await showStretch(turn, submission);
  else if (isInvoke && 'run' in submission && isUnderWay(turn, submission)) await ask(turn, alreadyPressed);
  else await say(turn, alreadyPressed);
}

/** The assistant was called by its name and nothing more: it says what it is, or what it waits for. */
async function onCall(turn: Turn): Promise<void> {
  if (turn.walks.own === null) await send(turn, welcome(turn.locale, turn.profile));
  else await orderGuide(turn, 'help');
}

async function onWords(turn: Turn, text: string): Promise<void> {
  if ((await isStopReply(turn, text)) || (await isReasonSaid(turn, text))) return;
  const wish = subscriptionOrderIn(text, turn.knowledge);
  // A message that a guide waits for may begin so.
  if (wish !== null && isMeant(wish.order, turn) && guidedIn(turn)?.pending?.asked.input !== 'text') {
    const asked = { ...turn, locale: wish.locale };
    return resume(asked, () => obeySubscriptionOrder(asked, wish.order));
  }
  if (await isOptingOut(turn, text)) return obeySubscriptionOrder(turn, { kind: 'unfollow-what' });
  const said = orderIn(text, turn.knowledge);
  const { walks } = turn;
  if (walks.own === null) {
    if (said === null || !(await obey(inLanguageOf(turn, text, said), said.order))) await answerWords(turn, text);
    return;
  }
  const inLocale = inLanguageOf(turn, text, said);
  walks.keep({ ...walks.own, locale: inLocale.locale });
  if (keepsWords(inLocale, text)) return orderGuide(inLocale, 'keep');
  // "Comparer", the label of a button, ends the picking of a comparison, and would else begin another.
  const asked = guidedIn(inLocale)?.pending?.asked;
  if (asked !== undefined && isWaySaid(text, asked)) return goOn(inLocale, { kind: 'words', text });
  if (said !== null && (await obey(inLocale, said.order))) return;
  if (asksHelp(inLocale, text)) return orderGuide(inLocale, 'help');
  if (await isInterrupted(inLocale, text)) return;
  await goOn(inLocale, { kind: 'words', text });
}

/** The turn, in the language of these words where they tell it. */
function inLanguageOf(turn: Turn, text: string, said: SaidOrder | null): Turn {
  if (said !== null) return { ...turn, locale: said.locale ?? turn.locale };
  // Names of projects are French, whatever the language of who picks them; and "any" is soon said.
  if (shortReplyIn(text) !== null || namesProjects(turn, text)) return turn;
  return { ...turn, locale: readQuestion(text, turn.knowledge).locale ?? turn.locale };
}

/** Whether words are obeyed and not answered, once no guide takes them for a reply. */
export async function isOrder(turn: Turn, text: string): Promise<boolean> {
  const wish = subscriptionOrderIn(text, turn.knowledge);
  if ((wish !== null && isMeant(wish.order, turn)) || (await isOptingOut(turn, text))) return true;
  const said = orderIn(text, turn.knowledge);
  return said !== null && !isOfBrain(said.order);
}

/** The brain knows these, and has more ways of saying them. */
function isOfBrain({ kind }: Order): boolean {
  return kind === 'cancel' || kind === 'help' || kind === 'restart' || kind === 'rest';
}

/** Obeys an order, in a guide or in none; false for one that then is words like others. */
async function obey(turn: Turn, order: Order): Promise<boolean> {
  const { walks } = turn;
  const isGuided = walks.own !== null;
  // "Il y a une erreur" may be the message itself that the guide waits for.
  if (MAY_BE_TEXT.has(order.kind) && guidedIn(turn)?.pending?.asked.input === 'text') return false;
  switch (order.kind) {
    case 'start':
      // "Comparer", of projects that are still picked, is said too soon rather than again.
      if (order.on === null && walks.own?.guide === order.guide && walks.own.open !== null) return false;
      // A note whose projects are named is made at once.
      if (order.guide === 'note' && order.on !== null) await noteSaid(turn, order.on);
      else await start(turn, order.guide, order.on);
      return true;
    case 'more':
    case 'rest':
      // Of a list that was cut, more is another question.
      if (order.kind === 'rest' ? !isListCut(turn) : !isGuided && isFirstOfList(turn)) return false;
      await resume(turn, () => moreByWords(turn));
      return true;
    case 'export':
      return exportSaid(turn, order.on);
    case 'rephrase':
      await resume(turn, () => answerQuestion(turn, { kind: 'smalltalk', act: 'not-understood' }));
      return true;
    case 'forget':
      await forgetConversation(turn);
      return true;
    case 'back':
      if (isGuided) await orderGuide(turn, 'back');
      else
        await say(turn, guideMessagesFor(turn.locale).nothingUnderWay, guideElements(MENU, turn.locale, turn.profile));
      return true;
    // Without a guide: see `isOfBrain`.
    case 'cancel':
    case 'help':
      if (!isGuided) return order.kind === 'cancel' && leaveFollowed(turn);
      await orderGuide(turn, order.kind);
      return true;
    case 'restart':
      if (walks.own !== null) await start(turn, walks.own.guide, null);
      return isGuided;
  }
}

/** What is offered where there is no guide to go back in. */
const MENU: readonly GuideName[] = ['find', 'savings', 'compare', 'note'];

const MAY_BE_TEXT: ReadonlySet<Order['kind']> = new Set(['start', 'more', 'rest', 'export', 'rephrase']);

/**
 * « Oublie-moi », said: what this conversation was about, what it follows and the guide under way. Numbers of answers go on, so that
 * no old button means a new answer. What the channel itself keeps is not ours to erase here, and the sentence says what does.
 */
async function forgetConversation(turn: Turn): Promise<void> {
  const { parts, conversation, walks, locale, profile } = turn;
  walks.keep(null);
  conversation.memory = { ...EMPTY_MEMORY, locale };
  conversation.answers = { ...conversation.answers, answers: [] };
  conversation.asked = [];
  await forgetSubscriptions(turn);
  const { forgotten } = smalltalkMessagesFor(locale);
  await say(turn, forgotten(profile.keepsMessages ? 'teams' : 'page', parts.operator.kept));
}

/** The words name projects, where projects are asked for. */
function namesProjects(turn: Turn, text: string): boolean {
  return (
    guidedIn(turn)?.pending?.asked.input === 'project' &&
    !text.includes('?') &&
    readQuestion(text, turn.knowledge).named.length > 0
  );
}

/** "Oui" to the offer of keeping a sentence, or the label of its button. */
function keepsWords({ walks, locale }: Turn, text: string): boolean {
  if ((walks.own?.kept ?? null) === null) return false;
  return shortReplyIn(text) === 'yes' || foldedText(text) === foldedText(guideMessagesFor(locale).text.keep);
}

/** "Je ne sais pas", "?", "je suis perdu", where the pending question can do nothing with it. */
function asksHelp(turn: Turn, text: string): boolean {
  const guided = guidedIn(turn);
  if (!guided?.pending || guided.pending.asked.input === 'text') return false;
  const { step, asked } = guided.pending;
  if (step.read(text, asked, guided.walk.answers, guided.tools).kind !== 'retry') return false;
  if (shortReplyIn(text) === 'unsure' || /^[?\s]*\?[?\s]*$/u.test(text)) return true;
  const { answer } = respond({ text, locale: turn.locale }, EMPTY_MEMORY, turn.knowledge);
  return answer.kind === 'smalltalk' && answer.act === 'help';
}
