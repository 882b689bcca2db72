import { textMark } from '../answer-log';
import type { Submission } from '../cards/submission';
import type { Turn } from './turn';

/** What is sent again comes within a minute, and a double click at once: nobody presses on so many cards in that time. */
const MOST_CARDS = 20;

/**
 * True when this press was already done; else it is remembered as done, together with what it does. The one place where a
 * card's nonce counts: whatever brings a submission asks here before it acts. A card from before there were nonces is pressed
 * as often as one likes, and each action still guards itself (`run`, `ratingBy`).
 */
export function isRepeated(turn: Turn, { nonce, ...submission }: Submission): boolean {
  const { conversation, context } = turn;
  // Not pressed by anybody: Teams asks for it each time that the card is looked at.
  if (submission.action === 'refresh') return false;
  if (nonce === undefined) {
    forgetLastPress(turn);
    return false;
  }
  // Of a group, two people may press the same button: that is no repetition.
  const press = textMark(JSON.stringify([nonce, context.activity.from.id, submission]));
  const { last, cards } = conversation.presses;
  // Another button of the same card may be pressed, and then the first one again: only the last one counts.
  const wasLastOnCard = cards.some((card) => card.nonce === nonce && card.press === press);
  // These begin or show something: pressed once more, but not twice in a row, they are meant.
  const mayBeAgain = AGAIN.has(submission.action) || (submission.action === 'order' && submission.order === 'help');
  if (last === press || (wasLastOnCard && !mayBeAgain)) return true;
  conversation.presses = {
    last: press,
    cards: [...cards.filter((card) => card.nonce !== nonce), { nonce, press }].slice(-MOST_CARDS),
  };
  return false;
}

/** Something else was done: a button that may be pressed again is free again. */
export function forgetLastPress({ conversation }: Turn): void {
  const { presses } = conversation;
  if (presses.last !== null) conversation.presses = { ...presses, last: null };
}

const AGAIN: ReadonlySet<Submission['action']> = new Set(['start', 'more', 'reading']);
