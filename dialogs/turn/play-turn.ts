import type { TurnContext } from 'botbuilder';
import { readQuestion } from '../../src/core/understanding/reading';
import { pressedButton } from '../cards/submission';
import { changeState, stateOf } from '../guides/guide-dialog';
import { type Order, orderIn } from '../guides/orders';
import { answerWords } from './answers';
import { exportLast, moreByWords, onSubmission, onUnknownButton } from './buttons';
import { goOn, isInterrupted, orderGuide, saysWay, start } from './guided';
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
  const said = orderIn(text);
  const spoken = said?.locale ?? readQuestion(text, turn.parts.knowledge).locale ?? turn.locale;
  const { dc } = turn;
  const inLocale = { ...turn, locale: spoken };
  if (stateOf(dc) === null) {
    if (said === null || !(await obey(inLocale, said.order))) await answerWords(turn, text);
    return;
  }
  changeState(dc, { locale: spoken });
  // "Comparer" ends the picking of a comparison, and would else begin another.
  if (saysWay(inLocale, text)) {
    await goOn(inLocale, { kind: 'words', text });
    return;
  }
  if (said !== null && (await obeyInGuide(inLocale, said.order))) return;
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
      return moreByWords(turn);
    case 'export':
      await exportLast(turn);
      return true;
    // The brain knows these, and has more ways of saying them.
    case 'cancel':
    case 'back':
    case 'help':
      return false;
  }
}

async function obeyInGuide(turn: Turn, order: Order): Promise<boolean> {
  switch (order.kind) {
    case 'cancel':
    case 'back':
    case 'help':
      await orderGuide(turn, order.kind);
      return true;
    case 'start':
      await start(turn, order.guide, order.on);
      return true;
    case 'more':
    case 'export':
      return false;
  }
}
