import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Submission } from '../cards/submission';
import type { Turn } from './turn';

/** What was pressed in a conversation: the last thing done in it when that was a press, and what was last pressed on each card. */
const schema = z
  .strictObject({
    last: z.string().nullable(),
    cards: z.array(z.strictObject({ nonce: z.string(), press: z.string() })),
  })
  .catch({ last: null, cards: [] });

/** What is sent again comes within a minute, and a double click at once: nobody presses on so many cards in that time. */
const MOST_CARDS = 20;

/**
 * True when this press was already done; else it is remembered as done, together with what it does. The one place where a
 * card's nonce counts: whatever brings a submission asks here before it acts. A card from before there were nonces is pressed
 * as often as one likes, and each action still guards itself (`run`, `ratingBy`).
 */
export async function isRepeated(turn: Turn, { nonce, ...submission }: Submission): Promise<boolean> {
  const { parts, context } = turn;
  // Not pressed by anybody: Teams asks for it each time that the card is looked at.
  if (submission.action === 'refresh') return false;
  if (nonce === undefined) {
    await forgetLastPress(turn);
    return false;
  }
  // Of a group, two people may press the same button: that is no repetition.
  const press = createHash('sha256')
    .update(JSON.stringify([nonce, context.activity.from.id, submission]))
    .digest('base64url');
  const known = await readPresses(turn);
  // Another button of the same card may be pressed, and then the first one again: only the last one counts.
  const wasLastOnCard = known.cards.some((card) => card.nonce === nonce && card.press === press);
  if (known.last === press || (wasLastOnCard && !mayBePressedAgain(submission))) return true;
  await parts.presses.set(context, {
    last: press,
    cards: [...known.cards.filter((card) => card.nonce !== nonce), { nonce, press }].slice(-MOST_CARDS),
  });
  return false;
}

/** Something else was done: a button that may be pressed again is free again. */
export async function forgetLastPress(turn: Turn): Promise<void> {
  const known = await readPresses(turn);
  if (known.last !== null) await turn.parts.presses.set(turn.context, { ...known, last: null });
}

/** These begin or show something: pressed once more, but not twice in a row, they are meant. */
function mayBePressedAgain(submission: Omit<Submission, 'nonce'> & { readonly order?: string }): boolean {
  return AGAIN.has(submission.action) || submission.order === 'help';
}

const AGAIN: ReadonlySet<Submission['action']> = new Set(['start', 'more', 'reading']);

async function readPresses({ parts, context }: Turn): Promise<z.infer<typeof schema>> {
  return schema.parse(await parts.presses.get(context));
}
