import type { TurnContext } from 'botbuilder';
import { readQuestion } from '../../src/core/understanding/reading';
import { pressedButton } from '../cards/submission';
import type { GuideName } from '../../src/messages/guides/messages';
import { activeGuide, changeState, stateOf } from '../guides/guide-dialog';
import { type Order, orderIn } from '../guides/orders';
import { shortReplyIn } from '../guides/short-replies';
import { subscriptionOrderIn } from '../subscriptions/subscription-orders';
import { answerWords } from './answers';
import { exportLast, moreByWords, onSubmission, onUnknownButton, refuseOrder } from './buttons';
import { isMeant, obeySubscriptionOrder } from './following';
import { goOn, isInterrupted, orderGuide, restart, resume, start } from './guided';
import { asksHelp, keepsWords, namesProjects, pendingIn, saysWay } from './pending-words';
import { openTurn, textOf, type Turn, type TurnParts } from './turn';

/** One message, answered: an order, a button, a reply to the guide under way, or a question. */
export async function playTurn(context: TurnContext, parts: TurnParts): Promise<void> {
  const turn = await openTurn(context, parts);
  const pressed = pressedButton(context.activity.value);
  const text = textOf(context);
  if (pressed.kind === 'known') await onSubmission(turn, pressed.submission);
  else if (pressed.kind === 'unknown' && text === '') await onUnknownButton(turn);
  else await onWords(turn, text);
}

async function onWords(turn: Turn, text: string): Promise<void> {
  const wish = subscriptionOrderIn(text);
  // A message that a guide waits for may begin so.
  if (wish !== null && isMeant(wish.order, turn) && pendingIn(turn)?.asked.input !== 'text') {
    const asked = { ...turn, locale: wish.locale };
    await resume(asked, () => obeySubscriptionOrder(asked, wish.order));
    return;
  }
  const said = orderIn(text);
  const { dc } = turn;
  // Names of projects are French, whatever the language of who picks them; and "any" is soon said.
  const read =
    shortReplyIn(text) !== null || namesProjects(turn, text) ? null : readQuestion(text, turn.parts.knowledge).locale;
  const spoken = said === null ? (read ?? turn.locale) : (said.locale ?? turn.locale);
  const inLocale = { ...turn, locale: spoken };
  if (stateOf(dc) === null) {
    if (said === null || !(await obey(inLocale, said.order))) await answerWords(turn, text);
    return;
  }
  changeState(dc, { locale: spoken });
  if (keepsWords(inLocale, text)) {
    await orderGuide(inLocale, 'keep');
    return;
  }
  // "Comparer" ends the picking of a comparison, and would else begin another.
  if (saysWay(inLocale, text)) {
    await goOn(inLocale, { kind: 'words', text });
    return;
  }
  if (said !== null && (await obeyInGuide(inLocale, said.order))) return;
  if (asksHelp(inLocale, text)) {
    await orderGuide(inLocale, 'help');
    return;
  }
  if (await isInterrupted(inLocale, text)) return;
  await goOn(inLocale, { kind: 'words', text });
}

/** Orders when no guide is under way; false for those that then are words like others. */
async function obey(turn: Turn, order: Order): Promise<boolean> {
  switch (order.kind) {
    case 'start':
      await start(turn, order.guide, order.on);
      return true;
    case 'more':
      await moreByWords(turn);
      return true;
    case 'export':
      await exportLast(turn);
      return true;
    case 'back':
      await refuseOrder(turn);
      return true;
    // The brain knows these, and has more ways of saying them.
    case 'cancel':
    case 'help':
    case 'restart':
      return false;
  }
}

async function obeyInGuide(turn: Turn, order: Order): Promise<boolean> {
  const takesText = pendingIn(turn)?.asked.input === 'text';
  switch (order.kind) {
    case 'cancel':
    case 'back':
    case 'help':
      await orderGuide(turn, order.kind);
      return true;
    case 'restart':
      await restart(turn);
      return true;
    case 'start':
      // "Il y a une erreur" may be the message itself, and "comparer" is said too soon rather than again.
      if (takesText || (order.on === null && isPicking(turn, order.guide))) return false;
      await start(turn, order.guide, order.on);
      return true;
    case 'more':
      if (takesText) return false;
      await resume(turn, () => moreByWords(turn));
      return true;
    case 'export':
      if (takesText) return false;
      await resume(turn, () => exportLast(turn));
      return true;
  }
}

/** The guide has projects and takes more. */
function isPicking({ dc }: Turn, guide: GuideName): boolean {
  const open = stateOf(dc)?.open ?? null;
  return activeGuide(dc)?.name === guide && open !== null;
}
