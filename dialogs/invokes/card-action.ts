import { z } from 'zod';
import { guideMessagesFor, typeset } from '../../src/messages/messages-for';
import type { AdaptiveCard } from '../cards/adaptive-card';
import { cardOf, paragraph, written } from '../cards/elements';
import { withNonce } from '../cards/nonce';
import { type PressedButton, pressedButton, type Submission } from '../cards/submission';
import type { Reply } from '../reply';
import { heldReplies } from '../send-reply';
import { playButton } from '../turn/play-turn';
import { openTurn, send, type Turn, type TurnParts } from '../turn/turn';
import { invokeHandler, type InvokeHandler } from './invoke';

/** What is drawn for who pressed the button. Teams reads the status of an answer in its body, beside that of the request. */
type CardActionBody =
  | { readonly statusCode: 200; readonly type: 'application/vnd.microsoft.card.adaptive'; readonly value: AdaptiveCard }
  | { readonly statusCode: 200; readonly type: 'application/vnd.microsoft.activity.message'; readonly value: string };

/** Teams adds keys of its own: an id, what triggered it. */
const schema = z.looseObject({
  action: z.looseObject({
    type: z.literal('Action.Execute'),
    verb: z.string(),
    data: z.record(z.string(), z.unknown()),
  }),
});

/** `adaptiveCard/action`: plays a button as if it had come in a message, and answers with what takes its card's place; the rest is said. */
export function createCardAction(parts: TurnParts): InvokeHandler {
  return invokeHandler('adaptiveCard/action', schema, async (context, { action }) => {
    const turn = await openTurn(context, parts);
    const pressed = buttonOf(action);
    const { replies, result: wasPressed } = await heldReplies(context, () => playButton(turn, pressed));
    const submission = pressed.kind === 'known' ? pressed.submission : null;
    const { body, said } =
      // Of a press that was done before what it led to is drawn again; a card that it ended, and that tells what was chosen, stays.
      wasPressed ? firstInPlace(turn, replies, cardInPlace) : answerOfAction(turn, submission, replies);
    for (const reply of said) await send(turn, reply);
    // A card that is only looked at again stays the same showing; any other that takes its place is a new one.
    return withNonce(body, (submission?.action === 'refresh' ? submission.nonce : undefined) ?? parts.randomId());
  });
}

/** Our buttons say the same thing twice; one that does not is none of ours. */
function buttonOf({ verb, data }: z.infer<typeof schema>['action']): PressedButton {
  const pressed = pressedButton(data);
  return pressed.kind === 'known' && pressed.submission.action === verb ? pressed : { kind: 'unknown' };
}

interface ActionAnswer {
  readonly body: CardActionBody;
  /** What is said in messages. */
  readonly said: readonly Reply[];
}

function answerOfAction(turn: Turn, submission: Submission | null, replies: readonly Reply[]): ActionAnswer {
  switch (submission?.action) {
    case 'answer':
    case 'order':
      return guideInPlace(turn, replies);
    case 'more':
      // The card holds a second answer below the list of the first.
      return submission.isFirst ? beside(turn, replies) : firstInPlace(turn, replies, cardInPlace);
    case 'refresh':
      // The text above is the answer's own.
      return firstInPlace(turn, replies, ({ card }) => card);
    case 'start':
    case 'reading':
    case 'follow':
    case 'unfollow':
    case 'rate':
    case undefined:
      return beside(turn, replies);
  }
}

/** The next question of a guide takes the place of the last one; what the guide leads to is a message, to be cited and rated. */
function guideInPlace(turn: Turn, replies: readonly Reply[]): ActionAnswer {
  const { locale } = turn;
  const { ended } = turn.walks;
  const last = replies.at(-1);
  if (last === undefined) return beside(turn, replies);
  if (ended?.outcome.kind !== 'question' && ended?.outcome.kind !== 'note')
    return { body: drawn(cardInPlace(last)), said: replies.slice(0, -1) };
  const text = typeset(guideMessagesFor(locale).resultBelow, locale);
  const below: Reply = { text, card: null, suggestions: [], locale, chosen: ended.chosen };
  return { body: drawn(cardInPlace(below)), said: replies };
}

function firstInPlace(turn: Turn, replies: readonly Reply[], cardOfReply: (reply: Reply) => AdaptiveCard | null) {
  const [first, ...said] = replies;
  const card = first === undefined || first.card === null ? null : cardOfReply(first);
  return card === null ? beside(turn, replies) : { body: drawn(card), said };
}

/** The card stays as it is: it holds more than the button. One sentence is told under it, anything else said as ever. */
function beside({ locale }: Turn, replies: readonly Reply[]): ActionAnswer {
  const [first, ...more] = replies;
  return first !== undefined && first.card === null
    ? { body: told(first.text), said: more }
    : { body: told(typeset(guideMessagesFor(locale).goesOnBelow, locale)), said: replies };
}

function drawn(value: AdaptiveCard): CardActionBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

function told(value: string): CardActionBody {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/**
 * A reply as one card, its words included, to be drawn where the card that was pressed stood: the text above that one is
 * of an earlier turn. It is not drawn again when it is looked at later, for that would bring the earlier turn back.
 */
function cardInPlace({ text, headline = text, card, locale, chosen = '' }: Reply): AdaptiveCard {
  const before =
    chosen === '' ? [] : written(typeset(chosen, locale)).map((line) => paragraph(line, { isSubtle: true }));
  return cardOf(
    [...before, ...written(headline).map((line) => paragraph(line)), ...(card?.body ?? [])],
    card?.fallbackText ?? text,
    locale,
  );
}
